/** People about whom the two calculators differ: no missed duty is opened for them until a later run finds agreement. */
import { sql } from 'kysely'
import { DIFFERING_PARTS, type DifferingPart } from '../../contract/duty-lists.ts'
import type { RegisterTx } from '../platform/database.ts'

type Where = { station_id: string | null; district_id: string | null }

/** Those of a place; the place is for the index, not for access. */
const disputed = (tx: RegisterTx, { station_id, district_id }: Where) =>
  tx
    .selectFrom('register.person as p')
    .innerJoin('register.duty_exception as e', 'e.person_id', 'p.person_id')
    .where('e.kind', '=', 'calculators_differ')
    .where('e.closed_at', 'is', null)
    .$if(station_id !== null, (q) => q.where('p.station_id', '=', station_id ?? ''))
    .$if(station_id === null && district_id !== null, (q) => q.where('p.district_id', '=', district_id ?? ''))

export async function countDisputed(tx: RegisterTx, where: Where): Promise<number> {
  const row = await disputed(tx, where).select(sql<number>`count(*)`.as('count')).executeTakeFirst()
  return Number(row?.count ?? 0)
}

const opened_on = sql<string>`(e.opened_at at time zone 'Asia/Karachi')::date`

/** The oldest difference first; the day is that on which it was found. */
export async function findDisputed(
  tx: RegisterTx,
  where: Where,
  { after, most }: { after?: { on: string | null; person_id: string } | undefined; most: number },
) {
  const rows = await disputed(tx, where)
    .select(['p.person_id', 'p.record_number', 'p.station_id', 'e.detail', opened_on.as('on')])
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(${opened_on}, p.person_id) > (${after?.on}::date, ${after?.person_id}::uuid)`),
    )
    .orderBy(opened_on)
    .orderBy('p.person_id')
    .limit(most)
    .execute()
  return rows.map(({ detail, ...row }) => ({ ...row, differs: differingParts(detail as Answers) }))
}

/** Both answers as the recomputation keeps them: one line of text each. */
export type Answers = { readonly first?: string; readonly second?: string }

/** The part of an answer at each of its places: registrable, status, three days, standing, tests, duties. */
const PART_AT: readonly DifferingPart[] = [
  ...(['registration', 'registration', 'period', 'period', 'period'] as const),
  ...(['standing', 'tests', 'duties'] as const),
]

/** In what the two answers differ; in everything where one is missing. */
export function differingParts({ first, second }: Answers): DifferingPart[] {
  if (!first || !second) return [...DIFFERING_PARTS]
  const [one, two] = [first.split('|'), second.split('|')]
  const differing = new Set(PART_AT.filter((_, at) => one[at] !== two[at]))
  return DIFFERING_PARTS.filter((part) => differing.has(part))
}

/** About which of these people the calculators differ: nothing is enforced against them meanwhile. DESIGN §7. */
export async function listDisputed(tx: RegisterTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('register.duty_exception')
    .select('person_id')
    .where('person_id', 'in', [...ids])
    .where('kind', '=', 'calculators_differ')
    .where('closed_at', 'is', null)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
