import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Column } from './columns.ts'
import { survivorDoubt } from './survivor.ts'

describe('free text that may tell who the survivor is', () => {
  const cases: [column: Column, typed: string, doubt: string | null][] = [
    ['sentence', 'victim Ayesha to get Rs. 50,000', 'survivor_identity'],
    ['sentence', 'Ayesha (victim) to get Rs. 50,000', 'survivor_identity'],
    ['sentence', 'compensation to the victim, Mst. A', 'survivor_identity'],
    ['sentence', 'compensation to victim d/o Karim', 'survivor_identity'],
    ['sentence', 'متاثرہ عائشہ کو معاوضہ', 'survivor_identity'],
    ['address', 'near house of complainant Bashir', 'survivor_identity'],
    ['name_latin', 'Rashid uncle of victim', 'survivor_mentioned'],
    ['sentence', 'Rs. 50,000 compensation to the victim', 'survivor_mentioned'],
    ['sentence', 'متاثرہ کو معاوضہ 50,000 روپے', 'survivor_mentioned'],
    ['sentence', '10 years for Fatima d/o Karim', 'free_text_kin'],
    ['court', 'wife of Karim', 'free_text_kin'],
    ['case_number', 'مسماۃ ف', 'free_text_kin'],
    ['address', 'House of Karim s/o Rahim', 'address_kin'],
    ['name_latin', 'Rashid s/o Karim', null],
    ['father_name_urdu', 'زوجہ کریم', null],
    ['address', '91234-5678901-2', 'free_text_number'],
    ['sentence', '۹۱۲۳۴۵۶۷۸۹۰۱۲', 'free_text_number'],
    ['address', 'call 0300-1234567', 'free_text_phone'],
    ['address', 'Chak 112, near Grain Market', null],
    ['court', 'Additional Sessions Judge, Multan', null],
    ['sentence', '10 years and fine Rs. 1,234,567', null],
  ]
  for (const [column, typed, doubt] of cases) {
    it(`${doubt ?? 'nothing'} in ${column}: ${JSON.stringify(typed)}`, () => {
      assert.equal(survivorDoubt(column, typed), doubt)
    })
  }
})
