/** Who is not a person of the register, by the keyed hash of his CNIC: kept so that he is not taken for him again. */
import { randomUUID } from 'node:crypto'
import type { RegisterTx, Session } from '../platform/database.ts'
import { blindIndex, type Keyring } from '../platform/keys.ts'

const indexOf = (keyring: Keyring, cnic: string) => blindIndex(keyring, 'cnic', cnic.replace(/\D/g, ''))

type Clearing = {
  cnic: string
  person_id: string
  match_pair_id?: string | undefined
}

/** Keeps that the holder of a CNIC is not this person; only where he asks for it. Returns its id. */
export async function clear(
  tx: RegisterTx,
  keyring: Keyring,
  session: Session,
  { cnic, person_id, match_pair_id }: Clearing,
): Promise<string> {
  const clearance_id = randomUUID()
  await tx
    .insertInto('register.clearance')
    .values({
      ...{ clearance_id, person_id, number_index: indexOf(keyring, cnic), cleared_by: session.officer_id },
      match_pair_id: match_pair_id ?? null,
    })
    .execute()
  return clearance_id
}

/** The people who the holder of any of these CNICs is known not to be. */
export async function listCleared(
  tx: RegisterTx,
  keyring: Keyring,
  cnics: readonly string[],
): Promise<Set<string>> {
  if (cnics.length === 0) return new Set()
  const rows = await tx
    .selectFrom('register.clearance')
    .select('person_id')
    .where(
      'number_index',
      'in',
      cnics.map((cnic) => indexOf(keyring, cnic)),
    )
    .where('withdrawn_at', 'is', null)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
