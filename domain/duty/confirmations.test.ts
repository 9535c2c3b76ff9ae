import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultPack, type Pack } from '../../law/packs.ts'
import { evaluate } from './evaluate.ts'
import { exampleConviction, exampleFacts } from './example-facts.ts'
import type { Facts, NoticeFact } from './facts.ts'
import type { DeskPeriod } from './timeline.ts'

const pack = defaultPack()
/** Released on 3 Mar 2025, told the same day, nothing else. */
const released: Facts = { ...exampleFacts, changes: [], trips: [], notices: [], visits: [], outages: [] }
const span = (from_on: string, to_on: string | null) => [{ from_on, to_on }]
const serving = exampleFacts.custody
const attended = (on: string, notice_id = 'n1'): NoticeFact => ({
  notice_id,
  duty: 'confirm_in_person',
  about: null,
  received_at: `${on}T09:00:00+05:00`,
})
const listed = (change: Partial<Facts>) => evaluate({ ...released, ...change }, pack).duties
const dues = (change: Partial<Facts>) => listed(change).map(({ key, due_on, state }) => [key, due_on, state])
const codes = (change: Partial<Facts>, key: string) =>
  listed(change)
    .find((duty) => duty.key === key)
    ?.steps.map(({ from, to, because: { code } }) => [from, to, code])

describe('the example of the rules', () => {
  it('comes out as printed there', () => {
    const { standing, registrable, duties } = evaluate(exampleFacts, pack)
    assert.deepEqual([registrable, standing], ['yes', 'compliant'])
    assert.deepEqual(
      duties.map(({ key, due_on, state, notice_id }) => [key, due_on, state, notice_id]),
      [
        ['1.1', '2025-09-04', 'met', 'n2'],
        ['1.2', '2026-03-03', 'not_due', null],
      ],
    )
    assert.deepEqual(
      duties[0]?.steps.map(({ rule, from, to }) => [rule, from, to]),
      [
        ['confirm_in_person', '2025-03-03', '2025-09-03'],
        ['roll', '2025-09-03', '2025-09-04'],
      ],
    )
  })
})

describe('confirming in person', () => {
  it('is not owed before it was told', () => {
    assert.deepEqual(listed({ served: [] }), [])
    const late = [{ duty: 'confirm_in_person', at: '2025-09-04T00:00:00+05:00', language: 'ur' }] as const
    const same_day = [{ ...late[0], at: '2025-09-03T23:59:00+05:00' }]
    assert.equal(listed({ served: same_day })[0]?.key, '1.1')
    assert.deepEqual(dues({ on: '2026-03-01', served: late }), [['1.2', '2026-03-03', 'due']])
  })
  it('takes the first of several tellings, and none after the day asked', () => {
    const told = (at: string) => ({ duty: 'confirm_in_person', at, language: 'en' }) as const
    const [first, second] = [told('2025-03-04T10:00:00+05:00'), told('2025-10-01T10:00:00+05:00')]
    assert.deepEqual(dues({ served: [second, first] })[0], ['1.1', '2025-09-03', 'overdue'])
    assert.deepEqual(listed({ served: [second] }), [])
  })
  it('is counted from release and clamped to the month, never from the last date', () => {
    const custody = span('2024-02-12', '2024-08-31')
    const found = dues({
      custody,
      on: '2025-09-01',
      served: [{ duty: 'confirm_in_person', at: '2024-08-31T10:00:00+05:00', language: 'ur' }],
    })
    assert.deepEqual(
      found.map(([, due_on]) => due_on),
      ['2025-02-28', '2025-09-01', '2026-02-28'],
    )
  })
  it('is not owed while the person is not released, nor without a registration', () => {
    assert.deepEqual(listed({ custody: span('2024-02-12', null) }), [])
    assert.deepEqual(listed({ convictions: [{ ...exampleConviction, offence: 'PPC-379' }] }), [])
    assert.deepEqual(listed({ convictions: [{ ...exampleConviction, convicted_on: '2025-09-11' }] }), [])
  })

  const states: readonly (readonly [string, string])[] = [
    ['2025-08-19', 'not_due'],
    ['2025-08-20', 'due'],
    ['2025-09-03', 'due'],
    ['2025-09-04', 'overdue'],
  ]
  for (const [on, state] of states) {
    it(`of 3 September is ${state} on ${on}`, () => assert.equal(listed({ on })[0]?.state, state))
  }
})

