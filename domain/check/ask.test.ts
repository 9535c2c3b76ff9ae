import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listOffences } from '../../law/offences.ts'
import { type AskFacts, isOfTheAct, refusalsOf } from './ask.ts'
import { owedOf, type RequestFacts } from './request.ts'
import { DESKS, deskOf, isEditable, STAGES } from './stage.ts'

const facts: AskFacts = {
  ...{ fir_district_id: 'pb_multan', own_district_id: 'pb_multan', fir_year: 2026, offences: ['PPC-376'] },
  ...{ relevance: 'named_in_fir', is_anothers_fir: false, transfer_order: null },
}
const rulesOf = (more: Partial<AskFacts>) => refusalsOf({ ...facts, ...more }).map(({ rule }) => rule)

describe('a request', () => {
  it('about a man named in the officer’s own FIR under the Act is refused by nothing', () => {
    assert.deepEqual(rulesOf({}), [])
  })
  const cases: [string, Partial<AskFacts>, string[]][] = [
    ['an FIR of another district', { fir_district_id: 'pb_vehari' }, ['other_station']],
    ['theft', { offences: ['PPC-379'] }, ['outside_act']],
    ['an offence that was repealed before the FIR', { offences: ['PPC-292B'] }, ['outside_act']],
    ['the same offence while it was law', { offences: ['PPC-292B'], fir_year: 2022 }, []],
    ['theft beside rape', { offences: ['PPC-379', 'PPC-376'] }, []],
    ['somebody who is not suspected', { relevance: 'unrelated' }, ['unrelated']],
    ['an FIR in which another officer asked', { is_anothers_fir: true }, ['anothers_fir']],
    ['the same, transferred by an order', { is_anothers_fir: true, transfer_order: '411/INV' }, []],
    [
      'everything at once',
      { fir_district_id: 'pb_vehari', offences: ['x'], relevance: 'unrelated', is_anothers_fir: true },
      ['other_station', 'anothers_fir', 'outside_act', 'unrelated'],
    ],
    ['nothing filled in yet', { fir_district_id: null, fir_year: null, offences: [], relevance: null }, []],
  ]
  for (const [what, more, rules] of cases)
    it(`about ${what}: ${rules.join(', ') || 'passes'}`, () => assert.deepEqual(rulesOf(more), rules))
  it('passes for exactly the offences that a list of the statute names and that are in force', () => {
    const named = listOffences().filter(({ lists, in_force_until }) => lists.length > 0 && !in_force_until)
    const of_act = listOffences().filter(({ key }) => isOfTheAct(key, 2026))
    assert.deepEqual(of_act, named)
    assert.ok(named.length >= 19)
  })
})

describe('a stage', () => {
  it('has one desk, and only the asking one may change the request', () => {
    assert.deepEqual(STAGES.filter(isEditable), ['drafting', 'returned'])
    for (const stage of STAGES) assert.ok(DESKS.includes(deskOf(stage)))
    assert.deepEqual(
      ['asked', 'forwarded', 'proposed', 'released', 'refused', 'discarded'].map((stage) =>
        deskOf(stage as (typeof STAGES)[number]),
      ),
      ['prosecutor', 'bureau', 'second', 'none', 'none', 'none'],
    )
  })
})

describe('a request that is not complete', () => {
  const full: RequestFacts = {
    ...{ station_id: 'pb_multan_saddar', fir_number: 117, fir_year: 2026, offences: ['PPC-376'] },
    ...{ names: [{ kind: 'name' }], relevance: 'arrested', reasons: 'Arrested at the spot' },
    ...{ fir_hash: 'a', annexure_hash: 'b' },
  }
  it('says what is missing and at which step; a father’s name names nobody', () => {
    assert.deepEqual(owedOf(full), [])
    for (const [change, field, step] of [
      [{ station_id: null }, 'station_id', 'fir'],
      [{ fir_number: null }, 'fir_number', 'fir'],
      [{ fir_year: null }, 'fir_year', 'fir'],
      [{ offences: [] }, 'offences', 'fir'],
      [{ names: [{ kind: 'father' }] }, 'name_latin', 'suspect'],
      [{ relevance: null }, 'relevance', 'reasons'],
      [{ reasons: null }, 'reasons', 'reasons'],
      [{ fir_hash: null }, 'fir_hash', 'papers'],
      [{ annexure_hash: null }, 'annexure_hash', 'papers'],
    ] as const)
      assert.deepEqual(owedOf({ ...full, ...change }), [{ field, step }])
  })
})
