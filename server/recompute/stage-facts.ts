// Facts as RULES 5 writes them, copied row by row into the staging tables of the second calculator.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import type { Facts } from '../../domain/duty/facts.ts'

type Field = string | number | boolean | null
type Rows = readonly (readonly Field[])[]

/** The facts of one case by staging table; the second calculator calls an open end infinite. */
function rowsOf(no: number, set_no: number, facts: Facts): Readonly<Record<string, Rows>> {
  const interval = (kind: string) => (i: { from_on: string; to_on: string | null }) =>
    [no, kind, i.from_on, i.to_on ?? 'infinity'] as const
  return {
    given_case: [[no, facts.case_id, facts.on, set_no, facts.person.born_on]],
    given_conviction: facts.convictions.map((c, seq) => [
      ...[no, seq, c.conviction_id, 0, c.offence, c.offence_on, c.convicted_on],
      ...[c.country, c.jurisdiction, c.victim, c.disposal, c.juvenile],
    ]),
    given_appeal: facts.convictions.flatMap((c, of) =>
      c.appeal.map((a, seq) => [no, of, seq, a.event, a.on]),
    ),
    given_interval: [
      ...facts.custody.map(interval('custody')),
      ...facts.hospital.map(interval('hospital')),
      ...facts.abroad.map(interval('abroad')),
      ...facts.no_fixed_abode.map(interval('no_fixed_abode')),
    ],
    given_desk: [[no, 0, '-infinity']],
    given_closed: facts.closed_desks.map((c) => [no, 0, c.from_on, c.to_on ?? 'infinity']),
    given_served: facts.served.map((s) => [no, s.duty, s.at]),
    given_change: facts.changes.map((c) => [no, c.change_id, c.kind, c.on]),
    given_trip: facts.trips.map((t) => [no, t.trip_id, t.kind, t.departs_at, t.returns_at, t.cancelled_at]),
    given_notice: facts.notices.map((n, seq) => [no, seq, n.notice_id, n.duty, n.about, n.received_at]),
    given_visit: facts.visits.map((v, seq) => [no, seq, v.on, v.result]),
    given_outage: facts.outages.map((o) => [no, 0, o.from_at, o.to_at ?? 'infinity']),
  }
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const field = (value: Field): string =>
  value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign)

/**
 * Stages cases, numbered from 0 as given.
 * @param setOf the number of the pack set of a case
 */
export async function stageFacts(
  client: pg.ClientBase,
  facts: readonly Facts[],
  setOf: (facts: Facts) => number,
) {
  const lines = new Map<string, string[]>()
  for (const [no, one] of facts.entries())
    for (const [table, rows] of Object.entries(rowsOf(no, setOf(one), one))) {
      const into = lines.get(table) ?? []
      if (into.length === 0) lines.set(table, into)
      for (const row of rows) into.push(`${row.map(field).join('\t')}\n`)
    }
  for (const [table, of] of lines)
    if (of.length > 0)
      await pipeline(Readable.from([of.join('')]), client.query(from(`copy ${table} from stdin`)))
}
