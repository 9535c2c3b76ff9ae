import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Cells, type Column, columns } from './columns.ts'
import { checkTotal, statedTotal } from './counts.ts'
import { type Problem, problem, problem_texts, problemText } from './problems.ts'
import { type ReturnRow, readingContext, readRow, withoutHiddenCells } from './row.ts'
import { convictionKeys, rowFingerprint } from './same-row.ts'

const context = readingContext({
  catalogue: [{ key: 'PPC-376' }, { key: 'PECA-21' }],
  districts: [
    { district_id: 'pb_multan', name_en: 'Multan', name_ur: 'ملتان' },
    { district_id: 'one', name_en: 'Twin', name_ur: 'الف' },
    { district_id: 'two', name_en: 'Twin', name_ur: 'ب' },
  ],
  today: '2025-09-10',
  cnic_first_digits: '123456789',
})
const good: Cells = {
  ...Object.fromEntries(columns.map(({ column, example }) => [column, example])),
  fir_number: '77/23',
}
const read = (changes: Cells) => readRow({ ...good, ...changes }, context)
const rowOf = (changes: Cells): ReturnRow => {
  const { row, problems } = read(changes)
  assert.ok(row, JSON.stringify(problems))
  return row
}
const codesOf = (changes: Cells) => read(changes).problems.map(({ code }) => code)

