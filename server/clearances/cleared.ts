/** Whom of the register the holder of a CNIC is not: the one answer to which every desk keeps that might take him for another. */
import { sql } from 'kysely'
import type { RegisterTx } from '../platform/database.ts'
import { blindIndex, type Keyring } from '../platform/keys.ts'

/** Under which a clearance is found: of a kind of its own, so that no look-up of people asks by it. */
export const slipIndex = (keyring: Keyring, cnic: string) => blindIndex(keyring, 'slip', cnic)
/** Under which documents are found, and clearances from before slips were kept. */
export const cnicIndex = (keyring: Keyring, cnic: string) => blindIndex(keyring, 'cnic', cnic)

type Said = { cnic: string; person_id: string; bears_number: boolean }

/** What issued slips of these CNICs say: every record of the person whom their holders are not. */
async function listSaid(tx: RegisterTx, keyring: Keyring, cnics: readonly string[]): Promise<Said[]> {
  if (cnics.length === 0) return []
  const { rows } = await sql<{ nth: number; person_id: string; bears_number: boolean }>`
    select nth, person_id, bears_number from sec.cleared_people(
      ${cnics.map((cnic) => slipIndex(keyring, cnic))}::bytea[], ${cnics.map((cnic) => cnicIndex(keyring, cnic))}::bytea[])
     order by nth, person_id`.execute(tx)
  return rows.map(({ nth, ...row }) => ({ cnic: cnics[nth - 1] ?? '', ...row }))
}

/** The people who the holder of any of these CNICs is known not to be; of who bears it himself nobody is shielded. */
export async function listCleared(
  tx: RegisterTx,
  keyring: Keyring,
  cnics: readonly string[],
): Promise<Set<string>> {
  const said = await listSaid(tx, keyring, cnics)
  return new Set(said.filter(({ bears_number }) => !bears_number).map(({ person_id }) => person_id))
}

/** A record or a draft with the CNICs it holds, those replaced too. */
export type Numbered = { id: string; kind: 'record' | 'draft'; cnics: readonly string[] }

/** Only the numbers that a record holds today: one that was typed into it wrongly is another man's. */
export async function withCurrentNumbers(
  tx: RegisterTx,
  keyring: Keyring,
  all: readonly Numbered[],
): Promise<Numbered[]> {
  const ids = all.flatMap(({ id, kind, cnics }) => (kind === 'record' && cnics.length > 0 ? [id] : []))
  if (ids.length === 0) return [...all]
  const rows = await tx
    .selectFrom('register.person_document')
    .select(['person_id', 'number_index'])
    .where('person_id', 'in', ids)
    .where('kind', '=', 'cnic')
    .where('superseded_at', 'is', null)
    .orderBy('document_id')
    .execute()
  const held = new Set(
    rows.map(({ person_id, number_index }) => `${person_id} ${number_index.toString('hex')}`),
  )
  const isHeld = (id: string, cnic: string) => held.has(`${id} ${cnicIndex(keyring, cnic).toString('hex')}`)
  return all.map((one) =>
    one.kind === 'draft' ? one : { ...one, cnics: one.cnics.filter((cnic) => isHeld(one.id, cnic)) },
  )
}

/**
 * `stands`: a slip says that the one is not the other. `contradicted`: it says so, and the other bears its number by now:
 * he is looked at again, and nobody is joined until the slip is withdrawn or the record corrected.
 */
export type SlipBetween = 'none' | 'stands' | 'contradicted'

/** What slips say between any two of these, whichever of the two holds the number. */
export async function openSlipsBetween(
  tx: RegisterTx,
  keyring: Keyring,
  all: readonly Numbered[],
): Promise<(one: string, other: string) => SlipBetween> {
  const current = await withCurrentNumbers(tx, keyring, all)
  const said = await listSaid(tx, keyring, [...new Set(current.flatMap(({ cnics }) => cnics))])
  const cnicsOf = new Map(current.map(({ id, cnics }) => [id, cnics]))
  return (one, other) => {
    const between = said.filter(
      ({ cnic, person_id }) =>
        (person_id === other && cnicsOf.get(one)?.includes(cnic)) ||
        (person_id === one && cnicsOf.get(other)?.includes(cnic)),
    )
    if (between.length === 0) return 'none'
    return between.some(({ bears_number }) => bears_number) ? 'contradicted' : 'stands'
  }
}
