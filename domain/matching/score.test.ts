import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseName } from '../names/parse.ts'
import { compareCnics } from './cnic.ts'
import { compareBirths } from './dates.ts'
import { type Birth, NOTHING_KNOWN, type PersonFacts, ROW_CODES } from './evidence.ts'
import { bestQuestion } from './explain.ts'
import { isModelWhole, MODEL, MODEL_FILE, MODEL_SHA256 } from './model.ts'
import { sumOf } from './rows.ts'
import { scorePerson } from './score.ts'
import { vetoesOf } from './vetoes.ts'
import { CLASSES } from './weights.ts'

const day = (on: string): Birth => ({ kind: 'day', on })
const person = (name: string, father: string | null, more: Partial<PersonFacts> = {}): PersonFacts => ({
  ...NOTHING_KNOWN,
  names: [parseName(name)],
  fathers: father === null ? [] : [parseName(father)],
  ...more,
})
const cnic = '9123456789013'
const aslam = person('محمد اسلم', 'محمد اکرم', {
  ...{ sex: 'male', birth: day('1986-03-04'), cnics: [cnic], district_id: 'pb_kasur' },
})

describe('the score of two records', () => {
  const names = [
    'محمد اسلم',
    'Ch. Aslam @ Achoo',
    'Aslam Pervez Khan',
    'Nasreen Bibi',
    'M. A. Khan',
    'Syed',
    'اسلم',
  ]
  const facts: fc.Arbitrary<PersonFacts> = fc.record({
    names: fc.array(fc.constantFrom(...names).map(parseName), { maxLength: 2 }),
    fathers: fc.array(fc.constantFrom(...names).map(parseName), { maxLength: 2 }),
    sex: fc.constantFrom('male', 'female', null),
    birth: fc.constantFrom(null, day('1986-03-04'), day('1986-04-03'), { kind: 'year', year: 1990 } as const),
    cnics: fc.array(fc.constantFrom(cnic, '9123456789031', '9999999999999'), { maxLength: 2 }),
    district_id: fc.constantFrom('pb_kasur', 'pb_multan', null),
    custody: fc.constant([]),
  })
  it('is the sum of its rows exactly, and a row less is that row less', () => {
    fc.assert(
      fc.property(facts, facts, (one, other) => {
        const { milli_bits, bits, rows } = scorePerson(one, other, MODEL)
        assert.equal(milli_bits, sumOf(rows))
        assert.equal(bits, milli_bits / 1000)
        for (const row of rows) {
          assert.ok(Number.isInteger(row.milli_bits))
          assert.equal(sumOf(rows.filter((other_row) => other_row !== row)), milli_bits - row.milli_bits)
        }
      }),
    )
  })
  it('counts a family name that both names leave out once', () => {
    const score = scorePerson(person('Imran', 'Ali'), person('Imran Afridi', 'Ali Afreedi'), MODEL)
    const missing = score.rows.filter(({ code }) => code === 'part_missing')
    assert.deepEqual(
      missing.map(({ field, candidate }) => [field, candidate]),
      [['name', 'afridi']],
    )
    const other = scorePerson(person('Imran', 'Ali'), person('Imran Afridi', 'Ali Mughal'), MODEL)
    assert.equal(other.rows.filter(({ code }) => code === 'part_missing').length, 2)
  })
  it('takes a title for the name where it is all there is to one of them', () => {
    const codes = (one: string, other: string) =>
      scorePerson(person(one, null), person(other, null), MODEL).rows.map(({ code }) => code)
    assert.ok(codes('Peer Muhammad', 'Pir Muhammad Baloch').includes('part_same'))
    assert.ok(codes('Pir Muhammad Baloch', 'Peer Muhammad').includes('part_same'))
    assert.ok(!codes('Peer Muhammad', 'Pir Ahmad Baloch').includes('part_same'))
    assert.ok(!codes('Peer Muhammad', 'Muhammad Baloch').includes('part_same'))
  })
  it('loses exactly the rows of a fact that is taken away', () => {
    fc.assert(
      fc.property(facts, facts, fc.constantFrom('birth', 'district', 'cnic', 'sex'), (one, other, field) => {
        const whole = scorePerson(one, other, MODEL)
        const gone = {
          birth: { birth: null },
          district: { district_id: null },
          cnic: { cnics: [] },
          sex: { sex: null },
        }
        const without = scorePerson({ ...one, ...gone[field] }, other, MODEL)
        const rows = whole.rows.filter((row) => row.field === field)
        assert.equal(without.milli_bits, whole.milli_bits - sumOf(rows))
      }),
    )
  })
  it('is one person by number, name and father, in the other script', () => {
    const found = scorePerson(person('Md Aslam', 'Akram', { cnics: [cnic] }), aslam, MODEL)
    assert.equal(found.verdict, 'same')
    assert.deepEqual(found.vetoes, [])
  })
  it('is never one person on names alone, however much else agrees', () => {
    const known = { birth: day('1986-03-04'), district_id: 'pb_kasur', sex: 'male' } as const
    for (const query of [
      person('محمد اسلم', 'محمد اکرم', known),
      person('Zulqarnain Khattak', 'Jalaluddin', known),
    ])
      assert.equal(scorePerson(query, { ...query, cnics: [cnic] }, MODEL).verdict, 'possible')
  })
  it('is possible with one wrong digit', () => {
    const found = scorePerson(person('Aslam', 'Akram', { cnics: ['9123456789014'] }), aslam, MODEL)
    assert.equal(found.verdict, 'possible')
    assert.ok(found.rows.some(({ code, milli_bits }) => code === 'cnic_one_digit' && milli_bits > 0))
  })
  it('says what is not known and would move it most', () => {
    const found = scorePerson(person('Aslam', null), aslam, MODEL)
    assert.deepEqual(found.what_would_change.map(({ field }) => field).sort(), [
      'birth',
      'cnic',
      'district',
      'father',
    ])
    assert.ok(found.what_would_change.every(({ if_same, if_different }) => if_same > 0 && if_different < 0))
    const with_father = scorePerson(person('Aslam', 'Akram'), aslam, MODEL)
    const father = found.what_would_change.find(({ field }) => field === 'father')
    assert.equal(father?.if_same, with_father.milli_bits - found.milli_bits)
  })
})