describe('a row of a return', () => {
  it('is accepted when every cell says what it should', () => {
    const { outcome, problems } = read({})
    assert.deepEqual([outcome, problems], ['accepted', []])
  })

  it('is read the same from Urdu words, Urdu digits and an Arabic keyboard', () => {
    const urdu = rowOf({
      cnic: '۹۱۲۳۴-۵۶۷۸۹۰۱-۳',
      born_on: '۱۱/۰۲/۱۹۸۸',
      age_years: 'تقریباً ۳۶ سال',
      sex: 'مرد',
      district: 'ضلع ملتان',
      fir_number: '٧٧/٢٣',
      fir_year: '۲۰۲۳',
      sections: 'دفعہ ۳۷۶ ت پ',
      disposal: 'قيد بامشقت',
      victim: 'عورت',
      aliases: 'عرف Sheeda عرف Pehlwan',
    })
    assert.deepEqual({ ...urdu, sections: [] }, { ...rowOf({}), sections: [] })
    assert.equal(urdu.sections[0]?.offence, 'PPC-376')
  })

  const doubts: [changes: Cells, outcome: 'warned' | 'refused', codes: string[]][] = [
    [{ sex: '' }, 'refused', ['missing']],
    [{ court: ' ' }, 'refused', ['missing']],
    [{ sex: 'unknown' }, 'refused', ['sex_unknown']],
    [{ name_latin: '', name_urdu: '' }, 'refused', ['name_missing']],
    [{ name_latin: 'Rashid 5' }, 'refused', ['name_unreadable']],
    [{ name_latin: 'راشد' }, 'warned', ['name_script']],
    [{ father_name_latin: '', father_name_urdu: 'نامعلوم' }, 'warned', ['father_name_missing']],
    [{ name_urdu: '?????' }, 'refused', ['text_lost']],
    [{ address: 'x'.repeat(501) }, 'refused', ['text_too_long']],
    [{ cnic: '91234-567890-3' }, 'refused', ['cnic_shape']],
    [{ cnic: '9.12346E+12' }, 'refused', ['cnic_shortened']],
    [{ cnic: '01234-5678901-3' }, 'warned', ['cnic_first_digit']],
    [{ cnic: '91234-5678901-2' }, 'warned', ['cnic_last_digit']],
    [{ cnic: '91234-5678901-3', sex: 'female' }, 'warned', ['cnic_last_digit']],
    [{ passport: 'Z123' }, 'warned', ['passport_shape']],
    [{ born_on: '11/02/88' }, 'refused', ['date_two_digit_year']],
    [{ born_on: '11/02/1888' }, 'refused', ['date_too_early', 'age_disagrees']],
    [{ judgment_on: '2026-01-01', custody: '2026-01-01..', held_in: '' }, 'refused', ['date_in_future']],
    [{ judgment_on: '31/02/2024' }, 'refused', ['date_unreadable']],
    [{ judgment_on: '45334' }, 'warned', ['date_from_serial']],
    [{ judgment_on: '2023-01-01' }, 'refused', ['judged_before_offence']],
    [{ born_on: '2023-05-01' }, 'refused', ['born_after_offence']],
    [{ born_on: '2006-05-01', age_years: '' }, 'warned', ['under_18']],
    [{ born_on: '', age_years: '17' }, 'warned', ['under_18']],
    [{ age_years: '50' }, 'warned', ['age_disagrees']],
    [{ age_years: 'old' }, 'refused', ['age_unreadable']],
    [{ disposal: 'acquitted' }, 'refused', ['disposal_not_conviction']],
    [{ disposal: 'زیر سماعت' }, 'refused', ['disposal_not_conviction']],
    [{ disposal: 'whatever' }, 'refused', ['disposal_unknown']],
    [{ district: 'Atlantis' }, 'refused', ['district_unknown']],
    [{ district: 'Twin' }, 'refused', ['district_ambiguous']],
    [{ victim: 'Ayesha' }, 'refused', ['victim_unknown']],
    [{ fir_number: '2023-12-01' }, 'refused', ['fir_became_date']],
    [{ fir_number: 'Dec-23' }, 'refused', ['fir_became_date']],
    [{ fir_number: 'abc' }, 'refused', ['fir_unreadable']],
    [{ fir_number: '77', fir_year: '1850' }, 'refused', ['fir_unreadable']],
    [{ fir_number: '77', fir_year: '' }, 'refused', ['fir_year_missing']],
    [{ fir_number: '77/22' }, 'refused', ['fir_years_differ']],
    [{ fir_number: '77/25', fir_year: '' }, 'refused', ['fir_after_judgment']],
    [{ fir_number: '77/22', fir_year: '' }, 'warned', ['fir_before_offence']],
    [{ sections: 'rape' }, 'refused', ['sections_unreadable']],
    [{ sections: '376/511 PPC' }, 'warned', ['section_not_in_catalogue']],
    [{ sections: '376 PPC, 999' }, 'warned', ['section_not_in_catalogue']],
    [{ sections: '999' }, 'warned', ['section_law_unclear']],
    [{ sentence: '' }, 'warned', ['sentence_missing']],
    [{ sentence: 'as per law' }, 'warned', ['sentence_unreadable']],
    [{ sentence: '10 years and 5 years' }, 'warned', ['sentence_several']],
    [{ custody: '' }, 'warned', ['custody_missing']],
    [{ custody: 'in jail' }, 'refused', ['custody_unreadable']],
    [{ custody: '2025-03-03..2024-02-12' }, 'refused', ['custody_backwards']],
    [{ held_in: 'Multan' }, 'warned', ['held_in_unmatched']],
    [{ held_in: 'ملتان؛ Atlantis' }, 'warned', ['held_in_unknown']],
    [{ sentence: '10 years; compensation to victim' }, 'warned', ['survivor_mentioned']],
    [{ address: 'call 0300-1234567' }, 'warned', ['free_text_phone']],
    [{ fir_number: '123/23' }, 'refused', ['row_is_example']],
  ]
  for (const [changes, outcome, codes] of doubts) {
    it(`${outcome} for ${codes.join(', ')}: ${JSON.stringify(changes).slice(0, 60)}`, () => {
      const result = read(changes)
      assert.deepEqual([result.outcome, result.problems.map(({ code }) => code)], [outcome, codes])
    })
  }

  it('with nothing in it is refused once for each cell it must have', () => {
    const { outcome, problems } = readRow({}, context)
    const missing = problems.filter(({ code }) => code === 'missing').map(({ column }) => column)
    assert.equal(outcome, 'refused')
    assert.deepEqual(
      missing,
      columns.filter(({ required }) => required === 'yes').map(({ column }) => column),
    )
  })

  it('is refused when reading the file already found it broken', () => {
    assert.equal(readRow(good, context, [problem('row_quotes', null)]).outcome, 'refused')
  })

  it('warns of a first digit that no province uses unless told that people are invented', () => {
    const real = readingContext({
      catalogue: [{ key: 'PPC-376' }],
      districts: [{ district_id: 'a', name_en: 'Multan', name_ur: 'ملتان' }],
      today: '2025-09-10',
    })
    assert.deepEqual(
      readRow(good, real).problems.map(({ code }) => code),
      ['cnic_first_digit'],
    )
  })

  it('takes aliases and the father out of the name', () => {
    const row = rowOf({
      name_latin: 'Rashid s/o Karim @ Sheeda',
      father_name_latin: '',
      father_name_urdu: '',
      aliases: 'sheeda, Kala',
    })
    assert.deepEqual(
      [row.name_latin, row.father_name_latin, row.aliases],
      ['Rashid', 'Karim', ['Sheeda', 'Kala']],
    )
    assert.deepEqual(codesOf({ name_latin: 'Rashid s/o Karim', father_name_latin: 'Karim' }), [])
  })

  it('puts each name in its own script, whatever column it was typed in', () => {
    const row = rowOf({ name_latin: 'راشد', name_urdu: '' })
    assert.deepEqual([row.name_latin, row.name_urdu], [null, 'راشد'])
  })

  it('needs no document, and takes words for "none" as none', () => {
    assert.deepEqual(rowOf({ cnic: 'nil', passport: '-', other_document: 'ندارد' }).documents, [])
  })

  it('reads the FIR year in two digits as the latest that has come', () => {
    const row = rowOf({
      fir_number: 'FIR No. 77-A/98',
      fir_year: '',
      offence_on: '1998-01-01',
      born_on: '',
      age_years: '',
    })
    assert.deepEqual([row.fir_number, row.fir_year], ['77A', 1998])
  })
})

