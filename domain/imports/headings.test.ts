import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { columns, template_rows } from './columns.ts'
import { columnOf, countKnownHeadings, readHeadings } from './headings.ts'
import { squeezed } from './text.ts'

const needed = columns.filter(({ required }) => required === 'yes').map(({ heading }) => heading.en)
const codes = (headings: string[]) => readHeadings(headings).problems.map(({ code, value }) => [code, value])

describe('the headings of a return', () => {
  const cases: [heading: string, column: string | undefined][] = [
    ['CNIC', 'cnic'],
    ['  c.n.i.c.  NO ', 'cnic'],
    ["FATHER'S NAME", 'father_name_latin'],
    ['Father’s Name', 'father_name_latin'],
    ['Date_of_Birth:', 'born_on'],
    ['شناختی کارڈ نمبر', 'cnic'],
    ['شناختي كارڈ نمبر', 'cnic'],
    ['تھانہ', 'fir_station'],
    ['District / ضلع', 'district'],
    ['District\nضلع', 'district'],
    ['District / عدالت', undefined],
    ['S/O', 'father_name_latin'],
    ['judgment_on', 'judgment_on'],
    ['Shoe size', undefined],
  ]
  for (const [heading, column] of cases) {
    it(`reads ${JSON.stringify(heading)} as ${column ?? 'nothing'}`, () => {
      assert.equal(columnOf(heading), column)
    })
  }

  it('are all read back from the template, in order', () => {
    const { by_position, problems } = readHeadings(template_rows[0] ?? [])
    assert.deepEqual(
      by_position,
      columns.map(({ column }) => column),
    )
    assert.deepEqual(problems, [])
  })

  it('mean one column each: no heading or variant is claimed by two', () => {
    const claims = columns.flatMap(({ column, heading, also }) =>
      [...new Set([column, heading.en, heading.ur, ...also].map(squeezed))].map((word) => [word, column]),
    )
    assert.equal(new Set(claims.map(([word]) => word)).size, claims.length)
  })

  it('refuse a column that would name the survivor, in either language', () => {
    for (const heading of [
      'Victim name',
      'Name of Prosecutrix',
      'Victim CNIC',
      'متاثرہ کا نام',
      'نام مدعیہ',
      'Complainant',
    ]) {
      assert.deepEqual(codes(['Name', ...needed, heading]), [['heading_survivor', heading]])
    }
  })

  it('name the heading that is unknown and the one that appears twice', () => {
    assert.deepEqual(codes(['Name', ...needed, 'Shoe size']), [['heading_unknown', 'Shoe size']])
    assert.deepEqual(codes(['Name', ...needed, 'Gender']), [['heading_duplicate', 'Gender']])
  })

  it('name every needed column that is missing, and the name when both scripts are', () => {
    const { problems } = readHeadings(['CNIC'])
    assert.ok(problems.every(({ code }) => code === 'heading_missing'))
    assert.equal(problems.length, needed.length + 1)
    assert.equal(problems[0]?.column, 'name_latin')
  })

  it('may have gaps, a serial number, and the column of reasons that we gave back', () => {
    const { by_position, problems } = readHeadings(['Reason / وجہ', 'Sr. No.', '', 'نام', ...needed])
    assert.deepEqual(by_position.slice(0, 4), [null, null, undefined, 'name_urdu'])
    assert.deepEqual(problems, [])
  })

  it('are counted to tell a row of headings from a row of anything else', () => {
    assert.equal(countKnownHeadings(['Name', 'تھانہ', 'x']), 2)
  })

  it('do not depend on case, spaces or punctuation', () => {
    const heading = fc.constantFrom(
      ...columns.flatMap(({ heading: { en, ur }, column }) => [en, ur].map((text) => [text, column])),
    )
    const mark = fc.constantFrom(' ', '.', ':', '_', '\u200c', '\u00a0', '\u0640')
    fc.assert(
      fc.property(heading, mark, mark, ([text = '', column], before, between) => {
        assert.equal(columnOf(before + text.toUpperCase().replaceAll(' ', between)), column)
      }),
    )
  })
})
