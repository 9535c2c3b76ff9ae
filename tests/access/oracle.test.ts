/**
 * Two judges who share nothing: the policies, asked as the program asks them, and a plain oracle written from the law.
 * 14,000 random officers, acts and records are put to both. More, or others: `node tests/access/oracle.test.ts 100000 7`.
 */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ACTIONS, type Action } from '../../domain/access/actions.ts'
import { ROLES } from '../../domain/access/actor.ts'
import type { Decision } from '../../domain/access/decision.ts'
import { decide, policies } from '../../server/platform/authorize.ts'
import { parsePolicies, readPolicySource } from '../../server/platform/policy-set.ts'
import { type Case, judge, levelOf, type Verdict } from './oracle.ts'
import { drawCase } from './triples.ts'

const [asked, seeded] = import.meta.main ? process.argv.slice(2) : []
const COUNT = Number(asked ?? 14_000)
const SEED = Number(seeded ?? 1)
const FEWEST = 5

/** What the officer meets, whichever policy it was. */
function verdictOf(decision: Decision): Verdict {
  if (decision.allowed) return 'allowed'
  if (decision.policy === 'error') throw new Error(decision.detail)
  if (decision.is_hidden) return 'not_found'
  return decision.needs === 'step_up' ? 'passkey' : 'refused'
}

/** A difference in words: the case, both verdicts, and the policy that decided. */
function tell(given: Case, said: Verdict, decision: Decision): string {
  const policy = policies.get(decision.policy ?? '')
  return [
    JSON.stringify(given, null, 1),
    `oracle: ${said} · policies: ${verdictOf(decision)} by ${decision.policy ?? 'no permit'}`,
    policy?.text ?? '',
  ].join('\n')
}

const cases = Array.from({ length: COUNT }, (_, index) => drawCase(SEED, index))
const judged = cases.map((given) => {
  const decision = decide(given.who, given.act, given.record, given.look)
  return { given, decision, said: judge(given) }
})
const acts = Object.keys(ACTIONS) as Action[]

describe(`${COUNT} cases of seed ${SEED}`, () => {
  it('are decided alike by the policies and by the oracle', () => {
    const differing = judged.filter(({ decision, said }) => verdictOf(decision) !== said)
    const told = differing.slice(0, 5).map(({ given, said, decision }) => tell(given, said, decision))
    assert.equal(differing.length, 0, `${differing.length} differ\n${told.join('\n\n')}`)
  })

  it('allow and refuse every act several times', (t) => {
    for (const act of acts) {
      const of_act = judged.filter(({ given }) => given.act === act)
      const allowed = of_act.filter(({ decision }) => decision.allowed).length
      t.diagnostic(`${act}: ${allowed} of ${of_act.length} allowed`)
      assert.ok(allowed >= FEWEST && of_act.length - allowed >= FEWEST, `${act}: ${allowed} allowed`)
    }
    const allowed = judged.filter(({ decision }) => decision.allowed).length
    t.diagnostic(`all: ${((100 * allowed) / COUNT).toFixed(1)} % allowed`)
  })

  it('end in every way, by every policy that refuses, and for every role', () => {
    assert.deepEqual([...new Set(judged.map(({ said }) => said))].sort(), [
      ...['allowed', 'not_found', 'passkey', 'refused'],
    ])
    const forbids = [...policies.values()].filter((policy) => policy.effect === 'forbid')
    const refusing = new Set(judged.map(({ decision }) => decision.policy))
    assert.deepEqual(
      forbids.map(({ id }) => id).filter((id) => !refusing.has(id)),
      [],
    )
    assert.deepEqual([...new Set(judged.map(({ given }) => given.who.role))].sort(), [...ROLES].sort())
  })

  it('have every fact that the schema knows, with every value it can have', () => {
    const { shapes, schema } = parsePolicies(readPolicySource())
    const missing = [...shapes].flatMap(([type, shape]) => {
      const drawn = recordsOf(type)
      return [...shape].flatMap(([name, entity]) => {
        const met = new Set(drawn.map((one) => one[name]))
        const never = valuesOf(schema, entity).filter((value) => !met.has(value))
        return never.map((value) => `${type}.${name} = ${value}`)
      })
    })
    assert.deepEqual(missing, [])
  })
})

/** The officers, or the records of a kind, that were drawn. */
function recordsOf(type: string): readonly Record<string, unknown>[] {
  if (type === 'Actor') return cases.map(({ who }) => ({ through_agency: false, ...who }))
  if (type === 'Place') return cases.map(({ who }) => ({ level: levelOf(who.place) }))
  const kind = type.charAt(0).toLowerCase() + type.slice(1)
  return cases.flatMap(({ record }) => (record.kind === kind ? [record] : []))
}

/** Both values of a yes-or-no fact, the names of a closed list; of a place, none by name. */
function valuesOf(
  schema: ReturnType<typeof parsePolicies>['schema'],
  entity: string | null,
): readonly unknown[] {
  if (entity === null) return [true, false]
  const type = schema['']?.entityTypes[entity]
  return type && 'enum' in type ? type.enum : []
}
