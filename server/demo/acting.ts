/** Acts as a demo officer through the site, so that every record has its history and its events. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { InventedWorld } from '../../domain/invented/world.ts'
import { SESSION_COOKIE } from '../platform/cookies.ts'
import { asGate, send } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import { END_SESSION, OPEN_SESSION } from '../platform/session-statements.ts'
import { hashOf, newToken } from '../platform/tokens.ts'
import { demoOfficer } from './officers.ts'

export type Working = {
  app: FastifyInstance
  program: Program
  world: InventedWorld
  seed: number
  /** First index of the generator that nobody on the register has. */
  from_index: number
  today: string
}

export type Ask = (
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
) => Promise<{ status: number; body: unknown }>

/** Acts as a demo officer for the length of the work, in a session that is ended after it. */
export async function actAs<T>(
  { app, program }: Working,
  key: string,
  work: (ask: Ask, upload: (csv: string, name: string) => Promise<string>) => Promise<T>,
): Promise<T> {
  const token = newToken()
  const values = [hashOf(token), randomUUID(), demoOfficer(key).posting_id, 'demo', 'ur', true]
  await asGate(program.database, (tx) => send(tx, OPEN_SESSION, values))
  const headers = { origin: program.origin, cookie: `${SESSION_COOKIE}=${token}` }
  const ask: Ask = async (method, path, body) => {
    const reply = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers,
      ...(body === undefined ? {} : { payload: body as object }),
    })
    return { status: reply.statusCode, body: reply.json() }
  }
  const upload = async (csv: string, name: string) => {
    const form = new FormData()
    form.append('file', new Blob([csv], { type: 'text/csv' }), name)
    const sent = new Response(form)
    const reply = await app.inject({
      ...{ method: 'POST', url: '/api/v1/imports' },
      headers: { ...headers, 'content-type': sent.headers.get('content-type') ?? '' },
      payload: Buffer.from(await sent.arrayBuffer()),
    })
    if (reply.statusCode !== 201) throw new Error(`the demo's return was refused: ${reply.body}`)
    return reply.json<{ import_id: string }>().import_id
  }
  try {
    return await work(ask, upload)
  } finally {
    await asGate(program.database, (tx) => send(tx, END_SESSION, [hashOf(token)]))
  }
}
