// Wall two: may this actor do this to that record? Facts in, a decision out; any doubt is a refusal.
import type { AuthorizationAnswer, CedarValueJson, EntityJson, TypeAndId } from '@cedar-policy/cedar-wasm'
import { ACTIONS, type Action, type Facts } from '../../domain/access/actions.ts'
import { type Actor, GROUPS, isPurpose, type Place } from '../../domain/access/actor.ts'
import type { Decision, Gloss, LookContext } from '../../domain/access/decision.ts'
import { addPlace, cutPlace, depthOf } from './place-tree.ts'
import {
  cedar,
  type PolicySet,
  type PolicySource,
  parsePolicies,
  readGlosses,
  readPolicySource,
} from './policy-set.ts'

/** Decisions kept in memory; about 600 bytes each. */
export const MEMO_SIZE = 10_000

// Nobody's id enters a decision: only what is known of him. So one decision serves all who are alike.
const SELF: TypeAndId = { type: 'Actor', id: 'self' }
const RECORD_ID = 'it'

const GLOSSES = readGlosses()

export type Authorizer = {
  decide: (actor: Actor, action: Action, facts: Facts, context?: LookContext) => Decision
  /** Names the rules in force, for the audit event. */
  policies_hash: string
  countRemembered: () => number
  /** By id, each with its gloss. */
  policies: PolicySet['policies']
}

/** Loads a set of policies; throws when any of them is faulty, so that the program does not start. */
export function createAuthorizer(source: PolicySource, memo_size = MEMO_SIZE): Authorizer {
  const set = parsePolicies(source)
  const memo = new Map<string, Decision>()
  function decide(actor: Actor, action: Action, facts: Facts, context: LookContext = {}): Decision {
    try {
      const question = narrow(set, actor, action, facts, context)
      const key = JSON.stringify(question)
      const known = memo.get(key)
      const decision = known ?? answer(set, question)
      // Set again at the end: the first key of a Map is then the one unused for longest.
      memo.delete(key)
      memo.set(key, decision)
      if (memo.size > memo_size) memo.delete(memo.keys().next().value ?? key)
      return decision
    } catch (error) {
      return failed(error)
    }
  }
  return { decide, policies_hash: set.hash, countRemembered: () => memo.size, policies: set.policies }
}

/** All that a decision depends on, and nothing else; its JSON is the key under which it is remembered. */
export type Question = {
  action: Action
  actor: Pick<
    Actor,
    'role' | 'place' | 'is_vetted' | 'is_trained' | 'fresh_auth' | 'is_locked' | 'through_agency'
  >
  type: string
  attributes: [name: string, value: Facts[string]][]
  context: { purpose?: string; has_quota?: boolean }
}

function narrow(set: PolicySet, actor: Actor, action: Action, facts: Facts, look: LookContext): Question {
  if (ACTIONS[action] !== facts.kind)
    throw new Error(`${action} is not done to a record of kind ${facts.kind}`)
  const type = facts.kind.charAt(0).toUpperCase() + facts.kind.slice(1)
  const { role, is_vetted, is_trained, fresh_auth, is_locked, through_agency } = actor
  const place = cutPlace(actor.place, 3)
  const depth = depthOf(place)
  const attributes: Question['attributes'] = []
  for (const name of set.shapes.get(type)?.keys() ?? []) {
    const value = facts[name]
    if (value === undefined || value === null) throw new Error(`${action}: the fact ${name} is missing`)
    attributes.push([name, isPlace(value) ? cutPlace(value, depth) : value])
  }
  const context: Question['context'] = {}
  if (look.purpose !== undefined && isPurpose(look.purpose)) context.purpose = look.purpose
  if (look.has_quota !== undefined) context.has_quota = look.has_quota
  return {
    action,
    actor: {
      ...{ role, place, is_vetted, is_trained, fresh_auth, is_locked },
      ...(through_agency ? { through_agency } : {}),
    },
    type,
    attributes,
    context,
  }
}

function answer(set: PolicySet, question: Question): Decision {
  const decision = explain(set, ask(set.hash, set, question))
  if (decision.policy === OUT_OF_QUOTA) return whatElseRefuses(set, question) ?? decision
  if (decision.allowed || !decision.needs) return decision
  // The passkey is offered only where it opens the door; otherwise the officer hears the real reason.
  const fresh = { ...question, actor: { ...question.actor, fresh_auth: true } }
  const after = explain(set, ask(set.hash, set, fresh))
  return after.allowed ? decision : after
}

