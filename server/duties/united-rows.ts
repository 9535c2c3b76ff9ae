/** The facts of records that are of one person with others, read past the wall between their owners: dates, codes, opaque ids. */
import { sql } from 'kysely'
import type { RegisterTx } from '../platform/database.ts'
import { type FactRows, readCalendars } from './fact-rows.ts'

type RecordIds = readonly [string, ...string[]]
type Kinds = Omit<FactRows, 'calendar'>
type United = { asked_id: string; record_ids: RecordIds; rows: FactRows }

const NONE: Kinds = {
  ...{ persons: [], judgments: [], appeals: [], custody: [], stays: [], servings: [] },
  ...{ changes: [], trips: [], notices: [], visits: [], supervisions: [] },
}

/** For each of these records that is of one person with others: all of them, those on the register first and of them the oldest, and their facts. */
export async function readUnitedRows(tx: RegisterTx, ids: readonly string[]): Promise<United[]> {
  const { rows } = await sql<{
    asked_id: string
    record_ids: RecordIds
    fact_rows: { [K in keyof Kinds]: Kinds[K] | null }
  }>`select asked_id, record_ids, fact_rows from register.united_facts(${[...ids]}::uuid[])`.execute(tx)
  if (rows.length === 0) return []
  const read = rows.map(({ fact_rows, ...of }) => ({ ...of, kinds: kindsOf(fact_rows) }))
  const stations = new Set(read.flatMap(({ kinds }) => kinds.supervisions.map((one) => one.station_id)))
  const calendar = await readCalendars(tx, [...stations])
  return read.map(({ kinds, ...of }) => ({ ...of, rows: { ...kinds, calendar } }))
}

/** Rows as the queries give them: none for null, and every instant in UTC. */
function kindsOf(given: { [K in keyof Kinds]: Kinds[K] | null }): Kinds {
  const kinds = { ...NONE }
  for (const [kind, rows] of Object.entries(given))
    if (rows) Object.assign(kinds, { [kind]: rows.map(withInstants) })
  return kinds
}

const withInstants = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      name.endsWith('_at') && typeof value === 'string' ? new Date(value).toISOString() : value,
    ]),
  )
