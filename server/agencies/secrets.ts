/** Secrets by which an agency knows the register's messages: made by an administrator, shown to him once, two valid at a time. */
import { randomBytes, randomUUID } from 'node:crypto'
import { secretText } from '../../domain/agency/webhook-signature.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { type Keyring, newDataKey, open, openDataKey, seal } from '../platform/keys.ts'
import { lockAgency } from './queries.ts'

const SECRET_BYTES = 32
/** Hours for which the secret before stays valid. */
export const BOTH_HOURS = 24

const place = (secret_id: string) => ({ table: 'agency_secret', row: secret_id, column: 'secret_enc' })

/** Makes a secret; of those before, the newest stays valid for a day, and any other ends now. */
export async function makeSecret(
  tx: RegisterTx,
  keyring: Keyring,
  session: Session,
  agency_id: string,
  now: Temporal.Instant,
): Promise<string> {
  await lockAgency(tx, agency_id)
  const valid = await listValid(tx, agency_id, now)
  for (const [at, { secret_id }] of valid.entries())
    await tx
      .updateTable('access.agency_secret')
      .set({ ends_at: (at === 0 ? now.add({ hours: BOTH_HOURS }) : now).toString() })
      .where('secret_id', '=', secret_id)
      .execute()
  const secret_id = randomUUID()
  const key = newDataKey(keyring, secret_id)
  await tx
    .insertInto('access.agency_secret')
    .values({
      ...{ secret_id, agency_id, wrapped_key: key.wrapped_key, kek_id: key.kek_id },
      secret_enc: seal(key, place(secret_id), secretText(randomBytes(SECRET_BYTES))),
      ...{ made_by: session.officer_id, made_at: now.toString() },
    })
    .execute()
  return secret_id
}

/**
 * Valid secrets of an agency, the newest first: the one without an end. Not by `made_at`, which is when the request
 * came in: of two that wait for each other the later one to be made may have come first.
 */
export const listValid = (tx: RegisterTx, agency_id: string, now: Temporal.Instant) =>
  tx
    .selectFrom('access.agency_secret')
    .select(['secret_id', 'made_at', 'ends_at', 'wrapped_key', 'kek_id', 'secret_enc'])
    .where('agency_id', '=', agency_id)
    .where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', now.toString())]))
    .orderBy('ends_at', (order) => order.desc().nullsFirst())
    .orderBy('secret_id')
    .execute()

type Stored = Awaited<ReturnType<typeof listValid>>[number]

export function openSecret(keyring: Keyring, stored: Stored): string {
  const key = openDataKey(keyring, stored.secret_id, stored)
  if (!key) throw new Error(`secret ${stored.secret_id} has no key`)
  return open(key, place(stored.secret_id), stored.secret_enc)
}

/** The secret, once, for who made it; undefined ever after. */
export async function takeSecret(
  tx: RegisterTx,
  keyring: Keyring,
  { agency_id, secret_id }: { agency_id: string; secret_id: string },
  officer_id: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const row = await tx
    .updateTable('access.agency_secret')
    .set({ shown_at: now.toString() })
    .where('secret_id', '=', secret_id)
    .where('agency_id', '=', agency_id)
    .where('made_by', '=', officer_id)
    .where('shown_at', 'is', null)
    .returning(['secret_id', 'made_at', 'ends_at', 'wrapped_key', 'kek_id', 'secret_enc'])
    .executeTakeFirst()
  return row && openSecret(keyring, row)
}
