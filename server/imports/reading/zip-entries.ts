// The parts of a workbook, by the directory at the end of the zip, unpacked within limits.
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { FileRefused } from './file-refused.ts'
import { bytesAt, bytesOf, type Source, sizeOf } from './source.ts'

export type ZipEntry = {
  readonly name: string
  readonly method: number
  readonly packed_bytes: number
  /** Where the entry's own header starts; its bytes follow that header. */
  readonly offset: number
}

/** The most that one part may unpack to: 50,000 rows of 25 long cells need a quarter of it. */
export const unpacked_bytes = 512 * 1024 * 1024
/** XML of a sheet packs 10 to 40 times; deflate's limit is 1,032, which only filler reaches. */
export const unpacked_ratio = 200
/** Small parts may pack better than that: the ratio counts from here on. */
const ratio_from_bytes = 4 * 1024 * 1024
const entries_at_most = 2_000
const end_signature = 0x06054b50
const entry_signature = 0x02014b50
/** The end record with the longest comment it may have. */
const end_record_bytes = 22 + 65_535

const damaged = (what: string) => new FileRefused('file_damaged', what)

function parseDirectory(directory: Buffer, count: number): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== entry_signature)
      throw damaged('zip directory')
    if (directory.readUInt16LE(at + 8) & 1) throw new FileRefused('file_encrypted')
    const [name_bytes, extra_bytes, comment_bytes] = [28, 30, 32].map((field) =>
      directory.readUInt16LE(at + field),
    ) as [number, number, number]
    const name = directory.toString('utf8', at + 46, at + 46 + name_bytes)
    if (entries.has(name)) throw damaged('a part stands in it twice')
    const [method, packed_bytes, offset] = [
      directory.readUInt16LE(at + 10),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 42),
    ]
    entries.set(name, { name, method, packed_bytes, offset })
    at += 46 + name_bytes + extra_bytes + comment_bytes
  }
  return entries
}

/**
 * The directory of the zip. Workbooks over 4 GB, spread over several files or with thousands of parts are refused.
 * @throws FileRefused
 */
export async function listEntries(source: Source): Promise<ReadonlyMap<string, ZipEntry>> {
  const size = await sizeOf(source)
  const tail = await bytesAt(source, Math.max(0, size - end_record_bytes), end_record_bytes)
  const marker = Buffer.alloc(4)
  marker.writeUInt32LE(end_signature)
  const end = tail.lastIndexOf(marker)
  if (end === -1 || end + 22 > tail.length) throw damaged('zip directory')
  const count = tail.readUInt16LE(end + 10)
  const [directory_bytes, directory_offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
  if (count > entries_at_most || directory_offset + directory_bytes > size) throw damaged('zip directory')
  const directory = await bytesAt(source, directory_offset, directory_bytes)
  return parseDirectory(directory, count)
}

async function dataOffset(source: Source, { offset }: ZipEntry): Promise<number> {
  const header = await bytesAt(source, offset, 30)
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw damaged('zip entry')
  return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
}

/**
 * A part's text in pieces. What is counted is what comes out, whatever the directory claims.
 * @throws FileRefused when it unpacks too far, is damaged, or is not UTF-8
 */
export async function* unpack(source: Source, entry: ZipEntry): AsyncGenerator<string> {
  if (entry.packed_bytes === 0) return
  if (entry.method !== 0 && entry.method !== 8) throw damaged('unknown packing')
  const start = await dataOffset(source, entry)
  const packed = Readable.from(bytesOf(source, start, start + entry.packed_bytes))
  const inflate = entry.method === 8 ? createInflateRaw({ chunkSize: 65_536 }) : null
  const bytes = (
    inflate ? packed.once('error', (error) => inflate.destroy(error)).pipe(inflate) : packed
  ) as AsyncIterable<Buffer>
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let unpacked = 0
  try {
    for await (const chunk of bytes) {
      unpacked += chunk.length
      const is_filler = unpacked > ratio_from_bytes && unpacked > entry.packed_bytes * unpacked_ratio
      if (is_filler || unpacked > unpacked_bytes) throw new FileRefused('file_inflates_too_far')
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    throw error instanceof FileRefused ? error : damaged(entry.name)
  } finally {
    packed.destroy()
    inflate?.destroy()
  }
}
