// A notice as typed, read; its effect on the duties; the words it may not carry; a journey called off or ended.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { defaultPack } from '../../law/packs.ts'
import { effectsOf } from '../duty/effects.ts'
import { evaluate } from '../duty/evaluate.ts'
import { exampleFacts } from '../duty/example-facts.ts'
import { duty_names } from '../duty/facts.ts'
import { freeTextFaults } from './free-text.ts'
import { instantTyped } from './instant.ts'
import { type NoticeTyped, type ReadNotice, readNotice } from './read-notice.ts'
import { readTripChange, tripMay } from './trip-change.ts'
import { isAbout, untold, withNotice } from './with-notice.ts'

const pack = defaultPack()
const NOW = '2025-09-10T06:00:00.000Z'
const TODAY = '2025-09-10'
const typed = (more: Partial<NoticeTyped> = {}): NoticeTyped => ({
  ...{ duty: 'confirm_in_person', received_on: TODAY, received_time: '10:30' },
  ...{ received_how: 'in_person', document_seen: 'cnic', ...more },
})
const address: Partial<NoticeTyped> = {
  ...{ duty: 'notify_address_change', address_text: ' Chak  12 ', address_from_on: '2025-09-05' },
  address_district_id: 'pb_multan',
}
const name: Partial<NoticeTyped> = {
  ...{ duty: 'notify_name_change', name_latin: 'Aslam', name_ur: 'اسلم', name_changed_on: '2025-09-05' },
}
const abroad: Partial<NoticeTyped> = {
  ...{ duty: 'notify_travel_abroad', country: 'SA', departs_on: '2025-09-20', departs_time: '04:00' },
}
const absence: Partial<NoticeTyped> = {
  ...{ duty: 'notify_absence', destination: 'Lahore', departs_on: '2025-09-20', departs_time: '۴:۰۰' },
  ...{ returns_on: '2025-09-25', returns_time: '18:00' },
}
const read = (more: Partial<NoticeTyped> = {}, starts_on: string | null = null) =>
  readNotice(typed(more), NOW, TODAY, starts_on)
const good = (more: Partial<NoticeTyped> = {}): ReadNotice => {
  const { notice } = read(more)
  assert.ok(notice)
  return notice
}
const faults = (more: Partial<NoticeTyped>, starts_on: string | null = null) =>
  (read(more, starts_on).faults ?? []).map(({ field, code }) => `${field} ${code}`)

