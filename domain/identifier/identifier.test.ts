import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { urduDigits } from '../text/digits.ts'
import { canonicalCnic, canonicalDocument, canonicalPassport } from './document.ts'
import { readFirKey, stationName, stationSpellings } from './fir-key.ts'
import { LOOKUP_KINDS, readQuery } from './query.ts'
import { readRecordNumber, recordNumber } from './record-number.ts'

const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''))
const dash = fc.constantFrom('-', '–', '—', '‐', '‑', '−', ' ', '', '－', '\u200f-', '.')
const arabicDigits = (text: string) => text.replace(/\d/g, (d) => String.fromCharCode(0x0660 + Number(d)))
const spelling = fc.constantFrom((t: string) => t, urduDigits, arabicDigits)

describe('a CNIC', () => {
  it('is the same in any digits and with any dashes', () => {
    fc.assert(
      fc.property(digits(13), dash, dash, spelling, (number, first, second, spelt) => {
        const typed = spelt(`${number.slice(0, 5)}${first}${number.slice(5, 12)}${second}${number.slice(12)}`)
        assert.equal(canonicalCnic(` ${typed} `), number)
        assert.equal(canonicalDocument('cnic', typed), number)
      }),
    )
  })
  for (const typed of ['', '91234-567890-3', '91234-56789011-3', '91234-5678901-X', '9.1E+12'])
    it(`is not ‘${typed}’`, () => assert.equal(canonicalCnic(typed), undefined))
})

describe('a passport number', () => {
  it('is the same in small letters, in full width and with gaps', () => {
    for (const typed of ['ab1234567', 'AB 1234567', 'AB-123-4567', 'ＡＢ１２３４５６７', 'ab۱۲۳۴۵۶۷'])
      assert.equal(canonicalPassport(typed), 'AB1234567')
  })
  it('has two letters and seven digits', () => {
    for (const typed of ['A1234567', 'AB123456', 'ABC1234567', ''])
      assert.equal(canonicalPassport(typed), undefined)
  })
})

describe('a record number', () => {
  const cases = [
    ['NSOR-2026-000123', ['NSOR-2026-000123']],
    ['nsor 2025 123', ['NSOR-2025-000123']],
    ['NSOR–۲۰۲۶–۰۰۰۱۲۳', ['NSOR-2026-000123']],
    ['2024-123', ['NSOR-2024-000123']],
    ['123', ['NSOR-2026-000123', 'NSOR-2025-000123', 'NSOR-2024-000123']],
    ['NSOR 7', ['NSOR-2026-000007', 'NSOR-2025-000007', 'NSOR-2024-000007']],
    ['117/2024', []],
    ['91234-5678901-3', []],
    ['Bashir', []],
  ] as const
  for (const [typed, expected] of cases)
    it(`reads ‘${typed}’ as ${expected.join(', ') || 'none'}`, () =>
      assert.deepEqual(readRecordNumber(typed, 2026), expected))
  it('reads back whatever it prints, in either digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2024, max: 2099 }),
        fc.integer({ min: 1, max: 999_999_999 }),
        (year, serial) => {
          const printed = recordNumber(year, serial)
          assert.deepEqual(readRecordNumber(printed, 2026), [printed])
          assert.deepEqual(readRecordNumber(urduDigits(printed).toLowerCase(), 2026), [printed])
        },
      ),
    )
  })
})

describe('an FIR', () => {
  const saddar = { fir_station: 'Saddar Multan', fir_year: 2024, fir_number: 117 }
  const cases = [
    ['117/2024 Saddar Multan', saddar],
    ['FIR No. 117/24, PS Saddar Multan', saddar],
    ['Saddar Multan 117-24', saddar],
    ['P.S. Saddar, Multan FIR #117/2024', saddar],
    ['ایف آئی آر نمبر ۱۱۷/۲۰۲۴ تھانہ صدر ملتان', { ...saddar, fir_station: 'صدر ملتان' }],
    ['3/98 City', { fir_station: 'City', fir_year: 1998, fir_number: 3 }],
    ['117/2024', undefined],
    ['117/2031 Saddar Multan', undefined],
    ['0/2024 Saddar Multan', undefined],
    ['Saddar Multan', undefined],
  ] as const
  for (const [typed, expected] of cases)
    it(`reads ‘${typed}’`, () => assert.deepEqual(readFirKey(typed, 2026), expected))
  it('knows its station by either name of the list', () => {
    const stations = [{ name_en: 'Saddar Multan', name_ur: 'صدر ملتان' }]
    for (const typed of ['تھانہ صدر ملتان', 'ps saddar  multan'])
      for (const spelt of ['saddar multan', 'صدر ملتان', 'ps saddar multan'])
        assert.ok(stationSpellings(typed, stations).includes(spelt), `${typed}: ${spelt}`)
    assert.deepEqual(stationSpellings('City', stations).includes('saddar multan'), false)
  })
  it('keeps a station whose name begins like one of those words', () => {
    for (const name of ['Thanabula Khan', 'Psni', 'Offiser Colony']) assert.equal(stationName(name), name)
  })
})

describe('what is typed into the one box', () => {
  it('is of one kind only: a number is read alike with its kind named or not', () => {
    const typed = fc.oneof(
      digits(13),
      digits(7).map((d) => `AB${d}`),
      fc.integer({ min: 1, max: 999_999 }).map((n) => recordNumber(2026, n)),
      fc.integer({ min: 1, max: 99_999 }).map((n) => `${n}/2024 Saddar Multan`),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const found = LOOKUP_KINDS.filter((kind) => readQuery(kind, text, 2026))
        assert.equal(found.length, 1)
        assert.deepEqual(readQuery(undefined, text, 2026), readQuery(found[0], text, 2026))
      }),
    )
  })
  it('is refused when it is none of them', () => {
    for (const text of ['', 'Bashir', '91234-56789', 'محمد بشیر'])
      assert.equal(readQuery(undefined, text, 2026), undefined)
  })
})
