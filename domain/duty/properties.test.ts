import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { listOffences } from '../../law/offences.ts'
import { defaultPack, type Pack } from '../../law/packs.ts'
import { findSource } from '../../law/sources.ts'
import { dayOf, isoOf } from '../calendar/dates.ts'
import type { DatedInterval } from '../calendar/intervals.ts'
import { becauseInEnglish } from '../law/english.ts'
import { decodeFacts } from './decode.ts'
import { type CaseResult, type Duty, evaluate } from './evaluate.ts'
import { exampleConviction, exampleFacts } from './example-facts.ts'
import { duty_names, type Facts } from './facts.ts'
import { regimesOf } from './timeline.ts'

const pack = defaultPack()
const first = dayOf('2024-01-01')
const day = fc.integer({ min: 0, max: 1800 }).map((days) => isoOf(first + days))
const time = fc.constantFrom('00:00:00', '08:00:00', '12:30:00', '16:00:00', '23:59:00')
const instant = fc.tuple(day, time).map(([on, at]) => `${on}T${at}+05:00`)
const span = (longest_days: number): fc.Arbitrary<DatedInterval> =>
  fc
    .tuple(day, fc.integer({ min: 0, max: longest_days }), fc.integer({ min: 0, max: 9 }))
    .map(([from_on, days, open]) => ({ from_on, to_on: open === 0 ? null : isoOf(dayOf(from_on) + days) }))
const spans = (longest_days: number) => fc.array(span(longest_days), { maxLength: 3 })
const outage = fc.tuple(instant, fc.integer({ min: 0, max: 80 })).map(([from_at, hours]) => ({
  from_at,
  to_at: new Date(Date.parse(from_at) + hours * 3_600_000).toISOString(),
}))
const numbered = <T extends object>(key: string, given: fc.Arbitrary<T>, maxLength: number) =>
  fc.array(given, { maxLength }).map((list) => list.map((one, at) => ({ ...one, [key]: `${key[0]}${at}` })))

const trip = fc
  .record({
    kind: fc.constantFrom('abroad', 'inside'),
    departs_at: instant,
    hours: fc.integer({ min: 0, max: 900 }),
    is_open: fc.boolean(),
    is_cancelled: fc.boolean(),
  })
  .map(({ kind, departs_at, hours, is_open, is_cancelled }) => {
    const after = (ms: number) => new Date(Date.parse(departs_at) + ms).toISOString()
    const returns_at = is_open ? null : after(hours * 3_600_000)
    return { kind, departs_at, returns_at, cancelled_at: is_cancelled ? after(-1000 * hours) : null }
  })

const convictions = fc.record({
  offence: fc.constantFrom('PPC-376', 'PPC-376', ...listOffences().map(({ key }) => key)),
  convicted_on: day,
  appeal: fc.array(
    fc.record({ event: fc.constantFrom('filed', 'dismissed', 'acquitted', 'restored'), on: day }),
    { maxLength: 2 },
  ),
})

const facts = fc.record({
  case_id: fc.constant('c'),
  on: day,
  pack: fc.constant('pk-assumed'),
  person: fc.constant({ born_on: '1980-01-01' }),
  convictions: numbered(
    'conviction_id',
    convictions.map((one) => ({ ...exampleConviction, ...one })),
    2,
  ),
  custody: spans(400),
  hospital: spans(60),
  abroad: spans(60),
  no_fixed_abode: spans(200),
  served: fc.array(
    fc.record({ duty: fc.constantFrom(...duty_names), at: instant, language: fc.constant('ur') }),
    { maxLength: 8 },
  ),
  changes: numbered('change_id', fc.record({ kind: fc.constantFrom('name', 'address'), on: day }), 3),
  trips: numbered('trip_id', trip, 3),
  notices: numbered(
    'notice_id',
    fc.record({
      duty: fc.constantFrom(...duty_names),
      about: fc.constantFrom('c0', 'c1', 't0', 't1', 't2'),
      received_at: instant,
    }),
    8,
  ),
  visits: fc.array(fc.record({ on: day, result: fc.constantFrom('found', 'not_at_address') }), {
    maxLength: 3,
  }),
  closed_desks: spans(20),
  outages: fc.array(outage, { maxLength: 3 }),
}) as unknown as fc.Arbitrary<Facts>

