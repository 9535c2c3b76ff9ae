import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { defaultPack } from '../../law/packs.ts'
import { entryClock } from './clock.ts'
import { isComplete, missingOf } from './complete.ts'
import { flagsOf, needsIdentityBasis } from './flags.ts'

describe('the clock of an entry', () => {
  const pack = defaultPack()
  for (const [what, convicted_on, due_on] of [
    ['counts working days after the judgment', '2026-11-16', '2026-11-19'],
    ['passes over a Sunday', '2025-09-05', '2025-09-09'],
    ['passes over a holiday', '2025-12-23', '2025-12-27'],
  ] as const)
    it(what, () => assert.equal(entryClock(convicted_on, '2026-01-01', pack).due_on, due_on))
  it('tells the days left, below zero once the day has passed', () => {
    const left = (on: string) => entryClock('2026-11-16', on, pack).days_left
    assert.deepEqual([left('2026-11-16'), left('2026-11-19'), left('2026-11-24')], [3, 0, -5])
  })
  it('never runs out before three days, and loses a day with each day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (days) => {
        const convicted = Temporal.PlainDate.from('2024-01-01').add({ days })
        const on = (later: number) => convicted.add({ days: later }).toString()
        const first = entryClock(on(0), on(0), pack).days_left
        assert.ok(first >= 3)
        assert.equal(entryClock(on(0), on(1), pack).days_left, first - 1)
      }),
    )
  })
})

describe('the flags of an entry', () => {
  for (const [identity_outcome, tests_differ, flags] of [
    ['verified', false, []],
    ['verified', true, ['tests_differ']],
    ['mismatch', true, ['mismatch', 'tests_differ']],
    ['not_found', false, ['not_found']],
    ['no_document', false, ['no_document']],
  ] as const)
    it(`of ${identity_outcome}${tests_differ ? ' with tests that differ' : ''}`, () => {
      assert.deepEqual(flagsOf({ identity_outcome, tests_differ }), flags)
      assert.equal(needsIdentityBasis(identity_outcome), identity_outcome !== 'verified')
    })
})

describe('what an entry cannot do without', () => {
  it('is named where it is missing', () => {
    const facts = { court: null, victim: 'woman', fir_year: undefined }
    assert.deepEqual(missingOf(facts, ['court', 'victim', 'fir_year']), ['court', 'fir_year'])
    assert.deepEqual([isComplete(facts, ['victim']), isComplete(facts, ['court'])], [true, false])
  })
})
