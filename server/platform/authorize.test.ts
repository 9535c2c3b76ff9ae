// What holds whatever the policies say: any doubt refuses, nothing is decided twice, and no id matters.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ABOUTS, ACTIONS, type Action, type Facts } from '../../domain/access/actions.ts'
import { type Actor, NATION, type Place, PURPOSES, ROLES } from '../../domain/access/actor.ts'
import { ask, createAuthorizer, decide, type Question } from './authorize.ts'
import { parsePolicies, readPolicySource } from './policy-set.ts'

const source = readPolicySource()
const MULTAN: Place = { province: 'PK-PB', division: 'Multan', district: 'pb_multan', station: null }
const officer: Actor = {
  officer_id: 'o1',
  session_id: 's1',
  posting_id: 'p1',
  role: 'bureau_officer',
  unit_id: 'u1',
  place: NATION,
  is_vetted: true,
  is_trained: true,
  fresh_auth: true,
  is_locked: false,
}
const person: Facts = {
  ...{ kind: 'person', place: MULTAN, has_conflict: false, is_closed: false, is_off_register: false },
}
const look = { purpose: 'registration', has_quota: true }

// Values no route should hand over, as a fault in a query might; the types forbid them.
const faulty = <T>(value: unknown) => value as T

describe('a doubtful question is refused with the policy "error"', () => {
  const cases: [string, Actor, Action, Facts][] = [
    ['a fact is missing', officer, 'person.view', { kind: 'person', place: MULTAN }],
    ['a fact is null', officer, 'person.view', { ...person, has_conflict: faulty(null) }],
    ['a fact is of another type', officer, 'person.view', { ...person, has_conflict: 'no' }],
    ['a placed record has no place', officer, 'person.view', { ...person, place: null }],
    ['a place has a gap', officer, 'person.view', { ...person, place: { ...NATION, station: 'x' } }],
    ['a fact is a place where none belongs', officer, 'person.view', { ...person, has_conflict: MULTAN }],
    ['the record is of another kind', officer, 'person.view', { kind: 'day', place: null }],
    ['the act is not in the list', officer, faulty('person.erase'), person],
    ['the act is a name all objects have', officer, faulty('toString'), person],
    ['the role is not in the list', { ...officer, role: faulty('king') }, 'person.view', person],
    ['standing is not a truth value', { ...officer, is_vetted: faulty('yes') }, 'person.view', person],
    ['standing is missing', { ...officer, is_locked: faulty(undefined) }, 'person.view', person],
    ['there is no actor', faulty(undefined), 'person.view', person],
    ['there are no facts', officer, 'person.view', faulty(null)],
    [
      'an approval is about something unknown',
      officer,
      'approval.approve',
      { kind: 'approval', place: MULTAN, about: 'party', is_own_proposal: false, has_conflict: false },
    ],
  ]
  for (const [words, actor, action, facts] of cases)
    it(`when ${words}`, () => {
      const decision = decide(actor, action, facts, look)
      assert.deepEqual([decision.allowed, decision.policy], [false, 'error'])
      assert.ok(!decision.allowed && decision.gloss.ur && decision.detail)
    })

  it('and the same question, well put, is allowed', () => {
    assert.deepEqual(decide(officer, 'person.view', person, look), {
      allowed: true,
      policy: 'permit-view-person',
    })
  })
})

describe('the engine itself refuses', () => {
  const set = parsePolicies(source)
  const { role, place, is_vetted, is_trained, fresh_auth, is_locked } = officer
  const actor = { role, place, is_vetted, is_trained, fresh_auth, is_locked }
  const question: Question = { action: 'day.view', actor, type: 'Day', attributes: [], context: {} }

  it('when the schema is gone', () => {
    assert.equal(ask(set.hash, set, question).type, 'success')
    assert.equal(ask('never parsed', set, question).type, 'failure')
  })
  it('an act done to a kind of record it is not for', () => {
    assert.equal(ask(set.hash, set, { ...question, type: 'Audit' }).type, 'failure')
  })
  it('when a forbid fails while it is worked out, which Cedar alone would let through', () => {
    const words = '@gloss_en("X.") @gloss_ur("س۔")'
    const { decide: broken } = createAuthorizer({
      ...source,
      policies: `@id("permit-x") ${words} permit (principal, action, resource);
        @id("forbid-x") ${words} forbid (principal, action, resource) when { 9223372036854775807 + 1 > 0 };`,
    })
    const decision = broken(officer, 'day.view', { kind: 'day', place: null })
    assert.deepEqual([decision.allowed, decision.policy], [false, 'error'])
    assert.match(decision.allowed ? '' : (decision.detail ?? ''), /overflow/)
  })
})

