import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findOffence, listOffences } from '../../law/offences.ts'
import { defaultPack, type EligibilityPolicy, type Pack } from '../../law/packs.ts'
import { findSource } from '../../law/sources.ts'
import type { AppealEventKind, Conviction, PersonFacts } from './conviction.ts'
import { decideEligibility, registrableFrom } from './decide.ts'

const pack = defaultPack()
const adult: PersonFacts = { born_on: '1988-02-11' }
const rape: Conviction = {
  conviction_id: 'k1',
  offence: 'PPC-376',
  offence_on: '2023-05-01',
  convicted_on: '2024-02-12',
  country: 'PK',
  jurisdiction: 'PK-PB',
  victim: 'woman',
  disposal: 'imprisonment',
  juvenile: false,
  appeal: [],
}
const decide = (change: Partial<Conviction> = {}, person = adult, on = '2025-09-10') =>
  decideEligibility({ ...rape, ...change }, person, pack, on)
const told = (change: Partial<Conviction> = {}, person = adult, on = '2025-09-10') => {
  const { outcome, reason } = decide(change, person, on)
  return [outcome, reason]
}

describe('the two tests', () => {
  const cases: readonly (readonly [string, Partial<Conviction>, boolean, boolean])[] = [
    ['rape of a woman meets both', {}, true, true],
    ['rape of an adult man meets s.2(1)(h) alone', { victim: 'other' }, true, false],
    ['acid thrown at a woman meets s.24 alone', { offence: 'PPC-336B' }, false, true],
    ['assault on a woman meets s.24 alone', { offence: 'PPC-354' }, false, true],
    ['acid thrown at a man meets neither', { offence: 'PPC-336B', victim: 'other' }, false, false],
    ['theft meets neither', { offence: 'PPC-379' }, false, false],
    ['online grooming is not named', { offence: 'PECA-22A', victim: 'child' }, false, false],
  ]
  for (const [what, change, s2h, s24] of cases) {
    it(what, () => {
      const result = decide(change)
      assert.deepEqual([result.s2h, result.s24, result.tests_differ], [s2h, s24, s2h !== s24])
      assert.deepEqual(
        [result.outcome, result.reason],
        s2h || s24 ? ['yes', 'tests_met'] : ['no', 'tests_not_met'],
      )
    })
  }

  const policies: readonly (readonly [EligibilityPolicy, readonly string[]])[] = [
    ['either', ['yes', 'yes', 'yes', 'no']],
    ['both', ['yes', 'no', 'no', 'no']],
    ['s2h_only', ['yes', 'yes', 'no', 'no']],
    ['s24_only', ['yes', 'no', 'yes', 'no']],
  ]
  for (const [policy, outcomes] of policies) {
    it(`weigh under the policy ${policy}`, () => {
      const values = {
        ...pack.values,
        eligibility_policy: { ...pack.values.eligibility_policy, value: policy },
      }
      const other: Pack = { ...pack, values }
      const found = [{}, { victim: 'other' }, { offence: 'PPC-354' }, { offence: 'PPC-379' }].map(
        (change) =>
          decideEligibility({ ...rape, ...change } as Conviction, adult, other, '2025-01-01').outcome,
      )
      assert.deepEqual(found, outcomes)
    })
  }
})

describe('what keeps a conviction off the register', () => {
  const cases: readonly (readonly [string, Partial<Conviction>, PersonFacts, readonly string[]])[] = [
    ['probation is not a conviction', { disposal: 'probation' }, adult, ['no', 'not_a_conviction']],
    [
      'a conditional discharge is not one',
      { disposal: 'conditional_discharge' },
      adult,
      ['no', 'not_a_conviction'],
    ],
    ['a fine is one', { disposal: 'fine' }, adult, ['yes', 'tests_met']],
    ['a flagged juvenile', { juvenile: true }, adult, ['no', 'juvenile']],
    ['a child the day before the 18th birthday', {}, { born_on: '2005-05-02' }, ['no', 'juvenile']],
    ['an adult on the 18th birthday', {}, { born_on: '2005-05-01' }, ['yes', 'tests_met']],
    [
      'born on 29 Feb: still a child on 28 Feb',
      { offence_on: '2022-02-28' },
      { born_on: '2004-02-29' },
      ['no', 'juvenile'],
    ],
    [
      'born on 29 Feb: an adult on 1 Mar',
      { offence_on: '2022-03-01' },
      { born_on: '2004-02-29' },
      ['yes', 'tests_met'],
    ],
    ['an unknown birth date: only the flag', {}, { born_on: null }, ['yes', 'tests_met']],
    ['a foreign conviction', { country: 'AE', jurisdiction: 'AE-DU' }, adult, ['no', 'foreign']],
    ['AJK is for review', { jurisdiction: 'PK-JK' }, adult, ['review', 'jurisdiction']],
    ['Gilgit-Baltistan is for review', { jurisdiction: 'PK-GB' }, adult, ['review', 'jurisdiction']],
    ['the day before entries begin', { convicted_on: '2023-12-31' }, adult, ['no', 'before_start']],
    ['the day entries begin', { convicted_on: '2024-01-01' }, adult, ['yes', 'tests_met']],
    ['292B until its repeal', { offence: 'PPC-292B', offence_on: '2022-12-31' }, adult, ['yes', 'tests_met']],
    [
      '292B from its repeal',
      { offence: 'PPC-292B', offence_on: '2023-01-01' },
      adult,
      ['review', 'not_in_force'],
    ],
    [
      '292C from its repeal',
      { offence: 'PPC-292C', offence_on: '2023-01-01' },
      adult,
      ['review', 'not_in_force'],
    ],
    ['22A before it was made: no test names it', { offence: 'PECA-22A' }, adult, ['no', 'tests_not_met']],
    [
      'the first that fails decides',
      { disposal: 'probation', juvenile: true, country: 'AE' },
      adult,
      ['no', 'not_a_conviction'],
    ],
  ]
  for (const [what, change, person, expected] of cases) {
    it(what, () => assert.deepEqual(told(change, person), expected))
  }

  it('an offence that a list names before it was made is for review', () => {
    const named = { ...pack.values.s2h_offences, value: ['PECA-22A'] }
    const draft = { ...pack, values: { ...pack.values, s2h_offences: named } }
    const found = (offence_on: string) =>
      decideEligibility({ ...rape, offence: 'PECA-22A', offence_on }, adult, draft, '2025-01-01').outcome
    assert.deepEqual([found('2023-07-23'), found('2023-07-24')], ['review', 'yes'])
  })
})

