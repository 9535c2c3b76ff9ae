// What an uploaded file is, before a single row is read: kind, encoding, delimiter, and the hash of its bytes.
import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { countKnownHeadings } from '../../../domain/imports/headings.ts'
import { type Delimiter, type LineBreak, recordReader } from './csv-records.ts'
import { FileRefused } from './file-refused.ts'
import { bytesOf, type Source } from './source.ts'

export type Encoding = 'utf-8' | 'windows-1256'
export type CsvShape = {
  readonly kind: 'csv'
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly line_break: LineBreak
  /** Where the headings start: after a byte order mark and an Excel `sep=` line. */
  readonly heading_offset: number
  readonly heading_line: number
}
export type FileShape = (CsvShape | { readonly kind: 'xlsx' }) & {
  readonly size_bytes: number
  /** Of the bytes as they came: the same file uploaded again has the same one. */
  readonly sha256: string
}

/** Bytes looked at to tell kind, delimiter and line break; the headings lie in them. */
const head_bytes = 65_536

const startsWith = (bytes: Buffer, ...signature: number[]) =>
  signature.every((byte, index) => bytes[index] === byte)

function refuseOtherKinds(head: Buffer): void {
  if (head.length === 0) throw new FileRefused('file_empty')
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) throw new FileRefused('encoding_utf16')
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    // Old Excel files and encrypted new ones share a container; the latter name this stream in UTF-16.
    const is_encrypted = head.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new FileRefused(is_encrypted ? 'file_encrypted' : 'file_is_xls')
  }
  if (head.includes(0) || head.subarray(0, 5).toString('latin1') === '%PDF-')
    throw new FileRefused('file_kind_unknown')
}

/** Bytes at the end of a chunk that may begin a letter which the next chunk completes. */
function unfinishedTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

/**
 * Not UTF-8: Windows-1256, unless most of its letters are whole in UTF-8. Then it is a damaged UTF-8 file,
 * and reading it as Windows-1256 would quietly turn every Urdu name into noise.
 */
function encodingOfInvalid(bytes: Buffer): Encoding {
  const text = bytes.toString('utf8')
  const letters = text.match(/[^\p{ASCII}]/gu)?.length ?? 0
  const lost = text.match(/\ufffd/g)?.length ?? 0
  if (lost * 4 < letters) throw new FileRefused('encoding_broken')
  return 'windows-1256'
}

/** Reads the file once: its hash, its size, its first bytes, and whether all of it is UTF-8. */
async function scan(source: Source) {
  const hash = createHash('sha256')
  let size_bytes = 0
  let head = Buffer.alloc(0)
  let tail = Buffer.alloc(0)
  let invalid: Buffer | undefined
  for await (const chunk of bytesOf(source)) {
    hash.update(chunk)
    size_bytes += chunk.length
    if (head.length < head_bytes) head = Buffer.concat([head, chunk]).subarray(0, head_bytes)
    if (invalid) continue
    const bytes = tail.length > 0 ? Buffer.concat([tail, chunk]) : chunk
    const whole = bytes.length - unfinishedTail(bytes)
    if (!isUtf8(bytes.subarray(0, whole))) invalid = bytes
    tail = Buffer.from(bytes.subarray(whole))
  }
  if (tail.length > 0) invalid ??= tail
  return { sha256: hash.digest('hex'), size_bytes, head, invalid }
}

/** How the first line outside quotes ends: old Macintosh programs write '\r', and '\n' inside cells. */
const sniffLineBreak = (text: string): LineBreak =>
  /\r\n|\n|\r/.exec(text.replace(/"[^"]*"/g, ''))?.[0] === '\r' ? '\r' : '\n'

/** The delimiter under which most of the first row are headings we know; then the one with most cells. */
function sniffDelimiter(first_lines: string, line_break: LineBreak): Delimiter {
  const scored = ([',', ';', '\t'] as const).map((delimiter) => {
    const reader = recordReader(delimiter, line_break)
    reader.push(first_lines)
    const cells = reader.take(true)?.cells ?? []
    return { delimiter, score: countKnownHeadings(cells) * 1000 + cells.length }
  })
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}

function shapeOfCsv(head: Buffer, invalid: Buffer | undefined): CsvShape {
  const has_bom = startsWith(head, 0xef, 0xbb, 0xbf)
  if (has_bom && invalid) throw new FileRefused('encoding_broken')
  const encoding = invalid ? encodingOfInvalid(invalid) : 'utf-8'
  const bom_bytes = has_bom ? 3 : 0
  const text = new TextDecoder(encoding).decode(head.subarray(bom_bytes))
  const line_break = sniffLineBreak(text)
  const stated = /^"?sep=([,;\t])"?\r?\n?/i.exec(text)
  if (stated) {
    const heading_offset = bom_bytes + stated[0].length
    return {
      kind: 'csv',
      encoding,
      delimiter: stated[1] as Delimiter,
      line_break,
      heading_offset,
      heading_line: 2,
    }
  }
  const delimiter = sniffDelimiter(text.replace(/^[\r\n]+/, ''), line_break)
  return { kind: 'csv', encoding, delimiter, line_break, heading_offset: bom_bytes, heading_line: 1 }
}

/**
 * What the file is. Reads it once from end to end, at the speed of the disk.
 * @throws FileRefused for a file that is neither CSV nor XLSX, or in an encoding that would lose letters
 */
export async function inspectFile(source: Source): Promise<FileShape> {
  const { sha256, size_bytes, head, invalid } = await scan(source)
  if (startsWith(head, 0x50, 0x4b, 3, 4)) return { kind: 'xlsx', size_bytes, sha256 }
  refuseOtherKinds(head)
  return { ...shapeOfCsv(head, invalid), size_bytes, sha256 }
}
