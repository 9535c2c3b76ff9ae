import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { at, CONFIRM, type Given, gateOf, notice, serving } from './example-lapse.ts'
import type { Gate } from './gate.ts'
import { openableFrom } from './openable.ts'

const told_late = { ...serving, served_at: at('2025-08-30'), recorded_at: at('2025-08-30') }
const refused = (code: string, values = {}): Gate => ({
  passes: false,
  checks: [{ check: 'registered', passes: false, code, values, law: 'ARITA-2021', status: 'statute' }],
})

describe('from when a lapse may be opened', () => {
  const cases: readonly [string, Given, string, string | null][] = [
    ['passed by the gate: now', {}, 'now', null],
    ['told too late: never for this date', { servings: [told_late] }, 'never', null],
    ['met in time: never', { facts: { notices: notice(at('2025-09-01')) } }, 'never', null],
    ['asked before its day: the day after it', { facts: { on: '2025-09-01' } }, 'new_date', '2025-09-04'],
    ['of somebody in doubt: once the calculators agree', { is_disputed: true }, 'calculators_agree', null],
    ['told too late and in doubt: never', { servings: [told_late], is_disputed: true }, 'never', null],
  ]
  for (const [what, given, when, on] of cases)
    it(what, () => assert.deepEqual(openableFrom(gateOf(given, CONFIRM)), { when, on }))
  it('moved to another day: the day after that', () => {
    const gate = gateOf({ desk: { closed_desks: [{ from_on: '2025-09-03', to_on: '2025-09-05' }] } })
    assert.deepEqual(openableFrom(gate), { when: 'new_date', on: '2025-09-06' })
  })
  it('put off without a day: with its new date, whenever that is', () =>
    assert.deepEqual(openableFrom(refused('put_off')), { when: 'new_date', on: null }))
  it('under review: once that is decided; where the custody is unknown, once it is recorded', () => {
    assert.equal(openableFrom(refused('review')).when, 'reviewed')
    const unknown = refused('custody_unknown')
    const checks = unknown.checks.map((one) => ({ ...one, check: 'custody_known' as const }))
    assert.equal(openableFrom({ ...unknown, checks }).when, 'custody_known')
  })
})
