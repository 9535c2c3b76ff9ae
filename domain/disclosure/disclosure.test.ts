import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DISCLOSED_FIELDS } from '../../law/checks.ts'
import { findSource } from '../../law/sources.ts'
import { PRINT_KINDS } from '../receipt/statement.ts'
import { disclosureOfPaper, fieldsTouched } from './disclosure.ts'

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