describe('a notice as typed', () => {
  it('counts from the instant of receipt, Pakistan time, in the digits of either script', () => {
    assert.equal(good({ received_time: '۹:۰۵' }).received_at, '2025-09-10T04:05:00.000Z')
    assert.equal(instantTyped('2025-09-10', '24:00'), undefined)
  })
  it('tells an address, a name, a journey, an absence or something known', () => {
    assert.deepEqual(good(address).facts, {
      ...{ kind: 'address', text: 'Chak 12', district_id: 'pb_multan', changed_on: '2025-09-05' },
    })
    assert.deepEqual(good({ ...address, address_district_id: null }).facts, {
      ...{ kind: 'address', text: 'Chak 12', district_id: null, changed_on: '2025-09-05' },
    })
    assert.equal(good(name).facts.kind, 'name')
    const journey = { kind: 'trip', trip: 'abroad', country: 'SA', destination: null, returns_at: null }
    assert.deepEqual(good(abroad).facts, { ...journey, departs_at: '2025-09-19T23:00:00.000Z' })
    assert.deepEqual(good({ ...abroad, country: 'ZZ', destination: 'Nairobi' }).facts, {
      ...{ ...journey, country: null, destination: 'Nairobi', departs_at: '2025-09-19T23:00:00.000Z' },
    })
    assert.deepEqual(good(absence).facts, {
      ...{ kind: 'trip', trip: 'inside', country: null, destination: 'Lahore' },
      ...{ departs_at: '2025-09-19T23:00:00.000Z', returns_at: '2025-09-25T13:00:00.000Z' },
    })
    assert.deepEqual(good({ duty: 'notify_name_change', about_id: 'a1' }).facts, {
      kind: 'known',
      about_id: 'a1',
    })
  })
  it('keeps the reason only where it is typed in later', () => {
    const reason = { back_dated_reason: 'The line was down' }
    assert.equal(good(reason).back_dated_reason, null)
    assert.equal(good({ received_on: '2025-09-09', ...reason }).back_dated_reason, 'The line was down')
  })
  const REFUSED: [string, Partial<NoticeTyped>, string[]][] = [
    ['received tomorrow', { received_on: '2025-09-11' }, ['received_on in_future']],
    ['received in an hour', { received_time: '12:00' }, ['received_time in_future']],
    ['at no time', { received_time: 'noon' }, ['received_time format_time']],
    [
      'typed in late without a reason',
      { received_on: '2025-09-09' },
      ['back_dated_reason notices.fault.reason_needed'],
    ],
    [
      'a confirmation by telephone',
      { received_how: 'by_phone' },
      ['received_how notices.fault.not_in_person'],
    ],
    ['a confirmation about something', { about_id: 'a1' }, ['about_id notices.fault.of_another_kind']],
    [
      'an address with nothing',
      { duty: 'notify_address_change' },
      ['address_text required', 'address_from_on required'],
    ],
    ['a confirmation with an address', { address_text: 'x' }, ['address_text notices.fault.of_another_kind']],
    [
      'something known with an address',
      { ...address, about_id: 'a1' },
      [
        'address_text notices.fault.of_another_kind',
        'address_district_id notices.fault.of_another_kind',
        'address_from_on notices.fault.of_another_kind',
      ],
    ],
    [
      'a year far away',
      { ...address, address_from_on: '2205-09-05' },
      ['address_from_on notices.fault.too_far'],
    ],
    [
      'a year long past',
      { ...address, address_from_on: '1025-09-05' },
      ['address_from_on notices.fault.too_far'],
    ],
    [
      'a name with nothing',
      { duty: 'notify_name_change' },
      ['name_latin required', 'name_ur required', 'name_changed_on required'],
    ],
    [
      'names in the wrong letters',
      { ...name, name_latin: 'اسلم', name_ur: 'Aslam' },
      ['name_latin notices.fault.not_latin', 'name_ur notices.fault.not_urdu'],
    ],
    ['a journey to nowhere', { ...abroad, country: null }, ['country required']],
    [
      'a country that is not listed',
      { ...abroad, country: 'XX' },
      ['country notices.fault.country_or_place'],
    ],
    [
      'another country without its name',
      { ...abroad, country: 'ZZ' },
      ['destination notices.fault.country_or_place'],
    ],
    ['an absence to nowhere', { ...absence, destination: null }, ['destination required']],
    ['a departure at no time', { ...abroad, departs_time: null }, ['departs_time required']],
    ['a departure at a wrong time', { ...abroad, departs_time: '4' }, ['departs_time format_time']],
    ['a return without its day', { ...abroad, returns_time: '10:00' }, ['returns_on required']],
    [
      'a return before the departure',
      { ...absence, returns_on: '2025-09-19' },
      ['returns_on notices.fault.returns_before'],
    ],
  ]
  for (const [what, more, expected] of REFUSED)
    it(`is refused: ${what}`, () => assert.deepEqual(faults(more), expected))
  it('is refused before he was on the register', () =>
    assert.deepEqual(faults({ received_on: '2025-01-09', back_dated_reason: 'x' }, '2025-01-10'), [
      'received_on notices.fault.before_registration',
    ]))
})

describe('free text', () => {
  it('that may tell who the survivor is, is named, and whether it may be shown again', () => {
    const columns = { address_text: 'address', reason: 'sentence', other: 'sentence' } as const
    const found = freeTextFaults(
      { address_text: 'house of victim Ayesha', reason: 'fine', other: 7 },
      columns,
    )
    assert.deepEqual(found, [{ field: 'address_text', code: 'survivor_identity', is_hidden: true }])
  })
})

