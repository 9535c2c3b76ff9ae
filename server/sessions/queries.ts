/** What the gate reads and writes: challenges, passkeys, enrolments, postings. No register row is visible to it. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type GateTx, send } from '../platform/database.ts'
import { OPEN_SESSION } from '../platform/session-statements.ts'
import { hashOf, newToken } from '../platform/tokens.ts'

/** Minutes a challenge may be answered. */
export const CHALLENGE_MINUTES = 5
/** Failures in a row after which a credential waits, and for how many minutes. */
export const MOST_FAILURES = 5
export const WAIT_MINUTES = 10

export type ChallengeKind = 'enrol' | 'sign_in' | 'fresh' | 'oidc' | 'posting'
export type Challenge = { officer_id: string | null; challenge: string; detail: Record<string, string> }

/** Keeps a challenge for 5 minutes, and sweeps out those that nobody answered; returns its id. */
export async function putChallenge(
  tx: GateTx,
  kind: ChallengeKind,
  { officer_id, challenge, detail }: Challenge,
): Promise<string> {
  const challenge_id = randomUUID()
  await tx.deleteFrom('access.challenge').where('expires_at', '<', sql<string>`now()`).execute()
  await tx
    .insertInto('access.challenge')
    .values({
      ...{ challenge_id, kind, officer_id, challenge, detail: JSON.stringify(detail) },
      expires_at: sql`now() + make_interval(mins => ${CHALLENGE_MINUTES})`,
    })
    .execute()
  return challenge_id
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Takes a challenge: nobody can take it again. Undefined when there is none of that kind or it is too old. */
export async function takeChallenge(
  tx: GateTx,
  kind: ChallengeKind,
  challenge_id: string,
): Promise<Challenge | undefined> {
  if (!UUID.test(challenge_id)) return undefined
  const row = await tx
    .deleteFrom('access.challenge')
    .where('challenge_id', '=', challenge_id)
    .where('kind', '=', kind)
    .returning(['officer_id', 'challenge', 'detail', sql<boolean>`expires_at > now()`.as('is_live')])
    .executeTakeFirst()
  return row?.is_live ? { ...row, detail: row.detail as Record<string, string> } : undefined
}

/** A challenge that is left where it is. */
export async function findChallenge(
  tx: GateTx,
  kind: ChallengeKind,
  challenge_id: string,
): Promise<Challenge | undefined> {
  if (!UUID.test(challenge_id)) return undefined
  const row = await tx
    .selectFrom('access.challenge')
    .select(['officer_id', 'challenge', 'detail'])
    .where('challenge_id', '=', challenge_id)
    .where('kind', '=', kind)
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst()
  return row && { ...row, detail: row.detail as Record<string, string> }
}

/** A passkey that was not revoked, its row locked so that parallel guesses are counted one by one. */
export const findPasskey = (tx: GateTx, credential_id: string) =>
  tx
    .selectFrom('access.passkey')
    .select(['credential_id', 'officer_id', 'public_key', 'counter', 'transports'])
    .select(sql<boolean>`coalesce(waits_until > now(), false)`.as('is_waiting'))
    .where('credential_id', '=', credential_id)
    .where('revoked_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export const listPasskeys = (tx: GateTx, officer_id: string) =>
  tx
    .selectFrom('access.passkey')
    .select(['credential_id', 'transports'])
    .where('officer_id', '=', officer_id)
    .where('revoked_at', 'is', null)
    .orderBy('added_at')
    .execute()

/** Counts a failure; at every fifth in a row the credential waits 10 minutes. */
export const notePasskeyFailure = (tx: GateTx, credential_id: string) =>
  tx
    .updateTable('access.passkey')
    .set({
      failed_count: sql`failed_count + 1`,
      waits_until: sql`case when (failed_count + 1) % ${sql.lit(MOST_FAILURES)} = 0
        then now() + make_interval(mins => ${sql.lit(WAIT_MINUTES)}) else waits_until end`,
    })
    .where('credential_id', '=', credential_id)
    .execute()

export const notePasskeyUse = (tx: GateTx, credential_id: string, counter: number) =>
  tx
    .updateTable('access.passkey')
    .set({ counter, last_used_at: sql`now()` })
    .where('credential_id', '=', credential_id)
    .execute()

/** Forgets the failures of an officer's passkeys, returning how many there were: he is told at this sign-in. */
export async function takeFailures(tx: GateTx, officer_id: string): Promise<number> {
  const rows = await tx
    .selectFrom('access.passkey')
    .select('failed_count')
    .where('officer_id', '=', officer_id)
    .where('failed_count', '>', 0)
    .forUpdate()
    .execute()
  if (rows.length > 0)
    await tx
      .updateTable('access.passkey')
      .set({ failed_count: 0 })
      .where('officer_id', '=', officer_id)
      .execute()
  return rows.reduce((sum, row) => sum + row.failed_count, 0)
}

/** Postings an officer holds today, of which he acts in one at a time. */
export const listPostings = (tx: GateTx, officer_id: string) =>
  tx
    .selectFrom('access.posting as p')
    .innerJoin('reference.unit as u', 'u.unit_id', 'p.unit_id')
    .select(['p.posting_id', 'p.role', 'u.name_en', 'u.name_ur'])
    .where('p.officer_id', '=', officer_id)
    .where('p.from_on', '<=', TODAY)
    .where((is) => is.or([is('p.to_on', 'is', null), is('p.to_on', '>', TODAY)]))
    .orderBy('p.from_on')
    .orderBy('p.posting_id')
    .execute()

const TODAY = sql<string>`(now() at time zone 'Asia/Karachi')::date`

export type OpenedSession = { token: string; session_id: string }

/** Opens a session and ends the officer's others; undefined when posting, vetting, training or suspension forbid it. */
export async function openSession(
  tx: GateTx,
  by: { posting_id: string; method: 'passkey' | 'oidc' | 'demo'; language: 'en' | 'ur'; is_fresh: boolean },
  failures: number,
): Promise<OpenedSession | undefined> {
  const token = newToken()
  const values = [hashOf(token), randomUUID(), by.posting_id, by.method, by.language, by.is_fresh]
  const [row] = await send<{ opened: string | null }>(tx, OPEN_SESSION, values)
  if (!row?.opened) return undefined
  if (failures > 0) await send(tx, TELL_FAILURES, [hashOf(token), failures])
  return { token, session_id: row.opened }
}

const TELL_FAILURES = { name: 'tell_failures', text: 'select sec.tell_failures($1, $2)' }

export const findOfficer = (tx: GateTx, officer_id: string) =>
  tx
    .selectFrom('access.officer')
    .select(['officer_id', 'badge', 'name_en', 'name_ur'])
    .where('officer_id', '=', officer_id)
    .executeTakeFirst()

/** The officer whom an enrolment link is for; undefined when it was used, ran out, or never was. */
export const findEnrolment = (tx: GateTx, link: string) =>
  tx
    .selectFrom('access.enrolment as e')
    .innerJoin('access.officer as o', 'o.officer_id', 'e.officer_id')
    .select(['o.officer_id', 'o.badge', 'o.name_en', 'o.name_ur'])
    .where('e.link_hash', '=', hashOf(link))
    .where('e.used_at', 'is', null)
    .where('e.expires_at', '>', sql<string>`now()`)
    .executeTakeFirst()

/** Uses up a link; false when another was quicker. */
export async function takeEnrolment(tx: GateTx, link: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('access.enrolment')
    .set({ used_at: sql`now()` })
    .where('link_hash', '=', hashOf(link))
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<string>`now()`)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
