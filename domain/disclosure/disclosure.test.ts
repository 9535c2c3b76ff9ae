import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DISCLOSED_FIELDS } from '../../law/checks.ts'
import { findSource } from '../../law/sources.ts'
import { PRINT_KINDS } from '../receipt/statement.ts'
import { disclosureOfPaper, fieldsTouched } from './disclosure.ts'
import { recallClock } from './recall-clock.ts'

describe('a paper', () => {
  for (const kind of PRINT_KINDS)
    it(`${kind}: says who receives it and by which law, or stays at the desk`, () => {
      const paper = disclosureOfPaper(kind)
      if (!paper) return assert.equal(kind, 'week_list')
      assert.ok(findSource(paper.basis), paper.basis)
      assert.ok(paper.fields.every((field) => DISCLOSED_FIELDS.includes(field)))
      assert.equal(paper.recipient, kind === 'referral' ? 'prosecution' : 'person')
    })
})

describe('a correction', () => {
  const cases: [string, readonly string[]][] = [
    ['name', ['name']],
    ['alias', ['name']],
    ['father', ['father']],
    ['cnic', ['cnic_tail']],
    ['born_on', ['born_year']],
    ['address', ['district']],
    ['passport', []],
    ['sex', []],
  ]
  for (const [field, touched] of cases)
    it(`of ${field} touches ${touched.join() || 'nothing that was given out'}`, () =>
      assert.deepEqual(fieldsTouched(field), touched))
})

describe('the clock of a recall', () => {
  const cases: [string, number, boolean, boolean][] = [
    ['2026-05-01T06:00:00Z', 6, false, false],
    ['2026-05-06T04:00:00Z', 2, false, false],
    ['2026-05-06T06:00:00Z', 1, true, false],
    ['2026-05-08T04:59:00Z', 0, true, false],
    ['2026-05-08T05:01:00Z', -1, false, true],
  ]
  for (const [now, days_left, is_near, is_late] of cases)
    it(`at ${now} has ${days_left} days left`, () => {
      const clock = recallClock('2026-05-01T05:00:00Z', 7, now)
      assert.deepEqual([clock.days_left, clock.is_near, clock.is_late], [days_left, is_near, is_late])
    })
})
