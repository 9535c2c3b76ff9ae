/** What a fact would change for a person, computed before it is saved and shown until it is confirmed. */
import type { EffectSeen } from '../../contract/duties.ts'
import { canonicalHash } from '../../domain/approval/canonical.ts'
import { type Effect, effectBetween } from '../../domain/duty/effect.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { keepForm } from '../platform/form-state.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { type Computed, computeOne, readPeopleFacts } from './compute.ts'
import type { PersonFactRows } from './fact-rows.ts'
import { listPacksInForce } from './packs.ts'

export type EffectOf = { effect: Effect; before: Computed; after: Computed }

/** The person's result today without and with a change of his facts; nothing is written. */
export async function computeEffect(
  tx: RegisterTx,
  person_id: string,
  now: Temporal.Instant,
  change: (rows: PersonFactRows) => PersonFactRows,
): Promise<EffectOf> {
  const on = pakistanDay(now)
  const [people, packs] = await Promise.all([readPeopleFacts(tx, [person_id]), listPacksInForce(tx, on)])
  const rows = people.get(person_id)
  if (!rows) throw new Problem('not_found')
  const [before, after] = [computeOne(rows, packs, on), computeOne(change(rows), packs, on)]
  return { effect: effectBetween(before.result, after.result), before, after }
}

type Fact = Record<string, unknown> & { effect_hash?: string | null | undefined }

/** One hash of what is saved and what it does, so that nothing else is saved than what was seen. */
function hashOf({ effect_hash: _, ...fact }: Fact, effect: Effect): string {
  return canonicalHash({ fact, effect }).toString('hex')
}

/** Keeps the form with its effect, to be shown before it is saved. */
export async function showEffect(
  tx: RegisterTx,
  { keyring }: Program,
  fact: Fact,
  { effect }: EffectOf,
): Promise<EffectSeen> {
  const effect_hash = hashOf(fact, effect)
  const { effect_hash: _, ...values } = fact
  const told = { effect_hash, effect: JSON.stringify(effect) }
  const shown = new Problem('effect_to_confirm', {
    fields: [{ field: 'effect', code: 'duties.effect', values: told }],
  })
  const form_id = await keepForm(tx, keyring, values, shown, null)
  return structuredClone({ effect_hash, form_id, effect }) as EffectSeen
}

/** Refuses to save what was not seen, or what would do something else by now. */
export function assertSeen(fact: Fact, { effect }: EffectOf): void {
  if (fact.effect_hash !== hashOf(fact, effect)) throw new Problem('effect_changed')
}
