import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { columns } from '../imports/columns.ts'
import { readingContext, readRow } from '../imports/row.ts'
import type { InventedConviction, InventedPerson, InventedSentence } from './invented-person.ts'
import { inventPerson } from './person.ts'
import { asReturnRow } from './return-row.ts'
import { SCENARIOS } from './scenarios.ts'
import { inventedWorld } from './world.ts'

const multan = {
  district_id: 'pb_multan',
  name_en: 'Multan',
  name_ur: 'ملتان',
  division_en: 'Multan',
  province_iso: 'PK-PB',
  pop_2023: 5_362_305,
  status: 'current',
}
const saddar = {
  station_id: 'pb_multan_saddar',
  district_id: 'pb_multan',
  name_en: 'Saddar Multan',
  name_ur: 'صدر ملتان',
}
const world = inventedWorld({ districts: [multan], stations: [saddar], today: '2026-11-23' })

const conviction: InventedConviction = {
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
  court: { name_en: 'Court of Sessions, Multan', name_ur: 'عدالت سیشن جج، ملتان' },
  case_number: '45/2024',
  fir: { station_id: 'pb_multan_saddar', year: 2023, number: 123 },
  judgment: { reference: 'J-45/2024-100000', sha256: '0'.repeat(64) },
  sentence: { kind: 'imprisonment', years: 10, months: 6, life: false, fine_pkr: 50_000 },
}

const person: InventedPerson = {
  index: 7,
  duplicate_of: null,
  shows: 'released',
  sex: 'male',
  names: [
    { kind: 'name', script: 'Latn', text: 'Rashid Khan' },
    { kind: 'name', script: 'Latn', text: 'Rasheed Khan' },
    { kind: 'name', script: 'Arab', text: 'رشید خان' },
    { kind: 'father', script: 'Latn', text: 'Allah Ditta' },
    { kind: 'father', script: 'Arab', text: 'اللہ دتہ' },
    { kind: 'alias', script: 'Latn', text: 'Sheeda' },
    { kind: 'alias', script: 'Arab', text: 'شیدا' },
  ],
  documents: [{ kind: 'cnic', number: '91234-5678901-3' }],
  born_on: '1988-02-11',
  age_years: null,
  age_on: null,
  district_id: 'pb_multan',
  station_id: 'pb_multan_saddar',
  address: { text_en: 'Chak No. 112, Multan', text_ur: 'چک نمبر 112، ملتان' },
  phone: null,
  convictions: [conviction],
  custody: [
    { from_on: '2023-05-03', to_on: '2025-03-03' },
    { from_on: '2026-01-01', to_on: null },
  ],
  hospital: [],
  abroad: [],
  no_fixed_abode: [],
}

describe('an invented conviction in a return', () => {
  it('fills the columns of the return, in their order and no others', () => {
    const row = asReturnRow(person, conviction, world)
    assert.deepEqual(
      Object.keys(row ?? {}),
      columns.map(({ column }) => column),
    )
  })

  it('is written as a prosecutor would: the first spelling, day first, section before law', () => {
    assert.deepEqual(asReturnRow(person, conviction, world), {
      name_latin: 'Rashid Khan',
      name_urdu: 'رشید خان',
      father_name_latin: 'Allah Ditta',
      father_name_urdu: 'اللہ دتہ',
      aliases: '@ Sheeda',
      cnic: '91234-5678901-3',
      passport: '',
      other_document: '',
      born_on: '11/02/1988',
      age_years: '',
      sex: 'male',
      address: 'Chak No. 112, Multan',
      district: 'Multan',
      fir_station: 'Saddar Multan',
      fir_year: '2023',
      fir_number: '123',
      court: 'Court of Sessions, Multan',
      case_number: '45/2024',
      sections: '376 PPC',
      offence_on: '01/05/2023',
      judgment_on: '12/02/2024',
      disposal: 'imprisonment',
      sentence: '10 years 6 months and fine Rs. 50,000',
      custody: '2023-05-03..2025-03-03; 2026-01-01..',
      held_in: '',
      victim: 'woman',
    })
  })

  it('is in no return when it was abroad', () => {
    assert.equal(asReturnRow(person, { ...conviction, country: 'AE', fir: null }, world), null)
  })

  const aged = { ...person, names: [], born_on: null, age_years: 35, age_on: '2024-02-12' }
  for (const [convicted_on, age] of [
    ['2024-02-12', '35'],
    ['2026-02-11', '36'],
    ['2026-02-12', '37'],
  ] as const) {
    it(`tells the age on the day of the judgment, ${convicted_on}: ${age}`, () => {
      const row = asReturnRow(aged, { ...conviction, convicted_on }, world)
      assert.deepEqual([row?.age_years, row?.born_on, row?.name_urdu, row?.aliases], [age, '', '', ''])
    })
  }

  const none: InventedSentence = { kind: 'imprisonment', years: 0, months: 0, life: false, fine_pkr: 0 }
  for (const [sentence, words] of [
    [{ ...none, life: true, fine_pkr: 1_000_000 }, 'life and fine Rs. 1,000,000'],
    [{ ...none, years: 1, months: 1 }, '1 year 1 month'],
    [{ ...none, kind: 'fine', fine_pkr: 500 }, 'fine Rs. 500'],
    [{ ...none, kind: 'probation' }, ''],
  ] as const) {
    it(`writes the sentence '${words}'`, () => {
      assert.equal(asReturnRow(person, { ...conviction, sentence }, world)?.sentence, words)
    })
  }

  it('leaves a place empty that the world does not know', () => {
    const elsewhere = { ...person, district_id: 'pb_lahore' }
    const fir = { station_id: 'pb_lahore_city', year: 2023, number: 1 }
    const row = asReturnRow(elsewhere, { ...conviction, fir }, world)
    assert.deepEqual([row?.district, row?.fir_station], ['', ''])
  })

  it('is read back by the reader of returns, which refuses none and finds the same offence and days', () => {
    const catalogue = [...new Set(SCENARIOS.flatMap(({ offences }) => offences))].map((key) => ({ key }))
    const context = readingContext({ catalogue, districts: [multan], today: '2026-11-23' })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (index) => {
        const invented = inventPerson(1, index, world)
        for (const one of invented.convictions) {
          const cells = asReturnRow(invented, one, world)
          if (!cells) continue
          const { row, problems } = readRow(cells, context)
          assert.ok(row, JSON.stringify({ problems, cells }))
          assert.deepEqual(
            [row.sections[0]?.offence, row.offence_on, row.judgment_on, row.victim, row.custody],
            [one.offence, one.offence_on, one.convicted_on, one.victim, invented.custody],
          )
        }
      }),
    )
  })
})
