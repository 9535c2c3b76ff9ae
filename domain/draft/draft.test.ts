import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { defaultPack } from '../../law/packs.ts'
import { isStepDone, listMissing, listOwed, REQUIRED_FIELDS, type RequiredField } from './completeness.ts'
import { listDifferences } from './differences.ts'
import { listDocumentDoubts } from './doubts.ts'
import type { Draft, DraftConviction } from './draft.ts'
import { judgmentOf, ruleOnDraft, rulingHash } from './judgment.ts'
import { proposeStation } from './station.ts'

const complete: Draft = {
  judgment_hash: 'ab'.repeat(32),
  person: {
    names: [{ kind: 'name', script: 'Latn', text: 'Muhammad Bashir' }],
    documents: [],
    sex: 'male',
    born_on: '1988-03-14',
    born_year: null,
    address: null,
  },
  conviction: {
    ...{
      fir_station: 'Saddar Multan',
      fir_year: 2024,
      fir_number: 117,
      court: 'Special Court',
      case_number: null,
    },
    ...{ offences: ['PPC-376'], offence_on: '2024-01-20', convicted_on: '2025-02-11', country: 'PK' },
    ...{ jurisdiction: 'PK-PB', victim: 'woman', disposal: 'imprisonment', juvenile: false },
    sentence: { months: 120, is_life: false, fine_pkr: null },
    custody: [{ from_on: '2024-02-01', to_on: null }],
  },
  station_id: 'pb_multan_saddar',
}
const withConviction = (more: Partial<DraftConviction>): Draft => ({
  ...complete,
  conviction: { ...complete.conviction, ...more },
})
const no_sentence = { months: null, is_life: false, fine_pkr: null }

describe('what a draft still lacks', () => {
  const cases: readonly [name: string, draft: Draft, missing: RequiredField[]][] = [
    ['is nothing when all is there', complete, []],
    [
      'is a name, though a father’s name is there',
      {
        ...complete,
        person: { ...complete.person, names: [{ kind: 'father', script: 'Latn', text: 'Allah Ditta' }] },
      },
      ['person.names'],
    ],
    [
      'is a birth date or year',
      { ...complete, person: { ...complete.person, born_on: null } },
      ['person.born'],
    ],
    [
      'is no birth date where the year is known',
      { ...complete, person: { ...complete.person, born_on: null, born_year: 1988 } },
      [],
    ],
    ['is the length of imprisonment', withConviction({ sentence: no_sentence }), ['conviction.sentence']],
    [
      'is no length where it is for life',
      withConviction({ sentence: { ...no_sentence, is_life: true } }),
      [],
    ],
    [
      'is the amount of a fine',
      withConviction({ disposal: 'fine', sentence: no_sentence }),
      ['conviction.sentence'],
    ],
    ['is custody where there is imprisonment', withConviction({ custody: [] }), ['conviction.custody']],
    [
      'is no custody where there is a fine',
      withConviction({ disposal: 'fine', custody: [], sentence: { ...no_sentence, fine_pkr: 5 } }),
      [],
    ],
    [
      'is no province where a foreign court convicted',
      withConviction({ country: 'AE', jurisdiction: null }),
      [],
    ],
    ['is a section', withConviction({ offences: [] }), ['conviction.offences']],
    ['is the station', { ...complete, station_id: null }, ['station_id']],
  ]
  for (const [name, draft, missing] of cases) {
    it(name, () => assert.deepEqual(listMissing(draft), missing))
  }

  it('is every required field of a blank draft, but those that another answer calls for', () => {
    const blank: Draft = {
      judgment_hash: null,
      person: { names: [], documents: [], sex: null, born_on: null, born_year: null, address: null },
      conviction: {
        ...{
          fir_station: null,
          fir_year: null,
          fir_number: null,
          court: null,
          case_number: null,
          offences: [],
        },
        ...{ offence_on: null, convicted_on: null, country: 'PK', jurisdiction: null, victim: null },
        ...{ disposal: null, juvenile: false, sentence: no_sentence, custody: [] },
      },
      station_id: null,
    }
    const on_condition = ['conviction.sentence', 'conviction.custody']
    const fields = Object.keys(REQUIRED_FIELDS).filter((field) => !on_condition.includes(field))
    assert.deepEqual(listMissing(blank), fields)
    assert.deepEqual(listOwed(blank, 'screen'), fields)
    assert.deepEqual(
      listOwed(blank, 'return'),
      fields.filter((f) => f !== 'judgment_hash'),
    )
    assert.equal(isStepDone(blank, 'station'), false)
    assert.equal(isStepDone(blank, 'preview'), true)
  })
})

const on = '2026-01-01'
const ruled = (draft: Draft) => ruleOnDraft('d1', draft, defaultPack(), on)