const ids = { notice_id: 'n9', about_id: 'x9' }
const after = (more: Partial<NoticeTyped>, on = TODAY) => {
  const facts = { ...exampleFacts, on }
  return effectsOf(evaluate(facts, pack), evaluate(withNotice(facts, good(more), ids), pack))
}
const served = {
  ...exampleFacts,
  served: duty_names.map((duty) => ({ duty, at: '2025-03-03T10:00:00+05:00', language: 'ur' })),
}
const servedAfter = (more: Partial<NoticeTyped>, facts: Partial<typeof exampleFacts> = {}) => {
  const all = { ...served, notices: [], changes: [], trips: [], ...facts, on: TODAY }
  return effectsOf(evaluate(all, pack), evaluate(withNotice(all, good(more), ids), pack))
}
const kinds = ({ duties }: ReturnType<typeof after>) =>
  duties.map(({ duty, effect, before, after: then }) => [
    duty,
    effect,
    before?.due_on ?? null,
    then?.due_on ?? null,
  ])

describe('the effect of a notice', () => {
  it('is none where nothing is owed for it', () => {
    const { duties, standing } = after(name)
    assert.deepEqual([duties, standing.before === standing.after], [[], true])
  })
  it('is that a confirmation is met late, and nothing is overdue any more', () => {
    const effects = servedAfter({})
    assert.deepEqual(kinds(effects), [['confirm_in_person', 'met_late', '2025-09-04', '2025-09-04']])
    assert.deepEqual(effects.standing, { before: 'late', after: 'compliant' })
  })
  it('is that the duty of a new address appears and is met', () =>
    assert.deepEqual(kinds(servedAfter(address)), [['notify_address_change', 'met', null, '2025-09-12']]))
  it('is that a confirmation moves behind a journey told in time, and that its own duty is met', () => {
    const early = { received_on: '2025-08-20', back_dated_reason: 'x', departs_on: '2025-09-01' }
    const back = { returns_on: '2025-10-05', returns_time: '23:00' }
    assert.deepEqual(kinds(servedAfter({ ...abroad, ...early, ...back })), [
      ['notify_travel_abroad', 'met', null, '2025-08-25'],
      ['confirm_in_person', 'paused', '2025-09-04', '2025-10-13'],
    ])
  })
  it('is that what is known of is met', () => {
    const changes = [{ change_id: 'a7', kind: 'address' as const, on: '2025-09-05' }]
    const known = { duty: 'notify_address_change' as const, about_id: 'a7' }
    assert.deepEqual(kinds(servedAfter(known, { changes })), [
      ['notify_address_change', 'met', '2025-09-12', '2025-09-12'],
    ])
  })
  it('names what moves without a pause, what is gone, and what only stands otherwise', () => {
    const result = evaluate({ ...served, notices: [], changes: [], trips: [], on: TODAY }, pack)
    const [first, ...rest] = result.duties
    assert.ok(first)
    const moved = { ...result, duties: [{ ...first, due_on: '2025-09-05' }, ...rest] }
    const other = { ...result, duties: [{ ...first, state: 'due' as const }, ...rest] }
    const effect = (then: typeof result) => effectsOf(result, then).duties.map((one) => one.effect)
    assert.deepEqual(
      [effect(moved), effect({ ...result, duties: rest }), effect(other)],
      [['moved'], ['gone'], ['other']],
    )
    assert.deepEqual(
      effectsOf({ ...result, duties: rest }, result).duties.map((one) => one.effect),
      ['added'],
    )
  })
  it('of no change at all is nothing, and backwards it names the same duties', () => {
    const when = fc
      .integer({ min: 0, max: 190 })
      .map((days) => Temporal.PlainDate.from('2025-03-03').add({ days }).toString())
    fc.assert(
      fc.property(when, fc.constantFrom(address, name, {}), (received_on, more) => {
        const all = { ...served, notices: [], changes: [], trips: [], on: TODAY }
        const notice = good({ ...more, received_on, back_dated_reason: 'x' })
        const [before, then] = [evaluate(all, pack), evaluate(withNotice(all, notice, ids), pack)]
        assert.deepEqual(effectsOf(before, before).duties, [])
        const names = (effects: typeof then.duties) => effects.map(({ duty, key }) => `${duty} ${key}`).sort()
        const [there, back] = [effectsOf(before, then).duties, effectsOf(then, before).duties]
        assert.deepEqual(names(there as never), names(back as never))
        // A notice never makes anything overdue that was not.
        assert.ok(there.every((one) => one.after?.state !== 'overdue' || one.before?.state === 'overdue'))
      }),
    )
  })
})

