import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { listMissing } from '../draft/completeness.ts'
import { type Cells, columns } from './columns.ts'
import { draftOfRow, needsLook } from './draft-body.ts'
import { type ReturnRow, readingContext, readRow } from './row.ts'

const context = readingContext({
  catalogue: [{ key: 'PPC-376' }],
  districts: [{ district_id: 'pb_multan', name_en: 'Multan', name_ur: 'ملتان' }],
  today: '2025-09-10',
  cnic_first_digits: '9',
})
const place = { jurisdiction: 'PK-PB', station_id: 'pb_multan_saddar' }
const good: Cells = {
  ...Object.fromEntries(columns.map(({ column, example }) => [column, example])),
  fir_number: '77/23',
}
const read = (changes: Cells) => {
  const { row, problems } = readRow({ ...good, ...changes }, context)
  assert.ok(row, JSON.stringify(problems))
  const draft = draftOfRow(row, place)
  return { row, draft, needs_look: needsLook(row, problems, draft) }
}

describe('the draft that a row gives', () => {
  it('has every fact of the row, and lacks only the certified judgment', () => {
    const { draft, needs_look } = read({})
    assert.deepEqual(listMissing(draft), ['judgment_hash'])
    assert.equal(needs_look, false)
    assert.deepEqual(draft.person, {
      names: [
        { kind: 'name', script: 'Latn', text: 'Ghulam Rasool' },
        { kind: 'name', script: 'Arab', text: 'غلام رسول' },
        { kind: 'father', script: 'Latn', text: 'Allah Ditta' },
        { kind: 'father', script: 'Arab', text: 'اللہ دتہ' },
        { kind: 'alias', script: 'Latn', text: 'Sheeda' },
        { kind: 'alias', script: 'Latn', text: 'Pehlwan' },
      ],
      documents: [
        { kind: 'cnic', number: '9123456789013' },
        { kind: 'passport', number: 'ZZ0000123' },
        { kind: 'other', number: 'Afghan Citizen Card AC-00017' },
      ],
      ...{ sex: 'male', born_on: '1988-02-11', born_year: null, address: 'Chak 112, near Grain Market' },
    })
    assert.deepEqual(draft.conviction.sentence, { months: 120, is_life: false, fine_pkr: 50_000 })
    const [first, second] = draft.conviction.custody
    assert.deepEqual([first?.held_district_id, second?.held_district_id], ['pb_multan', undefined])
  })

  const cases: [name: string, changes: Cells, missing: string[], needs_look: boolean][] = [
    ['takes the birth year from an age', { born_on: '' }, [], false],
    [
      'leaves several terms to an officer',
      { sentence: '10 years and 5 years' },
      ['conviction.sentence'],
      false,
    ],
    ['leaves odd days to an officer', { sentence: '6 months 10 days' }, ['conviction.sentence'], false],
    [
      'leaves a serial with a letter to an officer',
      { fir_number: '77-A/23' },
      ['conviction.fir_number'],
      false,
    ],
    ['takes death for imprisonment without an end, to be looked at', { sentence: 'death' }, [], true],
    ['wants a look at a person who may have been a child', { born_on: '', age_years: '17' }, [], true],
    [
      'wants a look where a document is longer than an entry holds',
      { other_document: 'x'.repeat(31) },
      [],
      true,
    ],
    [
      'wants a look where an address is longer than an entry holds',
      { address: 'گلی '.repeat(100) },
      [],
      true,
    ],
    ['asks for custody dates', { custody: '' }, ['conviction.custody'], false],
  ]
  for (const [name, changes, missing, needs_look] of cases) {
    it(name, () => {
      const made = read(changes)
      assert.deepEqual(listMissing(made.draft), ['judgment_hash', ...missing])
      assert.equal(made.needs_look, needs_look)
    })
  }

  it('never holds more than an entry may, however long the row', () => {
    const text = fc.string({ minLength: 1, maxLength: 400 })
    const { row } = read({})
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 40 }), (long, aliases) => {
        const grown: ReturnRow = {
          ...row,
          court: long,
          case_number: long,
          address: long,
          fir_station: long,
          aliases,
        }
        const { person, conviction } = draftOfRow(grown, place)
        assert.ok(person.names.length <= 20 && person.names.every((name) => name.text.length <= 120))
        assert.ok((person.address ?? '').length <= 300 && (conviction.court ?? '').length <= 160)
        assert.ok((conviction.case_number ?? '').length <= 60 && (conviction.fir_station ?? '').length <= 80)
      }),
    )
  })
})
