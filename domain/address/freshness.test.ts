import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isoOf } from '../calendar/dates.ts'
import { type AddressVisit, freshness_grades, gradeAddress } from './freshness.ts'

const found = (on: string): AddressVisit => ({ on, result: 'found' })
const missed = (on: string): AddressVisit => ({ on, result: 'not_at_address' })

describe('the grade of an address', () => {
  const cases: [string, AddressVisit[], string, string, string | null][] = [
    ['is assumed without a visit', [], '2025-09-30', 'assumed', null],
    ['counts three months to their last day', [found('2025-06-30')], '2025-09-30', 'within_3', null],
    ['falls the day after', [found('2025-06-30')], '2025-10-01', 'within_6', null],
    ['clamps to the end of a month', [found('2024-11-30')], '2025-02-28', 'within_3', null],
    ['holds a year', [found('2024-09-30')], '2025-09-30', 'within_12', null],
    ['is old after that', [found('2024-09-29')], '2025-09-30', 'older', null],
    ['leaves out visits to come', [found('2025-10-01')], '2025-09-30', 'assumed', null],
    [
      'says when nobody was found since',
      [found('2025-08-01'), missed('2025-09-01')],
      '2025-09-30',
      'within_3',
      '2025-09-01',
    ],
    [
      'forgets a miss that was mended',
      [missed('2025-09-01'), found('2025-09-02')],
      '2025-09-30',
      'within_3',
      null,
    ],
  ]
  for (const [what, visits, on, grade, not_found_on] of cases)
    it(what, () => {
      const graded = gradeAddress(visits, on)
      assert.deepEqual([graded.grade, graded.not_found_on], [grade, not_found_on])
    })
  it('never improves as days pass, and never worsens by a visit that finds him', () => {
    const day = fc.integer({ min: 19_000, max: 20_500 })
    fc.assert(
      fc.property(fc.array(day), day, fc.nat(900), (days, on, more) => {
        const visits = days.map((one) => found(isoOf(one)))
        const rank = (at: number, extra: AddressVisit[] = []) =>
          freshness_grades.indexOf(
            gradeAddress(
              [...visits, ...extra].filter((v) => v.on <= isoOf(on)),
              isoOf(at),
            ).grade,
          )
        assert.ok(rank(on + more) >= rank(on))
        assert.ok(rank(on, [found(isoOf(on))]) <= rank(on))
      }),
    )
  })
})
