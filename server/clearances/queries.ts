/** Clearances as they are stored: one row whichever desk found it out, and read by whoever might take the man for another. */
import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { CLEARANCE_LISTS, ClearanceRow } from '../../contract/clearances.ts'
import { listGroup } from '../people/linked.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type Keyring, newDataKey, open, openDataKey, seal } from '../platform/keys.ts'
import { cnicIndex, slipIndex } from './cleared.ts'
import type { Holder } from './paper.ts'

export type ClearanceListName = (typeof CLEARANCE_LISTS)[number]
export const PAGE_ROWS = 50

// NOTE The seal names the table in which the first slips lay; rows carried over could not be sealed anew.
const holderPlace = (clearance_id: string) => ({
  ...{ table: 'clearance_slip', row: clearance_id, column: 'holder_enc' },
})

export type Asking = {
  cause:
    | { check_id: string; answer_id: string }
    /** `person_id`: whom of the register he is not. */
    | { match_pair_id: string; person_id: string }
  holder: Holder & { cnic: string }
  asked_on: string
  asked_by: string
  asked_at: string
}

/** Keeps a man's own request, sealed by a key of its own; a second officer issues the slip. Returns its id. */
export async function askClearance(tx: RegisterTx, keyring: Keyring, asking: Asking): Promise<string> {
  const { cause, holder, ...asked } = asking
  const clearance_id = randomUUID()
  const key = newDataKey(keyring, clearance_id)
  await tx
    .insertInto('register.clearance')
    .values({
      ...{ clearance_id, ...cause, ...asked, wrapped_key: key.wrapped_key, kek_id: key.kek_id },
      holder_enc: seal(key, holderPlace(clearance_id), JSON.stringify(holder)),
      number_index: slipIndex(keyring, holder.cnic),
    })
    .execute()
  return clearance_id
}

const clearances = (tx: RegisterTx) =>
  tx
    .selectFrom('register.clearance as s')
    .leftJoin('access.officer as o', 'o.officer_id', 's.issued_by')
    .leftJoin('access.officer as a', 'a.officer_id', 's.asked_by')
    .leftJoin('access.officer as w', 'w.officer_id', 's.withdrawn_by')
    .leftJoin('register.match_pair as m', 'm.match_pair_id', 's.match_pair_id')
    .leftJoin('register.disclosure as d', 'd.answer_id', 's.answer_id')
    .leftJoin('register.person as p', (on) =>
      on.on((eb) => eb('p.person_id', '=', eb.fn.coalesce('s.person_id', 'd.person_id'))),
    )
    .selectAll('s')
    .select(['o.name_en', 'o.name_ur', 'a.name_en as asked_en', 'a.name_ur as asked_ur'])
    .select(['w.name_en as withdrawn_en', 'w.name_ur as withdrawn_ur', 'm.decision as pair_decision'])
    // Until it is issued, whom the answer of the check told of.
    .select(['p.record_number', 'p.person_id as against_id'])

/** One clearance; undefined when the officer may not see it. */
export const findClearance = (tx: RegisterTx, clearance_id: string) =>
  clearances(tx).where('s.clearance_id', '=', clearance_id).executeTakeFirst()
export type StoredClearance = NonNullable<Awaited<ReturnType<typeof findClearance>>>

/** The last one asked for after an answer of a check; undefined when none was. */
export const findOfCheck = (tx: RegisterTx, check_id: string) =>
  clearances(tx)
    .where('s.check_id', '=', check_id)
    .orderBy('s.asked_at', 'desc')
    .orderBy('s.clearance_id')
    .executeTakeFirst()

/** Those that were asked for after a comparison, each with whom it speaks of. */
export const listOfPair = (tx: RegisterTx, match_pair_id: string) =>
  clearances(tx).where('s.match_pair_id', '=', match_pair_id).orderBy('s.clearance_id').execute()

/** Ids of whom and what a clearance is about: an officer partial in any of it leaves it to another. */
export const concernedBy = ({
  clearance_id,
  against_id,
  check_id,
  match_pair_id,
}: StoredClearance): string[] =>
  [clearance_id, against_id, check_id, match_pair_id].filter((id) => id !== null)

/** Whose it is; undefined once destroyed, or where nobody's words were kept. */
export function openHolder(keyring: Keyring, row: StoredClearance): Holder | undefined {
  if (row.holder_enc === null || row.kek_id === null) return undefined
  const key = openDataKey(keyring, row.clearance_id, { wrapped_key: row.wrapped_key, kek_id: row.kek_id })
  return key && (JSON.parse(open(key, holderPlace(row.clearance_id), row.holder_enc)) as Holder)
}

