import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { defaultPack, listPacks, type Pack, type PackContent } from '../../law/packs.ts'
import { evaluate } from '../duty/evaluate.ts'
import { exampleConviction, exampleFacts } from '../duty/example-facts.ts'
import type { Facts } from '../duty/facts.ts'
import type { AppealEventKind } from '../eligibility/conviction.ts'
import { likelyFacts, unlikelyFacts } from '../invented/duty-facts.ts'
import { CHANGE_CLASSES, type ChangeClass, causesOf, changedValues, compareResults } from './compare.ts'

const base = defaultPack()
const FROM = '2026-11-27'

/** The default pack with some values changed, from the day asked. */
function changed(values: Partial<PackContent>): Pack {
  const given = Object.entries(values).map(([name, value]) => [
    name,
    { ...base.values[name as keyof PackContent], value },
  ])
  return {
    ...base,
    pack: 'draft',
    in_force_from: FROM,
    values: { ...base.values, ...Object.fromEntries(given) },
  }
}
const compare = (facts: Facts, draft: Pack) =>
  compareResults(evaluate(facts, base), evaluate(facts, draft, [base]))

const facts = (more: Partial<Facts> = {}): Facts => ({ ...exampleFacts, on: FROM, ...more })
const of_man = { ...exampleConviction, conviction_id: 'm', victim: 'other' as const }
const of_354 = { ...exampleConviction, conviction_id: 'n', offence: 'PPC-354' }
const event = (kind: AppealEventKind) => ({ event: kind, on: '2025-01-01' })
const in_custody = { custody: [{ from_on: '2024-02-12', to_on: null }] }

const CASES: readonly (readonly [string, Facts, Partial<PackContent>, ChangeClass])[] = [
  ['nothing changes', facts(), {}, 'unchanged'],
  ['the period is longer', facts(), { period_years: 12 }, 'lengthens'],
  ['the period is shorter', facts(), { period_years: 7 }, 'shortens'],
  ['the shorter period is over by then', facts(), { period_years: 1 }, 'leaves'],
  ['the longer period is not over by then', facts({ on: '2035-03-04' }), { period_years: 12 }, 'enters'],
  ['it was over, and is over', facts({ on: '2035-03-04' }), { period_years: 8 }, 'unchanged'],
  [
    'both tests are asked of a man',
    facts({ convictions: [of_man] }),
    { eligibility_policy: 'both' },
    'leaves',
  ],
  [
    'a scheduled offence no longer is',
    facts({ convictions: [of_354] }),
    { s24_extra_offences: [] },
    'leaves',
  ],
  [
    'a conviction before entries began counts',
    facts({ convictions: [{ ...exampleConviction, convicted_on: '2023-12-01' }] }),
    { entries_from: '2023-01-01' },
    'enters',
  ],
  [
    'a court undid it, and the draft lets it stand',
    facts({ convictions: [{ ...exampleConviction, appeal: [event('filed'), event('set_aside')] }] }),
    { voiding_events: ['acquitted'] },
    'enters',
  ],
  [
    'a territory is left to a legal officer',
    facts({ convictions: [{ ...exampleConviction, jurisdiction: 'PK-PB' }] }),
    { review_jurisdictions: ['PK-PB'] },
    'leaves',
  ],
  [
    'a territory left to a legal officer counts by itself',
    facts({ convictions: [{ ...exampleConviction, jurisdiction: 'PK-JK' }] }),
    { review_jurisdictions: [] },
    'enters',
  ],
  [
    'a country counts whose territory is left to a legal officer',
    facts({ convictions: [{ ...exampleConviction, country: 'IN', jurisdiction: 'IN-DL' }] }),
    { countries: ['PK', 'IN'], review_jurisdictions: ['IN-DL'] },
    'enters',
  ],
  ['still in custody, a longer period has no date', facts(in_custody), { period_years: 12 }, 'unchanged'],
  [
    'a period that custody lengthened no longer does',
    facts({
      custody: [
        { from_on: '2024-02-12', to_on: '2025-03-03' },
        { from_on: '2026-01-01', to_on: null },
      ],
    }),
    { custody_extends_period: false },
    'shortens',
  ],
  ['confirmations come more often', facts(), { confirm_every_months: 3 }, 'duties_change'],
  [
    'one of two convictions no longer counts',
    facts({ convictions: [exampleConviction, { ...of_354, convicted_on: '2024-02-12' }] }),
    { s24_extra_offences: [] },
    'duties_change',
  ],
]

