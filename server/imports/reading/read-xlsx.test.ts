import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import fc from 'fast-check'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { FileRefused } from './file-refused.ts'
import { inspectFile } from './inspect.ts'
import { columnIndex, readXlsx, xlsx_rows } from './read-xlsx.ts'
import { isDateFormat } from './workbook.ts'
import { columnName, writeWorkbook } from './write-xlsx.ts'

const folder = mkdtempSync(join(tmpdir(), 'read-xlsx-'))
after(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'return.xlsx')

async function rowsOf(bytes: Uint8Array, after_row?: number) {
  writeFileSync(path, bytes)
  const bookmark = after_row === undefined ? undefined : { row_number: after_row, line: 0, byte_offset: 0 }
  return Array.fromAsync(readXlsx(path, bookmark))
}
const cellsOf = async (bytes: Uint8Array) => (await rowsOf(bytes)).map(({ cells }) => cells)
const refusal = (code: string) => (error: unknown) => error instanceof FileRefused && error.code === code

type Parts = {
  sheet?: string
  shared?: string
  styles?: string
  workbook?: string
  rels?: string
  more?: Zippable
}
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook in the shape other programs write: prefixes, shared strings, parts in another order and place. */
function foreignWorkbook({ sheet = '', shared, styles, workbook, rels, more = {} }: Parts): Uint8Array {
  const parts: Zippable = {
    'xl/worksheets/data.xml': strToU8(
      `<x:worksheet xmlns:x="main"><x:sheetData>${sheet}</x:sheetData></x:worksheet>`,
    ),
    'xl/workbook.xml': strToU8(
      workbook ??
        '<workbook xmlns:q="rel"><sheets><sheet name="Old" state="hidden" sheetId="1" q:id="r9"/><sheet name="Return" sheetId="7" q:id="r2"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      rels ??
        `<Relationships><Relationship Id="r1" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r2" Type="${office}/worksheet" Target="/xl/worksheets/data.xml"/><Relationship Id="r3" Type="${office}/styles" Target="styles.xml"/><Relationship Id="r9" Type="${office}/worksheet" Target="worksheets/none.xml"/></Relationships>`,
    ),
    ...(shared === undefined ? {} : { 'xl/sharedStrings.xml': strToU8(`<sst>${shared}</sst>`) }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`) }),
    ...more,
  }
  return zipSync(parts)
}

describe('a workbook by another program', () => {
  it('is read with shared strings, rich text, prefixes and gaps, at its first visible sheet', async () => {
    const bytes = foreignWorkbook({
      shared:
        '<si><t>Name</t></si><si><r><t>غلام </t></r><r><t xml:space="preserve">رسول</t></r><rPh><t>x</t></rPh></si>',
      sheet:
        '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="C1" t="inlineStr"><x:is><x:t>A &amp; B</x:t></x:is></x:c></x:row>' +
        '<x:row r="2"/><x:row r="5"><x:c r="A5" t="s"><x:v>1</x:v></x:c><x:c r="B5" t="str"><x:f>1+1</x:f><x:v>two</x:v></x:c></x:row>',
    })
    assert.deepEqual(await rowsOf(bytes), [
      { row_number: 0, line: 1, byte_offset: 0, cells: ['Name', '', 'A & B'], is_broken: false },
      { row_number: 1, line: 5, byte_offset: 0, cells: ['غلام رسول', 'two'], is_broken: false },
    ])
  })

  it('has its dates told by style, and its long numbers whole', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="[$-420]dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="0&quot; days&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>'
    const cell = (style: number, value: string, type = 'n') =>
      `<x:c s="${style}" t="${type}"><x:v>${value}</x:v></x:c>`
    const sheet = `<x:row>${cell(0, '45334')}${cell(1, '45334')}${cell(2, '45334.5')}${cell(3, '45334')}${cell(0, '9.1234567890130000E12')}${cell(0, '3.7600000000000001E2')}${cell(0, '2024-02-12T00:00:00', 'd')}${cell(0, '#N/A', 'e')}${cell(1, 'x')}</x:row>`
    assert.deepEqual(await cellsOf(foreignWorkbook({ styles, sheet })), [
      ['45334', '2024-02-12', '2024-02-12', '45334', '9123456789013', '376', '2024-02-12', '#N/A', 'x'],
    ])
  })

  it('may count its days from 1904', async () => {
    const bytes = foreignWorkbook({
      workbook:
        '<workbook xmlns:r="rel"><workbookPr date1904="1"/><sheets><sheet r:id="r2"/></sheets></workbook>',
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
      sheet: '<x:row><x:c s="0"><x:v>43872</x:v></x:c></x:row>',
    })
    assert.deepEqual(await cellsOf(bytes), [['2024-02-12']])
  })

  it('is taken up after a row', async () => {
    const bytes = writeWorkbook('en', [{ name: 'Return', rows: [['Name'], ['A'], ['B'], ['C']] }])
    assert.deepEqual(
      (await rowsOf(bytes, 1)).map(({ row_number, cells }) => [row_number, cells[0]]),
      [
        [2, 'B'],
        [3, 'C'],
      ],
    )
  })
})

describe('a number format', () => {
  const cases: [code: string, is_date: boolean][] = [
    ['dd/mm/yyyy', true],
    ['[$-420]d mmmm yyyy', true],
    ['General', false],
    ['0.00', false],
    ['0" days"', false],
    ['[Red]0', false],
    ['\\d0', false],
  ]
  for (const [code, is_date] of cases)
    it(`${code} ${is_date ? 'is' : 'is not'} a date`, () => assert.equal(isDateFormat(code), is_date))
})

describe('a workbook that must not be opened', () => {
  const one_row = '<x:row><x:c t="str"><x:v>Name</x:v></x:c></x:row>'
  const filler = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024).fill(0x20)

  it('is refused when a part is filler that unpacks a thousandfold', async () => {
    const start = strToU8('<worksheet><sheetData>')
    const sheet = new Uint8Array(start.length + 64 * 1024 * 1024).fill(0x20)
    sheet.set(start)
    const bomb = foreignWorkbook({ more: { 'xl/worksheets/data.xml': sheet } })
    assert.ok(bomb.length < 200_000)
    await assert.rejects(rowsOf(bomb), refusal('file_inflates_too_far'))
    await assert.rejects(
      rowsOf(foreignWorkbook({ sheet: one_row, more: { 'xl/sharedStrings.xml': filler(64) } })),
      refusal('file_inflates_too_far'),
    )
  })

  it('is not refused for a filler part that nobody reads', async () => {
    assert.deepEqual(
      await cellsOf(foreignWorkbook({ sheet: one_row, more: { 'xl/media/image1.png': filler(16) } })),
      [['Name']],
    )
  })

  it('is refused when its shared strings hold more text than a return could', async () => {
    // Text that deflate cannot shrink 200 times, yet far more than 32 million characters of it.
    const words = Array.from({ length: 4096 }, (_, index) => ((index * 2654435761) >>> 0).toString(36)).join(
      ' ',
    )
    const shared = `<si><t>${words}</t></si>`.repeat(1200)
    await assert.rejects(
      rowsOf(foreignWorkbook({ sheet: one_row, shared })),
      refusal('file_inflates_too_far'),
    )
  })

  it('is refused beyond 50,000 rows with the advice to save it as CSV', async () => {
    const rows = (count: number) => one_row.repeat(count + 1)
    assert.equal((await rowsOf(foreignWorkbook({ sheet: rows(xlsx_rows) }))).length, xlsx_rows + 1)
    await assert.rejects(
      rowsOf(foreignWorkbook({ sheet: rows(xlsx_rows + 1) })),
      refusal('file_too_many_rows'),
    )
  })

  it('is refused with macros, as another kind of zip, without its sheet, or damaged', async () => {
    await assert.rejects(
      rowsOf(foreignWorkbook({ more: { 'xl/vbaProject.bin': strToU8('x') } })),
      refusal('file_has_macros'),
    )
    await assert.rejects(rowsOf(zipSync({ 'content.xml': strToU8('<a/>') })), refusal('file_kind_unknown'))
    await assert.rejects(rowsOf(foreignWorkbook({ rels: '<Relationships/>' })), refusal('file_damaged'))
    await assert.rejects(rowsOf(foreignWorkbook({ sheet: '<x:row><x:c></x:row>' })), refusal('file_damaged'))
    const whole = foreignWorkbook({ sheet: one_row })
    await assert.rejects(rowsOf(whole.subarray(0, whole.length - 40)), refusal('file_damaged'))
    const scratched = Uint8Array.from(whole)
    scratched.fill(0xff, 40, 60)
    await assert.rejects(rowsOf(scratched), FileRefused)
  })

  it('is refused when an entry is locked or a document type hides entities', async () => {
    const locked = Buffer.from(foreignWorkbook({ sheet: one_row }))
    const directory = locked.lastIndexOf(Buffer.from('504b0102', 'hex'))
    locked.writeUInt16LE(1, directory + 8)
    await assert.rejects(rowsOf(locked), refusal('file_encrypted'))
    const laughs = '<!DOCTYPE a [<!ENTITY b "ha">]><workbook><sheets/></workbook>'
    await assert.rejects(rowsOf(foreignWorkbook({ workbook: laughs })), refusal('file_damaged'))
  })
})

describe('a workbook of ours', () => {
  it('is known as a workbook by its first bytes', async () => {
    writeFileSync(path, writeWorkbook('en', [{ name: 'Return', rows: [['Name']] }]))
    assert.equal((await inspectFile(path)).kind, 'xlsx')
  })

  it('gives back every text it was given', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ب', '<', '&', '"', ']]>', '=', '\n', ' ', '۱', '😀'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
        const written = rows.map(([a, b]) => [`a${a}`, `${b}b`])
        assert.deepEqual(await cellsOf(writeWorkbook('ur', [{ name: 'گوشوارہ', rows: written }])), written)
      }),
      { numRuns: 40 },
    )
  })

  it('names its columns as spreadsheets do', () => {
    for (const index of [0, 25, 26, 51, 52, 701, 702])
      assert.equal(columnIndex(`${columnName(index)}1`), index)
    assert.equal(columnName(702), 'AAA')
  })

  it('drops what XML cannot hold', async () => {
    assert.deepEqual(await cellsOf(writeWorkbook('en', [{ name: 'R', rows: [['a\u0001b\ud800']] }])), [
      ['ab\ufffd'],
    ])
  })
})