describe('what nobody has told of', () => {
  const trip = (trip_id: string, kind: 'abroad' | 'inside', cancelled_at: string | null = null) => ({
    ...{ trip_id, kind, departs_at: NOW, returns_at: null, cancelled_at },
  })
  const facts = {
    changes: [{ change_id: 'a1', kind: 'name' as const, on: TODAY }],
    trips: [trip('t1', 'abroad'), trip('t2', 'inside'), trip('t3', 'abroad', NOW)],
    notices: [{ notice_id: 'n1', duty: 'notify_absence' as const, about: 't2', received_at: NOW }],
  }
  it('leaves out what was told and what was called off', () =>
    assert.deepEqual(
      untold(facts).map(({ about_id, duty }) => `${about_id} ${duty}`),
      [...['a1 notify_name_change', 't1 notify_travel_abroad']],
    ))
  it('is of the kind of its duty', () => {
    assert.equal(isAbout(facts, 'notify_absence', 't2'), true)
    assert.equal(isAbout(facts, 'notify_travel_abroad', 't2'), false)
    assert.equal(isAbout(facts, 'notify_travel_abroad', 't9'), false)
  })
})

describe('a journey', () => {
  const plan = { departs_at: '2025-09-09T05:00:00.000Z', cancelled_at: null }
  const change = (
    change: 'cancelled' | 'returned',
    on: string,
    time = '10:00',
    more: object = {},
    trip = plan,
  ) => {
    const { at, fault } = {
      at: undefined,
      fault: undefined,
      ...readTripChange({ change, on, time, ...more }, trip, NOW, TODAY),
    }
    return at ?? `${fault?.field} ${fault?.code}`
  }
  it('ends with a return, and is called off before it begins', () => {
    assert.equal(change('returned', '2025-09-10'), '2025-09-10T05:00:00.000Z')
    const later = { ...plan, departs_at: '2025-09-20T05:00:00.000Z' }
    assert.equal(change('cancelled', TODAY, '10:00', {}, later), '2025-09-10T05:00:00.000Z')
    assert.equal(
      change('cancelled', '2025-09-09', '10:00', {}, later),
      'back_dated_reason notices.fault.reason_needed',
    )
    assert.equal(
      change('cancelled', '2025-09-09', '10:00', { back_dated_reason: 'x' }, later),
      '2025-09-09T05:00:00.000Z',
    )
    assert.deepEqual(tripMay(later, NOW), { cancel: true, back: false })
    assert.deepEqual(tripMay({ ...plan, cancelled_at: NOW }, NOW), { cancel: false, back: false })
    assert.deepEqual(tripMay(plan, NOW), { cancel: true, back: true })
  })
  it('is not changed by what cannot be', () => {
    assert.equal(change('returned', TODAY, 'x'), 'time format_time')
    assert.equal(change('returned', '2025-09-11'), 'on in_future')
    assert.equal(change('returned', TODAY, '11:30'), 'time in_future')
    assert.equal(change('returned', '2025-09-08'), 'on notices.fault.returns_before')
    assert.equal(change('cancelled', TODAY), 'on notices.fault.already_left')
    assert.equal(
      change('cancelled', TODAY, '10:00', {}, { ...plan, cancelled_at: NOW as never }),
      'change notices.fault.already_cancelled',
    )
  })
})
