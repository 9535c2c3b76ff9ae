/** What an exit's certificate says of the person: sealed under the exit's own key, so that the record can be closed. */
import type { ExitAbout } from '../../contract/exits.ts'
import { openCard } from '../people/card.ts'
import { findLanguage } from '../people/language.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, type Keyring, open, openDataKey, seal } from '../platform/keys.ts'
import { Problem } from '../platform/problem.ts'

const place = (exit_id: string) => ({ table: 'exit', row: exit_id, column: 'about_enc' })

export const sealAbout = (key: DataKey, exit_id: string, about: ExitAbout): Buffer =>
  seal(key, place(exit_id), JSON.stringify(about))

/** The words of an exit, opened; undefined once erased. */
export function openAbout(
  keyring: Keyring,
  row: { exit_id: string; about_enc: Buffer; wrapped_key: Buffer | null; kek_id: string },
): ExitAbout | undefined {
  const key = openDataKey(keyring, row.exit_id, row)
  return key && (JSON.parse(open(key, place(row.exit_id), row.about_enc)) as ExitAbout)
}

/** Name, father's name, record number and language of a person, and where he is supervised. */
export async function readPerson(tx: RegisterTx, keyring: Keyring, person_id: string) {
  const row = await tx
    .selectFrom('register.person')
    .select(['record_number', 'station_id', 'card_enc', 'wrapped_key', 'kek_id'])
    .where('person_id', '=', person_id)
    .executeTakeFirst()
  const key = row && openDataKey(keyring, person_id, row)
  if (!row || !key || !row.card_enc) throw new Problem('not_found')
  const { name, father } = openCard(key, person_id, row.card_enc)
  const language = (await findLanguage(tx, person_id))?.language ?? null
  return { name, father, record_number: row.record_number, language, station_id: row.station_id, key }
}
