import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { punishmentOf } from './offences.ts'
import { inventPerson } from './person.ts'
import { ROUND_LENGTH, SCENARIOS, scenarioOf } from './scenarios.ts'
import { wordsOf } from './words-given.ts'
import { inventedWorld } from './world.ts'

const district = {
  district_id: 'pb_multan',
  name_en: 'Multan',
  name_ur: 'ملتان',
  division_en: 'Multan',
  province_iso: 'PK-PB',
  pop_2023: null,
  status: 'current',
}
const station = {
  station_id: 'pb_multan_city',
  district_id: 'pb_multan',
  name_en: 'City Multan',
  name_ur: 'سٹی ملتان',
}
const today = '2026-11-23'

describe('the places of invented people', () => {
  it('are current districts with a station', () => {
    const announced = { ...district, district_id: 'announced', status: 'announced' }
    const without = { ...district, district_id: 'without' }
    const { homes } = inventedWorld({ districts: [announced, without, district], stations: [station], today })
    assert.deepEqual(
      homes.map(({ district_id }) => district_id),
      ['pb_multan'],
    )
  })

  it('must include one, and be of a province whose names are known', () => {
    assert.throws(() => inventedWorld({ districts: [district], stations: [], today }), RangeError)
    const abroad = { ...district, division_en: 'Kent', province_iso: 'GB-KEN' }
    const world = inventedWorld({ districts: [abroad], stations: [station], today })
    assert.throws(() => inventPerson(1, 0, world), RangeError)
  })
})

describe('the states of the law', () => {
  it('are shown in every round of people exactly as often as their slots say', () => {
    for (const seed of [1, 99]) {
      for (const start of [0, 5 * ROUND_LENGTH]) {
        const shown = Array.from(
          { length: ROUND_LENGTH },
          (_, place) => scenarioOf(seed, start + place).scenario,
        )
        for (const scenario of SCENARIOS) {
          assert.equal(shown.filter((one) => one === scenario).length, scenario.slots, scenario.shows)
        }
      }
    }
  })

  it('need a punishment for each offence, and words in both scripts for each name', () => {
    assert.throws(() => punishmentOf('PPC-1'), RangeError)
    assert.throws(() => wordsOf('علی'), RangeError)
  })
})
