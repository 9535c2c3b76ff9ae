import type { GateCheck } from '../../contract/breaches.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { Basis } from '../ui/Basis.tsx'
import { Flag } from '../ui/Light.tsx'
import { Table } from '../ui/Table.tsx'
import { reasonOf } from './words.ts'

type GateOptions = { checks: readonly GateCheck[]; is_caption_hidden?: boolean; t: T; f: F }

/** Every check with its evidence and the law it rests on, what fails first. */
export const Gate = ({ checks, is_caption_hidden = false, t, f }: GateOptions) => (
  <Table
    caption={t('breaches.gate')}
    is_caption_hidden={is_caption_hidden}
    rows={checks.toSorted((a, b) => Number(a.passes) - Number(b.passes))}
    empty=""
    columns={[
      { head: t('breaches.check'), is_name: true, cell: ({ check }) => t(`breaches.check.${check}`) },
      {
        head: t('breaches.state'),
        cell: ({ passes }) => (
          <Flag tone={passes ? 'green' : 'red'}>
            {t(passes ? 'breaches.check.passed' : 'breaches.check.failed')}
          </Flag>
        ),
      },
      {
        head: t('breaches.why'),
        cell: (check) => (
          <>
            {reasonOf(check, t, f)}{' '}
            <span class="small">
              <Basis law={check.law} status={check.status} t={t} />
            </span>
          </>
        ),
      },
    ]}
  />
)
