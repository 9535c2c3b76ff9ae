/**
 * A write of an agency's system is done once, however often it is sent: its idempotency key is written before the act, in the
 * act's transaction, so that a second one waits for the first and is given the same reply. Every one is decided anew.
 */
import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { canonicalJson } from '../../domain/approval/canonical.ts'
import type { Caller } from './caller.ts'
import { BEGIN_ACT, type RegisterTx, type Session, send } from './database.ts'
import { blindIndex, newDataKey, open, openDataKey, seal } from './keys.ts'
import { Problem } from './problem.ts'
import type { Program } from './program.ts'

/** A call that was begun: its row, and the reply where it was done before. */
export type AgencyCall = { call_id: string; kept?: { reply: unknown } }

const KEY = /^[\x21-\x7e]{8,100}$/
const replyPlace = (call_id: string) => ({ table: 'agency_call', row: call_id, column: 'reply_enc' })

type Calling = {
  program: Program
  tx: RegisterTx
  request: FastifyRequest
  session: Session
  agency: NonNullable<Caller['agency']>
}

const HOLD = { name: 'hold_session', text: 'select sec.hold_session() as is_held' }

/**
 * Holds the session of a call until its transaction ends, so that a consent which is ended waits for what the system has begun,
 * and nothing begins after it. A problem where it has ended already.
 */
export async function holdCall(tx: RegisterTx): Promise<Problem | undefined> {
  const [row] = await send<{ is_held: boolean }>(tx, HOLD, [])
  return row?.is_held ? undefined : new Problem('not_signed_in')
}

/** Begins a write: a problem where it has no key, or a key of another request. */
export async function beginCall(calling: Calling): Promise<AgencyCall | Problem> {
  const { program, tx, request, session, agency } = calling
  const { keyring } = program
  if (agency.key === null || !KEY.test(agency.key)) return new Problem('idempotency_key_needed')
  const key_hash = blindIndex(keyring, 'idempotency key', agency.key)
  const said = canonicalJson([request.method, request.url, (request.body ?? null) as object])
  const request_hash = blindIndex(keyring, 'agency request', said)
  const whose = { agency_id: agency.agency_id, officer_id: session.officer_id, key_hash }
  const call_id = randomUUID()
  const { wrapped_key, kek_id } = newDataKey(keyring, call_id)
  const inserted = await tx
    .insertInto('register.agency_call')
    .values({
      ...{ ...whose, call_id, request_hash, wrapped_key, kek_id },
      called_at: program.clock.now().toString(),
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'officer_id', 'key_hash']).doNothing())
    .returning('call_id')
    .executeTakeFirst()
  if (inserted) return { call_id }
  const before = await tx
    .selectFrom('register.agency_call')
    .select(['call_id', 'request_hash', 'wrapped_key', 'kek_id', 'reply_enc', 'refused_at'])
    .where('agency_id', '=', whose.agency_id)
    .where('officer_id', '=', whose.officer_id)
    .where('key_hash', '=', key_hash)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return new Problem('conflict') // it was swept this very moment
  if (!before.request_hash.equals(request_hash)) return new Problem('idempotency_key_reused')
  if (before.refused_at !== null) return { call_id: before.call_id }
  const data_key = openDataKey(keyring, before.call_id, before)
  if (!data_key || before.reply_enc === null) throw new Error(`call ${before.call_id} has no reply`)
  const reply: unknown = JSON.parse(open(data_key, replyPlace(before.call_id), before.reply_enc))
  return { call_id: before.call_id, kept: { reply } }
}

/** Counts a quota for a call that was not made before; one that was made is counted already. */
export async function countCall(
  tx: RegisterTx,
  token: string,
  call: AgencyCall | undefined,
  quota: string | undefined,
): Promise<boolean | undefined> {
  if (quota === undefined || call?.kept) return quota === undefined ? undefined : true
  const [begun] = await send<{ has_quota: boolean | null }>(tx, BEGIN_ACT, [token, quota])
  return begun?.has_quota ?? false
}

/** Keeps the reply, sealed by the call's own key. */
export async function keepReply(tx: RegisterTx, program: Program, call: AgencyCall, reply: unknown) {
  const row = await tx
    .selectFrom('register.agency_call')
    .select(['wrapped_key', 'kek_id'])
    .where('call_id', '=', call.call_id)
    .executeTakeFirstOrThrow()
  const data_key = openDataKey(program.keyring, call.call_id, row)
  if (!data_key) throw new Error(`call ${call.call_id} has no key`)
  const reply_enc = seal(data_key, replyPlace(call.call_id), JSON.stringify(reply))
  await tx
    .updateTable('register.agency_call')
    .set({ reply_enc, refused_at: null, called_at: program.clock.now().toString() })
    .where('call_id', '=', call.call_id)
    .execute()
}

/** A refusal changed nothing and is not kept: the same key is judged anew. */
export const refuseCall = (tx: RegisterTx, { call_id }: AgencyCall) =>
  tx
    .updateTable('register.agency_call')
    .set({ refused_at: sql<string>`now()` })
    .where('call_id', '=', call_id)
    .where('reply_enc', 'is', null)
    .execute()
