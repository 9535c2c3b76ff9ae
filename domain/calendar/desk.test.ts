import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultPack } from '../../law/packs.ts'
import { dayOf, isoOf } from './dates.ts'
import { deskOf, rollBeforeDeparture, rollForward } from './desk.ts'
import { intervalsOf, open_end } from './intervals.ts'

const pack = defaultPack()
const closed = (...dated: readonly (readonly [string, string | null])[]) =>
  intervalsOf(dated.map(([from_on, to_on]) => ({ from_on, to_on })))
const down = (from: string, to: string | null) => ({
  from: Date.parse(`${from}:00+05:00`),
  to: to === null ? open_end : Date.parse(`${to}:00+05:00`),
})
const plain = deskOf(pack, [], [])

describe('a desk', () => {
  it('is closed on Sunday and on holidays of fixed date, and open on other days', () => {
    const days = ['2025-09-06', '2025-09-07', '2025-09-08', '2025-12-25', '2025-02-05', '1969-12-28']
    assert.deepEqual(
      days.map((day) => plain.closure(dayOf(day))),
      [undefined, 'closed_weekday', undefined, 'holiday', 'holiday', 'closed_weekday'],
    )
  })
  it('is closed in an interval entered for it, whose last day is open', () => {
    const desk = deskOf(pack, closed(['2025-09-08', '2025-09-10']), [])
    assert.deepEqual(
      ['2025-09-08', '2025-09-09', '2025-09-10'].map((day) => desk.closure(dayOf(day))),
      ['closed_desk', 'closed_desk', undefined],
    )
  })

  const day = dayOf('2025-09-03')
  const outages: readonly (readonly [string, Parameters<typeof deskOf>[2], 'outage' | undefined])[] = [
    ['an outage of all desk hours closes the day', [down('2025-09-03T06:00', '2025-09-03T20:00')], 'outage'],
    ['exactly the desk hours too', [down('2025-09-03T08:00', '2025-09-03T16:00')], 'outage'],
    ['a minute short does not', [down('2025-09-03T08:00', '2025-09-03T15:59')], undefined],
    ['a minute late does not', [down('2025-09-03T08:01', '2025-09-03T20:00')], undefined],
    [
      'two that touch cover together',
      [down('2025-09-03T12:00', '2025-09-03T17:00'), down('2025-09-03T07:00', '2025-09-03T12:00')],
      'outage',
    ],
    [
      'two with a minute between do not',
      [down('2025-09-03T07:00', '2025-09-03T12:00'), down('2025-09-03T12:01', '2025-09-03T17:00')],
      undefined,
    ],
    ['one that has not ended covers the days after', [down('2025-09-01T09:00', null)], 'outage'],
  ]
  for (const [what, given, closure] of outages) {
    it(what, () => assert.equal(deskOf(pack, [], given).closure(day), closure))
  }
})

describe('rolling', () => {
  const forward = (on: string, desk = plain) => {
    const { to } = rollForward(dayOf(on), desk)
    return to === null ? null : isoOf(to)
  }
  it('leaves a working day alone and moves to the next one otherwise', () => {
    assert.equal(forward('2025-09-06'), '2025-09-06')
    assert.equal(forward('2025-09-07'), '2025-09-08')
    assert.equal(forward('2025-08-14'), '2025-08-15')
  })
  it('finds none after 366 days', () => {
    // 2025-09-08 and the 366 days after it end on 2026-09-09.
    assert.equal(forward('2025-09-08', deskOf(pack, closed(['2025-09-08', '2026-09-09']), [])), '2026-09-09')
    assert.equal(forward('2025-09-08', deskOf(pack, closed(['2025-09-08', '2026-09-10']), [])), null)
  })
  const before = (on: string, departs: string, desk = plain) =>
    isoOf(rollBeforeDeparture(dayOf(on), dayOf(departs), desk).to)
  it('before a departure stops the day before it, or stays', () => {
    assert.equal(before('2025-09-07', '2025-09-14'), '2025-09-08')
    assert.equal(before('2025-09-07', '2025-09-08'), '2025-09-07')
    assert.equal(
      before('2025-09-08', '2025-09-10', deskOf(pack, closed(['2025-09-08', '2025-09-10']), [])),
      '2025-09-08',
    )
    assert.equal(before('2025-09-14', '2025-09-14'), '2025-09-14')
  })
})
