// An invented lapse to try the gate on, and the facts that change it.
import { ENFORCEMENT } from '../../law/enforcement.ts'
import { defaultPack } from '../../law/packs.ts'
import { evaluate } from '../duty/evaluate.ts'
import { exampleFacts } from '../duty/example-facts.ts'
import { exceptionsOf } from '../duty/exceptions.ts'
import { duty_names, type Facts } from '../duty/facts.ts'
import type { DeskPeriod } from '../duty/timeline.ts'
import type { GateFacts, ServedEvidence } from './check.ts'
import { decideGate, type Gate } from './gate.ts'
import type { Lapse } from './lapse.ts'

const pack = defaultPack()
export const at = (on: string, time = '10:00') => `${on}T${time}:00+05:00`

/** Released 3 Mar 2025, told everything that day in Urdu, due in person on 3 Sep 2025; asked on 20 Sep. */
const quiet: Facts = {
  ...exampleFacts,
  ...{ on: '2025-09-20', changes: [], trips: [], notices: [], visits: [], outages: [] },
}
export const serving: ServedEvidence = {
  ...{ serving_id: 's1', duties: duty_names, language: 'ur' },
  ...{ served_at: at('2025-03-03'), recorded_at: at('2025-03-03', '11:00') },
}
export const CONFIRM: Lapse = { duty: 'confirm_in_person', key: '1.1', due_on: '2025-09-03' }

export type Given = {
  facts?: Partial<Facts>
  servings?: readonly ServedEvidence[]
  desk?: Partial<DeskPeriod>
  desks?: readonly DeskPeriod[]
  is_disputed?: boolean
  reads?: 'ur' | 'en'
} & Partial<Pick<GateFacts, 'is_kept_elsewhere' | 'decided_elsewhere'>>

export function gateFacts({
  facts: changed = {},
  servings = [serving],
  desk = {},
  desks,
  is_disputed = false,
  reads,
  is_kept_elsewhere = false,
  decided_elsewhere = [],
}: Given): GateFacts {
  const served = servings.flatMap(({ duties, served_at, language }) =>
    duties.map((duty) => ({ duty, at: served_at, language })),
  )
  const facts: Facts = { ...quiet, served, ...changed }
  const all = desks ?? [{ from_on: null, closed_desks: [], outages: [], ...desk }]
  const result = evaluate(facts, pack, [], all)
  const exceptions = exceptionsOf(facts, result, pack)
  const known = { reads: reads ?? null, is_disputed, pack, terms: ENFORCEMENT }
  return { facts, result, exceptions, desks: all, servings, ...known, is_kept_elsewhere, decided_elsewhere }
}

export const gateOf = (given: Given, lapse: Lapse = CONFIRM): Gate => decideGate(lapse, gateFacts(given))

export const notice = (received_at: string) =>
  [{ notice_id: 'n', duty: 'confirm_in_person', about: null, received_at }] as const
