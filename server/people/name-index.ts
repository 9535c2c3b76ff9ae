/**
 * What a person is found by: keyed twos and threes of his names, father, districts and years, and the sealed card that candidates
 * are compared by (decision 0043). Made in the transaction of every change of the rows it comes from.
 */
import type { Birth } from '../../domain/matching/evidence.ts'
import { parseName } from '../../domain/names/parse.ts'
import type { ParsedName } from '../../domain/names/parsed-name.ts'
import { CARD_VERSION, type MatchCard } from '../../domain/search/match-card.ts'
import { pairsOf } from '../../domain/search/pairs.ts'
import { type RegisterTx, type Statement, send } from '../platform/database.ts'
import { type DataKey, type Keyring, open, pairKey, seal } from '../platform/keys.ts'

const place = (person_id: string) => ({ table: 'match_card', row: person_id, column: 'card_enc' })

/** The card as it is stored. */
export const sealMatchCard = (key: DataKey, person_id: string, card: MatchCard): Buffer =>
  seal(key, place(person_id), JSON.stringify(card))

/** The match card of a person, opened. */
export const openMatchCard = (key: DataKey, person_id: string, card_enc: Buffer): MatchCard =>
  JSON.parse(open(key, place(person_id), card_enc)) as MatchCard

/** The columns of a bulk load, in the order of `indexRows`. */
export const INDEX_COLUMNS = {
  'register.person_key': ['pair', 'person_id', 'district_id', 'station_id'],
  'register.match_card': ['person_id', 'district_id', 'station_id', 'version', 'card_enc'],
} as const

/** A key that more people hold finds nobody: the night work drops it, and two facts of it are found with a third. */
export const MOST_HOLDERS = 2_000

/** How many people of a bulk load bore each single name so far. */
export type SinglesSeen = Map<string, number>

type Indexing = { person_id: string; district_id: string; station_id: string; key: DataKey; card: MatchCard }

/**
 * The rows of a person in a bulk load. A single name is left out once enough people bear it, as the night work would
 * do afterwards.
 */
export function indexRows(keyring: Keyring, { key, card, ...of }: Indexing, seen: SinglesSeen) {
  const { pairs, singles } = pairsOf(card, parseOnce)
  const rare = singles.filter((single) => {
    const count = (seen.get(single) ?? 0) + 1
    seen.set(single, count)
    return count <= MOST_HOLDERS + 1 // one too many, so that the night work sees it and drops all
  })
  const { person_id, district_id, station_id } = of
  const hashed = new Set([...pairs, ...rare].map((pair) => pairKey(keyring, pair)))
  return {
    'register.person_key': [...hashed].map((pair) => [pair, person_id, district_id, station_id] as const),
    'register.match_card': [
      [person_id, district_id, station_id, CARD_VERSION, sealMatchCard(key, person_id, card)] as const,
    ],
  }
}

/** Names read already: the same few thousand come again and again. Held in memory only, and not for ever. */
const read = new Map<string, ParsedName>()
const MOST_READ = 20_000

export function parseOnce(typed: string): ParsedName {
  const known = read.get(typed)
  if (known) return known
  if (read.size >= MOST_READ) read.clear()
  const parsed = parseName(typed)
  read.set(typed, parsed)
  return parsed
}

const INDEX_PERSON: Statement = {
  name: 'index_person',
  text: 'select register.index_person($1, $2::bigint[], $3, $4)',
}

/** Makes a person's card and keys anew; keys are added only, so that an old spelling stays findable. */
export async function refreshNameIndex(
  tx: RegisterTx,
  keyring: Keyring,
  key: DataKey,
  person_id: string,
): Promise<void> {
  const card = await readMatchCard(tx, key, person_id)
  const { pairs, singles } = pairsOf(card, parseName)
  const hashed = [...pairs, ...singles].map((pair) => pairKey(keyring, pair))
  const sealed = sealMatchCard(key, person_id, card)
  await send(tx, INDEX_PERSON, [person_id, `{${hashed.join(',')}}`, sealed, CARD_VERSION])
}

/** A person's rows, those that were replaced too; the live ones stand first. */
const readRows = (tx: RegisterTx, person_id: string) =>
  Promise.all([
    tx
      .selectFrom('register.person_name')
      .select(['name_id', 'kind', 'text_enc'])
      .where('person_id', '=', person_id)
      .orderBy('superseded_at', (by) => by.desc().nullsFirst())
      .orderBy('ordinal')
      .orderBy('name_id')
      .execute(),
    tx
      .selectFrom('register.person_document')
      .select(['document_id', 'number_enc'])
      .where('person_id', '=', person_id)
      .where('kind', '=', 'cnic')
      .orderBy('document_id')
      .execute(),
    tx
      .selectFrom('register.person_detail')
      .select(['sex', 'born_on', 'born_year'])
      .where('person_id', '=', person_id)
      .orderBy('superseded_at', (by) => by.desc().nullsFirst())
      .orderBy('detail_id')
      .execute(),
    tx
      .selectFrom('register.person_address')
      .select('district_id')
      .where('person_id', '=', person_id)
      .where('district_id', 'is not', null)
      .orderBy('district_id')
      .execute(),
    tx
      .selectFrom('register.person')
      .select('district_id')
      .where('person_id', '=', person_id)
      .executeTakeFirstOrThrow(),
  ])

async function readMatchCard(tx: RegisterTx, key: DataKey, person_id: string): Promise<MatchCard> {
  const [names, documents, details, addresses, person] = await readRows(tx, person_id)
  const opened = names.map(({ name_id, kind, text_enc }) => ({
    is_father: kind === 'father',
    text: open(key, { table: 'person_name', row: name_id, column: 'text_enc' }, text_enc),
  }))
  return matchCardOf({
    names: opened.filter(({ is_father }) => !is_father).map(({ text }) => text),
    fathers: opened.filter(({ is_father }) => is_father).map(({ text }) => text),
    sex: details[0]?.sex ?? null,
    births: details.flatMap(birthOf),
    district_ids: [person.district_id, ...addresses.flatMap(({ district_id }) => district_id ?? [])],
    cnics: documents.map(({ document_id, number_enc }) =>
      open(key, { table: 'person_document', row: document_id, column: 'number_enc' }, number_enc),
    ),
  })
}

const birthOf = (row: { born_on: string | null; born_year: number | null }): Birth[] => {
  if (row.born_on !== null) return [{ kind: 'day', on: row.born_on }]
  return row.born_year === null ? [] : [{ kind: 'year', year: row.born_year }]
}

type CardFacts = Omit<MatchCard, 'sex'> & { sex: string | null }

/** A card in which everything stands once, and a number as its digits. */
export function matchCardOf({ names, fathers, sex, births, district_ids, cnics }: CardFacts): MatchCard {
  return {
    names: [...new Set(names)],
    fathers: [...new Set(fathers)],
    sex: sex === 'male' || sex === 'female' ? sex : null,
    births: [...new Map(births.map((birth) => [JSON.stringify(birth), birth])).values()],
    district_ids: [...new Set(district_ids)],
    cnics: [...new Set(cnics.map((number) => number.replace(/\D/g, '')))],
  }
}