const MOST_SLIPS = 10

/** Issued slips that a later check sees: of the same CNIC, or of the number that the man shows, also if it was withdrawn. */
export async function listSlips(
  tx: RegisterTx,
  keyring: Keyring,
  { cnic, slip_number }: { cnic: string | null; slip_number: string | null },
) {
  if (cnic === null && slip_number === null) return []
  const indexes = cnic === null ? [] : [slipIndex(keyring, cnic), cnicIndex(keyring, cnic)]
  const rows = await clearances(tx)
    .where('s.issued_at', 'is not', null)
    .where((eb) =>
      eb.or([
        ...(indexes.length > 0
          ? [eb.and([eb('s.number_index', 'in', indexes), eb('s.withdrawn_at', 'is', null)])]
          : []),
        ...(slip_number ? [eb('s.slip_number', '=', slip_number.trim().toUpperCase())] : []),
      ]),
    )
    .orderBy('s.issued_at', 'desc')
    .orderBy('s.clearance_id')
    .limit(MOST_SLIPS)
    .execute()
  return rows.map((row) => ({
    ...row,
    has_same_cnic: indexes.some((index) => row.number_index.equals(index)),
  }))
}

/** By what each list is sorted: what waits, the longest first; what was issued, withdrawn or refused, the latest first. */
const SORTED = {
  waiting: { column: 'asked_at', order: 'asc', after: '>' },
  issued: { column: 'issued_at', order: 'desc', after: '<' },
  withdrawn: { column: 'withdrawn_at', order: 'desc', after: '<' },
} as const

const IS_OF: Record<ClearanceListName, RawBuilder<boolean>> = {
  waiting: sql<boolean>`s.withdrawn_at is null and s.issued_at is null`,
  issued: sql<boolean>`s.withdrawn_at is null and s.issued_at is not null`,
  withdrawn: sql<boolean>`s.withdrawn_at is not null`,
}

/** At most 50 of a list after the given one. */
export async function listClearances(
  tx: RegisterTx,
  { list, after, limit = PAGE_ROWS }: { list: ClearanceListName; after?: string | undefined; limit?: number },
): Promise<{ clearances: ClearanceRow[]; next: string | null }> {
  const { column, order, after: beyond } = SORTED[list]
  const at = sql.ref(`s.${column}`)
  const rows = await clearances(tx)
    .where(IS_OF[list])
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(${at}, s.clearance_id) ${sql.raw(beyond)} (select ${sql.ref(`x.${column}`)}, x.clearance_id from register.clearance x where x.clearance_id = ${after})`,
      ),
    )
    .orderBy(at, order)
    .orderBy('s.clearance_id', order)
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  return {
    clearances: shown.map(clearanceRow),
    next: rows.length > limit ? (shown.at(-1)?.clearance_id ?? null) : null,
  }
}

export const pairOf = (en: string | null, ur: string | null) =>
  en === null || ur === null ? null : { en, ur }

/** A row of a list: nobody's name. */
export const clearanceRow = (row: StoredClearance): ClearanceRow => ({
  ...{ clearance_id: row.clearance_id, asked_on: row.asked_on, asked_at: row.asked_at },
  cause: row.check_id ? 'check' : row.match_pair_id ? 'match' : 'earlier',
  asked_by: pairOf(row.asked_en, row.asked_ur),
  ...{ slip_number: row.slip_number, issued_at: row.issued_at, withdrawn_at: row.withdrawn_at },
})

export async function countClearances(tx: RegisterTx): Promise<Record<ClearanceListName, number>> {
  const count = async (list: ClearanceListName) => {
    const row = await tx
      .selectFrom('register.clearance as s')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where(IS_OF[list])
      .executeTakeFirst()
    return Number(row?.count ?? 0)
  }
  const [waiting, issued, withdrawn] = await Promise.all([
    count('waiting'),
    count('issued'),
    count('withdrawn'),
  ])
  return { waiting, issued, withdrawn }
}

/** Whether the person of whom a slip would speak bears its number himself, on any record of his. */
export async function bearsNumber(
  tx: RegisterTx,
  keyring: Keyring,
  person_id: string,
  cnic: string,
): Promise<boolean> {
  const group = await listGroup(tx, person_id)
  const row = await tx
    .selectFrom('register.person_document')
    .select('document_id')
    .where(
      'person_id',
      'in',
      group.map((one) => one.person_id),
    )
    .where('kind', '=', 'cnic')
    .where('superseded_at', 'is', null)
    .where('number_index', '=', cnicIndex(keyring, cnic))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
