import type { PublishedKey } from '../../domain/receipt/verify.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { Identifier } from '../ui/Identifier.tsx'
import { Checker } from './Checker.tsx'

type SavedOptions = { keys: readonly PublishedKey[]; saved_on: string; site: string; t: T; f: F }

/** The body of the checking page as a file of its own: nothing on it leads anywhere, for there may be no network. */
export const SavedPage = ({ keys, saved_on, site, t, f }: SavedOptions) => (
  <body>
    <header class="bar">
      <div class="bar-row">
        <span class="brand">{t('ui.name')}</span>
        <span class="confidential">{t('verify.public')}</span>
      </div>
    </header>
    <main id="main">
      <h1>{t('verify.title')}</h1>
      <p>{t('verify.what')}</p>
      <noscript>
        <p class="notice warning">{t('verify.offline.no_script')}</p>
      </noscript>
      <Checker {...{ keys, answer: null, typed: '', t, f }} />
      <p class="small">{t('verify.offline.saved', { on: f.date(saved_on), site })}</p>
      <p class="small">
        {t('verify.keys')}: {keys.map(({ key_id }) => [<Identifier key={key_id}>{key_id}</Identifier>, ' '])}
      </p>
    </main>
  </body>
)
