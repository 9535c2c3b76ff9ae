/** The uploaded file as it is kept: pieces of 1 MiB, each sealed for its place, read back without becoming a file. */
import type { AsJob } from '../platform/jobs.ts'
import { type DataKey, openBytes, sealBytes } from '../platform/keys.ts'
import type { ByteSource } from './reading/source.ts'

export const PIECE_BYTES = 1_048_576
/** What sealing adds: a nonce of 12 bytes and a tag of 16. */
export const SEAL_BYTES = 28

const placeOf = (import_id: string, ordinal: number) => ({
  ...{ table: 'import_chunk', row: `${import_id}/${ordinal}`, column: 'bytes_enc' },
})

export const sealPiece = (key: DataKey, import_id: string, ordinal: number, bytes: Buffer): Buffer =>
  sealBytes(key, placeOf(import_id, ordinal), bytes)

/** The file's bytes, a piece at a time, each read in a short transaction of the job. */
export function storedFile(
  as: AsJob,
  key: DataKey,
  { import_id, byte_count }: { import_id: string; byte_count: number },
): ByteSource {
  const pieceAt = async (ordinal: number) => {
    const row = await as((tx) =>
      tx
        .selectFrom('register.import_chunk')
        .select('bytes_enc')
        .where('import_id', '=', import_id)
        .where('ordinal', '=', ordinal)
        .executeTakeFirstOrThrow(),
    )
    return openBytes(key, placeOf(import_id, ordinal), row.bytes_enc)
  }
  return {
    size_bytes: byte_count,
    async *from(start) {
      for (let at = start; at < byte_count; ) {
        const piece = await pieceAt(Math.floor(at / PIECE_BYTES))
        yield piece.subarray(at % PIECE_BYTES)
        at += piece.length - (at % PIECE_BYTES)
      }
    },
  }
}
