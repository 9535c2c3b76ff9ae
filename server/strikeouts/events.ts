/** The dated events that can be struck out: finding the live row, and the facts without it. */
import type { Static } from 'typebox'
import type { StruckEvent } from '../../contract/strikeouts.ts'
import type { AppealEventKind } from '../../domain/eligibility/conviction.ts'
import type { PersonFactRows } from '../duties/fact-rows.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'

export type StruckNoun = 'custody' | 'stay' | 'visit' | 'appeal_event' | 'serving'
export type Struck = {
  event: Static<typeof StruckEvent>
  /** The row as stored, for its hash. */
  row: Record<string, unknown>
  /** The facts without it. */
  without: (rows: PersonFactRows) => PersonFactRows
}

/** The list without the first that matches. */
function withoutFirst<T>(list: readonly T[], matches: (one: T) => boolean): T[] {
  const at = list.findIndex(matches)
  return list.filter((_, place) => place !== at)
}

const same = (a: { from_on: string; to_on: string | null }) => (b: typeof a) =>
  a.from_on === b.from_on && a.to_on === b.to_on

type Asked = { tx: RegisterTx; person_id: string; row_id: string }

async function custodyRow({ tx, person_id, row_id }: Asked): Promise<Struck | undefined> {
  const row = await tx
    .selectFrom('register.custody')
    .selectAll()
    .where('custody_id', '=', row_id)
    .where('person_id', '=', person_id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { from_on, to_on } = row
  const without = (rows: PersonFactRows) => ({ ...rows, custody: withoutFirst(rows.custody, same(row)) })
  return { event: { what: 'custody', from_on, to_on }, row, without }
}

async function stayRow({ tx, person_id, row_id }: Asked): Promise<Struck | undefined> {
  const row = await tx
    .selectFrom('register.stay')
    .selectAll()
    .where('stay_id', '=', row_id)
    .where('person_id', '=', person_id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const kind = row.kind as 'hospital' | 'abroad' | 'no_fixed_abode'
  const without = (rows: PersonFactRows) => ({ ...rows, [kind]: withoutFirst(rows[kind], same(row)) })
  return { event: { what: kind, from_on: row.from_on, to_on: row.to_on }, row, without }
}

async function visitRow({ tx, person_id, row_id }: Asked): Promise<Struck | undefined> {
  const row = await tx
    .selectFrom('register.visit')
    .selectAll()
    .where('visit_id', '=', row_id)
    .where('person_id', '=', person_id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { visited_on: on, result } = row
  const without = (rows: PersonFactRows) => ({
    ...rows,
    visits: withoutFirst(rows.visits, (visit) => visit.on === on && visit.result === result),
  })
  return { event: { what: result, from_on: on, to_on: null }, row, without }
}

async function appealRow({ tx, person_id, row_id }: Asked): Promise<Struck | undefined> {
  const row = await tx
    .selectFrom('register.appeal_event as a')
    .innerJoin('register.conviction as c', 'c.conviction_id', 'a.conviction_id')
    .selectAll('a')
    .where('a.appeal_event_id', '=', row_id)
    .where('c.person_id', '=', person_id)
    .where('a.superseded_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { conviction_id, happened_on } = row
  const event = row.event as AppealEventKind
  const without = (rows: PersonFactRows) => ({
    ...rows,
    judgments: rows.judgments.map((one) =>
      one.conviction_id === conviction_id
        ? { ...one, appeal: withoutFirst(one.appeal, (e) => e.event === event && e.on === happened_on) }
        : one,
    ),
  })
  return { event: { what: event, from_on: happened_on, to_on: null }, row, without }
}

/** A serving recorded in error: whatever rested on it alone is not owed. */
async function servingRow({ tx, person_id, row_id }: Asked): Promise<Struck | undefined> {
  const row = await tx
    .selectFrom('register.serving')
    .selectAll()
    .where('serving_id', '=', row_id)
    .where('person_id', '=', person_id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { duties, served_at, language } = row
  const without = (rows: PersonFactRows) => ({
    ...rows,
    served: duties.reduce<PersonFactRows['served']>(
      (left, duty) =>
        withoutFirst(left, (s) => s.duty === duty && s.at === served_at && s.language === language),
      rows.served,
    ),
  })
  const from_on = pakistanDay(Temporal.Instant.from(served_at))
  return { event: { what: 'served', from_on, to_on: null }, row, without }
}

const FINDERS: Record<StruckNoun, (asked: Asked) => Promise<Struck | undefined>> = {
  ...{ custody: custodyRow, stay: stayRow, visit: visitRow, appeal_event: appealRow },
  serving: servingRow,
}

/** The live row of this person; a row of another, struck out or replaced does not exist. */
export async function getStruck(noun: StruckNoun, asked: Asked): Promise<Struck> {
  const found = await FINDERS[noun](asked)
  if (!found) throw new Problem('not_found')
  return found
}

const TABLES = {
  custody: ['register.custody', 'custody_id'],
  stay: ['register.stay', 'stay_id'],
  visit: ['register.visit', 'visit_id'],
  appeal_event: ['register.appeal_event', 'appeal_event_id'],
  serving: ['register.serving', 'serving_id'],
} as const

/** Marks the row as struck out; it stays. */
export async function strikeOut(tx: RegisterTx, noun: StruckNoun, row_id: string, at: string) {
  const [table, id] = TABLES[noun]
  const struck = await tx
    .updateTable(table)
    .set({ superseded_at: at })
    .where(id as 'visit_id', '=', row_id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  if (Number(struck.numUpdatedRows) !== 1) throw new Problem('struck_out_already')
}
