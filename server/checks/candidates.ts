/**
 * Whom on the register a suspect may be: by name in either script, father, birth, district and CNIC (decision 0043), or
 * by a record number that the officer typed. Nothing of the suspect is kept by the look.
 */
import { sql } from 'kysely'
import type { Candidate, CandidateRecord } from '../../contract/check-answers.ts'
import type { Suspect } from '../../contract/checks.ts'
import {
  type ComparedField,
  compareDescribed,
  type Described,
  withEvidence,
} from '../../domain/check/candidate.ts'
import type { FullRecord } from '../../domain/check/minimum.ts'
import { readRecordNumber } from '../../domain/identifier/record-number.ts'
import { type Field, NOTHING_KNOWN, type PersonFacts } from '../../domain/matching/evidence.ts'
import type { Score } from '../../domain/matching/score.ts'
import { parseName } from '../../domain/names/parse.ts'
import type { Pack } from '../../law/packs.ts'
import { listCleared } from '../clearances/cleared.ts'
import { type Computed, computeDuties } from '../duties/compute.ts'
import { listPacksInForce } from '../duties/packs.ts'
import { openCard } from '../people/card.ts'
import { judgePerson } from '../people/convictions.ts'
import { listGroup } from '../people/linked.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { blindIndex, type DataKey, type Keyring, open, openDataKey } from '../platform/keys.ts'
import type { Program } from '../platform/program.ts'
import { findPeople } from '../searches/find.ts'

type Found = {
  person_id: string
  found_by: CandidateRecord['found_by']
  /** What the search weighed for him; null where he was named by his record number. */
  score: Score | null
}

/** At most so many people are compared. */
const MOST_CANDIDATES = 10

/** What is known of the suspect, as the search asks for it. */
function factsOf({ names, cnic, born_year, sex, district_id }: Suspect): PersonFacts {
  const of = (...kinds: string[]) =>
    names.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => parseName(text))
  return {
    ...NOTHING_KNOWN,
    ...{ names: of('name', 'alias'), fathers: of('father'), cnics: cnic === null ? [] : [cnic], district_id },
    sex: sex === 'x' ? null : sex,
    birth: born_year === null ? null : { kind: 'year', year: born_year },
  }
}

/** Records that may be meant by what is known of the suspect: the bearers of his very number, then the likeliest. */
async function candidatesFor(tx: RegisterTx, { keyring }: Program, suspect: Suspect): Promise<Found[]> {
  const [found, bearers] = await Promise.all([
    findPeople(tx, keyring, factsOf(suspect)),
    listBearers(tx, keyring, suspect.cnic),
  ])
  const by_number = bearers.map(({ person_id, is_old }): Found => {
    const score = found.find((one) => one.person_id === person_id)?.score ?? null
    return { person_id, found_by: is_old ? 'old_cnic' : 'cnic', score }
  })
  const by_name = found
    .filter(({ score }) => score.verdict !== 'different')
    .map(({ person_id, score }): Found => ({ person_id, found_by: 'name', score }))
  return distinct([...by_number, ...by_name])
}

/** Each record once, as it was found first. */
const distinct = (found: readonly Found[]): Found[] =>
  found.filter((one, at) => found.findIndex(({ person_id }) => person_id === one.person_id) === at)

/** Who bears this very number, or bore it until it was corrected. */
async function listBearers(tx: RegisterTx, keyring: Keyring, cnic: string | null) {
  if (cnic === null) return []
  return tx
    .selectFrom('register.person_document')
    .select('person_id')
    .select(sql<boolean>`bool_and(superseded_at is not null)`.as('is_old'))
    .where('number_index', '=', blindIndex(keyring, 'cnic', cnic))
    .where('kind', '=', 'cnic')
    .groupBy('person_id')
    .orderBy('is_old')
    .orderBy('person_id')
    .limit(MOST_CANDIDATES)
    .execute()
}

/**
 * The people of records that were found, at most so many, each with every record of his: those found, the likeliest
 * first, then the others. Two records of one man are one who may be meant, and take one place.
 */
