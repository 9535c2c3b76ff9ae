/** What the civil register says of a person, opened with his key. */
import type { CivilEvent } from '../../contract/identities.ts'
import type { PersonIdentity } from '../../contract/people.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, open } from '../platform/keys.ts'

const NUMBER_TAIL = 3

/** Newest first; nothing of a person who was erased. */
export async function listCivilEvents(
  tx: RegisterTx,
  key: DataKey | undefined,
  person_id: string,
): Promise<PersonIdentity['civil']> {
  if (!key) return []
  const rows = await tx
    .selectFrom('register.civil_event')
    .select(['civil_event_id', 'kind', 'happened_on', 'read_at', 'detail_enc'])
    .where('person_id', '=', person_id)
    .orderBy('happened_on', 'desc')
    .orderBy('event_no', 'desc')
    .execute()
  return rows.map(({ civil_event_id, detail_enc, ...row }) => {
    const place = { table: 'civil_event', row: civil_event_id, column: 'detail_enc' }
    const { new_name, new_cnic } = JSON.parse(open(key, place, detail_enc)) as CivilEvent
    return {
      ...{ ...row, new_name: new_name && { latin: new_name.latin, ur: new_name.urdu } },
      cnic_tail: new_cnic?.slice(-NUMBER_TAIL) ?? null,
    }
  })
}
