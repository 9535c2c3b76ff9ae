// Whether what two people are about to decide on is still what was simulated.

/** Days after which people's lives have moved on too far for the counts to be decided on; assumed. */
export const SIMULATION_DAYS = 14

export type Staleness = 'draft_changed' | 'packs_changed' | 'too_old'

/** What a simulation was of, and what is now. */
export interface Simulated {
  readonly content_hash: string
  /** Names the packs in force before it on its day. */
  readonly base_hash: string
  readonly ended_at: string
}

/**
 * Why a simulation may no longer be decided on; null while it may.
 * @param now the hashes as they are  @param at the instant asked
 * @example stalenessOf({ content_hash: 'a', base_hash: 'b', ended_at: '2026-01-01T00:00:00Z' }, { content_hash: 'c', base_hash: 'b' }, '2026-01-02T00:00:00Z') // 'draft_changed'
 */
export function stalenessOf(
  simulated: Simulated,
  now: Pick<Simulated, 'content_hash' | 'base_hash'>,
  at: string,
): Staleness | null {
  if (simulated.content_hash !== now.content_hash) return 'draft_changed'
  if (simulated.base_hash !== now.base_hash) return 'packs_changed'
  const age_ms = Date.parse(at) - Date.parse(simulated.ended_at)
  return age_ms > SIMULATION_DAYS * 86_400_000 ? 'too_old' : null
}