describe('an attendance', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['15 days early', '2025-08-19', 'overdue'],
    ['14 days early', '2025-08-20', 'met'],
    ['on the day', '2025-09-03', 'met'],
    ['a day late', '2025-09-04', 'met_late'],
  ]
  for (const [what, on, state] of cases) {
    it(`${what} leaves it ${state}`, () => {
      assert.equal(listed({ notices: [attended(on)] })[0]?.state, state)
    })
  }
  it('settles all that is open', () => {
    assert.deepEqual(dues({ on: '2026-09-20', notices: [attended('2026-09-10')] }), [
      ['1.1', '2025-09-03', 'met_late'],
      ['1.2', '2026-03-03', 'met_late'],
      ['1.3', '2026-09-03', 'met_late'],
      ['1.4', '2027-03-03', 'not_due'],
    ])
  })
  it('counts in the order received, whatever the order typed in', () => {
    const notices = [attended('2025-09-08', 'later'), attended('2025-09-02', 'first')]
    assert.equal(listed({ notices })[0]?.notice_id, 'first')
  })
  it('after the day asked does not count', () => {
    assert.equal(listed({ on: '2025-09-04', notices: [attended('2025-09-05')] })[0]?.state, 'overdue')
  })
  it('is undone by no later pause', () => {
    const custody = [...serving, ...span('2025-08-25', '2025-12-01')]
    assert.deepEqual(dues({ custody, notices: [attended('2025-08-22')] })[0], ['1.1', '2025-12-08', 'met'])
  })
})

describe('no fixed abode', () => {
  const on = '2025-09-10'
  it('makes it monthly, and its end begins anew: a month, then six', () => {
    const found = dues({ on, no_fixed_abode: span('2025-05-10', '2025-07-01') })
    assert.deepEqual(
      found.map(([key, due_on]) => [key, due_on]),
      [
        ['2.1', '2025-06-10'],
        ['3.1', '2025-08-01'],
        ['3.2', '2026-02-02'],
      ],
    )
  })
  it('while open lists one month ahead', () => {
    const found = dues({ on, no_fixed_abode: span('2025-07-01', null) })
    assert.deepEqual(
      found.map(([key]) => key),
      ['2.1', '2.2', '2.3'],
    )
  })
  it('that began before release counts from release', () => {
    const found = dues({ on: '2025-05-01', no_fixed_abode: span('2025-01-01', null) })
    assert.deepEqual(
      found.map(([key, due_on]) => [key, due_on]),
      [
        ['2.1', '2025-04-03'],
        ['2.2', '2025-05-03'],
      ],
    )
  })
  it('that ended by release changes nothing', () => {
    assert.equal(dues({ no_fixed_abode: span('2025-01-01', '2025-03-03') })[0]?.[0], '1.1')
  })
  it('is one spell when a home was kept for less than a month', () => {
    const spells = (from_on: string) => [...span('2025-04-01', '2025-05-10'), ...span(from_on, null)]
    assert.equal(dues({ on, no_fixed_abode: spells('2025-06-09') }).at(-1)?.[0], '2.6')
    assert.equal(dues({ on, no_fixed_abode: spells('2025-06-10') }).at(-1)?.[0], '4.4')
  })
})

