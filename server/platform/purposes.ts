import type { Action, Facts } from '../../domain/access/actions.ts'
import { type Actor, PURPOSES, type Purpose } from '../../domain/access/actor.ts'
import { decide } from './authorize.ts'

/** The purposes for which the policies would let this officer do it: what a form offers him. */
export const purposesFor = (actor: Actor, action: Action, facts: Facts): Purpose[] =>
  PURPOSES.filter((purpose) => decide(actor, action, facts, { purpose, has_quota: true }).allowed)
