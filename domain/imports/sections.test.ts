import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readSections } from './sections.ts'

const catalogue = new Set([
  'PPC-375',
  'PPC-376',
  'PPC-376A',
  'PPC-377',
  'PPC-377B',
  'PPC-365B',
  'PPC-292A',
  'PECA-21',
])
const read = (typed: string) => readSections(typed, catalogue)

describe('sections of law as typed', () => {
  const cases: [typed: string, offences: (string | null)[], doubts: string[]][] = [
    ['376 PPC', ['PPC-376'], []],
    ['376 P.P.C.', ['PPC-376'], []],
    ['PPC 376(1)', ['PPC-376'], []],
    ['376 (2)(a) ppc', ['PPC-376'], []],
    ['376', ['PPC-376'], []],
    ['376/34', ['PPC-376', 'PPC-34'], []],
    ['u/s 376/34 PPC', ['PPC-376', 'PPC-34'], []],
    ['376-A PPC', ['PPC-376A'], []],
    ['376A', ['PPC-376A'], []],
    ['376 الف ت پ', ['PPC-376A'], []],
    ['377 بی تعزیرات پاکستان', ['PPC-377B'], []],
    ['دفعہ 376 ت پ', ['PPC-376'], []],
    ['زیر دفعہ ۳۷۶ ت۔پ، ۲۱ پیکا', ['PPC-376', 'PECA-21'], []],
    ['21 PECA', ['PECA-21'], []],
    ['PECA 2016 21', ['PECA-21'], []],
    ['21 Prevention of Electronic Crimes Act, 2016', ['PECA-21'], []],
    ['Section 376 of the Pakistan Penal Code, 1860', ['PPC-376'], []],
    ['PPC 376, 377', ['PPC-376', 'PPC-377'], []],
    ['376, 377 PPC', ['PPC-376', 'PPC-377'], []],
    ['PPC 376, 21 PECA', ['PPC-376', 'PECA-21'], []],
    ['376-A, 377 PPC r/w 21 PECA', ['PPC-376A', 'PPC-377', 'PECA-21'], []],
    ['376 PPC 21 PECA', ['PPC-376', 'PECA-21'], []],
    ['PPC 376 PECA 21', ['PPC-376', 'PECA-21'], []],
    ['376 PPC and 365-B PPC', ['PPC-376', 'PPC-365B'], []],
    ['376 PPC, 376 PPC', ['PPC-376'], []],
    ['7 ATA', ['ATA-7'], ['section_not_in_catalogue']],
    ['376/511 PPC', ['PPC-376', 'PPC-511'], ['section_not_in_catalogue']],
    ['21', [null], ['section_law_unclear']],
    ['3 Motion Pictures Ordinance', [null], ['section_not_in_catalogue']],
    ['376 PPC, 13 Arms Ordinance', ['PPC-376', null], ['section_not_in_catalogue']],
    ['rape', [null], ['section_not_in_catalogue']],
    ['PPC', [null], ['section_not_in_catalogue']],
    ['', [], []],
  ]
  for (const [typed, offences, doubts] of cases) {
    it(`reads ${JSON.stringify(typed)} as ${offences.join(', ') || 'nothing'}`, () => {
      const { sections, doubts: found } = read(typed)
      assert.deepEqual(
        sections.map(({ offence }) => offence),
        offences,
      )
      assert.deepEqual(
        found.map(({ code }) => code),
        doubts,
      )
    })
  }

  it('are kept as typed, capitals and sub-sections included', () => {
    assert.deepEqual(read('۳۷۶(1) Ppc').sections, [
      { as_typed: '۳۷۶(1) Ppc', offence: 'PPC-376', in_catalogue: true },
    ])
  })

  it('are found in any order and with any separator', () => {
    const sections = fc.uniqueArray(fc.constantFrom(...catalogue), { minLength: 1 })
    fc.assert(
      fc.property(
        sections,
        fc.constantFrom(', ', '; ', ' and ', '/', '، ', ' r/w ', ' اور '),
        fc.boolean(),
        (keys, separator, law_first) => {
          const typed = keys
            .map((key) => (law_first ? key.split('-') : key.split('-').reverse()).join(' '))
            .join(separator)
          assert.deepEqual(
            read(typed).sections.map(({ offence }) => offence),
            keys,
          )
        },
      ),
    )
  })
})