const OUT_OF_QUOTA = 'forbid-out-of-quota'

/**
 * Of quotas hears only who would have been allowed; a role that may not do it has none, and hears that. The passkey is
 * taken as fresh: its refusal would else stand before the one that nothing mends.
 */
function whatElseRefuses(set: PolicySet, question: Question): Decision | undefined {
  const actor = { ...question.actor, fresh_auth: true }
  const left = { ...question, actor, context: { ...question.context, has_quota: true } }
  const other = explain(set, ask(set.hash, set, left))
  return other.allowed ? undefined : other
}

/** Puts one question to the policies preparsed under a name. */
export function ask(preparsed: string, set: PolicySet, question: Question): AuthorizationAnswer {
  const { purpose, has_quota } = question.context
  return cedar.statefulIsAuthorized({
    principal: SELF,
    action: { type: 'Action', id: question.action },
    resource: { type: question.type, id: RECORD_ID },
    context: {
      ...(purpose === undefined ? {} : { purpose: reference('Purpose', purpose) }),
      ...(has_quota === undefined ? {} : { has_quota }),
    },
    entities: entitiesOf(set, question),
    preparsedSchemaName: preparsed,
    preparsedPolicySetId: preparsed,
    validateRequest: true,
  })
}

function explain(set: PolicySet, answered: AuthorizationAnswer): Decision {
  if (answered.type === 'failure') throw new Error(answered.errors.map((error) => error.message).join('\n'))
  const { decision, diagnostics } = answered.response
  // A forbid that errors is skipped by Cedar, that is, it fails open; here any error refuses.
  if (diagnostics.errors.length > 0 || answered.warnings.length > 0)
    throw new Error(JSON.stringify([diagnostics.errors, answered.warnings]))
  const policies = diagnostics.reason
    .map((id) => set.policies.get(id))
    .filter((policy) => policy !== undefined)
  const [policy] = policies.sort((a, b) => a.rank - b.rank)
  if (decision === 'allow') {
    if (policy?.effect !== 'permit') throw new Error('allowed without a permit')
    return Object.freeze({ allowed: true, policy: policy.id })
  }
  if (!policy) return Object.freeze({ allowed: false, policy: null, gloss: GLOSSES.none, is_hidden: true })
  const { id, gloss, is_hidden, needs } = policy
  return Object.freeze({ allowed: false, policy: id, gloss, is_hidden, ...(needs ? { needs } : {}) })
}

function entitiesOf(set: PolicySet, { actor, type, attributes }: Question): EntityJson[] {
  const entities = new Map<string, EntityJson>()
  const { role, place, ...flags } = actor
  const groups = Object.entries(GROUPS).filter(([, roles]) => roles.some((member) => member === role))
  const self: EntityJson = {
    uid: SELF,
    attrs: { ...flags, place: reference('Place', addPlace(entities, place)) },
    parents: [{ type: 'Role', id: role }, ...groups.map(([id]) => ({ type: 'Group', id }))],
  }
  const shape = set.shapes.get(type)
  const attrs = attributes.map(([name, value]): [string, CedarValueJson] => {
    if (isPlace(value)) return [name, reference('Place', addPlace(entities, value))]
    const entity_type = shape?.get(name) ?? null
    return [name, entity_type === null ? value : reference(entity_type, String(value))]
  })
  const record: EntityJson = {
    uid: { type, id: RECORD_ID },
    attrs: Object.fromEntries(attrs),
    parents: [],
  }
  return [self, record, ...entities.values()]
}

const reference = (type: string, id: string) => ({ __entity: { type, id } })

const isPlace = (value: Facts[string]): value is Place => typeof value === 'object' && value !== null

const failed = (error: unknown): Decision => ({
  allowed: false,
  policy: 'error',
  gloss: GLOSSES.error,
  is_hidden: false,
  detail: error instanceof Error ? error.message : String(error),
})

/** The policies as committed, loaded once: a fault in them stops the program here. */
export const { decide, policies_hash, policies } = createAuthorizer(readPolicySource())

/** What is said of a refusal, by the policy that an event names; null where none of today's policies did. */
export function glossOf(policy: string | null): Gloss | null {
  if (policy === 'no-permit') return GLOSSES.none
  if (policy === 'error') return GLOSSES.error
  return policies.get(policy ?? '')?.gloss ?? null
}
