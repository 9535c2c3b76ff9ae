/** A reply that is a file: sent piece by piece after its event is committed, so that nothing leaves unrecorded. */
import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { tokenOf } from './cookies.ts'
import { asActor, type RegisterTx, type Session } from './database.ts'
import { Problem } from './problem.ts'
import type { Program } from './program.ts'

export type Download = {
  /** Without a person's name: it stays in the browser's list of downloads. */
  name: string
  type: string
  body: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>
}

/** What a route makes its file of; `as` opens one short transaction a call, in the same session. */
export type Downloading<R> = {
  reply: R
  session: Session
  program: Program
  as: <T>(work: (tx: RegisterTx) => Promise<T>) => Promise<T>
}

export function sendDownload<R>(
  program: Program,
  reply: FastifyReply,
  made: { reply: R; session: Session },
  file: (given: Downloading<R>) => Download,
) {
  const token = tokenOf(reply.request)
  const as: Downloading<R>['as'] = (work) =>
    asActor(program.database, token, (tx, session) => {
      if (!session || session.is_locked) throw new Problem('not_signed_in')
      return work(tx)
    })
  const { name, type, body } = file({ ...made, program, as })
  return reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(body, { objectMode: false }))
}
