import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { defaultPack } from '../../law/packs.ts'
import { isoOf } from '../calendar/dates.ts'
import { exampleConviction } from '../duty/example-facts.ts'
import { decideEligibility } from '../eligibility/decide.ts'
import { appeal_events, doesChangeRegister, faultOfAppeal, groundOf, type KnownAppeal } from './events.ts'

describe('an event of an appeal', () => {
  const cases: [string, KnownAppeal[], (typeof appeal_events)[number], string, string | null][] = [
    ['lies before the conviction', [], 'filed', '2025-02-10', 'before_conviction'],
    [
      'lies before the last one',
      [{ event: 'filed', on: '2025-04-01' }],
      'dismissed',
      '2025-03-01',
      'before_last',
    ],
    ['dismisses what is pending', [{ event: 'filed', on: '2025-04-01' }], 'dismissed', '2025-05-01', null],
    ['withdraws nothing', [], 'withdrawn', '2025-05-01', 'nothing_pending'],
    ['acquits without a filing told of', [], 'acquitted', '2025-05-01', null],
    ['undoes twice', [{ event: 'acquitted', on: '2025-04-01' }], 'set_aside', '2025-05-01', 'undone_already'],
    ['restores what was undone', [{ event: 'set_aside', on: '2025-04-01' }], 'restored', '2025-05-01', null],
    ['restores nothing', [{ event: 'filed', on: '2025-04-01' }], 'restored', '2025-05-01', 'not_undone'],
    ['is filed at any time', [{ event: 'acquitted', on: '2025-04-01' }], 'filed', '2025-05-01', null],
  ]
  for (const [what, known, event, on, fault] of cases)
    it(`${what}: ${fault ?? 'may be'}`, () =>
      assert.equal(faultOfAppeal(known, event, on, '2025-02-11'), fault))
  it('is decided by two exactly where it may change the outcome of the conviction', () => {
    const pack = defaultPack()
    const outcome = (appeal: KnownAppeal[]) =>
      decideEligibility({ ...exampleConviction, appeal }, { born_on: null }, pack, '2030-01-01').outcome
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...appeal_events), { maxLength: 8 }), (events) => {
        const known: KnownAppeal[] = []
        for (const [at, event] of events.entries()) {
          const on = isoOf(20_000 + at)
          if (faultOfAppeal(known, event, on, '2024-02-12')) continue
          const before = outcome(known)
          known.push({ event, on })
          assert.equal(
            outcome(known) !== before,
            doesChangeRegister(event),
            `${event} after ${known.length - 1}`,
          )
        }
      }),
    )
  })
  it('names the ground of the exit', () =>
    assert.deepEqual([groundOf('acquitted'), groundOf('set_aside')], ['acquittal', 'set_aside']))
})
