/** The two of a pair as they are compared and shown: a record from its card, or a draft from its body. */
import type { CustodyFact, DraftBody } from '../../contract/draft-body.ts'
import type { MatchSide } from '../../contract/matches.ts'
import type { Held, PersonFacts } from '../../domain/matching/evidence.ts'
import { factsOfCard, type MatchCard } from '../../domain/search/match-card.ts'
import { findDraft } from '../entries/draft-row.ts'
import { listGroup } from '../people/linked.ts'
import { matchCardOf, openMatchCard, parseOnce } from '../people/name-index.ts'
import type { RegisterTx } from '../platform/database.ts'
import { openDataKey } from '../platform/keys.ts'
import type { Places } from '../platform/places.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'

const TAIL = 3

/** What is known of a record, to be compared with another; undefined when it was erased or is not there. */
export type OpenCard = { person_id: string; card: Compared }

/** A card with the times in custody of which the place is known. */
export type Compared = MatchCard & { readonly custody?: readonly Held[] }

/** A record with its numbers, as it is asked what slips say of it. */
export const numberedOf = ({ person_id, card }: OpenCard) => ({
  ...{ id: person_id, kind: 'record' as const, cnics: card.cnics },
})

/** The cards of people whose keys still open them. */
export async function openCards(
  tx: RegisterTx,
  { keyring }: Program,
  person_ids: readonly string[],
): Promise<OpenCard[]> {
  if (person_ids.length === 0) return []
  const rows = await tx
    .selectFrom('register.person as p')
    .innerJoin('register.match_card as c', 'c.person_id', 'p.person_id')
    .select(['p.person_id', 'p.wrapped_key', 'p.kek_id', 'c.card_enc'])
    .where('p.person_id', 'in', person_ids)
    .orderBy('p.person_id')
    .execute()
  const custody = Map.groupBy(await listHeld(tx, person_ids), ({ person_id }) => person_id)
  return rows.flatMap(({ person_id, card_enc, ...stored }) => {
    const key = openDataKey(keyring, person_id, stored)
    if (!key) return []
    const held = custody.get(person_id) ?? []
    return [{ person_id, card: { ...openMatchCard(key, person_id, card_enc), custody: held } }]
  })
}

const listHeld = async (tx: RegisterTx, person_ids: readonly string[]) =>
  (
    await tx
      .selectFrom('register.custody')
      .select(['person_id', 'from_on', 'to_on', 'held_district_id'])
      .where('person_id', 'in', person_ids)
      .where('held_district_id', 'is not', null)
      .where('superseded_at', 'is', null)
      .orderBy('from_on')
      .orderBy('custody_id')
      .execute()
  ).map(({ held_district_id, ...interval }) => ({ ...interval, place: held_district_id ?? '' }))

/** What a draft says of its person, as a card. */
export function cardOfDraft({ person, conviction }: DraftBody, district_id: string): Compared {
  const texts = (is_father: boolean) =>
    person.names.filter(({ kind }) => (kind === 'father') === is_father).map(({ text }) => text)
  const card = matchCardOf({
    ...{ names: texts(false), fathers: texts(true), sex: person.sex, district_ids: [district_id] },
    births:
      person.born_on !== null
        ? [{ kind: 'day', on: person.born_on }]
        : person.born_year === null
          ? []
          : [{ kind: 'year', year: person.born_year }],
    cnics: person.documents.flatMap(({ kind, number }) => (kind === 'cnic' ? [number] : [])),
  })
  const custody = conviction.custody.flatMap(({ held_district_id: place, ...interval }) =>
    place ? [{ ...interval, place }] : [],
  )
  return { ...card, custody }
}

/** Two cards as facts, each read as it stands to the other. */
export function factsOfTwo(one: Compared, other: Compared): [PersonFacts, PersonFacts] {
  const first = factsOfCard(one, parseOnce, { district_id: null, birth: null })
  const second = factsOfCard(other, parseOnce, first)
  return [
    { ...factsOfCard(one, parseOnce, second), custody: one.custody ?? [] },
    { ...second, custody: other.custody ?? [] },
  ]
}

