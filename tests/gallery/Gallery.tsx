// Every part of the kit on one page, in either language: to be looked at, and to be checked by axe.
import { formatter } from '../../pages/language/formatter.ts'
import type { Language } from '../../pages/language/language.ts'
import { translator } from '../../pages/language/translator.ts'
import { Tile, Tiles } from '../../pages/ui/Card.tsx'
import { Light } from '../../pages/ui/Light.tsx'
import { Notice } from '../../pages/ui/Notice.tsx'
import { Page } from '../../pages/ui/Page.tsx'
import type { Frame, Viewer } from '../../pages/ui/page-props.ts'
import { Forms } from './Forms.tsx'
import { Record } from './Record.tsx'
import type { Given } from './words.ts'
import { WORDS } from './words.ts'

const VIEWER: Viewer = {
  language: 'en',
  officer_name: { en: 'Test Officer', ur: 'فرضی افسر' },
  role: 'station_officer',
  unit_name: { en: 'PS Saddar, Multan', ur: 'تھانہ صدر، ملتان' },
  is_demo: true,
  navigation: [
    { href: '/', key: 'navigation.day', count: 12 },
    { href: '/searches', key: 'navigation.find' },
    { href: '/approvals', key: 'navigation.approvals', count: 3 },
  ],
}

const States = ({ t, f }: Given) => (
  <>
    <Tiles>
      {(['not_due', 'due', 'overdue', 'paused', 'met', 'met_late', 'whereabouts_unknown'] as const).map(
        (state) => (
          <Tile
            key={state}
            label={f.days(21)}
            figure={f.number(1234)}
            note={<Light state={state} days={21} t={t} />}
          />
        ),
      )}
    </Tiles>
    <Notice kind="info" t={t}>
      {t('sessions.step_up.what', { minutes: 5 })}
    </Notice>
    <Notice kind="warning" t={t}>
      {t('sessions.last_sign_in', { at: f.dateTime('2026-11-21T04:10:00Z'), unit: 'PS Saddar' })}
    </Notice>
    <Notice kind="success" t={t}>
      {t('sessions.signed_out')}
    </Notice>
  </>
)

/** The gallery as a page; without a viewer it is what is seen before sign-in. */
export const Gallery = ({
  language,
  asset,
  is_signed_in,
}: {
  language: Language
  asset: Frame['asset']
  is_signed_in: boolean
}) => {
  const [t, f, words] = [translator(language), formatter(language), WORDS[language]]
  const viewer = is_signed_in ? { ...VIEWER, language } : null
  return (
    <Page
      t={t}
      f={f}
      viewer={viewer}
      path="/gallery"
      asset={asset}
      title={words.record}
      part="navigation.find"
    >
      <Record {...{ t, f, words }} />
      <States {...{ t, f, words }} />
      <Forms {...{ t, f, words }} />
    </Page>
  )
}