const holds = (check: (given: Facts) => void, numRuns = 400) =>
  fc.assert(fc.property(facts, check), { numRuns })
const keyOf = ({ duty, key }: Duty) => `${duty} ${key}`

describe('whatever the facts', () => {
  it('they pass the check, and the same facts give the same result', () => {
    holds((given) => {
      assert.ok(decodeFacts(given).ok)
      assert.deepEqual(evaluate(given, pack), evaluate(structuredClone(given), pack))
    }, 100)
  })

  it('every duty and step rests on a text, and each step goes on where the last date was left', () => {
    holds((given) => {
      const { duties, registration } = evaluate(given, pack)
      for (const { steps, law, due_on, due_at } of duties) {
        assert.ok(findSource(law) && steps.length > 0)
        assert.equal(steps.at(-1)?.to, due_at ?? due_on)
        for (const [at, { from }] of steps.entries()) if (at > 0) assert.equal(from, steps[at - 1]?.to)
      }
      for (const { because, law } of [...registration.steps, ...duties.flatMap(({ steps }) => steps)]) {
        assert.ok(findSource(law))
        assert.doesNotMatch(becauseInEnglish(because), /undefined|null|NaN|Infinity|[{}]/)
      }
    })
  })

  it('each duty is listed once, in order of due date, between release and the end', () => {
    holds((given) => {
      const { duties, registration } = evaluate(given, pack)
      assert.equal(new Set(duties.map(keyOf)).size, duties.length)
      const dates = duties.map(({ due_on, due_at }) => due_on ?? due_at?.slice(0, 10) ?? '9999-12-31')
      assert.deepEqual(dates, dates.toSorted())
      if (registration.released_on === null) assert.equal(duties.length, 0)
      for (const date of dates) assert.ok(date >= (registration.released_on ?? ''))
    })
  })

  it('a deadline after an event falls on a working day, outside every interval that pauses it', () => {
    holds((given) => {
      for (const { duty, due_on } of evaluate(given, pack).duties) {
        if (due_on === null || duty === 'notify_travel_abroad') continue
        const date = Temporal.PlainDate.from(due_on)
        assert.notEqual(date.dayOfWeek, 7)
        assert.ok(!pack.values.holidays.value.includes(due_on.slice(5)))
        for (const { from_on, to_on } of [...given.custody, ...given.hospital, ...given.abroad]) {
          const end = to_on === null ? '9999-12-31' : isoOf(dayOf(to_on) + 7)
          assert.ok(from_on === to_on || due_on < from_on || due_on >= end)
        }
      }
    })
  })

  it('no overdue duty, no one late; and a notice that met it means met', () => {
    holds((given) => {
      const { duties, standing } = evaluate(given, pack)
      if (standing === 'late') assert.ok(duties.some(({ state }) => state === 'overdue'))
      for (const { notice_id, state } of duties) {
        assert.equal(notice_id !== null, state === 'met' || state === 'met_late')
      }
    })
  })

  it('splitting an interval into two that touch changes nothing', () => {
    const split = (list: readonly DatedInterval[], at: number) =>
      list.flatMap(({ from_on, to_on }) => {
        const middle = isoOf(dayOf(from_on) + at)
        const is_inside = middle > from_on && (to_on === null || middle < to_on)
        return is_inside
          ? [
              { from_on: middle, to_on },
              { from_on, to_on: middle },
            ]
          : [{ from_on, to_on }]
      })
    const kinds = ['custody', 'hospital', 'abroad', 'no_fixed_abode', 'closed_desks'] as const
    fc.assert(
      fc.property(facts, fc.constantFrom(...kinds), fc.integer({ min: 1, max: 100 }), (given, kind, at) => {
        const divided = { ...given, [kind]: split(given[kind], at) }
        assert.deepEqual(evaluate(divided, pack), evaluate(given, pack))
      }),
      { numRuns: 400 },
    )
  })

  it('splitting an outage into two that touch changes nothing', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 86_400 }), (given, seconds) => {
        const outages = given.outages.flatMap(({ from_at, to_at }) => {
          const middle = new Date(Date.parse(from_at) + seconds * 1000).toISOString()
          if (to_at === null || Date.parse(to_at) <= Date.parse(middle)) return [{ from_at, to_at }]
          return [
            { from_at: middle, to_at },
            { from_at, to_at: middle },
          ]
        })
        assert.deepEqual(evaluate({ ...given, outages }, pack), evaluate(given, pack))
      }),
      { numRuns: 300 },
    )
  })

  it('evaluating changes neither the facts nor the pack, so that it may be done again', () => {
    const frozen = <T>(value: T): T => {
      if (typeof value !== 'object' || value === null) return value
      for (const each of Object.values(value)) frozen(each)
      return Object.freeze(value)
    }
    const its_own = frozen(structuredClone(pack))
    holds((given) => {
      const once = evaluate(frozen(given), its_own)
      assert.deepEqual(evaluate(given, its_own), once)
      // The pack was copied: one that is equal to the default changes nothing.
      assert.deepEqual(evaluate(given, pack), once)
    }, 200)
  })

  it('the order of facts changes nothing but ties', () => {
    const reversed = (given: Facts): Facts => ({
      ...given,
      convictions: given.convictions.toReversed(),
      custody: given.custody.toReversed(),
      hospital: given.hospital.toReversed(),
      abroad: given.abroad.toReversed(),
      no_fixed_abode: given.no_fixed_abode.toReversed(),
      served: given.served.toReversed(),
      changes: given.changes.toReversed(),
      trips: given.trips.toReversed(),
      notices: given.notices.toReversed(),
      visits: given.visits.toReversed(),
      closed_desks: given.closed_desks.toReversed(),
      outages: given.outages.toReversed(),
    })
    holds((given) => {
      fc.pre(new Set(given.notices.map(({ received_at }) => received_at)).size === given.notices.length)
      fc.pre(new Set(given.visits.map(({ on }) => on)).size === given.visits.length)
      // Of two convictions of one day the first as given is explained first.
      fc.pre(new Set(given.convictions.map((c) => c.convicted_on)).size === given.convictions.length)
      const [there, back] = [evaluate(given, pack), evaluate(reversed(given), pack)]
      assert.deepEqual({ ...back, convictions: back.convictions.toReversed() }, there)
    })
  })

  it('an attendance more never leaves more confirmations open', () => {
    const open = ({ duties }: ReturnType<typeof evaluate>) =>
      duties.filter(({ duty, state }) => duty === 'confirm_in_person' && !state.startsWith('met')).map(keyOf)
    fc.assert(
      fc.property(facts, instant, (given, received_at) => {
        const notice = { notice_id: 'more', duty: 'confirm_in_person' as const, about: null, received_at }
        const before = open(evaluate(given, pack))
        const after = open(evaluate({ ...given, notices: [...given.notices, notice] }, pack))
        assert.ok(after.length <= before.length, `${before} then ${after}`)
      }),
      { numRuns: 400 },
    )
  })
})

