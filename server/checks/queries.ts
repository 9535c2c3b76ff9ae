import { randomBytes, randomUUID } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import type { CheckBody } from '../../contract/checks.ts'
import { type AskRefusal, refusalsOf } from '../../domain/check/ask.ts'
import { type CheckStage, isEditable } from '../../domain/check/stage.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { newDataKey, seal } from '../platform/keys.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import type { Tables } from '../platform/tables.ts'
import { type LiveCheck, sealBody } from './row.ts'

const emptyBody = (): CheckBody => ({
  salt: randomBytes(16).toString('hex'),
  ...{ station_id: null, fir_number: null, fir_year: null, transfer_order: null, offences: [] },
  suspect: { names: [], cnic: null, born_year: null, sex: null, district_id: null, slip_number: null },
  ...{ relevance: null, reasons: null, fir_hash: null, annexure_hash: null },
})

/** Begins a request in the officer's district; returns its id. */
export async function insertCheck(
  tx: RegisterTx,
  { keyring }: Program,
  session: Session,
  now: Temporal.Instant,
): Promise<string> {
  const check_id = randomUUID()
  const key = newDataKey(keyring, check_id)
  await tx
    .insertInto('register.check_request')
    .values({
      ...{ check_id, district_id: session.district_id ?? '', stage: 'drafting' },
      ...{ asked_by: session.officer_id, posting_id: session.posting_id },
      ...{ wrapped_key: key.wrapped_key, kek_id: key.kek_id },
      body_enc: sealBody(key, check_id, 1, emptyBody()),
      ...{ created_at: now.toString(), updated_at: now.toString() },
    })
    .execute()
  return check_id
}

/** Throws where the request may not be changed, or is not as the officer saw it. */
export function demandVersion(check: LiveCheck, body_version: number): void {
  if (!isEditable(check.stage)) throw new Problem('check_closed')
  if (check.body_version !== body_version) throw new Problem('check_changed')
}

const bytes = (hash: string | null) => (hash === null ? null : Buffer.from(hash, 'hex'))

/** Saves the body as the next version, with its clear columns, and returns that; of two windows that collide one is refused. */
export async function saveBody(
  tx: RegisterTx,
  check: LiveCheck,
  body: CheckBody,
  now: Temporal.Instant,
): Promise<number> {
  const body_version = check.body_version + 1
  const { numUpdatedRows } = await tx
    .updateTable('register.check_request')
    .set({
      ...{ body_version, body_enc: sealBody(check.key, check.check_id, body_version, body) },
      ...{ fir_station_id: body.station_id, fir_year: body.fir_year, fir_number: body.fir_number },
      ...{ offences: body.offences, relevance: body.relevance, updated_at: now.toString() },
      ...{ fir_hash: bytes(body.fir_hash), annexure_hash: bytes(body.annexure_hash) },
    })
    .where('check_id', '=', check.check_id)
    .where('body_version', '=', check.body_version)
    .where('stage', '=', check.stage)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Problem('check_changed')
  return body_version
}

/** Whether another officer asked in this FIR before. */
export async function isAnothersFir(
  tx: RegisterTx,
  { station_id, fir_year, fir_number }: Pick<CheckBody, 'station_id' | 'fir_year' | 'fir_number'>,
): Promise<boolean> {
  if (station_id === null || fir_year === null || fir_number === null) return false
  const { rows } = await sql<{ found: boolean }>`
    select register.is_anothers_fir(${station_id}, ${fir_year}, ${fir_number}) as found`.execute(tx)
  return rows[0]?.found ?? false
}

/** The rules that refuse a request as it stands. */
export async function listRefusals(
  tx: RegisterTx,
  { places }: Program,
  district_id: string,
  body: CheckBody,
): Promise<{ refusals: readonly AskRefusal[]; is_anothers_fir: boolean }> {
  const { station_id, fir_year, offences, relevance, transfer_order } = body
  const station = station_id === null ? undefined : places.stations.get(station_id)
  const is_anothers_fir = await isAnothersFir(tx, body)
  const refusals = refusalsOf({
    fir_district_id: station_id === null ? null : (station?.district_id ?? ''),
    ...{ own_district_id: district_id, fir_year, offences, relevance, is_anothers_fir, transfer_order },
  })
  return { refusals, is_anothers_fir }
}

