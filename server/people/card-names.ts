/** Names of people for lists that are an officer's own task, from the card beside each record. */
import type { CardName } from '../../domain/person/card.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type Keyring, openDataKey } from '../platform/keys.ts'
import { openCard } from './card.ts'

/** The name of each visible person in both scripts; nobody whose key was destroyed. */
export async function openNames(
  tx: RegisterTx,
  keyring: Keyring,
  ids: readonly string[],
): Promise<Map<string, CardName>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('register.person')
    .select(['person_id', 'wrapped_key', 'kek_id', 'card_enc'])
    .where('person_id', 'in', ids)
    .execute()
  const names = new Map<string, CardName>()
  for (const { person_id, card_enc, ...stored } of rows) {
    const key = openDataKey(keyring, person_id, stored)
    if (!key || !card_enc) continue
    names.set(person_id, openCard(key, person_id, card_enc).name)
  }
  return names
}