describe('a pause', () => {
  const [due_on, after] = ['2025-09-03', '2025-10-08']
  const away = (
    kind: 'hospital' | 'abroad' | 'custody',
    from: string,
    to: string | null,
  ): Partial<Facts> => ({
    [kind]: kind === 'custody' ? [...serving, ...span(from, to)] : span(from, to),
  })
  for (const kind of ['hospital', 'abroad', 'custody'] as const) {
    it(`in ${kind} puts a date off to seven days after it`, () => {
      assert.equal(listed(away(kind, '2025-08-01', '2025-10-01'))[0]?.due_on, after)
    })
  }
  it('reaches the six days after it, and not the seventh', () => {
    assert.equal(listed(away('hospital', '2025-08-01', '2025-08-28'))[0]?.due_on, '2025-09-04')
    assert.equal(listed(away('hospital', '2025-08-01', '2025-08-27'))[0]?.due_on, due_on)
  })
  it('that begins after the date does not reach it', () => {
    assert.equal(listed(away('hospital', '2025-09-04', '2025-10-01'))[0]?.due_on, due_on)
  })
  it('holds the state while it holds the day asked', () => {
    const change = away('hospital', '2025-08-01', '2025-10-01')
    assert.equal(listed({ ...change, on: '2025-09-30' })[0]?.state, 'paused')
    assert.equal(listed({ ...change, on: '2025-10-01' })[0]?.state, 'due')
  })
  it('without an end leaves no date, and shows one confirmation for all', () => {
    const change = { ...away('abroad', '2025-08-01', null), on: '2027-01-01' }
    assert.deepEqual(dues(change), [['1.1', null, 'paused']])
    assert.deepEqual(codes(change, '1.1'), [
      ['2025-03-03', '2025-09-03', 'confirm_usual'],
      ['2025-09-03', null, 'paused_open'],
    ])
  })
  it('leads into another, and the last rolls to a working day', () => {
    const change = {
      ...away('hospital', '2025-08-01', '2025-10-01'),
      ...away('abroad', '2025-10-08', '2025-11-02'),
    }
    assert.equal(listed(change)[0]?.due_on, '2025-11-10')
    assert.deepEqual(codes(change, '1.1'), [
      ['2025-03-03', '2025-09-03', 'confirm_usual'],
      ['2025-09-03', '2025-10-08', 'paused'],
      ['2025-10-08', '2025-11-09', 'paused'],
      ['2025-11-09', '2025-11-10', 'closed_weekday'],
    ])
  })
  it('of two that hold a date, the one that ends last counts', () => {
    const change = {
      ...away('hospital', '2025-08-01', '2025-10-20'),
      ...away('abroad', '2025-08-10', '2025-10-01'),
    }
    assert.equal(listed(change)[0]?.due_on, '2025-10-27')
    assert.deepEqual(codes(change, '1.1')?.slice(1), [['2025-09-03', '2025-10-27', 'paused']])
  })
  it('keeps, of confirmations that come to one date, the earliest', () => {
    assert.deepEqual(dues({ ...away('abroad', '2025-08-01', '2026-03-01'), on: '2026-03-10' }), [
      ['1.1', '2026-03-09', 'overdue'],
      ['1.3', '2026-09-03', 'not_due'],
    ])
  })
  it('has no date while the system is down without an end', () => {
    assert.deepEqual(dues({ outages: [{ from_at: '2025-09-01T00:00:00+05:00', to_at: null }] }), [
      ['1.1', null, 'paused'],
    ])
  })
  it('has no date where no day is a working day', () => {
    assert.deepEqual(dues({ closed_desks: span('2025-01-01', null) }), [['1.1', null, 'paused']])
    assert.deepEqual(codes({ closed_desks: span('2025-01-01', null) }, '1.1')?.at(-1), [
      '2025-09-03',
      null,
      'no_working_day',
    ])
  })
})

describe('once the registration has ended', () => {
  const served = [{ duty: 'confirm_in_person', at: '2034-03-04T10:00:00+05:00', language: 'ur' }] as const
  it('what was not met is unmet, and what was due from the end on is not listed', () => {
    const change = { on: '2035-06-01', served }
    assert.deepEqual(dues(change), [['1.19', '2034-09-04', 'unmet']])
    assert.deepEqual(dues({ ...change, closed_desks: span('2034-09-01', '2035-03-03') }), [])
    assert.deepEqual(dues({ ...change, closed_desks: span('2034-09-01', null) }), [])
  })
})

