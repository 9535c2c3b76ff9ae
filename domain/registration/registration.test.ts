import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultPack, type Pack } from '../../law/packs.ts'
import { type DatedInterval, intervalsOf } from '../calendar/intervals.ts'
import type { Conviction } from '../eligibility/conviction.ts'
import { decideEligibility } from '../eligibility/decide.ts'
import { decideRegistration, nextReviewOn } from './registration.ts'

const pack = defaultPack()
const rape: Conviction = {
  conviction_id: 'k1',
  offence: 'PPC-376',
  offence_on: '2023-05-01',
  convicted_on: '2024-02-12',
  country: 'PK',
  jurisdiction: 'PK-PB',
  victim: 'woman',
  disposal: 'imprisonment',
  juvenile: false,
  appeal: [],
}
const custodyOf = (...dated: readonly (readonly [string, string | null])[]): DatedInterval[] =>
  dated.map(([from_on, to_on]) => ({ from_on, to_on }))

function register(
  changes: readonly Partial<Conviction>[],
  custody: DatedInterval[],
  on = '2025-09-10',
  by = pack,
) {
  const decided = changes.map((change) => {
    const conviction = { ...rape, ...change }
    return [conviction, decideEligibility(conviction, { born_on: null }, by, on)] as const
  })
  return decideRegistration(decided, intervalsOf(custody), by, on)
}
const dates = (...given: Parameters<typeof register>) => {
  const { status, starts_on, released_on, ends_on } = register(...given)
  return [status, starts_on, released_on, ends_on]
}

describe('release', () => {
  const cases: readonly (readonly [string, DatedInterval[], string | null])[] = [
    [
      'is the end of the custody that serves the sentence',
      custodyOf(['2024-02-12', '2025-03-03']),
      '2025-03-03',
    ],
    ['is the day of conviction without custody', [], '2024-02-12'],
    [
      'custody that ended the day of conviction served it',
      custodyOf(['2023-05-01', '2024-02-12']),
      '2024-02-12',
    ],
    [
      'custody that ended before did not',
      custodyOf(['2023-05-01', '2024-02-11'], ['2024-02-20', '2024-05-01']),
      '2024-05-01',
    ],
    ['a surrender on the 30th day serves it', custodyOf(['2024-03-13', '2025-03-03']), '2025-03-03'],
    ['custody from the 31st day does not', custodyOf(['2024-03-14', '2025-03-03']), '2024-02-12'],
    [
      'touching intervals are one custody',
      custodyOf(['2024-02-12', '2024-06-01'], ['2024-06-01', '2025-03-03']),
      '2025-03-03',
    ],
    [
      'of two, the first is the release',
      custodyOf(['2024-02-12', '2024-02-20'], ['2024-03-01', '2025-03-03']),
      '2024-02-20',
    ],
    ['custody still open is no release', custodyOf(['2024-02-12', null]), null],
  ]
  for (const [what, custody, released_on] of cases) {
    it(what, () => assert.equal(register([{}], custody).released_on, released_on))
  }
})

