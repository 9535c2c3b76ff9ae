import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { cardOf } from './card.ts'

const name = (kind: string, script: string, text: string) => ({ kind, script, text })

describe('the card of a person', () => {
  it('shows the preferred name in each script, and never an alias', () => {
    const names = [
      name('alias', 'Latn', 'Achoo'),
      name('name', 'Latn', 'Muhammad Aslam'),
      name('name', 'Latn', 'Mohd Aslam'),
      name('father', 'Arab', 'محمد اکرم'),
    ]
    const card = cardOf({ names, cnic: null, born_year: 1988 })
    assert.deepEqual(card.name, { latin: 'Muhammad Aslam', ur: null })
    assert.deepEqual(card.father, { latin: null, ur: 'محمد اکرم' })
    assert.equal(card.born_year, 1988)
  })
  for (const [cnic, tail] of [
    ['91234-5678901-3', '013'],
    ['9123456789013', '013'],
    [null, null],
    ['', null],
  ] as const) {
    it(`keeps ${tail} of the CNIC ${cnic}`, () =>
      assert.equal(cardOf({ names: [], cnic, born_year: null }).cnic_tail, tail))
  }
})