export type Side = { side: MatchSide; card: Compared }

const nameOf = (places: Places, district_id: string) => {
  const district = places.districts.get(district_id)
  return { en: district?.name_en ?? district_id, ur: district?.name_ur ?? district_id }
}

const cardShown = (places: Places, card: MatchCard) => ({
  ...{ names: [...card.names], fathers: [...card.fathers], sex: card.sex },
  births: card.births.map((birth) => (birth.kind === 'year' ? `${birth.year}` : birth.on)),
  districts: card.district_ids.map((id) => nameOf(places, id)),
  cnic_tails: card.cnics.map((digits) => digits.slice(-TAIL)),
})

/** A record of the register, with its convictions and times in custody; 404 when it was erased. */
export async function openRecord(tx: RegisterTx, program: Program, person_id: string): Promise<Side> {
  const { places } = program
  const [[opened], person, convictions, custody, group] = await Promise.all([
    openCards(tx, program, [person_id]),
    tx
      .selectFrom('register.person')
      .select(['record_number', 'district_id', 'station_id', 'entered_at'])
      .where('person_id', '=', person_id)
      .executeTakeFirst(),
    listConvictions(tx, person_id),
    listCustody(tx, places, person_id),
    listGroup(tx, person_id),
  ])
  if (!opened || !person) throw new Problem('not_found')
  const station = places.stations.get(person.station_id)
  const { record_number, district_id, entered_at } = person
  return {
    card: opened.card,
    side: {
      ...{ kind: 'record', id: person_id, record_number, entered_at, convictions, custody },
      ...{ district: nameOf(places, district_id), ...cardShown(places, opened.card) },
      station: { en: station?.name_en ?? person.station_id, ur: station?.name_ur ?? person.station_id },
      with_records: group.filter((one) => one.person_id !== person_id).map((one) => one.record_number),
    },
  }
}

const listConvictions = async (tx: RegisterTx, person_id: string) =>
  (
    await tx
      .selectFrom('register.conviction')
      .select(['court', 'convicted_on', 'fir_station', 'fir_year', 'fir_number', 'offences'])
      .where('person_id', '=', person_id)
      .orderBy('convicted_on')
      .orderBy('conviction_id')
      .execute()
  ).map(({ fir_station, fir_year, fir_number, ...rest }) => ({
    ...rest,
    fir: `${fir_number}/${fir_year} ${fir_station}`,
  }))

const listCustody = async (tx: RegisterTx, places: Places, person_id: string) =>
  (
    await tx
      .selectFrom('register.custody')
      .select(['from_on', 'to_on', 'held_district_id'])
      .where('person_id', '=', person_id)
      .where('superseded_at', 'is', null)
      .orderBy('from_on')
      .orderBy('custody_id')
      .execute()
  ).map((one) => custodyShown(places, one))

/** A time in custody as it is shown, with where it was. */
const custodyShown = (places: Places, { from_on, to_on, held_district_id }: CustodyFact) => ({
  ...{ from_on, to_on },
  held_district: held_district_id ? nameOf(places, held_district_id) : null,
})

/** A draft of an entry that was not approved yet; 404 when it was erased. */
export async function openDraftSide(tx: RegisterTx, program: Program, draft_id: string): Promise<Side> {
  const draft = await findDraft(tx, program.keyring, draft_id)
  if (!draft) throw new Problem('not_found')
  const { body, district_id } = draft
  const card = cardOfDraft(body, district_id)
  const { court, convicted_on, fir_number, fir_year, fir_station, offences, custody } = body.conviction
  return {
    card,
    side: {
      ...{ kind: 'draft', id: draft_id, record_number: null, station: null, entered_at: null },
      ...{ district: nameOf(program.places, district_id), ...cardShown(program.places, card) },
      convictions: convicted_on
        ? [{ court: court ?? '', convicted_on, fir: `${fir_number}/${fir_year} ${fir_station}`, offences }]
        : [],
      ...{ custody: custody.map((one) => custodyShown(program.places, one)), with_records: [] },
    },
  }
}
