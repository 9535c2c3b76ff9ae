import type { EntryComparison } from '../../contract/entries.ts'
import { paths } from '../../contract/paths.ts'
import { Card } from '../ui/Card.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { bornText } from './comparison-rows.ts'

/** Whether somebody holds a document of the entry; otherwise only the author named him. */
export const isHeld = ({ held }: Pick<EntryComparison, 'held'>) =>
  held.some(({ matched_by }) => matched_by.some((by) => by !== 'author'))

/** The people on the register whom the entry may be about. */
export const HeldPeople = ({ held, t, f }: PageProps<EntryComparison>) => (
  <Card heading={t('entries.held')}>
    <Notice kind="warning" t={t}>
      {t(isHeld({ held }) ? 'entries.held.what' : 'entries.held.named')}
    </Notice>
    <Table
      caption={t('entries.held')}
      is_caption_hidden
      rows={held}
      empty={t('ui.none')}
      columns={[
        { head: t('entries.person'), is_name: true, cell: (p) => <Name name={p.name} t={t} /> },
        { head: t('entries.held.father'), cell: (p) => <Name name={p.father_name} t={t} /> },
        { head: t('entries.held.born'), cell: (p) => bornText(p, t, f) ?? t('ui.not_known') },
        {
          head: t('entries.held.record'),
          cell: (p) => (
            <a href={paths.person(p.person_id)}>
              <Identifier>{p.record_number}</Identifier>
            </a>
          ),
        },
        { head: t('entries.held.station'), cell: (p) => p.station[t.language] },
        { head: t('entries.held.convictions'), is_number: true, cell: (p) => f.number(p.conviction_count) },
        {
          head: t('entries.held.matched_by'),
          cell: (p) => f.list(p.matched_by.map((by) => t(`entries.held.by.${by}`))),
        },
      ]}
    />
  </Card>
)