async function peopleOf(tx: RegisterTx, found: readonly Found[], most: number): Promise<Found[][]> {
  const people: Found[][] = []
  const seen = new Set<string>()
  for (const { person_id } of found) {
    if (seen.has(person_id)) continue
    if (people.length === most) break
    const ids = new Set([person_id, ...(await listGroup(tx, person_id)).map((one) => one.person_id)])
    for (const id of ids) seen.add(id)
    const of = found.filter((one) => ids.has(one.person_id))
    const others = [...ids].filter((id) => !of.some((one) => one.person_id === id))
    people.push([
      ...of,
      ...others.map((id): Found => ({ person_id: id, found_by: 'same_person', score: null })),
    ])
  }
  return people
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
  return rows.map(({ person_id }) => ({ person_id, found_by: 'record_number', score: null }))
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
  const [pack, computed] = [packs.at(-1), all.get(person_id)]
  if (!pack || !computed) return undefined
  const { status } = computed.result.registration
  const { name, father, born_year, cnic_tail } = openCard(key, person_id, row.card_enc)
  const { record_number, district_id } = row
  const convictions = await listConvictions(tx, computed, { pack, on: today })
  return {
    ...{ row, key, status, is_active: status === 'active' && row.closed_at === null },
    full: { record_number, name, father, born_year, cnic_tail, district_id, convictions },
  }
}

/**
 * The convictions that put the person on the register, newest first, whichever of his records holds them. One that two
 * records hold is told once: the answer says nothing of how many records he has.
 */
async function listConvictions(
  tx: RegisterTx,
  { record_ids, facts, result }: Computed,
  by: { pack: Pack; on: string },
): Promise<FullRecord['convictions']> {
  const judged = await Promise.all(
    record_ids.map((id) => judgePerson(tx, id, facts.person, { ...by, result })),
  )
  const told = judged
    .flatMap(({ convictions }) => convictions)
    .filter(({ tests }) => tests.outcome === 'yes')
    .map(({ offences, convicted_on, court }) => ({
      ...{ convicted_on, court, offences: offences.map(({ key }) => key) },
    }))
  return [...new Map(told.map((one) => [JSON.stringify(one), one])).values()].toSorted((a, b) =>
    a.convicted_on < b.convicted_on ? 1 : a.convicted_on > b.convicted_on ? -1 : 0,
  )
}

/** People found, each beside the suspect once, by the record that an answer would name, with his others beneath. */
export async function listCandidates(
  tx: RegisterTx,
  program: Program,
  suspect: Suspect,
  { now, record }: { now: Temporal.Instant; record: string | undefined },
): Promise<Candidate[]> {
  const found = await peopleOf(tx, await candidatesFor(tx, program, suspect), MOST_CANDIDATES)
  const typed = record ? await findByRecord(tx, record, Number(pakistanDay(now).slice(0, 4))) : []
  const is_more = typed.filter(({ person_id }) => !found.flat().some((one) => one.person_id === person_id))
  const people = [...found, ...(await peopleOf(tx, is_more, 1))]
  const cleared = await listCleared(tx, program.keyring, suspect.cnic ? [suspect.cnic] : [])
  const candidates: Candidate[] = []
  for (const person of people) {
    const candidate = await candidateOf(tx, program, suspect, { person, now })
    if (candidate) candidates.push({ ...candidate, is_cleared: cleared.has(candidate.person_id) })
  }
  return candidates
}

/** A person by the first of his records that is on the register today, else by the first; found as the person was. */
async function candidateOf(
  tx: RegisterTx,
  program: Program,
  suspect: Suspect,
  { person, now }: { person: readonly Found[]; now: Temporal.Instant },
): Promise<Omit<Candidate, 'is_cleared'> | undefined> {
  const opened: { one: Found; of: Opened }[] = []
  for (const one of person) {
    const of = await openCandidate(tx, program, one.person_id, now)
    if (of) opened.push({ one, of })
  }
  const head = opened.find(({ of }) => of.is_active) ?? opened[0]
  const [first] = person
  if (!head || !first) return undefined
  const found_by = first.found_by
  const records: CandidateRecord[] = []
  for (const { one, of } of opened)
    if (one !== head.one) records.push(await recordShown(tx, program, suspect, one, of))
  return { ...(await recordShown(tx, program, suspect, { ...head.one, found_by }, head.of)), records }
}

async function recordShown(
  tx: RegisterTx,
  { places }: Program,
  suspect: Suspect,
  { person_id, found_by, score }: Found,
  { row, key, status, is_active, full }: Opened,
): Promise<CandidateRecord> {
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
    compared: withEvidence(compareDescribed(suspect, held), evidenceOf(score)).map((one) => ({ ...one })),
    bits: score && Math.round(score.bits),
    ...{ is_active, status },
  }
}

/** The evidence of a score by the fields that are shown. */
function evidenceOf(score: Score | null): Partial<Record<ComparedField, number>> {
  const of = (field: Field) =>
    (score?.rows ?? []).reduce((sum, row) => (row.field === field ? sum + row.milli_bits : sum), 0)
  return {
    ...{ name: of('name'), father: of('father'), born_year: of('birth'), sex: of('sex') },
    ...{ cnic: of('cnic'), district: of('district') },
  }
}
