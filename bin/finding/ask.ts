/** Queries put to a throw-away register, and how well they found whom they meant. */
import { asActor } from '../../server/platform/database.ts'
import { findPeople } from '../../server/searches/find.ts'
import { askedOf } from './known.ts'
import type { QueryLine } from './lines.ts'
import { type Filled, orderOf } from './throw-away.ts'

/** As many as the search screen shows. */
const MOST_SHOWN = 50

export type Hit = { id: string; bits: number; verdict: string }
export type Asked = { query: QueryLine; hits: Hit[]; milliseconds: number }

/** Asks one query as an officer of the Bureau would. */
export async function ask(register: Filled, ids: readonly string[], query: QueryLine): Promise<Asked> {
  const { database, keyring, token } = register
  const begun = performance.now()
  const found = await asActor(database, token, (tx) => findPeople(tx, keyring, askedOf(query)))
  const milliseconds = performance.now() - begun
  const hits = found.slice(0, MOST_SHOWN).map(({ person_id, score: { bits, verdict } }) => ({
    ...{ id: ids[orderOf(person_id)] ?? person_id, bits, verdict },
  }))
  return { query, hits, milliseconds }
}

const share = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 1e4) / 1e4)

/** The figures of all queries together; recall counts those that expect somebody. */
export function figuresOf(all: readonly Asked[], k: number) {
  const meant = all.filter(({ query }) => query.expect !== null)
  const within = (most: number) =>
    meant.filter(({ query, hits }) => hits.slice(0, most).some(({ id }) => id === query.expect)).length
  const nobody = all.filter(({ query }) => query.expect === null)
  const took = Float64Array.from(all, ({ milliseconds }) => milliseconds).sort()
  const at = (part: number) => {
    const value = took[Math.min(took.length - 1, Math.floor(took.length * part))]
    return value === undefined ? null : Math.round(value * 100) / 100
  }
  const recall = Object.fromEntries(
    [...new Set([1, 10, 50, k])].map((n) => [`recall@${n}`, share(within(n), meant.length)]),
  )
  return {
    ...{ queries: all.length, expecting: meant.length, expecting_nobody: nobody.length, ...recall },
    alarms: nobody.filter(({ hits }) => hits.some(({ verdict }) => verdict === 'same')).length,
    ...{ p50_ms: at(0.5), p99_ms: at(0.99) },
  }
}