describe('what the rules say of a draft', () => {
  it('is not said while a fact is missing that a test reads', () => {
    for (const field of ['offence_on', 'convicted_on', 'jurisdiction', 'victim', 'disposal'] as const)
      assert.equal(ruled(withConviction({ [field]: null })), undefined, field)
    assert.equal(ruled(withConviction({ offences: [] })), undefined)
  })

  it('gives both tests and an open registration while the custody is open', () => {
    const ruling = ruled(complete)
    assert.deepEqual(
      [ruling?.eligibility.outcome, ruling?.eligibility.tests_differ, ruling?.registration.starts_on],
      ['yes', false, '2025-02-11'],
    )
    assert.equal(ruling?.registration.ends_on, null)
  })

  it('counts the period once, however many offences one judgment names', () => {
    const custody = [{ from_on: '2024-02-01', to_on: '2025-03-03' }]
    const one = ruled(withConviction({ custody }))?.registration
    const three = ruled(withConviction({ custody, offences: ['PPC-34', 'PPC-377', 'PPC-376'] }))?.registration
    assert.equal(one?.ends_on, '2035-03-03')
    assert.deepEqual([three?.ends_on, three?.steps.length], [one?.ends_on, one?.steps.length])
  })

  it('keeps a section typed by hand out of what is stored in the clear', () => {
    const typed = 'section 9 of a law nobody knows'
    const ruling = ruled(withConviction({ offences: ['PPC-376', typed] }))
    assert.deepEqual(judgmentOf('d1', { ...complete.conviction, offences: [typed, 'and 12'] })?.offences, [
      'other',
    ])
    assert.ok(!JSON.stringify(ruling).includes(typed))
  })

  it('has another hash as soon as a fact the tests read is changed', () => {
    const hash = (draft: Draft) => {
      const ruling = ruled(draft)
      assert.ok(ruling)
      return rulingHash(ruling, draft.person).toString('hex')
    }
    const changes: Partial<DraftConviction>[] = [
      { offences: ['PPC-377'] },
      { victim: 'child' },
      { offence_on: '2024-01-19' },
      { convicted_on: '2025-02-12' },
      { disposal: 'fine' },
      { juvenile: true },
      { jurisdiction: 'PK-SD' },
    ]
    for (const change of changes) assert.notEqual(hash(withConviction(change)), hash(complete))
    assert.equal(hash(withConviction({ court: 'Another court' })), hash(complete))
  })
})

describe('what differs between two states of a draft', () => {
  it('is named by its path, with both values', () => {
    assert.deepEqual(listDifferences(complete, withConviction({ convicted_on: '2025-02-12' })), [
      { field: 'conviction.convicted_on', before: '2025-02-11', after: '2025-02-12' },
    ])
  })

  it('is nothing where only the order of a list differs, or an absent field is null', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ kind: fc.string(), text: fc.string() })), (list) => {
        assert.deepEqual(listDifferences({ list, a: null }, { list: list.toReversed() }), [])
      }),
    )
  })
})

describe('doubts about a document', () => {
  const cnic = (number: string) => [{ kind: 'cnic' as const, number }]
  const cases = [
    ['none for a man’s number of the province', cnic('3520112345671'), 'male', 'PK-PB', []],
    ['the first digit of another province', cnic('4520112345671'), 'male', 'PK-PB', ['cnic_first_digit']],
    ['an even digit of a man', cnic('3520112345672'), 'male', 'PK-PB', ['cnic_last_digit']],
    ['an odd digit of a woman', cnic('3520112345671'), 'female', 'PK-PB', ['cnic_last_digit']],
    ['none where neither sex nor place is known', cnic('3520112345672'), null, null, []],
    ['none for a number reserved for invented people', cnic('9520112345671'), 'male', 'PK-PB', []],
    [
      'a passport of another shape',
      [{ kind: 'passport', number: 'A12' }],
      'male',
      'PK-PB',
      ['passport_shape'],
    ],
  ] as const
  for (const [name, documents, sex, jurisdiction, doubts] of cases) {
    it(name, () => assert.deepEqual(listDocumentDoubts(documents, sex, jurisdiction, '9'), doubts))
  }
})

describe('the station proposed', () => {
  const city = { station_id: 'pb_multan_city', name_en: 'City Multan', name_ur: 'سٹی ملتان' }
  const saddar = { station_id: 'pb_multan_saddar', name_en: 'Saddar Multan', name_ur: 'صدر ملتان' }
  for (const [typed, expected] of [
    ['PS Saddar Multan', saddar],
    ['تھانہ صدر ملتان', saddar],
    ['Saddar', saddar],
    ['تھانہ صدر', saddar],
    ['Sad', city],
    ['Nowhere', city],
    [null, city],
  ] as const) {
    it(`is ${expected.name_en} for an FIR of ${typed ?? 'no known station'}`, () =>
      assert.equal(proposeStation([city, saddar], typed), expected))
  }
  it('is none only where the district has none', () => assert.equal(proposeStation([], 'City'), undefined))
})