describe('for duties about a change or a trip', () => {
  it('a later notice never improves the state', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 400 }), (given, hours) => {
        // One notice alone: of several, another may be the first once this one is late.
        const [notice] = given.notices
        fc.pre(notice !== undefined && notice.duty !== 'confirm_in_person')
        const late = new Date(Date.parse(notice.received_at) + hours * 3_600_000).toISOString()
        const state = (received_at: string) =>
          evaluate({ ...given, notices: [{ ...notice, received_at }] }, pack).duties.find(
            ({ key, duty }) => key === notice.about && duty === notice.duty,
          )?.state
        const [before, after] = [state(notice.received_at), state(late)]
        if (before === 'met_late') assert.notEqual(after, 'met')
        if (before !== 'met' && before !== 'met_late') assert.equal(after, before)
      }),
      { numRuns: 600 },
    )
  })
})

describe('without pauses', () => {
  const still = (given: Facts): Facts => ({
    ...given,
    custody: [],
    hospital: [],
    abroad: [],
    trips: given.trips.filter(({ kind }) => kind === 'inside'),
  })
  /** No date is earlier with more, and none that was missing appears. */
  const neverEarlier = (given: Facts, more: (calm: Facts) => Partial<Facts>) => {
    const calm = { ...still(given), notices: [] }
    const before = new Map(evaluate(calm, pack).duties.map((duty) => [keyOf(duty), duty.due_on]))
    for (const duty of evaluate({ ...calm, ...more(calm) }, pack).duties) {
      const was = before.get(keyOf(duty))
      if (was === undefined || duty.due_at !== undefined) continue
      assert.ok((duty.due_on ?? '9999') >= (was ?? '9999'), `${keyOf(duty)} ${was} ${duty.due_on}`)
    }
  }
  it('an outage more never makes a date earlier', () => {
    fc.assert(
      fc.property(facts, outage, (given, more) =>
        neverEarlier(given, ({ outages }) => ({ outages: [...outages, more] })),
      ),
      { numRuns: 400 },
    )
  })
  it('a desk that is closed more never makes a date earlier', () => {
    fc.assert(
      fc.property(facts, span(500), (given, more) =>
        neverEarlier(given, ({ closed_desks }) => ({ closed_desks: [...closed_desks, more] })),
      ),
      { numRuns: 400 },
    )
  })
})

