/**
 * A search by what is known of somebody. It is kept like every other: what was typed, whom it found and how well each
 * fitted, sealed. The reasons are worked out again from the cards whenever it is opened, so that no name of a person
 * lies under a key that is not his own.
 */
import { randomUUIDv7 } from 'node:crypto'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { FitShown, FoundPerson, NameAnswer, SearchMade, Understood } from '../../contract/searches.ts'
import type { Row as Evidence, Field, PersonFacts } from '../../domain/matching/evidence.ts'
import { type Answer, answerOf, fitOf } from '../../domain/search/answer.ts'
import { isWeak, type Question, readQuestion } from '../../domain/search/question.ts'
import { listCleared } from '../clearances/cleared.ts'
import { pakistanDay } from '../platform/clock.ts'
import { type RegisterTx, type Statement, send } from '../platform/database.ts'
import { seal } from '../platform/keys.ts'
import { invalid } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { type CandidateRow, compareCandidates, type Found } from './candidates.ts'
import { findPeople } from './find.ts'
import {
  type Asked,
  BY_ID,
  keepSearch,
  onePerPerson,
  peopleOf,
  place,
  type Row,
  sealSearch,
} from './lookup.ts'
import { readScale } from './scale.ts'

/** The cards of people who were found before. */
const CARDS_BY_ID: Statement = {
  name: 'search_cards',
  text: `select p.person_id, p.wrapped_key, p.kek_id, c.card_enc from register.person p
      join register.match_card c on c.person_id = p.person_id where p.person_id = any($1) order by p.person_id`,
}

/** What was typed, as a question about somebody; undefined when it names nobody. */
export const questionOf = ({ places }: Program, typed: string, now: Temporal.Instant) =>
  readQuestion(typed, places.districts.values(), pakistanDay(now))

/** Searches, keeps the search with the commit, and gives what is shown of it. Refused where it would fit too many. */
export async function keepNameSearch(
  tx: RegisterTx,
  program: Program,
  question: Question,
  asked: Asked,
): Promise<SearchMade> {
  const { frequencies } = await readScale(tx, program.keyring)
  if (isWeak(question.asked, frequencies.perMillion)) throw invalid('query', 'searches.fault.weak')
  const answer = answerOf(question.asked, await findPeople(tx, program.keyring, question.asked))
  const search_id = randomUUIDv7()
  const sealed = sealSearch(program, search_id, asked)
  const answer_enc = seal(sealed.key, place(search_id, 'answer_enc'), JSON.stringify(keptOf(answer)))
  const ids = answer.shown.map(({ person_id }) => person_id)
  const people = peopleOf(program, await send<Row>(tx, BY_ID, [ids]), 'name')
  keepSearch(tx, 'name', { search_id, ...asked, ...sealed, answer_enc, results: answer.shown })
  return {
    ...{ search_id, kind: 'name', results: onePerPerson(withScores(people, answer.shown)) },
    answer: await answerShown(tx, program, question, { ...answer, ids }),
  }
}

const Kept = Type.Object({
  milli_bits: Type.Record(Type.String(), Type.Integer()),
  others_count: Type.Integer(),
  ask: Type.Union([Type.String(), Type.Null()]),
})

const keptOf = ({ shown, others_count, ask }: Answer<Found>) => ({
  milli_bits: Object.fromEntries(shown.map(({ person_id, score }) => [person_id, score.milli_bits])),
  others_count,
  ask,
})

type Again = { query: string; searched_at: string; kept: string; person_ids: string[]; people: FoundPerson[] }

/** The answer of a kept search, its people compared again as they are now; those found before, and nobody else. */
export async function answerAgain(
  tx: RegisterTx,
  program: Program,
  { query, searched_at, kept, person_ids, people }: Again,
): Promise<{ results: FoundPerson[]; answer: NameAnswer } | null> {
  const question = questionOf(program, query, Temporal.Instant.from(searched_at))
  const before: unknown = JSON.parse(kept)
  if (!question || !Value.Check(Kept, before)) return null
  const found = await compareAgain(tx, program, question.asked, person_ids)
  const said = { others_count: before.others_count, ask: before.ask as Field | null, ids: person_ids }
  return { results: withScores(people, found), answer: await answerShown(tx, program, question, said) }
}

/** People found before, compared with what is asked as their cards are now. */
export async function compareAgain(
  tx: RegisterTx,
  program: Program,
  asked: PersonFacts,
  person_ids: readonly string[],
): Promise<Found[]> {
  const [scale, rows] = await Promise.all([
    readScale(tx, program.keyring),
    send<CandidateRow>(tx, CARDS_BY_ID, [person_ids]),
  ])
  return compareCandidates(program.keyring, rows, asked, scale)
}

/** The people in the order of their scores; whoever has none any more, for his key was destroyed, stands last. */
function withScores(people: readonly FoundPerson[], found: readonly Found[]): FoundPerson[] {
  const of = new Map(found.map((one) => [one.person_id, fitShown(one)]))
  return people
    .map((one) => ({ ...one, score: of.get(one.person_id) ?? null }))
    .sort(
      (one, other) =>
        (other.score?.milli_bits ?? Number.NEGATIVE_INFINITY) -
        (one.score?.milli_bits ?? Number.NEGATIVE_INFINITY),
    )
}

const reasonOf = ({ query, candidate, per_million, ...row }: Evidence) => ({
  ...row,
  ...{ asked: query, held: candidate, per_million: per_million ?? null },
})

export const fitShown = ({ score }: Found): FitShown => ({
  fit: fitOf(score.milli_bits) ?? 'little',
  milli_bits: score.milli_bits,
  reasons: score.rows.map(reasonOf),
  missing: [...new Set(score.what_would_change.map(({ field }) => field))],
})

type Said = Pick<Answer<Found>, 'others_count' | 'ask'> & { ids: readonly string[] }

async function answerShown(
  tx: RegisterTx,
  program: Program,
  question: Question,
  { others_count, ask, ids }: Said,
): Promise<NameAnswer> {
  const cleared = await listCleared(tx, program.keyring, question.asked.cnics)
  const cleared_ids = ids.filter((person_id) => cleared.has(person_id))
  return { understood: understoodOf(program, question), others_count, ask, cleared_ids }
}

const textOf = (names: PersonFacts['names']) =>
  names[0]?.parts.map(({ text }) => text).join(' ') ||
  (names[0]?.muhammad === 'none' ? '' : (names[0]?.typed ?? ''))

function understoodOf({ places }: Program, { asked, name }: Question): Understood {
  const { birth, district_id } = asked
  const district = district_id === null ? undefined : places.districts.get(district_id)
  return {
    name: textOf(asked.names),
    aliases: name.aliases.map((alias) => textOf([alias])),
    father: asked.fathers.length === 0 ? null : textOf(asked.fathers),
    born_on: birth?.kind === 'day' ? birth.on : null,
    born_year: birth?.kind === 'year' ? birth.year : null,
    age_years: birth?.kind === 'age' ? birth.years : null,
    district: district ? { en: district.name_en, ur: district.name_ur } : null,
    cnic: asked.cnics[0] ?? null,
  }
}