describe('an appeal', () => {
  const events = (...kinds: readonly AppealEventKind[]) => ({
    appeal: kinds.map((event, at) => ({ event, on: `2024-0${at + 3}-01` })),
  })
  const cases: readonly (readonly [string, Partial<Conviction>, string])[] = [
    ['pending changes nothing', events('filed'), 'yes'],
    ['dismissed changes nothing', events('filed', 'dismissed'), 'yes'],
    ['an acquittal voids', events('filed', 'acquitted'), 'void'],
    ['a set-aside voids', events('filed', 'set_aside'), 'void'],
    ['a restored conviction stands', events('acquitted', 'restored'), 'yes'],
    ['a second acquittal voids again', events('acquitted', 'restored', 'set_aside'), 'void'],
    ['a later filing revives nothing', events('acquitted', 'filed', 'dismissed', 'withdrawn'), 'void'],
  ]
  for (const [what, change, outcome] of cases) it(what, () => assert.equal(decide(change).outcome, outcome))

  it('counts from its day, not before', () => {
    const change = { appeal: [{ event: 'acquitted', on: '2025-04-12' }] as const }
    assert.equal(decide(change, adult, '2025-04-11').outcome, 'yes')
    assert.equal(decide(change, adult, '2025-04-12').outcome, 'void')
  })

  it('of two events on one day takes the later in the list as the later, whatever the order of days', () => {
    const [on, before] = ['2025-04-12', '2025-04-11']
    const [acquitted, restored] = [{ event: 'acquitted', on } as const, { event: 'restored', on } as const]
    assert.equal(decide({ appeal: [acquitted, restored] }).outcome, 'yes')
    assert.equal(decide({ appeal: [restored, acquitted] }).outcome, 'void')
    assert.equal(decide({ appeal: [acquitted, { ...restored, on: before }] }).outcome, 'void')
  })
})

describe('every decision', () => {
  const offences = [...listOffences().map(({ key }) => key), 'PPC-379']
  const convictions = fc.record({
    conviction_id: fc.constant('k'),
    offence: fc.constantFrom(...offences),
    offence_on: fc.constantFrom('2021-12-31', '2022-12-31', '2023-01-01', '2023-07-24'),
    convicted_on: fc.constantFrom('2023-12-31', '2024-01-01', '2025-06-30'),
    country: fc.constantFrom('PK', 'AE'),
    jurisdiction: fc.constantFrom('PK-PB', 'PK-JK'),
    victim: fc.constantFrom('woman', 'child', 'other'),
    disposal: fc.constantFrom('imprisonment', 'fine', 'probation'),
    juvenile: fc.boolean(),
    appeal: fc.array(
      fc.record({ event: fc.constantFrom('filed', 'acquitted', 'restored'), on: fc.constant('2024-02-01') }),
    ),
  }) as fc.Arbitrary<Conviction>

  it('tells both tests and rests every step on a text', () => {
    fc.assert(
      fc.property(convictions, (conviction) => {
        const { steps, s2h, s24, tests_differ } = decideEligibility(conviction, adult, pack, '2025-09-10')
        assert.deepEqual(steps.map(({ rule }) => rule).slice(0, 2), ['s2h', 's24'])
        assert.equal(steps.length, tests_differ ? 4 : 3)
        assert.ok(steps.every(({ law }) => findSource(law)))
        assert.equal(tests_differ, s2h !== s24)
        assert.ok(findOffence(conviction.offence) ?? !(s2h || s24))
      }),
    )
  })
})

describe('a person', () => {
  const from = (...outcomes: readonly ('yes' | 'no' | 'review' | 'void')[]) =>
    registrableFrom(outcomes.map((outcome) => ({ outcome })))
  it('is registrable by one conviction, else for review by one, else not', () => {
    assert.deepEqual(
      [from('no', 'review', 'yes'), from('void', 'review'), from('void', 'no'), from()],
      ['yes', 'review', 'no', 'no'],
    )
  })
})
