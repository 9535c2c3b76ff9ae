import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { dayOf, isoOf, partsOf } from './days.ts'
import { drawFor, drawWeighted, weigh } from './draw.ts'

describe('a source of draws', () => {
  it('repeats itself for the same seed, index and stream, and for no other', () => {
    const first = (seed: number, index: number, stream: number) => {
      const draw = drawFor(seed, index, stream)
      return [draw.bits(), draw.bits(), draw.bits()].join()
    }
    assert.equal(first(1, 2, 3), first(1, 2, 3))
    const places = [first(1, 2, 3), first(1, 2, 4), first(1, 3, 3), first(2, 2, 3), first(2, 1, 3)]
    assert.equal(new Set(places).size, places.length)
  })

  it('stays within the bounds asked for and reaches both', () => {
    const draw = drawFor(1, 1, 1)
    const drawn = new Set(Array.from({ length: 500 }, () => draw.between(3, 6)))
    assert.deepEqual([...drawn].toSorted(), [3, 4, 5, 6])
  })

  it('draws by weight and never what weighs nothing', () => {
    const draw = drawFor(5, 5, 5)
    const weighted = weigh([0, 1, 3, 0], (weight) => weight)
    const drawn = Array.from({ length: 4_000 }, () => drawWeighted(draw, weighted))
    assert.ok(!drawn.includes(0))
    const threes = drawn.filter((item) => item === 3).length
    assert.ok(Math.abs(threes - 3_000) < 150, `${threes} of 4,000`)
  })

  it('cannot draw from an empty list', () => assert.throws(() => weigh([], () => 1), RangeError))
})

describe('a day number', () => {
  it('is the same date again, by the calendar of Temporal, from 1900 to 2100', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayOf('1900-01-01'), max: dayOf('2100-12-31') }), (day) => {
        const date = Temporal.PlainDate.from('1970-01-01').add({ days: day })
        assert.equal(isoOf(day), date.toString())
        assert.equal(dayOf(isoOf(day)), day)
        assert.deepEqual(partsOf(day), { year: date.year, month: date.month, date: date.day })
      }),
    )
  })

  it('is refused for what is no date', () => assert.throws(() => dayOf('2024-13-01'), RangeError))
})
