/** The conviction of an approved entry, its custody, and the registration that says why it counts. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { DraftBody } from '../../contract/draft-body.ts'
import type { EntryInput, EntryShown } from '../../contract/entries.ts'
import type { Complete, NEEDED_OF_CONVICTION } from '../../domain/entry/complete.ts'
import { Problem } from '../platform/problem.ts'
import type { Writing } from './person-rows.ts'

export type CompleteConviction = Complete<DraftBody['conviction'], (typeof NEEDED_OF_CONVICTION)[number]>

/** Inserts the conviction; refuses one that the person already bears. Returns its id. */
export async function addConviction(
  w: Writing,
  conviction: CompleteConviction,
  more: { judgment_hash: string | null; origin: 'screen' | 'return' },
): Promise<string> {
  await assertNotEntered(w, conviction)
  const conviction_id = randomUUID()
  const { sentence, custody, ...columns } = conviction
  const { added_by, added_at } = w.source
  await w.tx
    .insertInto('register.conviction')
    .values({
      ...{ conviction_id, person_id: w.person_id, ...columns, added_by, added_at, source_kind: more.origin },
      ...{ sentence_months: sentence.months, is_life: sentence.is_life, fine_pkr: sentence.fine_pkr },
      judgment_hash: more.judgment_hash === null ? null : Buffer.from(more.judgment_hash, 'hex'),
    })
    .execute()
  await addCustody(w, custody)
  return conviction_id
}

/** The same FIR and judgment of the same person is the same conviction, whoever told of it again. */
async function assertNotEntered(
  w: Writing,
  { fir_station, fir_year, fir_number, convicted_on }: CompleteConviction,
) {
  const same = await w.tx
    .selectFrom('register.conviction')
    .select('conviction_id')
    .where('person_id', '=', w.person_id)
    .where('fir_number', '=', fir_number)
    .where('fir_year', '=', fir_year)
    .where(sql<boolean>`lower(fir_station) = lower(${fir_station})`)
    .where('convicted_on', '=', convicted_on)
    .executeTakeFirst()
  if (same) throw new Problem('already_entered')
}

async function addCustody(w: Writing, custody: DraftBody['conviction']['custody']): Promise<void> {
  const known = await w.tx
    .selectFrom('register.custody')
    .select(['from_on', 'to_on'])
    .where('person_id', '=', w.person_id)
    // A version that was ended or struck out is not held any more.
    .where('superseded_at', 'is', null)
    .execute()
  const { added_by, added_at, source_kind } = w.source
  const rows = custody
    .filter(({ from_on, to_on }) => !known.some((k) => k.from_on === from_on && k.to_on === to_on))
    .map(({ held_district_id = null, ...interval }) => ({
      ...{ custody_id: randomUUID(), person_id: w.person_id, ...interval, held_district_id },
      ...{ added_by, added_at, source_kind },
    }))
  if (rows.length > 0) await w.tx.insertInto('register.custody').values(rows).execute()
}

/** Why the conviction is on the register: codes only, never a name or a reference. */
export async function addRegistration(
  w: Writing,
  shown: EntryShown,
  input: EntryInput,
  by: { conviction_id: string; approval_id: string; entered_by: string },
): Promise<void> {
  const { outcome, fields_differ } = shown.identity
  const basis = {
    eligibility: shown.eligibility,
    identity: { outcome, fields_differ, basis_kind: input.basis_kind ?? null },
    legal: shown.legal?.decision ?? null,
  }
  await w.tx
    .insertInto('register.registration')
    .values({
      ...{ registration_id: randomUUID(), person_id: w.person_id, pack: shown.pack, ...by },
      ...{ basis: JSON.stringify(basis), entered_at: w.source.added_at },
    })
    .execute()
}
