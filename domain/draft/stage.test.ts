import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { needsLegalDecision, nextStage, type Stage, type StageFacts } from './stage.ts'

const plain: StageFacts = {
  outcome: 'yes',
  reason: 'tests_met',
  tests_differ: false,
  legal: null,
  identity: null,
}
const cases: readonly [name: string, facts: Partial<StageFacts>, stage: Stage][] = [
  ['asks NADRA about a conviction that meets both tests', {}, 'identity'],
  ['waits while NADRA cannot be reached', { identity: 'unavailable' }, 'identity'],
  ['goes to the Bureau with the identity verified', { identity: 'verified' }, 'bureau'],
  ['goes to the Bureau flagged when there is no document', { identity: 'no_document' }, 'bureau'],
  ['goes to the Bureau flagged when NADRA finds nobody', { identity: 'not_found' }, 'bureau'],
  ['goes to the Bureau flagged when fields differ', { identity: 'mismatch' }, 'bureau'],
  ['goes to the legal officer when the tests differ', { tests_differ: true }, 'legal'],
  ['stays with him though identity is verified', { tests_differ: true, identity: 'verified' }, 'legal'],
  ['goes to the legal officer when for review', { outcome: 'review', reason: 'jurisdiction' }, 'legal'],
  ['asks NADRA after he confirms', { tests_differ: true, legal: 'registrable' }, 'identity'],
  [
    'goes to the Bureau when both are done',
    { outcome: 'review', reason: 'not_in_force', legal: 'registrable', identity: 'mismatch' },
    'bureau',
  ],
  [
    'ends where the legal officer says no',
    { tests_differ: true, legal: 'not_registrable', identity: 'verified' },
    'not_registrable',
  ],
  [
    'ends where the tests are not met',
    { outcome: 'no', reason: 'tests_not_met', identity: 'verified' },
    'not_registrable',
  ],
  [
    'goes to the legal officer where one test holds and the policy says no',
    { outcome: 'no', reason: 'tests_not_met', tests_differ: true },
    'legal',
  ],
  [
    'goes on where he sets that aside',
    { outcome: 'no', reason: 'tests_not_met', tests_differ: true, legal: 'registrable' },
    'identity',
  ],
  [
    'ends with probation, whatever the tests say',
    { outcome: 'no', reason: 'not_a_conviction', tests_differ: true },
    'not_registrable',
  ],
  [
    'ends with probation, though a legal officer once confirmed another text',
    { outcome: 'no', reason: 'not_a_conviction', legal: 'registrable', identity: 'verified' },
    'not_registrable',
  ],
  ['ends where a court undid the conviction', { outcome: 'void', reason: 'void' }, 'not_registrable'],
]

describe('the next stage of a submitted draft', () => {
  for (const [name, facts, stage] of cases) {
    it(name, () => assert.equal(nextStage({ ...plain, ...facts }), stage))
  }

  it('reaches the Bureau only with an answer of NADRA and, where one is needed, a legal decision', () => {
    const facts = fc.record({
      outcome: fc.constantFrom('yes', 'no', 'review', 'void'),
      reason: fc.constantFrom('tests_met', 'tests_not_met', 'jurisdiction', 'void', 'juvenile'),
      tests_differ: fc.boolean(),
      legal: fc.constantFrom(null, 'registrable', 'not_registrable'),
      identity: fc.constantFrom(null, 'verified', 'not_found', 'mismatch', 'no_document', 'unavailable'),
    }) satisfies fc.Arbitrary<StageFacts>
    fc.assert(
      fc.property(facts, (given) => {
        if (nextStage(given) !== 'bureau') return
        assert.ok(given.identity !== null && given.identity !== 'unavailable')
        if (needsLegalDecision(given)) assert.equal(given.legal, 'registrable')
        else assert.equal(given.outcome, 'yes')
      }),
    )
  })
})
