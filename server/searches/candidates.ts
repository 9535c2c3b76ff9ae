/**
 * The people whose keys fit a question, and how well each fits (decision 0043). Row-level security judges every row;
 * `bigint =` is leakproof, so that it asks the index first.
 */

import type { PersonFacts } from '../../domain/matching/evidence.ts'
import { type Score, scorePerson } from '../../domain/matching/score.ts'
import { byFit, tieOf } from '../../domain/search/answer.ts'
import { briefCard, factsOfCard, isAskedInUrdu, type MatchCard } from '../../domain/search/match-card.ts'
import { probesOf } from '../../domain/search/probes.ts'
import { MOST_HOLDERS, openMatchCard, parseOnce } from '../people/name-index.ts'
import { type RegisterTx, type Asked as Sent, type Statement, send } from '../platform/database.ts'
import { type Keyring, openDataKey, pairKey } from '../platform/keys.ts'
import type { Scale } from './scale.ts'

/** Holders read of all keys together; those of the keys that tell most come first. */
const MOST_READ = 6_000
/** Candidates whose cards are opened and compared. */
const MOST_CANDIDATES = 300

/**
 * Candidates by the facts that the keys they hold show, each fact counted once by what the model says it is worth.
 * The rows of a candidate come sealed.
 */
export const BY_KEYS: Statement = {
  name: 'search_keys',
  text: `with held as materialized (
      select k.person_id, bit_or(k.shows) as shows
        from (select x.person_id, q.shows from unnest($1::bigint[], $2::integer[]) as q(pair, shows)
                cross join lateral (select x.person_id from register.person_key x
                                     where x.pair = q.pair limit ${MOST_HOLDERS}) x
               limit ${MOST_READ}) k
       group by k.person_id),
    worth as materialized (
      select m.shows, (select sum(w.milli_bits) from unnest($3::integer[]) with ordinality as w(milli_bits, at)
                        where (m.shows >> (w.at - 1)::integer) & 1 = 1) as milli_bits
        from (select distinct h.shows from held h) m),
    best as materialized (
      select h.person_id, w.milli_bits from held h join worth w on w.shows = h.shows
       order by w.milli_bits desc, h.person_id limit ${MOST_CANDIDATES})
    select best.person_id, p.wrapped_key, p.kek_id, c.card_enc
      from best join register.match_card c on c.person_id = best.person_id join register.person p on p.person_id = best.person_id
     order by best.milli_bits desc, best.person_id`,
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

/** The keys that a question asks for, hashed, the facts that each shows, and what each fact is worth. */
export function keysAsked(keyring: Keyring, asked: PersonFacts, scale: Scale): [string, string, string] {
  const { probes, worth } = probesOf(asked, scale)
  const array = (values: readonly (string | number)[]) => `{${values.join(',')}}`
  return [
    array(probes.map(({ pair }) => pairKey(keyring, pair))),
    array(probes.map(({ shows }) => shows)),
    array(worth),
  ]
}

export const listCandidates = (tx: RegisterTx, sent: Sent) =>
  send<CandidateRow>(tx, sent.statement, sent.values)

export type Found = { person_id: string; facts: PersonFacts; score: Score }
type Ranked = Found & { tie: number }

/** Candidates that are compared by every spelling: the likeliest by one, and the first by their keys. */
const MOST_COMPARED = 100
const FIRST_BY_KEYS = 30

/** Opens the candidates' cards and compares each by one spelling, and the likeliest by all; the best first. */
export function compareCandidates(
  keyring: Keyring,
  rows: readonly CandidateRow[],
  asked: PersonFacts,
  { model, frequencies }: Scale,
): Found[] {
  const compare = (person_id: string, card: MatchCard): Ranked => {
    const facts = factsOfCard(card, parseOnce, asked)
    const score = scorePerson(asked, facts, model, frequencies)
    return { person_id, facts, score, tie: tieOf(asked, { facts, score }) }
  }
  const cards = new Map<string, MatchCard>()
  for (const row of rows) {
    const key = openDataKey(keyring, row.person_id, row)
    if (key) cards.set(row.person_id, openMatchCard(key, row.person_id, row.card_enc))
  }
  const is_urdu = isAskedInUrdu(asked)
  const all = [...cards.keys()]
  const likeliest = () =>
    [...cards]
      .map(([person_id, card]) => compare(person_id, briefCard(card, is_urdu)))
      .sort(byScore)
      .slice(0, MOST_COMPARED)
      .map(({ person_id }) => person_id)
  const compared =
    all.length <= MOST_COMPARED ? all : new Set([...likeliest(), ...all.slice(0, FIRST_BY_KEYS)])
  return [...compared]
    .flatMap((person_id) => {
      const card = cards.get(person_id)
      return card ? [compare(person_id, card)] : []
    })
    .sort(byScore)
}

const byScore = (one: Ranked, other: Ranked) =>
  byFit(one, other) || (one.person_id < other.person_id ? -1 : 1)
