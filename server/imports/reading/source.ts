// Where the bytes of a return come from: a file, or the encrypted pieces it is kept in. The second never
// becomes a file, so no readable copy of a return is left on a disk.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

/** Bytes that can be read from any place, in pieces of whatever size is at hand. */
export type ByteSource = {
  readonly size_bytes: number
  readonly from: (start: number) => AsyncIterable<Buffer>
}
/** The path of a file, or bytes kept elsewhere. */
export type Source = string | ByteSource

const chunk_bytes = 262_144

/** The bytes from `start` on; `end` is the first byte no longer wanted. */
export async function* bytesOf(source: Source, start = 0, end = Number.POSITIVE_INFINITY) {
  if (start >= end) return
  let at = start
  const pieces =
    typeof source === 'string'
      ? (createReadStream(source, { start, highWaterMark: chunk_bytes }) as AsyncIterable<Buffer>)
      : source.from(start)
  for await (const piece of pieces) {
    yield at + piece.length > end ? piece.subarray(0, end - at) : piece
    at += piece.length
    if (at >= end) return
  }
}

/** The size in bytes. */
export const sizeOf = async (source: Source): Promise<number> =>
  typeof source === 'string' ? (await stat(source)).size : source.size_bytes

/** At most `length` bytes at a place; fewer when the source ends before. */
export async function bytesAt(source: Source, start: number, length: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of bytesOf(source, start, start + length)) pieces.push(piece)
  return Buffer.concat(pieces)
}
