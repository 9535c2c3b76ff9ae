import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { anyHolds, holds, type Interval, intervalsOf, merged, open_end } from './intervals.ts'

const interval = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }), fc.boolean())
  .map(([from, length, is_open]): Interval => ({ from, to: is_open ? open_end : from + length }))
const intervals = fc.array(interval, { maxLength: 8 })

describe('intervals of one kind', () => {
  const cases: readonly (readonly [string, readonly Interval[], readonly Interval[]])[] = [
    [
      'touching ones are one',
      [
        { from: 1, to: 5 },
        { from: 5, to: 8 },
      ],
      [{ from: 1, to: 8 }],
    ],
    [
      'overlapping ones are one',
      [
        { from: 4, to: 9 },
        { from: 1, to: 5 },
      ],
      [{ from: 1, to: 9 }],
    ],
    [
      'one inside another is lost in it',
      [
        { from: 1, to: 9 },
        { from: 2, to: 3 },
      ],
      [{ from: 1, to: 9 }],
    ],
    [
      'a day between keeps them apart',
      [
        { from: 1, to: 5 },
        { from: 6, to: 8 },
      ],
      [
        { from: 1, to: 5 },
        { from: 6, to: 8 },
      ],
    ],
    ['an empty one is ignored', [{ from: 3, to: 3 }], []],
    [
      'an empty one does not bridge',
      [
        { from: 1, to: 3 },
        { from: 4, to: 4 },
        { from: 5, to: 6 },
      ],
      [
        { from: 1, to: 3 },
        { from: 5, to: 6 },
      ],
    ],
    [
      'an open one takes all after it',
      [
        { from: 1, to: open_end },
        { from: 8, to: 9 },
      ],
      [{ from: 1, to: open_end }],
    ],
  ]
  for (const [what, given, joined] of cases) it(what, () => assert.deepEqual(merged(given), joined))

  it('joins across a gap where asked to', () => {
    const month = (to: number) => to + 30
    assert.deepEqual(
      merged(
        [
          { from: 0, to: 5 },
          { from: 34, to: 40 },
        ],
        month,
      ),
      [{ from: 0, to: 40 }],
    )
    assert.equal(
      merged(
        [
          { from: 0, to: 5 },
          { from: 35, to: 40 },
        ],
        month,
      ).length,
      2,
    )
  })

  it('hold the same days before and after joining, and joined never touch', () => {
    fc.assert(
      fc.property(intervals, fc.integer({ min: -5, max: 90 }), (given, day) => {
        const joined = merged(given)
        assert.equal(anyHolds(joined, day), anyHolds(given, day))
        for (const [at, { from, to }] of joined.entries()) {
          assert.ok(from < to)
          if (at > 0) assert.ok((joined[at - 1]?.to ?? 0) < from)
        }
      }),
    )
  })

  it('hold their first day and not their last', () => {
    assert.deepEqual(
      [0, 1, 4, 5].map((day) => holds({ from: 1, to: 5 }, day)),
      [false, true, true, false],
    )
  })

  it('are read from dates, open where no end is known', () => {
    assert.deepEqual(intervalsOf([]), [])
    assert.deepEqual(
      intervalsOf([
        { from_on: '1970-01-11', to_on: null },
        { from_on: '1970-01-02', to_on: '1970-01-05' },
      ]),
      [
        { from: 1, to: 4 },
        { from: 10, to: open_end },
      ],
    )
  })
})