describe('the end', () => {
  it('is ten years from release, the first day no longer on the register', () => {
    const custody = custodyOf(['2024-02-12', '2025-03-03'])
    assert.deepEqual(dates([{}], custody), ['active', '2024-02-12', '2025-03-03', '2035-03-03'])
    assert.equal(register([{}], custody, '2035-03-02').status, 'active')
    assert.equal(register([{}], custody, '2035-03-03').status, 'ended')
  })
  it('of a release on 29 Feb is 28 Feb', () => {
    assert.equal(register([{}], custodyOf(['2024-02-12', '2024-02-29'])).ends_on, '2034-02-28')
  })
  it('is a day later for every later day in custody, even one that only the lengthening reaches', () => {
    const custody = custodyOf(
      ['2024-02-12', '2025-03-03'],
      ['2026-01-01', '2026-01-11'],
      ['2035-03-10', '2035-03-12'],
    )
    assert.equal(register([{}], custody).ends_on, '2035-03-15')
  })
  it('is not moved by custody that begins on it', () => {
    assert.equal(
      register([{}], custodyOf(['2024-02-12', '2025-03-03'], ['2035-03-03', null])).ends_on,
      '2035-03-03',
    )
  })
  it('is open while later custody, or the first, is open', () => {
    assert.deepEqual(dates([{}], custodyOf(['2024-02-12', '2025-03-03'], ['2026-01-01', null])), [
      'active',
      '2024-02-12',
      '2025-03-03',
      null,
    ])
    assert.deepEqual(dates([{}], custodyOf(['2024-02-12', null])), ['active', '2024-02-12', null, null])
  })
  it('stays where a pack does not lengthen it', () => {
    const { custody_extends_period } = pack.values
    const by: Pack = {
      ...pack,
      values: { ...pack.values, custody_extends_period: { ...custody_extends_period, value: false } },
    }
    const custody = custodyOf(['2024-02-12', '2025-03-03'], ['2026-01-01', '2026-01-11'])
    assert.equal(register([{}], custody, '2025-09-10', by).ends_on, '2035-03-03')
  })
  it('is told step by step', () => {
    const { steps } = register([{}], custodyOf(['2024-02-12', '2025-03-03'], ['2026-01-01', '2026-01-11']))
    assert.deepEqual(
      steps.map(({ rule, from, to, because: { code } }) => [rule, from, to, code]),
      [
        ['start', null, '2024-02-12', 'convicted'],
        ['release', '2024-02-12', '2025-03-03', 'released'],
        ['period', '2025-03-03', '2035-03-03', 'period'],
        ['custody', '2035-03-03', '2035-03-13', 'custody_added'],
      ],
    )
  })
})

describe('several convictions', () => {
  const second = { conviction_id: 'k2', convicted_on: '2026-05-04' }
  it('whose spans overlap are one registration, released at the earliest release', () => {
    const custody = custodyOf(['2024-02-12', '2025-03-03'], ['2026-05-04', '2027-05-04'])
    assert.deepEqual(dates([second, {}], custody, '2026-06-01'), [
      'active',
      '2024-02-12',
      '2025-03-03',
      '2037-05-04',
    ])
  })
  it('whose spans touch are one', () => {
    const later = { conviction_id: 'k2', convicted_on: '2034-02-12' }
    assert.deepEqual(dates([{}, later], [], '2034-02-12'), [
      'active',
      '2024-02-12',
      '2024-02-12',
      '2044-02-12',
    ])
  })
  it('apart are two: the last that has begun holds', () => {
    const later = { conviction_id: 'k2', convicted_on: '2034-02-13' }
    assert.deepEqual(dates([{}, later], [], '2034-03-01'), [
      'active',
      '2034-02-13',
      '2034-02-13',
      '2044-02-13',
    ])
  })
  it('of which one is still in custody keep the release of the other', () => {
    const custody = custodyOf(['2024-02-12', '2025-03-03'], ['2026-05-04', null])
    assert.deepEqual(dates([{}, second], custody, '2026-06-01'), ['active', '2024-02-12', '2025-03-03', null])
  })
})

describe('without a registrable conviction', () => {
  const acquitted = { appeal: [{ event: 'acquitted', on: '2025-01-01' }] as const }
  it('the status tells why', () => {
    const theft = { offence: 'PPC-379' }
    const review = { jurisdiction: 'PK-JK' }
    assert.deepEqual(dates([theft], []), ['not_registrable', null, null, null])
    assert.deepEqual(dates([theft, acquitted], []), ['void', null, null, null])
    assert.deepEqual(dates([theft, acquitted, review], []), ['review', null, null, null])
  })
})

describe('the next review', () => {
  const registration = { released_on: '2025-03-03', ends_on: '2035-03-03' }
  it('comes every three years from release, until the end', () => {
    const next = (on: string) => nextReviewOn(registration, pack, on)
    assert.deepEqual(
      [next('2024-01-01'), next('2028-03-03'), next('2028-03-04'), next('2034-03-04')],
      ['2028-03-03', '2028-03-03', '2031-03-03', null],
    )
  })
  it('is unknown before release, and goes on while the end is open', () => {
    assert.equal(nextReviewOn({ released_on: null, ends_on: null }, pack, '2025-09-10'), null)
    assert.equal(nextReviewOn({ ...registration, ends_on: null }, pack, '2040-01-01'), '2040-03-03')
  })
})