describe('the survivor in a row', () => {
  it('is repeated neither in the problems nor in what is given back', () => {
    const typed = {
      sentence: 'victim Zulekha',
      district: 'victim Zulekha',
      victim: 'Zulekha',
      address: `${'x '.repeat(300)} Zulekha`,
    }
    const { problems } = read(typed)
    assert.ok(problems.some(({ code }) => code === 'survivor_identity'))
    assert.ok(!JSON.stringify(problems).includes('Zulekha'))
    const kept = withoutHiddenCells({ ...good, ...typed }, problems)
    assert.ok(!JSON.stringify(kept).includes('Zulekha'))
    assert.equal(kept.court, good.court)
  })
})

describe('the same row and the same conviction', () => {
  it('have one fingerprint in any keyboard, case or spacing, and another when anything else differs', () => {
    const fingerprint = rowFingerprint(rowOf({}))
    assert.equal(
      rowFingerprint(rowOf({ name_latin: ' GHULAM  Rasool', court: 'additional sessions judge, multan' })),
      fingerprint,
    )
    const others: Cells[] = [
      { name_latin: 'Ghulam Nabi' },
      { sex: 'transgender' },
      { custody: '2024-02-12..' },
      { held_in: '-; Multan' },
      { address: '' },
      { victim: 'child' },
    ]
    assert.equal(
      new Set([fingerprint, ...others.map((changes) => rowFingerprint(rowOf(changes)))]).size,
      others.length + 1,
    )
  })

  it('share a key in another file that has only the name, and none when the person, FIR or judgment differ', () => {
    const keys = new Set(convictionKeys(rowOf({})))
    const shares = (changes: Cells) => convictionKeys(rowOf(changes)).some((key) => keys.has(key))
    assert.ok(shares({ cnic: '', passport: '', other_document: '', name_urdu: '', address: '' }))
    assert.ok(shares({ name_latin: 'Gulam Rasul', name_urdu: '' }))
    assert.ok(!shares({ cnic: '', passport: '', other_document: '', name_latin: 'Nobody', name_urdu: '' }))
    const bare: Cells = {
      cnic: '',
      passport: '',
      other_document: '',
      father_name_latin: '',
      father_name_urdu: '',
      sections: '999',
    }
    assert.equal(convictionKeys(rowOf(bare))[0], convictionKeys(rowOf({ ...bare, court: 'Another' }))[0])
    assert.ok(!shares({ fir_number: '78/23' }))
    assert.ok(!shares({ judgment_on: '13/02/2024' }))
    assert.ok(!shares({ sections: '21 PECA' }))
  })
})

describe('a count that the file states', () => {
  const cases: [cells: string[], stated: number | undefined][] = [
    [['TOTAL', '123'], 123],
    [['', 'Total:', '', '1,234', ''], 1234],
    [['کل', '۱۲۳'], 123],
    [['Total convictions = 7'], 7],
    [['Total'], undefined],
    [['Totality Khan', '5'], undefined],
    [['', ''], undefined],
    [['TOTAL', '1', '2'], undefined],
  ]
  for (const [cells, stated] of cases) {
    it(`${JSON.stringify(cells)} is ${stated ?? 'no count'}`, () => assert.equal(statedTotal(cells), stated))
  }

  it('is compared with ours, and a difference is shown', () => {
    assert.equal(checkTotal(5, 5), null)
    assert.deepEqual(checkTotal(6, 5), {
      column: null,
      code: 'count_differs',
      severity: 'warned',
      value: '6',
    })
  })
})

describe('a reason', () => {
  it('is given in both languages with the same places to fill in', () => {
    for (const [code, [, en, ur]] of Object.entries(problem_texts)) {
      const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
      assert.deepEqual(places(en), places(ur), code)
      assert.match(ur, /\p{Script=Arabic}/u, code)
    }
  })

  it('names the column in the language of the reader and repeats what was typed', () => {
    const wrong: Problem = problem('date_unreadable', 'born_on', 'x')
    assert.equal(problemText(wrong, 'en'), 'Date of birth: "x" is not a date.')
    assert.equal(problemText(wrong, 'ur'), 'تاریخ پیدائش: "x" تاریخ نہیں ہے۔')
    assert.equal(
      problemText(problem('heading_survivor', null, 'Victim name'), 'en').includes('"Victim name"'),
      true,
    )
  })
})

describe('any row at all', () => {
  it('is accepted, warned or refused with a reason, and never breaks the reader', () => {
    const column = fc.constantFrom(...columns.map((info) => info.column))
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('376', '۱۲', '@', 's/o', '..', 'victim', "'=1"),
    )
    fc.assert(
      fc.property(fc.dictionary(column, text), (changes) => {
        const { outcome, problems, row } = read(changes as Partial<Record<Column, string>>)
        assert.equal(row === null, outcome === 'refused')
        assert.equal(
          problems.some(({ severity }) => severity === 'refused'),
          outcome === 'refused',
        )
        assert.equal(problems.length === 0, outcome === 'accepted')
      }),
      { numRuns: 500 },
    )
  })
})
