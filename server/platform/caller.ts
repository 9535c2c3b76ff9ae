/**
 * In whose session a request acts: the one of its cookie, or one of a minute that is opened for the officer an agency's system
 * names. The system's token is never our session: it proves the system, and the officer's consent opens the session (0057).
 */
import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { translator } from '../../pages/language/translator.ts'
import { findClient } from './agency-token.ts'
import { recordEvent } from './audit.ts'
import { tokenOf } from './cookies.ts'
import { asGate, type GateTx, send } from './database.ts'
import { Problem } from './problem.ts'
import type { Program } from './program.ts'
import { END_SESSION, OPEN_AGENCY_SESSION } from './session-statements.ts'
import { hashOf, newToken } from './tokens.ts'

export type Caller = {
  /** Secret of the session; '' when there is none. */
  token: string
  /** The agency whose system calls, and its idempotency key where it sent one. */
  agency?: { agency_id: string; key: string | null }
}

const BEARER = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i
/** The header in which an agency's system names the officer for whom it acts, by his service number. */
const OFFICER_HEADER = 'officer'
const KEY_HEADER = 'idempotency-key'

const header = (request: FastifyRequest, name: string): string => {
  const value = request.headers[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** Whether a request calls by a token and brings no cookie that a browser would send unasked. */
export const isByToken = (request: FastifyRequest): boolean =>
  request.headers.authorization !== undefined && tokenOf(request) === ''

/** Runs work as whoever calls; a session opened for an agency's system ends with it. Throws its refusal. */
export async function asCaller<T>(
  program: Program,
  request: FastifyRequest,
  work: (caller: Caller) => Promise<T>,
): Promise<T> {
  if (!isByToken(request)) return work({ token: tokenOf(request) })
  const { token, agency_id } = await openForAgency(program, request)
  try {
    return await work({ token, agency: { agency_id, key: header(request, KEY_HEADER) || null } })
  } finally {
    await asGate(program.database, (tx) => send(tx, END_SESSION, [hashOf(token)]))
  }
}

type Opened = {
  agency_id: string | null
  /** Whom the system named, also where it may not act for him: for the log alone. */
  named_id: string | null
  officer_id: string | null
  posting_id: string | null
  session_id: string | null
  refused: string | null
}
const NOTHING: Opened = {
  ...{ agency_id: null, named_id: null, officer_id: null, posting_id: null, session_id: null, refused: null },
}
/** Most characters of a service number that is kept of a refused call, sealed. */
const MOST_KEPT = 80

type Proved = { client_id: string } | { refused: 'token_refused' | 'unavailable' }

/** Which client the token proves, or why it proves none. */
async function clientOf(program: Program, request: FastifyRequest): Promise<Proved> {
  const [, bearer] = BEARER.exec(header(request, 'authorization')) ?? []
  if (!program.agencies || !bearer) return { refused: 'token_refused' }
  try {
    const client_id = await findClient(program.agencies, bearer, program.clock.now())
    return client_id === undefined ? { refused: 'token_refused' } : { client_id }
  } catch (fault) {
    if (fault instanceof Problem && fault.code === 'unavailable') return { refused: fault.code }
    throw fault
  }
}

async function openForAgency(program: Program, request: FastifyRequest) {
  const proved = await clientOf(program, request)
  const token = newToken()
  const opened = await asGate(program.database, (tx) =>
    openAndRecord(tx, program, { request, proved, token }),
  )
  if ('refused' in proved) throw new Problem(proved.refused)
  if (opened.agency_id === null) throw new Problem('token_refused')
  if (opened.session_id === null) throw mayNotActFor()
  return { token, agency_id: opened.agency_id }
}

type Opening = { request: FastifyRequest; proved: Proved; token: string }

/** Opens the session of the call, or none; either is an event, which names the officer who was meant. */
async function openAndRecord(
  tx: GateTx,
  { keyring }: Program,
  { request, proved, token }: Opening,
): Promise<Opened> {
  const badge = header(request, OFFICER_HEADER)
  const values = 'refused' in proved ? undefined : [hashOf(token), randomUUID(), proved.client_id, badge]
  const [row = NOTHING] = values ? await send<Opened>(tx, OPEN_AGENCY_SESSION, values) : []
  const { agency_id, named_id, officer_id, posting_id, session_id } = row
  const is_open = session_id !== null
  await recordEvent(
    tx,
    keyring,
    { officer_id, session_id, posting_id, role: null, request_id: request.id },
    {
      ...(agency_id === null ? {} : { subject_kind: 'agency', subject_id: agency_id }),
      ...(is_open
        ? ({ action: 'agency.session_opened', outcome: 'done' } as const)
        : ({
            action: 'agency.session_refused',
            outcome: 'refused',
            second_id: named_id ?? undefined,
          } as const)),
      ...('refused' in proved ? { policy: proved.refused } : {}),
      ...('refused' in proved || is_open
        ? {}
        : {
            policy: row.refused ?? undefined,
            detail: { client_id: proved.client_id, officer: badge.slice(0, MOST_KEPT) },
          }),
    },
  )
  return row
}

/** One refusal for an officer who is unknown, did not consent, or may not act: it does not say which. */
function mayNotActFor(): Problem {
  const key = 'errors.agency_officer'
  const gloss = { en: translator('en')(key), ur: translator('ur')(key) }
  return new Problem('agency_officer', { gloss, policy: 'agency_officer' })
}
