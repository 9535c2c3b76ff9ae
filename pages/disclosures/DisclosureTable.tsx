import type { Disclosure } from '../../contract/disclosures.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { lawName } from '../ui/law-words.ts'
import { type Column, Table } from '../ui/Table.tsx'

type TableOptions<Row extends Disclosure> = {
  rows: readonly Row[]
  /** The column that says about whom, where the rows are of several people. */
  about?: Column<Row>
  t: T
  f: F
}

/** Who received what, by which authority, and whether the copy is called back. */
export function DisclosureTable<Row extends Disclosure>({ rows, about, t, f }: TableOptions<Row>) {
  return (
    <Table<Row>
      caption={t('disclosures.title')}
      is_caption_hidden
      rows={rows}
      empty={t('disclosures.none')}
      columns={[
        { head: t('disclosures.when'), is_name: true, cell: (one) => f.dateTime(one.disclosed_at) },
        ...(about ? [about] : []),
        {
          head: t('disclosures.to'),
          cell: (one) => (
            <>
              {one.given_to ? <bdi>{one.given_to[t.language]}</bdi> : null}
              <div class={one.given_to ? 'small' : undefined}>
                {t(`disclosures.recipient.${one.recipient}`)}
              </div>
            </>
          ),
        },
        {
          head: t('disclosures.what'),
          cell: (one) => (
            <>
              {t(`disclosures.kind.${one.kind}`)}
              {one.print_number && (
                <>
                  {' '}
                  <Identifier>{one.print_number}</Identifier>
                </>
              )}
              <div class="small">
                {one.fields
                  .map((field) => t(`disclosures.field.${field}`))
                  .join(`${t('disclosures.comma')} `)}
              </div>
            </>
          ),
        },
        { head: t('disclosures.basis'), cell: ({ basis }) => <span title={basis}>{lawName(basis, t)}</span> },
        { head: t('disclosures.by'), cell: (one) => <By {...{ one, t }} /> },
        { head: t('disclosures.copy'), cell: (one) => <Copy {...{ one, t, f }} /> },
      ]}
    />
  )
}

const By = ({ one, t }: { one: Disclosure; t: T }) => {
  if (one.given_by) return <bdi>{one.given_by[t.language]}</bdi>
  return <>{t(one.kind === 'emergency' ? 'disclosures.by.nobody' : 'ui.not_known')}</>
}

const Copy = ({ one, t, f }: { one: Disclosure; t: T; f: F }) => {
  if (one.recall === null) return <Flag tone="plain">{t('disclosures.copy.with_him')}</Flag>
  const { cause, confirmed_at } = one.recall
  return (
    <>
      <Flag tone={confirmed_at === null ? 'amber' : 'green'}>
        {confirmed_at === null
          ? t('disclosures.copy.called_back')
          : t('disclosures.copy.gone', { on: f.dateTime(confirmed_at) })}
      </Flag>
      <div class="small">{t(`disclosures.cause.${cause}`)}</div>
    </>
  )
}
