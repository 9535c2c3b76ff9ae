import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleConviction } from '../duty/example-facts.ts'
import { exitsToReverse, undoingsOf } from './exits.ts'

const exit = (person_id: string, ground: string, approval_id: string | null = null) => ({
  ...{ person_id, ground, approval_id },
})
const held = new Map([
  ['old', ['of_old']],
  ['new', ['of_new']],
])
const standing = (counting: string[], record_ids = ['old', 'new', 'bare']) => ({
  ...{ record_ids, held },
  eligibility: ['of_old', 'of_new'].map((conviction_id) => ({
    ...{ conviction_id, outcome: counting.includes(conviction_id) ? ('yes' as const) : ('void' as const) },
  })),
})
const reversed = (...given: Parameters<typeof exitsToReverse>) =>
  exitsToReverse(...given).map(({ person_id }) => person_id)

describe('an exit of a person', () => {
  const cases = [
    ['ended', 'ended', 'holds'],
    ['ended', 'active', 'is reversed'],
    ['acquittal', 'void', 'holds'],
    ['ended', 'void', 'is reversed'],
    ['acquittal', 'active', 'is reversed'],
    ['law_change', 'not_registrable', 'holds'],
    ['law_change', 'active', 'is reversed'],
  ] as const
  for (const [ground, status, what] of cases)
    it(`by ${ground} ${what} where the registration is ${status}`, () => {
      const found = reversed([exit('old', ground)], status, standing([], ['old']))
      assert.deepEqual(found, what === 'holds' ? [] : ['old'])
    })
  it('is reversed for the record whose conviction counts again, and for those that left by that decision', () => {
    const live = [exit('old', 'acquittal', 'first'), exit('new', 'acquittal', 'second')]
    const bare = exit('bare', 'acquittal', 'second')
    assert.deepEqual(reversed([...live, bare], 'active', standing(['of_new'])), ['new', 'bare'])
  })
  it('holds for a record that left by another decision and of which no conviction counts', () => {
    const one_holds = { ...standing(['of_new']), held: new Map([['new', ['of_new']]]) }
    assert.deepEqual(reversed([exit('bare', 'acquittal', 'third')], 'active', one_holds), [])
  })
})

describe('the orders that undid convictions', () => {
  const convicted = (...events: ['acquitted' | 'set_aside' | 'restored' | 'filed', string][]) => ({
    ...exampleConviction,
    appeal: events.map(([event, on]) => ({ event, on })),
  })
  it('stand the latest first, without those that were taken back, whatever was filed since', () => {
    const orders = undoingsOf([
      convicted(['acquitted', '2025-05-01'], ['filed', '2025-06-01']),
      convicted(['set_aside', '2025-05-02']),
      convicted(['acquitted', '2025-05-03'], ['restored', '2025-05-04']),
    ])
    assert.deepEqual(
      orders.map(({ event, on }) => [event, on]),
      [
        ['set_aside', '2025-05-02'],
        ['acquitted', '2025-05-01'],
      ],
    )
  })
})
