/**
 * Whom on the register a suspect may be. One function finds them; today by his exact CNIC, live or corrected since, or by
 * a record number that the officer typed. Nothing of the suspect is kept by the look.
 */
import { sql } from 'kysely'
import type { Candidate } from '../../contract/check-answers.ts'
import type { Suspect } from '../../contract/checks.ts'
import { compareDescribed, type Described } from '../../domain/check/candidate.ts'
import type { FullRecord } from '../../domain/check/minimum.ts'
import { readRecordNumber } from '../../domain/identifier/record-number.ts'
import { computeDuties } from '../duties/compute.ts'
import { listPacksInForce } from '../duties/packs.ts'
import { listCleared } from '../matches/clearances.ts'
import { openCard } from '../people/card.ts'
import { judgePerson } from '../people/convictions.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { blindIndex, type DataKey, open, openDataKey } from '../platform/keys.ts'
import type { Program } from '../platform/program.ts'

export type Found = { person_id: string; found_by: Candidate['found_by'] }

/** At most so many are compared; an exact number gives one or two. */
const MOST_CANDIDATES = 10

/** The people who may be meant by what is known of the suspect, the surest first. */
export async function candidatesFor(
  tx: RegisterTx,
  { keyring }: Program,
  suspect: Pick<Suspect, 'cnic'>,
): Promise<Found[]> {
  if (suspect.cnic === null) return []
  const rows = await tx
    .selectFrom('register.person_document')
    .select('person_id')
    .select(sql<boolean>`bool_and(superseded_at is not null)`.as('is_old'))
    .where('number_index', '=', blindIndex(keyring, 'cnic', suspect.cnic))
    .where('kind', '=', 'cnic')
    .groupBy('person_id')
    .orderBy('is_old')
    .orderBy('person_id')
    .limit(MOST_CANDIDATES)
    .execute()
  return rows.map(({ person_id, is_old }) => ({ person_id, found_by: is_old ? 'old_cnic' : 'cnic' }))
}

/** The person of a record number that the officer typed, as the whole register's. */
async function findByRecord(tx: RegisterTx, typed: string, this_year: number): Promise<Found[]> {
  const numbers = readRecordNumber(typed, this_year)
  if (numbers.length === 0) return []
  const rows = await tx
    .selectFrom('register.person')
    .select('person_id')
    .where('record_number', 'in', numbers)
    .orderBy('record_number')
    .limit(1)
    .execute()
  return rows.map(({ person_id }) => ({ person_id, found_by: 'record_number' }))
}

const listNames = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.person_name')
    .select(['name_id', 'kind', 'text_enc'])
    .where('person_id', '=', person_id)
    .orderBy('added_at')
    .orderBy('name_id')
    .execute()

const findPersonRow = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.person as p')
    .leftJoin('register.person_detail as d', (on) =>
      on.onRef('d.person_id', '=', 'p.person_id').on('d.superseded_at', 'is', null),
    )
    .select(['p.person_id', 'p.record_number', 'p.district_id', 'p.closed_at'])
    .select(['p.wrapped_key', 'p.kek_id', 'p.card_enc', 'd.sex', 'd.born_on', 'd.born_year'])
    .where('p.person_id', '=', person_id)
    .orderBy('d.added_at', 'desc')
    .executeTakeFirst()
type PersonRow = NonNullable<Awaited<ReturnType<typeof findPersonRow>>>

/** A person opened for comparing: what is held of him, whether he is on the register today, and the whole that is cut. */
export type Opened = { row: PersonRow; key: DataKey; status: string; is_active: boolean; full: FullRecord }

/** Opens a person; undefined when he was erased or is not there. On the register is who is active and not closed. */
export async function openCandidate(
  tx: RegisterTx,
  program: Program,
  person_id: string,
  now: Temporal.Instant,
): Promise<Opened | undefined> {
  const row = await findPersonRow(tx, person_id)
  const key = row && openDataKey(program.keyring, person_id, row)
  if (!row || !key || !row.card_enc) return undefined
  const today = pakistanDay(now)
  const [packs, all] = await Promise.all([listPacksInForce(tx, today), computeDuties(tx, [person_id], today)])
  const [pack, result] = [packs.at(-1), all.get(person_id)?.result]
  if (!pack || !result) return undefined
  const { born_on } = row
  const judged = await judgePerson(tx, person_id, { born_on }, { pack, on: today, result })
  const { status } = result.registration
  const { name, father, born_year, cnic_tail } = openCard(key, person_id, row.card_enc)
  const { record_number, district_id } = row
  return {
    ...{ row, key, status, is_active: status === 'active' && row.closed_at === null },
    full: {
      ...{ record_number, name, father, born_year, cnic_tail, district_id },
      convictions: judged.convictions
        .filter(({ tests }) => tests.outcome === 'yes')
        .map(({ offences, convicted_on, court }) => ({
          ...{ convicted_on, court, offences: offences.map(({ key: offence }) => offence) },
        })),
    },
  }
}

/** Those found, each beside the suspect. */
export async function listCandidates(
  tx: RegisterTx,
  program: Program,
  suspect: Suspect,
  { now, record }: { now: Temporal.Instant; record: string | undefined },
): Promise<Candidate[]> {
  const found = [
    ...(await candidatesFor(tx, program, suspect)),
    ...(record ? await findByRecord(tx, record, Number(pakistanDay(now).slice(0, 4))) : []),
  ]
  const distinct = [...new Map(found.toReversed().map((one) => [one.person_id, one])).values()].reverse()
  const cleared = await listCleared(tx, program.keyring, suspect.cnic === null ? [] : [suspect.cnic])
  const candidates: Candidate[] = []
  for (const one of distinct) {
    const opened = await openCandidate(tx, program, one.person_id, now)
    if (opened)
      candidates.push({
        ...(await candidateShown(tx, program, suspect, one, opened)),
        is_cleared: cleared.has(one.person_id),
      })
  }
  return candidates
}

async function candidateShown(
  tx: RegisterTx,
  { places }: Program,
  suspect: Suspect,
  { person_id, found_by }: Found,
  { row, key, status, is_active, full }: Opened,
): Promise<Candidate> {
  const names = (await listNames(tx, person_id)).map(({ name_id, kind, text_enc }) => ({
    ...{ kind, text: open(key, { table: 'person_name', row: name_id, column: 'text_enc' }, text_enc) },
  }))
  const held: Described = {
    ...{ names, born_year: row.born_year ?? full.born_year, sex: row.sex, district_id: row.district_id },
    // The number is compared by its keyed hash; only a hit is known.
    cnic: found_by === 'cnic' ? suspect.cnic : null,
  }
  const district = places.districts.get(row.district_id)
  const { record_number, name, father, born_year, cnic_tail } = full
  return {
    ...{ person_id, record_number, name, father, born_year, cnic_tail, found_by },
    district: { en: district?.name_en ?? row.district_id, ur: district?.name_ur ?? row.district_id },
    compared: compareDescribed(suspect, held).map((one) => ({ ...one })),
    ...{ is_active, status, is_cleared: false },
  }
}