describe('a veto', () => {
  const other = person('محمد اسلم', 'محمد اکرم')
  const held = (from_on: string, to_on: string | null, place: string) => ({
    custody: [{ from_on, to_on, place }],
  })
  const cases: readonly (readonly [string, Partial<PersonFacts>, Partial<PersonFacts>, readonly string[]])[] =
    [
      ['is two CNICs', { cnics: [cnic] }, { cnics: ['9555555555555'] }, ['two_cnics']],
      ['is two digits, which are no slip', { cnics: [cnic] }, { cnics: ['9123456789114'] }, ['two_cnics']],
      ['is no digit that slipped', { cnics: [cnic] }, { cnics: ['9123456789014'] }, []],
      ['is no CNIC in part', { cnics: [cnic] }, { cnics: ['91234'] }, []],
      ['is no second number beside the same', { cnics: [cnic, '9555555555555'] }, { cnics: [cnic] }, []],
      ['is the sex', { sex: 'male' }, { sex: 'female' }, ['sex']],
      [
        'is years apart',
        { birth: day('1960-01-01') },
        { birth: { kind: 'year', year: 1990 } },
        ['years_apart'],
      ],
      [
        'is no age that was guessed',
        { birth: day('1986-01-01') },
        { birth: { kind: 'age', years: 48, on: '2026-01-01' } },
        [],
      ],
      [
        'is custody in two places',
        held('2024-01-01', null, 'a'),
        held('2025-01-01', '2025-02-01', 'b'),
        ['held_in_two_places'],
      ],
      ['is no transfer on a day', held('2024-01-01', '2024-05-01', 'a'), held('2024-05-01', null, 'b'), []],
      ['is no custody in one place', held('2024-01-01', null, 'a'), held('2024-01-01', null, 'a'), []],
    ]
  for (const [what, one, another, expected] of cases)
    it(what, () => {
      const [a, b] = [
        { ...other, ...one },
        { ...other, ...another },
      ]
      assert.deepEqual(vetoesOf(a, b), expected)
      assert.deepEqual(vetoesOf(b, a), expected)
      if (expected.length > 0) assert.equal(scorePerson(a, b, MODEL).verdict, 'different')
    })
})

describe('two CNICs', () => {
  const cases = [
    [cnic, 'cnic_same'],
    ['9123456789014', 'cnic_one_digit'],
    ['9123456780913', 'cnic_swapped'],
    ['1923456789013', 'cnic_swapped'],
    ['9123456789112', 'cnic_two_digits'],
    ['9123456789031', 'cnic_swapped'],
    ['912345678901', 'cnic_digit_missing'],
    ['123456789013', 'cnic_digit_missing'],
    ['912345678993', 'cnic_differs'],
    ['9123456789', 'cnic_differs'],
    ['9123456789222', 'cnic_differs'],
  ] as const
  for (const [other, expected] of cases)
    it(`${other} beside ${cnic}: ${expected}`, () => {
      const found = compareCnics(cnic, other)
      assert.equal(found, expected)
      assert.equal(compareCnics(other, cnic), found)
    })
})

