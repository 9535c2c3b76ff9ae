import { sql } from 'kysely'
import type { Disclosure, ExportList } from '../../contract/disclosures.ts'
import type { RegisterTx } from '../platform/database.ts'

export const PAGE_SIZE = 50

type Names = { to_en: string | null; to_ur: string | null; by_en: string | null; by_ur: string | null }
export type DisclosureRow = Disclosure & { person_id: string; record_number: string }

export const pair = (en: string | null, ur: string | null) => (en === null || ur === null ? null : { en, ur })

/** What was disclosed, newest first: of one person (null: of anybody the officer sees), after that disclosure. */
export async function listDisclosures(
  tx: RegisterTx,
  person_id: string | null,
  after: string | undefined,
): Promise<DisclosureRow[]> {
  const last = tx
    .selectFrom('register.disclosure')
    .select(['disclosed_at', 'disclosure_id'])
    .where('disclosure_id', '=', after ?? null)
  const rows = await tx
    .selectFrom('register.disclosure as d')
    .innerJoin('register.person as p', 'p.person_id', 'd.person_id')
    .leftJoin('access.officer as o', 'o.officer_id', 'd.given_to')
    .leftJoin('access.officer as b', 'b.officer_id', 'd.given_by')
    .leftJoin('register.print as r', 'r.print_id', 'd.paper_id')
    .leftJoin('register.recall as c', 'c.disclosure_id', 'd.disclosure_id')
    .leftJoin('register.recall_confirmation as k', 'k.recall_id', 'c.recall_id')
    .select([
      'd.disclosure_id',
      'd.kind',
      'd.recipient',
      'd.fields',
      'd.basis',
      'd.disclosed_at',
      'd.until_at',
    ])
    .select(['p.person_id', 'p.record_number', 'r.print_number', 'c.cause', 'k.confirmed_at'])
    .select(['o.name_en as to_en', 'o.name_ur as to_ur', 'b.name_en as by_en', 'b.name_ur as by_ur'])
    .$if(person_id !== null, (q) => q.where('d.person_id', '=', person_id))
    .$if(after !== undefined, (q) => q.where(sql<boolean>`(d.disclosed_at, d.disclosure_id) < (${last})`))
    .orderBy('d.disclosed_at', 'desc')
    .orderBy('d.disclosure_id', 'desc')
    .limit(PAGE_SIZE)
    .execute()
  return rows.map(shown)
}

type Found = Omit<DisclosureRow, 'given_to' | 'given_by' | 'recall' | 'fields'> &
  Names & {
    fields: string[]
    cause: NonNullable<Disclosure['recall']>['cause'] | null
    confirmed_at: string | null
  }

const shown = ({
  to_en,
  to_ur,
  by_en,
  by_ur,
  cause,
  confirmed_at,
  fields,
  ...row
}: Found): DisclosureRow => ({
  ...row,
  fields: fields as Disclosure['fields'],
  given_to: pair(to_en, to_ur),
  given_by: pair(by_en, by_ur),
  recall: cause === null ? null : { cause, confirmed_at },
})

const MOST_EXPORTS = 100

/** Files of many people that were taken out, newest first; at most 100. */
export async function listExports(tx: RegisterTx): Promise<ExportList['exports']> {
  const rows = await tx
    .selectFrom('register.export as e')
    .innerJoin('access.officer as o', 'o.officer_id', 'e.taken_by')
    .select(['e.export_id', 'e.kind', 'e.row_count', 'e.basis', 'e.taken_at', 'o.name_en', 'o.name_ur'])
    .orderBy('e.taken_at', 'desc')
    .orderBy('e.export_id')
    .limit(MOST_EXPORTS)
    .execute()
  return rows.map(({ name_en, name_ur, kind, ...row }) => ({
    ...row,
    kind: kind as 'simulation' | 'refused_rows',
    taken_by: { en: name_en, ur: name_ur },
  }))
}
