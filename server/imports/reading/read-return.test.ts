import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import fc from 'fast-check'
import { type Cells, columns, template_rows } from '../../../domain/imports/columns.ts'
import { problem } from '../../../domain/imports/problems.ts'
import { readingContext, readRow } from '../../../domain/imports/row.ts'
import { cleaned } from '../../../domain/imports/text.ts'
import { FileRefused } from './file-refused.ts'
import { openReturn, type ReturnLine, readLines } from './read-return.ts'
import { csvLine, refusedRowsCsv, refusedRowsXlsx, templateCsv, templateXlsx } from './write-return.ts'

const folder = mkdtempSync(join(tmpdir(), 'read-return-'))
after(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'return')
const context = readingContext({
  catalogue: [{ key: 'PPC-376' }],
  districts: [{ district_id: 'pb_multan', name_en: 'Multan', name_ur: 'ملتان' }],
  today: '2025-09-10',
  cnic_first_digits: '9',
})
const example: Cells = Object.fromEntries(columns.map(({ column, example }) => [column, example]))

async function linesOf(bytes: Uint8Array | string): Promise<ReturnLine[]> {
  writeFileSync(path, bytes)
  const file = await openReturn(path)
  assert.deepEqual(file.problems, [])
  return Array.fromAsync(readLines(file))
}

describe('the template', () => {
  for (const [kind, bytes] of [
    ['CSV', templateCsv()],
    ['English workbook', templateXlsx('en')],
    ['Urdu workbook', templateXlsx('ur')],
  ] as const) {
    it(`as ${kind} is read back with every column, and its example may not be sent in`, async () => {
      const [line, ...others] = await linesOf(bytes)
      assert.ok(line?.kind === 'row' && others.length === 0)
      assert.deepEqual(line.cells, {
        ...example,
        aliases: kind === 'CSV' ? `'${example.aliases}` : example.aliases,
      })
      assert.deepEqual(
        readRow(line.cells, context).problems.map(({ code }) => code),
        ['row_is_example'],
      )
    })
  }
})

describe('a return', () => {
  const row = (changes: Cells) =>
    csvLine(columns.map(({ column }) => ({ ...example, ...changes })[column] ?? ''))
  const headings = csvLine(template_rows[0] ?? [])

  it('tells rows from the count it states, and goes on after a bookmark', async () => {
    writeFileSync(path, `${headings + row({}) + row({ fir_number: '9/23' })}TOTAL,2\r\n`)
    const file = await openReturn(path)
    const lines = await Array.fromAsync(readLines(file))
    assert.deepEqual(
      lines.map(({ kind, row_number }) => [kind, row_number]),
      [
        ['row', 1],
        ['row', 2],
        ['total', 3],
      ],
    )
    assert.equal(lines[2]?.kind === 'total' && lines[2].stated, 2)
    assert.deepEqual(await Array.fromAsync(readLines(file, lines[0])), lines.slice(1))
  })

  it('says which headings are wrong before any row is read', async () => {
    writeFileSync(path, `Name,Victim name\nA,B\n`)
    const { problems } = await openReturn(path)
    assert.ok(problems.some(({ code, value }) => code === 'heading_survivor' && value === 'Victim name'))
  })

  it('refuses a row that is wider than its headings or has stray quotes, without repeating it', async () => {
    const wide = row({}).trimEnd()
    const [first, second] = await linesOf(
      `${headings}${wide},Zulekha\r\n${wide.replace('Ghulam Rasool', '"Ghulam" Rasool')}\r\n`,
    )
    assert.deepEqual(first?.kind === 'row' && first.problems, [problem('row_too_wide', null)])
    assert.deepEqual(second?.kind === 'row' && second.problems, [problem('row_quotes', null)])
  })

  it('with nothing but empty lines is empty', async () => {
    writeFileSync(path, '\n\n,,\n')
    await assert.rejects(
      openReturn(path),
      (error) => error instanceof FileRefused && error.code === 'file_empty',
    )
  })
})

describe('refused rows given back', () => {
  const refused = {
    cells: { ...example, sex: 'x?', sentence: 'victim Zulekha' },
    problems: [problem('sex_unknown', 'sex', 'x?'), problem('survivor_identity', 'sentence')],
  }

  it('carry the reason in the language of the reader and not the survivor', async () => {
    const english = (await Array.fromAsync(refusedRowsCsv([refused], 'en'))).join('')
    const urdu = (await Array.fromAsync(refusedRowsCsv([refused], 'ur'))).join('')
    assert.match(english, /is not male, female or transgender\. \| Sentence seems to name the survivor/)
    assert.match(urdu, /مرد، عورت یا خواجہ سرا نہیں۔ \| سزا میں بظاہر/)
    assert.ok(!(english + urdu).includes('Zulekha'))
  })

  it('can be mended and uploaded as they stand, from either format', async () => {
    const csv = (await Array.fromAsync(refusedRowsCsv([refused], 'ur'))).join('')
    for (const bytes of [csv, refusedRowsXlsx([refused], 'ur')]) {
      const [line] = await linesOf(bytes)
      assert.ok(line?.kind === 'row')
      const mended = { ...line.cells, sex: 'male', sentence: '10 years', fir_number: '9/23' }
      assert.equal(readRow(mended, context, line.problems).outcome, 'accepted')
    }
  })

  it('hold no cell that a spreadsheet would run as a formula, and lose nothing by that', async () => {
    const cell = fc.tuple(
      fc.constantFrom('=', '+', '-', '@', '＝', '', 'a'),
      fc.string({ unit: fc.constantFrom('a', 'ب', '"', ',', '=', '1') }),
    )
    await fc.assert(
      fc.asyncProperty(cell, async ([start, rest]) => {
        const address = `${start}${rest}z`
        const csv = (
          await Array.fromAsync(refusedRowsCsv([{ cells: { address }, problems: [] }], 'en'))
        ).join('')
        const [line] = await linesOf(csv)
        assert.ok(line?.kind === 'row')
        assert.doesNotMatch(line.cells.address ?? '', /^[=+\-@＝＋－＠]/)
        assert.equal(cleaned(line.cells.address ?? ''), address)
      }),
      { numRuns: 60 },
    )
  })
})
