/** Full numbers and photographs: asked for by a recorded click, fetched once within two minutes. */
import { randomUUID } from 'node:crypto'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, openBytes } from '../platform/keys.ts'

type Kind = 'number' | 'photo'
/** Long enough for a slow line, too short to be found by the next at the desk. */
const LIVES_SECONDS = 120

/** Keeps that the officer asked; returns the address's id. */
export async function askShowing(
  tx: RegisterTx,
  ask: { officer_id: string; person_id: string; kind: Kind; now: Temporal.Instant },
): Promise<string> {
  const showing_id = randomUUID()
  const { officer_id, person_id, kind, now } = ask
  await tx
    .insertInto('register.showing')
    .values({ showing_id, officer_id, person_id, kind, asked_at: now.toString() })
    .execute()
  return showing_id
}

/** Uses up a showing of the officer's own; false when it was used, is too old, or was never asked for. */
export async function takeShowing(
  tx: RegisterTx,
  what: { showing_id: string; person_id: string; kind: Kind; now: Temporal.Instant },
): Promise<boolean> {
  const taken = await tx
    .updateTable('register.showing')
    .set({ shown_at: what.now.toString() })
    .where('showing_id', '=', what.showing_id)
    .where('person_id', '=', what.person_id)
    .where('kind', '=', what.kind)
    .where('shown_at', 'is', null)
    .where('asked_at', '>', what.now.subtract({ seconds: LIVES_SECONDS }).toString())
    .returning('showing_id')
    .executeTakeFirst()
  return taken !== undefined
}

/** The newest photograph, opened; undefined when there is none. */
export async function findPhoto(tx: RegisterTx, key: DataKey, person_id: string) {
  const row = await tx
    .selectFrom('register.person_photo')
    .select(['photo_id', 'media_type', 'taken_on', 'image_enc'])
    .where('person_id', '=', person_id)
    .orderBy('added_at', 'desc')
    .orderBy('photo_id')
    .executeTakeFirst()
  if (!row) return undefined
  const place = { table: 'person_photo', row: row.photo_id, column: 'image_enc' }
  const image_base64 = openBytes(key, place, row.image_enc).toString('base64')
  return { media_type: row.media_type, taken_on: row.taken_on, image_base64 }
}
