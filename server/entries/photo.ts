/** A photograph of a person: stripped of all but the picture, sealed under the person's key. */
import { randomUUID } from 'node:crypto'
import type { RegisterTx, Session } from '../platform/database.ts'
import { openDataKey, sealBytes } from '../platform/keys.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { stripImage } from './strip-image.ts'

/** Largest photograph: 2 MB. */
export const PHOTO_BYTES = 2_000_000

/** Adds a photograph to a person in the officer's scope; returns its id. A file that is no picture is refused. */
export async function addPhoto(
  tx: RegisterTx,
  program: Program,
  session: Session,
  person_id: string,
  photo: { bytes: Buffer; taken_on: string | null; source_kind: 'judgment' | 'identity' | 'station' },
): Promise<string> {
  if (photo.bytes.length > PHOTO_BYTES) throw new Problem('import_too_large')
  const image = stripImage(photo.bytes)
  if (!image) throw invalid('photo', 'entries.photo.none')
  const person = await tx
    .selectFrom('register.person')
    .select(['wrapped_key', 'kek_id'])
    .where('person_id', '=', person_id)
    .executeTakeFirst()
  const key = person && openDataKey(program.keyring, person_id, person)
  if (!key) throw new Problem('not_found')
  const photo_id = randomUUID()
  const place = { table: 'person_photo', row: photo_id, column: 'image_enc' }
  const { taken_on, source_kind } = photo
  await tx
    .insertInto('register.person_photo')
    .values({
      ...{ photo_id, person_id, media_type: image.media_type, taken_on, source_kind },
      ...{ image_enc: sealBytes(key, place, image.bytes), added_by: session.officer_id },
      added_at: program.clock.now().toString(),
    })
    .execute()
  return photo_id
}
