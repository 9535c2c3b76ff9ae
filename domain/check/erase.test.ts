import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type EraseFacts, isToErase } from './erase.ts'

const at = (day: string) => `2026-${day}T00:00:00Z`
const facts = (more: Partial<EraseFacts>, answer: object = {}): EraseFacts => ({
  ...{ stage: 'released', updated_at: at('01-05'), screened_at: at('01-02') },
  answer: {
    ...{
      outcome: 'no_record',
      released_at: at('01-05'),
      said: null,
      said_at: null,
    },
    ...answer,
  },
  ...more,
})
const CASES: [string, EraseFacts, string | null][] = [
  ['no record', facts({}), '04-05'],
  ['unclear', facts({}, { outcome: 'unclear' }), '04-05'],
  ['not him', facts({}, { outcome: 'record_exists', said: 'not_him', said_at: at('01-10') }), '04-10'],
  ['him', facts({}, { outcome: 'record_exists', said: 'him', said_at: at('01-10') }), null],
  ['a record that nobody confirmed, on the same day', facts({}, { outcome: 'record_exists' }), '04-05'],
  ['refused by the prosecutor', facts({ stage: 'refused', answer: null }), '04-02'],
  ['refused, without its instant', facts({ stage: 'refused', answer: null, screened_at: null }), '04-05'],
  ['begun and left', facts({ stage: 'drafting', answer: null }), '04-05'],
  ['given back and left', facts({ stage: 'returned' }), '04-05'],
  ['released without an answer', facts({ answer: null }), '04-05'],
  ['with the prosecutor', facts({ stage: 'asked' }), null],
  ['with the Bureau', facts({ stage: 'forwarded' }), null],
  ['with the second officer', facts({ stage: 'proposed' }), null],
  ['discarded already', facts({ stage: 'discarded' }), null],
]
for (const [what, given, day] of CASES)
  it(`${what}: ${day ? `destroyed from ${day} on` : 'not destroyed'}`, () => {
    if (day === null) return assert.equal(isToErase(given, 90, '2036-01-01T00:00:00Z'), false)
    assert.equal(isToErase(given, 90, at(day)), true)
    assert.equal(isToErase(given, 90, new Date(Date.parse(at(day)) - 1).toISOString()), false)
  })