describe('two births', () => {
  const year = (number: number): Birth => ({ kind: 'year', year: number })
  const age = (years: number): Birth => ({ kind: 'age', years, on: '2026-06-01' })
  const cases: readonly (readonly [Birth, Birth, string])[] = [
    [day('1986-03-04'), day('1986-03-04'), 'birth_day_same'],
    [day('1986-03-04'), day('1986-04-03'), 'birth_day_slip'],
    [day('1986-03-04'), day('1976-03-04'), 'birth_day_slip'],
    [day('1986-03-04'), day('1986-12-25'), 'birth_day_year'],
    [day('1986-03-04'), day('1987-12-25'), 'birth_day_near'],
    [day('1986-03-04'), day('1990-12-25'), 'birth_day_off'],
    [day('1986-03-04'), day('1996-12-25'), 'birth_day_apart'],
    [day('1986-03-04'), year(1986), 'birth_year_same'],
    [year(1986), year(1988), 'birth_year_near'],
    [age(40), day('1986-03-04'), 'birth_age_fits'],
    [age(40), day('1983-03-04'), 'birth_age_fits'],
    [age(40), year(1990), 'birth_age_near'],
    [age(40), year(2000), 'birth_age_apart'],
  ]
  for (const [one, other, expected] of cases)
    it(`${JSON.stringify(one)} and ${JSON.stringify(other)}: ${expected}`, () => {
      assert.equal(compareBirths(one, other), expected)
      assert.equal(compareBirths(other, one), expected)
    })
})

describe('the question that tells candidates apart', () => {
  const of = (father: string, district_id: string) => person('Aslam', father, { district_id })
  it('is the one that leaves the fewest', () => {
    const candidates = [of('Akram', 'a'), of('Ashraf', 'a'), of('Bashir', 'b')]
    assert.deepEqual(bestQuestion(person('Aslam', null), candidates), { field: 'father', left: 1 })
    assert.equal(bestQuestion(person('Aslam', 'Akram'), candidates)?.field, 'district')
  })
  it('counts who is not known of as left by every answer', () => {
    const born = (birth: Birth | null) => person('Aslam', null, { birth })
    const candidates = [born(day('1986-03-04')), born({ kind: 'year', year: 1990 }), born(null)]
    assert.deepEqual(bestQuestion(person('Aslam', null), candidates), { field: 'birth', left: 2.33 })
    assert.equal(
      bestQuestion(person('Aslam', null), [born({ kind: 'age', years: 40, on: '2026-01-01' })]),
      undefined,
    )
  })
  it('is none where nothing differs', () => {
    assert.equal(bestQuestion(person('Aslam', null), [of('Akram', 'a'), of('Akram', 'a')]), undefined)
    const numbered = [cnic, '9555555555555'].map((number) => person('Aslam', null, { cnics: [number] }))
    assert.equal(bestQuestion(person('Aslam', null), numbered)?.field, 'cnic')
  })
})

describe('the model', () => {
  it('is whole: its words give the hash that stands beside them', () => {
    assert.ok(isModelWhole(MODEL_FILE, MODEL_SHA256))
    assert.ok(!isModelWhole({ ...MODEL_FILE, linked_pairs: MODEL_FILE.linked_pairs + 1 }, MODEL_SHA256))
  })
  it('weighs agreement above 0 and contradiction below, and never more for less', () => {
    for (const field of ['name', 'father'] as const) {
      const levels = CLASSES.part.map((code) => MODEL.weigh(field, code))
      assert.ok((levels[0] ?? 0) > 0 && (levels.at(-1) ?? 0) < 0, field)
      assert.deepEqual(
        levels,
        [...levels].sort((one, other) => other - one),
        field,
      )
    }
    assert.ok(MODEL.weigh('cnic', 'cnic_same') > MODEL.weigh('cnic', 'cnic_one_digit'))
    assert.equal(MODEL.weigh('name', 'part_is_father'), 0)
  })
  it('knows every class by the code of a row', () => {
    const codes: readonly string[] = ROW_CODES
    const known = Object.values(CLASSES).flat()
    assert.deepEqual(
      known.filter((code) => code !== 'part_matched' && !codes.includes(code)),
      [],
    )
  })
})