describe('faulty policies do not start', () => {
  const one = (body: string, id = 'forbid-x') => `@id("${id}") @gloss_en("X.") @gloss_ur("س۔") ${body}`
  const cases: [string, Partial<typeof source>][] = [
    ['no schema', { schema: '' }],
    ['a schema that does not parse', { schema: 'entity' }],
    ['a policy that does not parse', { policies: 'forbid (' }],
    [
      'an attribute misspelt',
      { policies: one('forbid (principal, action, resource) when { principal.is_vetd };') },
    ],
    ['a role misspelt', { policies: one('permit (principal in Role::"buro", action, resource);') }],
    ['an act misspelt', { policies: one('permit (principal, action == Action::"day.veiw", resource);') }],
    [
      'a policy that can never apply',
      { policies: one('permit (principal, action == Action::"day.view", resource is Person);') },
    ],
    ['a policy without words', { policies: '@id("x") permit (principal, action, resource);' }],
    ['a template', { policies: one('permit (principal == ?principal, action, resource);') }],
    ['an unknown answer', { policies: `@answer("shrug") ${one('forbid (principal, action, resource);')}` }],
    ['an unknown need', { policies: `@needs("bribe") ${one('forbid (principal, action, resource);')}` }],
    [
      'one name for two',
      {
        policies: `${one('forbid (principal, action, resource);')} ${one('permit (principal, action, resource);')}`,
      },
    ],
  ]
  for (const [words, change] of cases)
    it(`with ${words}`, () => {
      assert.throws(() => createAuthorizer({ ...source, ...change }))
    })
  it('and no policies at all permit nothing', () => {
    const { decide: none } = createAuthorizer({ ...source, policies: '' })
    const decision = none(officer, 'day.view', { kind: 'day', place: null })
    assert.deepEqual([decision.policy, !decision.allowed && decision.is_hidden], [null, true])
  })
})

const places = fc.constantFrom<Place>(
  NATION,
  MULTAN,
  { ...MULTAN, district: 'pb_vehari' },
  { ...MULTAN, station: 'multan-saddar' },
  { ...NATION, province: 'PK-SD' },
)
const actors = fc.record({
  officer_id: fc.uuid(),
  session_id: fc.uuid(),
  posting_id: fc.uuid(),
  unit_id: fc.uuid(),
  role: fc.constantFrom(...ROLES),
  place: places,
  is_vetted: fc.boolean(),
  is_trained: fc.boolean(),
  fresh_auth: fc.boolean(),
  is_locked: fc.boolean(),
})
/** Every yes-or-no fact that the schema knows of a record or an officer. */
const flags = [...source.schema.matchAll(/\b((?:is|has)_\w+): Bool/g)].map(([, name = '']) => name)
const records = fc.record({
  place: places,
  about: fc.constantFrom(...ABOUTS),
  ...Object.fromEntries(flags.map((name) => [name, fc.boolean()])),
}) as fc.Arbitrary<{ place: Place; about: string } & Record<string, boolean>>
const contexts = fc.record(
  { purpose: fc.constantFrom(...PURPOSES), has_quota: fc.boolean() },
  { requiredKeys: [] },
)
const acts = fc.constantFrom(...(Object.keys(ACTIONS) as Action[]))

/** The kinds of record that lie somewhere, as the schema has them. */
const placed = new Set(
  [...source.schema.matchAll(/^entity (\w+) \{ place: Place/gm)].map(([, kind = '']) => kind.toLowerCase()),
)

describe('whatever the facts', () => {
  const asked = fc.tuple(actors, acts, records, contexts)
  it('an officer without standing is never allowed anything, and a well-put question is never an error', () => {
    fc.assert(
      fc.property(asked, ([actor, action, record, context]) => {
        const decision = decide(actor, action, { kind: ACTIONS[action], ...record }, context)
        assert.notEqual(decision.policy, 'error')
        const in_standing = actor.is_vetted && actor.is_trained && !actor.is_locked
        if (!in_standing) assert.equal(decision.allowed, false)
        if (decision.allowed && placed.has(ACTIONS[action])) assert.ok(lies(record.place, actor.place))
      }),
      { numRuns: 1500 },
    )
  })
  it('a remembered decision is the decision, and memory never outgrows its bound', () => {
    const small = createAuthorizer(source, 3)
    const forgetful = createAuthorizer(source, 0)
    fc.assert(
      fc.property(asked, ([actor, action, record, context]) => {
        const facts = { kind: ACTIONS[action], ...record }
        const first = small.decide(actor, action, facts, context)
        assert.deepEqual(small.decide(actor, action, facts, context), first)
        assert.deepEqual(forgetful.decide(actor, action, facts, context), first)
        assert.ok(small.countRemembered() <= 3)
      }),
      { numRuns: 300 },
    )
  })
})

/** Whether a place lies in another, written without the engine. */
const lies = (inner: Place, outer: Place) =>
  (['province', 'division', 'district', 'station'] as const).every(
    (level) => outer[level] === null || outer[level] === inner[level],
  )

describe('memory', () => {
  it('serves all officers and records that are alike from one decision', () => {
    const { decide: fresh, countRemembered } = createAuthorizer(source)
    for (const n of [1, 2, 3])
      for (const station of ['a', 'b'])
        fresh(
          { ...officer, officer_id: `o${n}`, session_id: `s${n}`, unit_id: `u${n}` },
          'person.view',
          { ...person, place: { ...MULTAN, station }, person_id: `p${n}`, state: 'active' },
          look,
        )
    assert.equal(countRemembered(), 1)
  })
  it('does not keep an error', () => {
    const { decide: fresh, countRemembered } = createAuthorizer(source)
    fresh(officer, 'person.view', { ...person, has_conflict: 'no' }, look)
    assert.equal(countRemembered(), 0)
  })
  it('gives out decisions that nobody can alter', () => {
    assert.ok(Object.isFrozen(decide(officer, 'person.view', person, look)))
  })
})
