import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { recordReader } from './csv-records.ts'
import { FileRefused } from './file-refused.ts'
import { inspectFile } from './inspect.ts'
import { type Bookmark, type RawRow, readCsv } from './read-csv.ts'

const folder = mkdtempSync(join(tmpdir(), 'read-csv-'))
after(() => rmSync(folder, { recursive: true }))
const path = join(folder, 'return.csv')

async function rowsOf(bytes: Uint8Array | string, bookmark?: Bookmark): Promise<RawRow[]> {
  writeFileSync(path, bytes)
  const shape = await inspectFile(path)
  assert.equal(shape.kind, 'csv')
  return shape.kind === 'csv' ? Array.fromAsync(readCsv(path, shape, bookmark)) : []
}
const cellsOf = async (bytes: Uint8Array | string) => (await rowsOf(bytes)).map(({ cells }) => cells)
const refusal = (code: string) => (error: unknown) => error instanceof FileRefused && error.code === code

/** Text in Windows-1256, by asking the decoder what each byte means. */
function windows1256(text: string): Buffer {
  const letters = new TextDecoder('windows-1256').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
  const bytes = [...text].map((letter) => letters.indexOf(letter))
  assert.ok(!bytes.includes(-1), 'a letter that Windows-1256 lacks')
  return Buffer.from(bytes)
}

describe('a CSV file', () => {
  const encodings: [name: string, encode: (text: string) => Buffer][] = [
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with a byte order mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['Windows-1256', windows1256],
  ]
  // Letters that Windows-1256 has: its keyboard writes ي where Urdu has ی.
  const table = [
    ['نام', 'تھانہ', 'Address'],
    ['غلام رسول', 'صدر', 'Chak 112'],
    ['چوہدري پرويز', 'گلگت', 'a "quoted" one,\nwith; a\tbreak'],
    ['', '', 'ژ ٹ ڈ ڑ ے'],
  ]
  for (const [name, encode] of encodings) {
    for (const delimiter of [',', ';', '\t']) {
      for (const line_break of ['\n', '\r\n', '\r']) {
        for (const last_break of [line_break, '']) {
          const shown = JSON.stringify(`${delimiter} ${line_break} ${last_break}`)
          it(`is read in ${name} with ${shown}`, async () => {
            const quoted = (cell: string) =>
              /[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
            const lines = table.map((cells) => cells.map(quoted).join(delimiter))
            assert.deepEqual(await cellsOf(encode(lines.join(line_break) + last_break)), table)
          })
        }
      }
    }
  }

  it('is read as an independent reader reads it, whatever is in its cells', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'ب', '"', ',', ';', '\t', '\n', ' ', '۱', '😀', "'"),
    })
    const row = fc.array(cell, { minLength: 2, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, line_break) => {
          const text = [
            'Name,CNIC',
            ...rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')),
          ].join(line_break)
          const theirs = parse(text, { relax_column_count: true }) as string[][]
          assert.deepEqual(
            await cellsOf(text),
            theirs.filter((cells) => cells.some((one) => one.trim() !== '')),
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it('may say its delimiter in a first line of its own, as Excel does', async () => {
    const rows = await rowsOf('sep=;\r\nName;CNIC\r\nA,B;1\r\n')
    assert.deepEqual(
      rows.map(({ cells, line }) => [line, cells]),
      [
        [2, ['Name', 'CNIC']],
        [3, ['A,B', '1']],
      ],
    )
  })

  it('has its rows numbered without empty lines, and its lines counted with them', async () => {
    const rows = await rowsOf('Name,CNIC\n\nA,"x\ny"\n,\nB,2\n')
    assert.deepEqual(
      rows.map(({ row_number, line, cells: [name] }) => [row_number, line, name]),
      [
        [0, 1, 'Name'],
        [1, 3, 'A'],
        [2, 6, 'B'],
      ],
    )
  })

  it('goes on after a row whose quotes are out of place, and says which', async () => {
    const rows = await rowsOf('Name,CNIC\n"A" b,1\n5" pipe,2\n"C" ,3\n')
    assert.deepEqual(
      rows.map(({ cells, is_broken }) => [cells[0], is_broken]),
      [
        ['Name', false],
        ['A b', true],
        ['5" pipe', false],
        ['C', false],
      ],
    )
  })

  it('is refused when a quote is never closed, naming the line', async () => {
    await assert.rejects(
      rowsOf('Name,CNIC\nA,1\n"B,2\nC,3\n'),
      (error) => refusal('quote_never_closed')(error) && (error as FileRefused).value === '3',
    )
    await assert.rejects(rowsOf(`Name,CNIC\n"B,2\n${'C,3\n'.repeat(300_000)}`), refusal('quote_never_closed'))
  })

  it('is taken up after any of its rows, in either encoding, and goes on the same', async () => {
    for (const encode of [(text: string) => Buffer.from(`\ufeff${text}`), windows1256]) {
      const lines = Array.from({ length: 40 }, (_, index) => `غلام ${index},"گلي\n${index}"\r\n`)
      const all = await rowsOf(encode(`نام,Address\r\n\r\n${lines.join('\r\n')}`))
      for (const [index, row] of all.entries()) {
        assert.deepEqual(
          await rowsOf(encode(`نام,Address\r\n\r\n${lines.join('\r\n')}`), row),
          all.slice(index + 1),
        )
      }
    }
  })

  it('is the same when a letter or a quote falls on the edge of a piece', async () => {
    const text = `Name,Address\n${'غلام رسول,"a ""b"" ""c"""\n'.repeat(40_000)}`
    const rows = await cellsOf(text)
    assert.equal(rows.length, 40_001)
    assert.ok(rows.slice(1).every(([name, address]) => name === 'غلام رسول' && address === 'a "b" "c"'))
  })

  it('gives the same records however its text is cut into pieces', () => {
    const taken = (pieces: string[]) => {
      const reader = recordReader(',', '\n')
      const records: unknown[] = []
      for (const [index, piece] of [...pieces, ''].entries()) {
        reader.push(piece)
        const is_last = index === pieces.length
        for (let record = reader.take(is_last); record; record = reader.take(is_last))
          records.push([record.line, record.cells])
      }
      return records
    }
    const cell = fc
      .string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', 'ب') })
      .map((text) => `"${text.replaceAll('"', '""')}"`)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1 }),
        fc.integer({ min: 1, max: 5 }),
        (rows, size) => {
          const text = rows.map((cells) => cells.join(',')).join('\r\n')
          const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []
          assert.deepEqual(taken(pieces), taken([text]))
        },
      ),
    )
  })

  it('closes its file when reading stops early', async () => {
    writeFileSync(path, `Name,CNIC\n${'A,1\n'.repeat(100_000)}`)
    const shape = await inspectFile(path)
    assert.ok(shape.kind === 'csv')
    const rows = readCsv(path, shape)
    await rows.next()
    await rows.return(undefined)
    assert.equal((await rows.next()).done, true)
  })
})

