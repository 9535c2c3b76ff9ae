/**
 * The people whose keys fit a question, and how well each fits (decision 0043). Row-level security judges every row;
 * `bigint =` is leakproof, so that it asks the index first.
 */

import type { PersonFacts } from '../../domain/matching/evidence.ts'
import { type Score, scorePerson } from '../../domain/matching/score.ts'
import { briefCard, factsOfCard, isAskedInUrdu, type MatchCard } from '../../domain/search/match-card.ts'
import { probesOf } from '../../domain/search/pairs.ts'
import { openMatchCard, parseOnce } from '../people/name-index.ts'
import { type RegisterTx, type Asked as Sent, type Statement, send } from '../platform/database.ts'
import { type Keyring, openDataKey, pairKey } from '../platform/keys.ts'
import type { Scale } from './scale.ts'

/** Holders read of one pair; of a commoner one the rest is not looked at. */
const MOST_READ = 2_000
/** Candidates whose cards are opened and compared. */
const MOST_CANDIDATES = 300

/** Candidates by the keys they hold: a rarer key weighs more. The rows of a candidate come sealed. */
export const BY_KEYS: Statement = {
  name: 'search_keys',
  text: `with held as materialized (
      select h.ids, ln(1000000::float8 / cardinality(h.ids)) as weight
        from unnest($1::bigint[]) as q(pair)
        cross join lateral (
          select array_agg(k.person_id) as ids
            from (select x.person_id from register.person_key x where x.pair = q.pair limit ${MOST_READ}) k) h
       where h.ids is not null),
    best as materialized (
      select f.person_id, sum(held.weight) as weight from held cross join unnest(held.ids) as f(person_id)
       group by f.person_id order by weight desc, f.person_id limit ${MOST_CANDIDATES})
    select best.person_id, p.wrapped_key, p.kek_id, c.card_enc
      from best join register.match_card c on c.person_id = best.person_id join register.person p on p.person_id = best.person_id
     order by best.weight desc, best.person_id`,
}

/** People by a CNIC, or one like it; by numbers that were corrected since, too. */
export const BY_NUMBERS: Statement = {
  name: 'search_numbers',
  text: `select distinct on (p.person_id) p.person_id, p.wrapped_key, p.kek_id, c.card_enc
      from register.person_document d join register.match_card c on c.person_id = d.person_id
      join register.person p on p.person_id = d.person_id
     where d.number_index = any($1) and d.kind = 'cnic' order by p.person_id limit ${MOST_CANDIDATES}`,
}

export type CandidateRow = {
  person_id: string
  wrapped_key: Buffer | null
  kek_id: string
  card_enc: Buffer
}

/** The statement that a question asks for. */
export const keysAsked = (keyring: Keyring, asked: PersonFacts): Sent => ({
  statement: BY_KEYS,
  values: [
    `{${probesOf(asked)
      .map((pair) => pairKey(keyring, pair))
      .join(',')}}`,
  ],
})

export const listCandidates = (tx: RegisterTx, sent: Sent) =>
  send<CandidateRow>(tx, sent.statement, sent.values)

export type Found = { person_id: string; facts: PersonFacts; score: Score }

/** Candidates that are compared by every spelling, after all were by one. */
const MOST_COMPARED = 60

/** Opens the candidates' cards and compares each by one spelling, and the likeliest by all; the best first. */
export function compareCandidates(
  keyring: Keyring,
  rows: readonly CandidateRow[],
  asked: PersonFacts,
  { model, frequencies }: Scale,
): Found[] {
  const score = (person_id: string, card: MatchCard): Found => {
    const facts = factsOfCard(card, parseOnce, asked)
    return { person_id, facts, score: scorePerson(asked, facts, model, frequencies) }
  }
  const cards = new Map<string, MatchCard>()
  for (const row of rows) {
    const key = openDataKey(keyring, row.person_id, row)
    if (key) cards.set(row.person_id, openMatchCard(key, row.person_id, row.card_enc))
  }
  const is_urdu = isAskedInUrdu(asked)
  const brief =
    cards.size <= MOST_COMPARED
      ? [...cards.keys()]
      : [...cards]
          .map(([person_id, card]) => score(person_id, briefCard(card, is_urdu)))
          .sort(byScore)
          .slice(0, MOST_COMPARED)
          .map(({ person_id }) => person_id)
  return brief
    .flatMap((person_id) => {
      const card = cards.get(person_id)
      return card ? [score(person_id, card)] : []
    })
    .sort(byScore)
}

const byScore = (one: Found, other: Found) =>
  other.score.milli_bits - one.score.milli_bits || (one.person_id < other.person_id ? -1 : 1)