describe('an appeal', () => {
  const { appeal_effect } = pack.values
  const suspending: Pack = {
    ...pack,
    values: { ...pack.values, appeal_effect: { ...appeal_effect, value: 'suspend' } },
  }
  const filed = { event: 'filed', on: '2025-08-01' } as const
  const due = (appeal: Facts['convictions'][number]['appeal'], by: Pack) =>
    evaluate({ ...released, convictions: [{ ...exampleConviction, appeal }] }, by).duties[0]?.due_on
  it('changes nothing, unless the pack says that it suspends', () => {
    assert.equal(due([filed], pack), '2025-09-03')
    assert.equal(due([filed], suspending), null)
  })
  it('suspends from filing to the event that ends it', () => {
    assert.equal(due([filed, { event: 'dismissed', on: '2025-09-04' }], suspending), '2025-09-11')
    assert.equal(due([filed, { ...filed, on: '2025-08-02' }], suspending), null)
  })
})

describe('two packs', () => {
  const { confirm_every_months } = pack.values
  const denser: Pack = {
    ...pack,
    pack: 'denser',
    in_force_from: '2026-01-01',
    values: { ...pack.values, confirm_every_months: { ...confirm_every_months, value: 3 } },
  }
  it('each compute the dates of their own time', () => {
    const facts = { ...released, on: '2026-03-10' }
    const found = evaluate(facts, denser, [pack]).duties.map(({ due_on }) => due_on)
    assert.deepEqual(found, ['2025-09-03', '2026-03-03', '2026-06-03'])
    assert.equal(evaluate(facts, denser).duties[0]?.due_on, '2025-06-03')
  })
})

describe('two stations', () => {
  const closed = { from_on: null, closed_desks: span('2025-09-01', '2025-09-10'), outages: [] }
  const open = { from_on: '2025-09-04', closed_desks: [], outages: [] }
  const dueFrom = (...desks: DeskPeriod[]) =>
    evaluate({ ...released, on: '2025-09-20' }, pack, [], desks).duties[0]?.due_on
  it('each move the dates that fell while they owned the person', () => {
    assert.equal(dueFrom(open), '2025-09-03')
    assert.equal(dueFrom(closed), '2025-09-10')
    assert.equal(dueFrom(closed, open), '2025-09-10') // 3 Sep fell in the first station's time, and rolls by its desk
    assert.equal(dueFrom({ ...open, from_on: null }, { ...closed, from_on: '2025-09-04' }), '2025-09-03')
    assert.equal(dueFrom({ ...open, from_on: null }, { ...closed, from_on: '2025-09-03' }), '2025-09-10')
  })
  it('put off what falls on a trip told to the first of them', () => {
    const notices: NoticeFact[] = [
      {
        notice_id: 'n1',
        duty: 'notify_travel_abroad',
        about: 't1',
        received_at: '2025-08-20T09:00:00+05:00',
      },
    ]
    const away: Partial<Facts> = {
      trips: [
        {
          ...{ trip_id: 't1', kind: 'abroad', departs_at: '2025-09-01T04:00:00+05:00' },
          ...{ returns_at: '2025-09-20T04:00:00+05:00', cancelled_at: null },
        },
      ],
      served: [
        ...released.served,
        { duty: 'notify_travel_abroad', at: '2025-03-03T10:00:00+05:00', language: 'ur' },
      ],
    }
    const desks = [
      { ...open, from_on: null },
      { ...open, from_on: '2025-08-30' },
    ]
    const { duties } = evaluate({ ...released, ...away, notices, on: '2025-09-02' }, pack, [], desks)
    assert.deepEqual(duties.map(({ duty, due_on }) => [duty, due_on]).slice(0, 2), [
      ['notify_travel_abroad', '2025-08-25'],
      ['confirm_in_person', '2025-09-27'],
    ])
  })
})