describe('a file that is not what it should be', () => {
  const cases: [what: string, bytes: Buffer, code: string][] = [
    ['is empty', Buffer.alloc(0), 'file_empty'],
    ['is UTF-16, as "Unicode text"', Buffer.from('\ufeffName\tCNIC', 'utf16le'), 'encoding_utf16'],
    ['is an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file_is_xls'],
    [
      'is a workbook with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'file_encrypted',
    ],
    ['is a PDF', Buffer.from('%PDF-1.7 …'), 'file_kind_unknown'],
    ['has zero bytes', Buffer.from('Name\0CNIC'), 'file_kind_unknown'],
    [
      'is UTF-8 with a damaged letter',
      Buffer.concat([Buffer.from('نام,تھانہ\nغلام رسول'), Buffer.from([0xd8]), Buffer.from(',صدر\n')]),
      'encoding_broken',
    ],
    [
      'is marked as UTF-8 and is not',
      Buffer.concat([Buffer.from('\ufeffName\n'), windows1256('غلام')]),
      'encoding_broken',
    ],
  ]
  for (const [what, bytes, code] of cases) {
    it(`is refused with ${code} when it ${what}`, async () => {
      await assert.rejects(rowsOf(bytes), refusal(code))
    })
  }

  it('is known again by its hash', async () => {
    writeFileSync(path, 'Name,CNIC\n')
    const { sha256, size_bytes } = await inspectFile(path)
    assert.equal(size_bytes, 10)
    assert.equal((await inspectFile(path)).sha256, sha256)
    writeFileSync(path, 'Name,CNIC\nA,1\n')
    assert.notEqual((await inspectFile(path)).sha256, sha256)
  })
})
