/**
 * Takes in the file before the transaction begins: a slow line must hold no connection to the database. It waits on
 * the disk in sealed pieces, in a file that has no name any more, so that not even a killed program leaves it behind.
 */
import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { actorOf } from '../platform/actor.ts'
import { decide } from '../platform/authorize.ts'
import { tokenOf } from '../platform/cookies.ts'
import { asActor } from '../platform/database.ts'
import { type DataKey, newDataKey } from '../platform/keys.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { PIECE_BYTES, SEAL_BYTES, sealPiece } from './file-pieces.ts'

export type Upload = {
  import_id: string
  key: DataKey
  file_name: string
  format: 'csv' | 'xlsx'
  byte_count: number
  file_hash: Buffer
  /** The sealed pieces in order. */
  pieces: () => AsyncGenerator<Buffer>
  close: () => Promise<void>
}

/** Largest file: some ten million convictions. A limit only so that nobody fills the disk. */
const MOST_BYTES = 4 * 1024 ** 3
const NAME_CHARACTERS = 200
const NOTHING = 'none'
/** A slow upload is looked at so often: it outlasts the 15 idle minutes of a session, and not the session. */
const CHECK_MINUTES = 5

/** Reads files sent to the routes of `scope`; the body then names the upload that `find` returns. */
export function takeUploads(scope: FastifyInstance, program: Program) {
  const uploads = new Map<string, Upload>()
  const uploadOf = (request: FastifyRequest) => uploads.get((request.body as { file?: string })?.file ?? '')

  scope.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) throw new Problem('unsupported_media')
    request.body = { file: NOTHING }
    if (!(await mayUpload(program, request))) return // the endpoint says why, and records it
    const part = await request.file({ limits: { fileSize: MOST_BYTES } })
    if (!part?.filename) return
    const upload = await spool(program, request, part)
    uploads.set(upload.import_id, upload)
    request.body = { file: upload.import_id }
  })
  scope.addHook('onResponse', async (request) => {
    const upload = uploadOf(request)
    if (!upload) return
    uploads.delete(upload.import_id)
    await upload.close()
  })
  return { find: (file: string): Upload | undefined => uploads.get(file) }
}

/** Whether to read on at all: nobody fills the disk who may not upload. Counts as an act, so the session stays awake. */
const mayUpload = (program: Program, request: FastifyRequest) =>
  asActor(program.database, tokenOf(request), async (_tx, session) => {
    if (!session || session.is_locked) return false
    const actor = actorOf(session)
    return decide(actor, 'import.upload', { kind: 'import', place: actor.place }).allowed
  })

async function spool(program: Program, request: FastifyRequest, part: MultipartFile): Promise<Upload> {
  const path = join(tmpdir(), `amanat-upload-${randomUUID()}`)
  const file = await open(path, 'wx+', 0o600)
  try {
    await unlink(path)
    const import_id = randomUUID()
    const key = newDataKey(program.keyring, import_id)
    const hash = createHash('sha256')
    let byte_count = 0
    let piece_count = 0
    let is_zip = false
    let checked_at = program.clock.now()
    for await (const piece of ofSize(PIECE_BYTES, part.file)) {
      if (program.clock.now().since(checked_at).total('minutes') >= CHECK_MINUTES) {
        if (!(await mayUpload(program, request))) throw new Problem('not_signed_in')
        checked_at = program.clock.now()
      }
      if (byte_count === 0) is_zip = piece.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'
      hash.update(piece)
      await file.appendFile(sealPiece(key, import_id, piece_count++, piece))
      byte_count += piece.length
    }
    return {
      ...{ import_id, key, byte_count, file_name: part.filename.slice(0, NAME_CHARACTERS) },
      ...{ format: is_zip ? 'xlsx' : 'csv', file_hash: hash.digest() },
      pieces: () => piecesOf(file, piece_count),
      close: () => file.close(),
    }
  } catch (fault) {
    await file.close()
    throw fault
  }
}

async function* piecesOf(file: FileHandle, piece_count: number) {
  const sealed_bytes = PIECE_BYTES + SEAL_BYTES
  for (let ordinal = 0; ordinal < piece_count; ordinal++) {
    const { buffer, bytesRead } = await file.read(
      ...([Buffer.alloc(sealed_bytes), 0, sealed_bytes, ordinal * sealed_bytes] as const),
    )
    yield buffer.subarray(0, bytesRead)
  }
}

/** The stream in pieces of one size, the last one shorter. */
async function* ofSize(bytes: number, stream: AsyncIterable<Buffer>) {
  let waiting: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    waiting.push(chunk)
    length += chunk.length
    if (length < bytes) continue
    const all = Buffer.concat(waiting)
    const whole = length - (length % bytes)
    for (let at = 0; at < whole; at += bytes) yield all.subarray(at, at + bytes)
    waiting = [all.subarray(whole)]
    length -= whole
  }
  if (length > 0) yield Buffer.concat(waiting)
}
