import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultPack } from '../../law/packs.ts'
import { evaluate } from './evaluate.ts'
import { exampleConviction, exampleFacts } from './example-facts.ts'
import { endOf, exceptionsOf, statusOf } from './exceptions.ts'
import { duty_names, type Facts } from './facts.ts'

const pack = defaultPack()
const all_served = duty_names.map((duty) => ({ duty, at: '2025-03-03T10:00:00+05:00', language: 'ur' }))
const of = (change: Partial<Facts>) => {
  const facts = { ...exampleFacts, served: all_served, ...change }
  return exceptionsOf(facts, evaluate(facts, pack), pack)
}

describe('an exception', () => {
  it('is a duty that was never explained, from the day of release', () => {
    assert.deepEqual(of({}), [])
    assert.deepEqual(of({ served: all_served.slice(1) }), ['not_served'])
    assert.deepEqual(of({ served: [], on: '2025-03-02' }), [])
    assert.deepEqual(of({ served: [], on: '2025-03-03' }), ['not_served'])
  })
  it('counts what was explained today, and not what will be', () => {
    assert.deepEqual(of({ on: '2025-03-03' }), [])
    const later = all_served.map((one) => ({ ...one, at: '2025-03-04T00:00:00+05:00' }))
    assert.deepEqual(of({ on: '2025-03-03', served: later }), ['not_served'])
  })
  it('is imprisonment without the custody that serves it', () => {
    assert.deepEqual(of({ custody: [] }), ['custody_unknown'])
    assert.deepEqual(of({ custody: [{ from_on: '2024-03-13', to_on: null }] }), [])
    assert.deepEqual(of({ custody: [{ from_on: '2024-03-14', to_on: '2024-04-01' }] }), ['custody_unknown'])
    assert.deepEqual(of({ custody: [], convictions: [{ ...exampleConviction, disposal: 'fine' }] }), [])
  })
  it('is none of a person who is not, or no longer, on the register', () => {
    const appeal = [{ event: 'acquitted' as const, on: '2025-04-01' }]
    assert.deepEqual(of({ served: [], convictions: [{ ...exampleConviction, appeal }] }), [])
    assert.deepEqual(of({ served: [], on: '2036-01-01' }), [])
  })
  it('stays when the period counted from no release is over: he is held on the register without an end', () => {
    const facts = { ...exampleFacts, custody: [], on: '2036-01-01' }
    const result = evaluate(facts, pack)
    const exceptions = exceptionsOf(facts, result, pack)
    assert.deepEqual(exceptions, ['custody_unknown'])
    assert.deepEqual([result.registration.status, result.registration.ends_on], ['ended', '2034-02-12'])
    assert.deepEqual([statusOf({ result, exceptions }), endOf({ result, exceptions })], ['active', null])
  })
  it('changes neither status nor end of a person whose custody is known', () => {
    const result = evaluate({ ...exampleFacts, on: '2036-01-01' }, pack)
    const held = { result, exceptions: [] }
    assert.deepEqual([statusOf(held), endOf(held)], ['ended', '2035-03-03'])
    const unserved = { result: evaluate(exampleFacts, pack), exceptions: ['not_served'] as const }
    assert.deepEqual([statusOf(unserved), endOf(unserved)], ['active', '2035-03-03'])
  })
  it('is none of a person who is in custody again', () => {
    const custody = [...exampleFacts.custody, { from_on: '2025-04-01', to_on: null }]
    assert.deepEqual(of({ served: [], custody, on: '2025-05-01' }), [])
  })
})
