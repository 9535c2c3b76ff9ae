import { sql } from 'kysely'
import type { Disclosure, RecallList } from '../../contract/disclosures.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Places } from '../platform/places.ts'

export const PAGE_SIZE = 50
const MOST_RECALLS = 100

type Names = { to_en: string | null; to_ur: string | null; by_en: string | null; by_ur: string | null }
export type DisclosureRow = Disclosure & { person_id: string; record_number: string }

const pair = (en: string | null, ur: string | null) => (en === null || ur === null ? null : { en, ur })

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

/** Recalls that the officer sees: the open ones, oldest first, then those confirmed, newest first. */
export async function listRecalls(
  tx: RegisterTx,
  places: Places,
  by: { officer_id: string; is_bureau: boolean; is_supervisor: boolean },
): Promise<RecallList['recalls']> {
  const rows = await tx
    .selectFrom('register.recall as c')
    .leftJoin('register.recall_confirmation as k', 'k.recall_id', 'c.recall_id')
    .leftJoin('register.check_request as q', 'q.check_id', 'c.check_id')
    .leftJoin('register.disclosure as d', 'd.disclosure_id', 'c.disclosure_id')
    .leftJoin('register.print as r', 'r.print_id', 'd.paper_id')
    .leftJoin('access.officer as o', 'o.officer_id', 'c.given_to')
    .select([
      'c.recall_id',
      'c.cause',
      'c.recipient',
      'c.given_to',
      'c.opened_at',
      'k.confirmed_at',
      'k.said',
    ])
    .select(['q.fir_number', 'q.fir_year', 'q.fir_station_id', 'r.print_number', 'o.name_en', 'o.name_ur'])
    // Beside the people of his station a station head sees what others hold of them; here stands what he holds.
    .$if(!by.is_bureau, (q) => q.where('c.given_to', '=', by.officer_id))
    .orderBy(sql`k.confirmed_at desc nulls first`)
    .orderBy('c.opened_at')
    .orderBy('c.recall_id')
    .limit(MOST_RECALLS)
    .execute()
  return rows.map(({ name_en, name_ur, fir_number, fir_year, fir_station_id, given_to, ...row }) => {
    const station = fir_station_id === null ? undefined : places.stations.get(fir_station_id)
    return {
      ...row,
      given_to: pair(name_en, name_ur),
      fir:
        fir_number === null || fir_year === null
          ? null
          : { fir_number, fir_year, station: station ? { en: station.name_en, ur: station.name_ur } : null },
      may_confirm:
        row.confirmed_at === null &&
        (given_to === by.officer_id || by.is_supervisor || (given_to === null && by.is_bureau)),
    }
  })
}

/** How many copies of his, or of anybody for the Bureau, are called back and not confirmed gone. */
export const countOpenRecalls = async (
  tx: RegisterTx,
  by: { officer_id: string; is_bureau: boolean },
): Promise<number> => {
  const row = await tx
    .selectFrom('register.recall as c')
    .leftJoin('register.recall_confirmation as k', 'k.recall_id', 'c.recall_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('k.recall_id', 'is', null)
    .$if(!by.is_bureau, (q) => q.where('c.given_to', '=', by.officer_id))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Who holds the copy that is called back; undefined when the officer may not see it. */
export const findRecall = (tx: RegisterTx, recall_id: string) =>
  tx
    .selectFrom('register.recall as c')
    .leftJoin('register.recall_confirmation as k', 'k.recall_id', 'c.recall_id')
    .select(['c.recall_id', 'c.given_to', 'k.confirmed_at'])
    .where('c.recall_id', '=', recall_id)
    .executeTakeFirst()