type Stepping = {
  check: LiveCheck
  act: Insertable<Tables['register.check_step']>['act']
  done_by: string
  at: string
}
type Said = { reason?: string | null; note?: string | null }

export const notePlace = (step_id: string) => ({ table: 'check_step', row: step_id, column: 'note_enc' })

/** Writes what a desk did; a note is sealed by the request's key, so that it goes with it. */
export async function insertStep(tx: RegisterTx, { check, act, done_by, at }: Stepping, said: Said = {}) {
  const step_id = randomUUID()
  const { reason = null, note = null } = said
  await tx
    .insertInto('register.check_step')
    .values({
      ...{ step_id, check_id: check.check_id, act, reason, done_by, happened_at: at },
      note_enc: note === null ? null : seal(check.key, notePlace(step_id), note),
    })
    .execute()
}

/** What the desks did with a request, oldest first. */
export const listSteps = (tx: RegisterTx, check_id: string) =>
  tx
    .selectFrom('register.check_step as s')
    .innerJoin('access.officer as o', 'o.officer_id', 's.done_by')
    .select(['s.step_id', 's.act', 's.reason', 's.note_enc', 's.happened_at', 'o.name_en', 'o.name_ur'])
    .where('s.check_id', '=', check_id)
    .orderBy('s.happened_at')
    .orderBy('s.step_id')
    .execute()

const MOST_LISTED = 50

const checks = (tx: RegisterTx) =>
  tx
    .selectFrom('register.check_request as c')
    .innerJoin('access.officer as o', 'o.officer_id', 'c.asked_by')
    .selectAll('c')
    .select(['o.name_en', 'o.name_ur'])

/** Answers of the officer's own that he can still open and has said nothing of, the oldest first; at most 50. */
export const listToOpen = (tx: RegisterTx, now: Temporal.Instant) =>
  checks(tx)
    .innerJoin('register.check_answer as a', 'a.check_id', 'c.check_id')
    .leftJoin('register.check_confirmation as s', 's.answer_id', 'a.answer_id')
    .where('c.stage', '=', 'released')
    .where('a.opens_until_at', '>', now.toString())
    .where('s.answer_id', 'is', null)
    .where(
      sql<boolean>`(select count(*) from register.check_print p where p.answer_id = a.answer_id)
        < case a.outcome when 'record_exists' then a.opens_count else 1 end`,
    )
    .orderBy('a.released_at')
    .orderBy('c.check_id')
    .limit(MOST_LISTED)
    .execute()

/** Not of those in which the officer declared a conflict: another has them. */
const isImpartial = sql<boolean>`not exists (select from register.conflict x
  where x.subject_id = c.check_id and x.withdrawn_at is null)`
/** When the clock of the desk began. */
const since = sql`case c.stage when 'asked' then c.asked_at when 'forwarded' then c.screened_at
  when 'proposed' then c.screened_at else c.updated_at end`
const MOST_WAITING = 200

/** Requests in these stages, the longest waiting first, without those in which the officer is partial; at most 200. */
export const listAtStages = (tx: RegisterTx, stages: readonly CheckStage[]) =>
  checks(tx)
    .where('c.stage', 'in', stages)
    .where(isImpartial)
    .orderBy(since)
    .orderBy('c.check_id')
    .limit(MOST_WAITING)
    .execute()

/** Requests that the officer may see, the latest changed first; at most 50, without those discarded. */
export const listChecks = (tx: RegisterTx) =>
  checks(tx)
    .where('c.stage', '<>', 'discarded')
    .orderBy('c.updated_at', 'desc')
    .orderBy('c.check_id')
    .limit(MOST_LISTED)
    .execute()

/** Whether the officer is named to screen on this day. */
export async function isNamedDeputy(tx: RegisterTx, officer_id: string, on: string): Promise<boolean> {
  const row = await tx
    .selectFrom('register.check_cover')
    .select('cover_id')
    .where('deputy_id', '=', officer_id)
    .where('from_on', '<=', on)
    .where('to_on', '>', on)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the prosecutor of a deputy's office declared a conflict about a request. */
export async function isProsecutorPartial(tx: RegisterTx, check_id: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select sec.is_prosecutor_partial(${check_id}::uuid) as found`.execute(tx)
  return rows[0]?.found ?? false
}
