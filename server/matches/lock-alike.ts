/**
 * Of two records that may be one person, entered or corrected at once, the second waits until the first is there to be
 * found. Records that share nothing do not wait for each other.
 */
import { sql } from 'kysely'
import type { PersonFacts } from '../../domain/matching/evidence.ts'
import type { MatchCard } from '../../domain/search/match-card.ts'
import { isSingle, pairsOf } from '../../domain/search/pairs.ts'
import { probesOf } from '../../domain/search/probes.ts'
import { parseOnce } from '../people/name-index.ts'
import type { RegisterTx } from '../platform/database.ts'
import { blindIndex, type Keyring, pairKey } from '../platform/keys.ts'
import type { Scale } from '../searches/scale.ts'

type Locks = Map<string, { is_own: boolean }>

/**
 * What a record is found by is its own; what it asks for it shares with others who ask. So two records wait for each
 * other where one would find the other by its very number, or by two facts and more. Who shares a single name and nothing
 * else with somebody entered at the same moment is not compared with him.
 */
function locksOf(keyring: Keyring, card: MatchCard, asked: PersonFacts, scale: Scale): Locks {
  const { pairs, singles } = pairsOf(card, parseOnce)
  const own = pairs.length > 0 ? pairs : singles
  const shared = probesOf(asked, scale).probes.filter(({ pair }) => pairs.length === 0 || !isSingle(pair))
  const locks: Locks = new Map()
  for (const { pair } of shared) locks.set(pairKey(keyring, pair), { is_own: false })
  for (const pair of own) locks.set(pairKey(keyring, pair), { is_own: true })
  return locks
}

/** Numbers first, as an entry takes them (`lockDocuments`), then keys; each in one order, so that no two wait in a ring. */
export async function lockAlike(
  tx: RegisterTx,
  keyring: Keyring,
  { card, asked, scale }: { card: MatchCard; asked: PersonFacts; scale: Scale },
): Promise<void> {
  const numbers = card.cnics.map((cnic) => String(blindIndex(keyring, 'cnic', cnic).readBigInt64BE(0)))
  await lock(tx, new Map(numbers.map((number) => [number, { is_own: true }])))
  await lock(tx, locksOf(keyring, card, asked, scale))
}

async function lock(tx: RegisterTx, locks: Locks): Promise<void> {
  const inOrder = [...locks].sort(([one], [other]) => (BigInt(one) < BigInt(other) ? -1 : 1))
  const keys = inOrder.map(([key]) => key)
  const own = inOrder.map(([, { is_own }]) => is_own)
  // One row after the other, as they stand.
  await sql`select case when l.is_own then pg_advisory_xact_lock(l.key) else pg_advisory_xact_lock_shared(l.key) end
    from unnest(${keys}::bigint[], ${own}::boolean[]) l (key, is_own)`.execute(tx)
}