describe('what a draft changes for a person', () => {
  for (const [what, given, values, expected] of CASES)
    it(`${what}: ${expected}`, () => {
      assert.equal(compare(given, changed(values)).class, expected)
    })
  it('is told with both sides', () => {
    const { before, after } = compare(facts(), changed({ period_years: 12 }))
    assert.deepEqual([before.ends_on, after.ends_on], ['2035-03-03', '2037-03-03'])
  })
  it('names the convictions whose outcome differs, and counts the duties', () => {
    const both = facts({ convictions: [exampleConviction, of_354] })
    assert.deepEqual(compare(both, changed({ s24_extra_offences: [] })).convictions, [
      { conviction_id: 'n', before: 'yes', after: 'no' },
    ])
    assert.ok(compare(facts(), changed({ confirm_every_months: 3 })).duty_count > 0)
  })
  it('comes of the values that alone change it', () => {
    const draft = changed({ period_years: 12, notify_name_change_days: 9, due_soon_days: 14 })
    const names = changedValues(base.values, draft.values)
    assert.deepEqual(names.toSorted(), ['notify_name_change_days', 'period_years'])
    const alone = (name: keyof PackContent) =>
      compare(facts(), changed({ [name]: draft.values[name].value })).class
    assert.deepEqual(causesOf(names, 'lengthens', alone), ['period_years'])
  })
})

const person = fc
  .tuple(fc.nat(10_000), fc.boolean())
  .map(([at, is_likely]) => ({ ...(is_likely ? likelyFacts(9, at) : unlikelyFacts(9, at)), on: FROM }))
const draft = fc
  .record(
    {
      period_years: fc.integer({ min: 1, max: 20 }),
      eligibility_policy: fc.constantFrom('either', 'both', 's2h_only', 's24_only'),
      confirm_every_months: fc.integer({ min: 1, max: 24 }),
      custody_extends_period: fc.boolean(),
      disposals_not_convictions: fc.constantFrom([], ['probation'] as const),
      voiding_events: fc.constantFrom([], ['acquitted'] as const),
      entries_from: fc.constantFrom('2020-01-01', '2024-01-01', '2025-06-01'),
    },
    { requiredKeys: [] },
  )
  .map((values) => changed(values))

describe('whatever the draft', () => {
  it('the same pack changes nothing for anybody', () => {
    fc.assert(
      fc.property(person, fc.constantFrom(...listPacks()), (given, pack) => {
        const one = compareResults(evaluate(given, pack), evaluate(given, { ...pack }))
        assert.deepEqual([one.class, one.duty_count, one.convictions], ['unchanged', 0, []])
      }),
    )
  })
  it('the order of convictions, of intervals and of servings changes no class', () => {
    fc.assert(
      fc.property(person, draft, (given, pack) => {
        const turned = {
          ...given,
          convictions: given.convictions.toReversed(),
          ...{ custody: given.custody.toReversed(), served: given.served.toReversed() },
        }
        assert.equal(compare(turned, pack).class, compare(given, pack).class)
      }),
    )
  })
  it('what the draft changes, its undoing changes back', () => {
    const opposite: Record<ChangeClass, ChangeClass> = {
      ...{ enters: 'leaves', leaves: 'enters', lengthens: 'shortens', shortens: 'lengthens' },
      ...{ duties_change: 'duties_change', unchanged: 'unchanged' },
    }
    const seen = new Set<ChangeClass>()
    fc.assert(
      fc.property(person, draft, (given, pack) => {
        const [before, after] = [evaluate(given, base), evaluate(given, pack, [base])]
        const there = compareResults(before, after)
        seen.add(there.class)
        assert.equal(compareResults(after, before).class, opposite[there.class])
      }),
      { numRuns: 400, seed: 1 },
    )
    assert.deepEqual([...seen].toSorted(), CHANGE_CLASSES.toSorted(), 'every class was met')
  })
})
