/** Clearance slips as they are stored: who holds one, and those that a later check sees. */
import type { Suspect } from '../../contract/checks.ts'
import type { RegisterTx } from '../platform/database.ts'
import { blindIndex, type Keyring, open, openDataKey } from '../platform/keys.ts'
import type { SlipHolder } from './papers.ts'

export const holderPlace = (slip_id: string) => ({
  table: 'clearance_slip',
  row: slip_id,
  column: 'holder_enc',
})
/** A kind of its own: no look-up of people asks by it. */
export const slipIndex = (keyring: Keyring, cnic: string) => blindIndex(keyring, 'slip', cnic)

const slips = (tx: RegisterTx) =>
  tx
    .selectFrom('register.clearance_slip as s')
    .leftJoin('access.officer as o', 'o.officer_id', 's.issued_by')
    .leftJoin('register.person as p', 'p.person_id', 's.person_id')
    .selectAll('s')
    .select(['o.name_en', 'o.name_ur', 'p.record_number'])

/** The slip of the last answer; undefined when none was asked for. */
export const findSlip = (tx: RegisterTx, check_id: string) =>
  slips(tx)
    .where('s.check_id', '=', check_id)
    .orderBy('s.asked_at', 'desc')
    .orderBy('s.slip_id')
    .executeTakeFirst()
type SlipRow = NonNullable<Awaited<ReturnType<typeof findSlip>>>

/** Whose slip it is; undefined once destroyed. */
export function openHolder(keyring: Keyring, row: SlipRow): SlipHolder | undefined {
  const key = openDataKey(keyring, row.slip_id, row)
  return key && (JSON.parse(open(key, holderPlace(row.slip_id), row.holder_enc)) as SlipHolder)
}

const MOST_SLIPS = 10

/** Issued slips that a later check sees: of the same CNIC, or of the number that the man shows. */
export async function listSlips(tx: RegisterTx, keyring: Keyring, { cnic, slip_number }: Suspect) {
  if (cnic === null && slip_number === null) return []
  const index = cnic === null ? null : slipIndex(keyring, cnic)
  const rows = await slips(tx)
    .where('s.issued_at', 'is not', null)
    .where((eb) =>
      eb.or([
        ...(index ? [eb('s.cnic_index', '=', index)] : []),
        ...(slip_number ? [eb('s.slip_number', '=', slip_number.trim().toUpperCase())] : []),
      ]),
    )
    .orderBy('s.issued_at', 'desc')
    .orderBy('s.slip_id')
    .limit(MOST_SLIPS)
    .execute()
  return rows.map((row) => ({
    ...row,
    has_same_cnic: index !== null && row.cnic_index?.equals(index) === true,
  }))
}