describe('packs in succession', () => {
  it('each duty is listed once, whatever interval the second has', () => {
    const every = (months: number, in_force_from: string | null): Pack => ({
      ...{ ...pack, in_force_from },
      values: {
        ...pack.values,
        confirm_every_months: { ...pack.values.confirm_every_months, value: months },
      },
    })
    const months = fc.integer({ min: 1, max: 24 })
    fc.assert(
      fc.property(facts, months, months, day, (given, before, after, from_on) => {
        const { duties } = evaluate(given, every(after, from_on), [every(before, null)])
        assert.equal(new Set(duties.map(keyOf)).size, duties.length)
      }),
      { numRuns: 400 },
    )
    // Every half year from March 2025, then every year: March 2026 is the second, and March 2027 the second again.
    const asked = { ...exampleFacts, on: '2027-04-01', notices: [], outages: [] }
    const { duties } = evaluate(asked, every(12, '2026-04-01'), [every(6, null)])
    assert.deepEqual(
      duties.map(({ key, due_on }) => [key, due_on]),
      [
        ['1.1', '2025-09-03'],
        ['1.2', '2026-03-03'],
        ['1.2-2', '2027-03-03'],
        ['1.3', '2028-03-03'],
      ],
    )
  })
  it('of two desks from the beginning the later governs', () => {
    const desk = { from_on: null, closed_desks: [], outages: [] }
    const [one, ...others] = regimesOf([pack], [desk, { ...desk, outages: exampleFacts.outages }])
    assert.deepEqual([one?.desk.outages, others], [exampleFacts.outages, []])
  })
  it('with the same values are as one, whenever the second comes into force, but for which is named', () => {
    const unnamed = ({ duties, ...result }: CaseResult) => ({
      ...result,
      duties: duties.map(({ ruled_from: _, ...duty }) => duty),
    })
    fc.assert(
      fc.property(facts, day, (given, in_force_from) => {
        const second: Pack = { ...pack, in_force_from }
        assert.deepEqual(unnamed(evaluate(given, second, [pack])), unnamed(evaluate(given, pack)))
      }),
      { numRuns: 300 },
    )
  })
})
