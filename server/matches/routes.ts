/** The queue of those who compare: pairs that may be one person, the two beside each other, and what is said of them. */
import type { FastifyInstance } from 'fastify'
import {
  Match,
  MatchDecided,
  MatchId,
  MatchList,
  MatchQuery,
  MatchSaid,
  type MatchSide,
} from '../../contract/matches.ts'
import { paths } from '../../contract/paths.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { type Doubt, MOST_RECORDS } from '../../domain/merge/doubts.ts'
import { MatchesPage } from '../../pages/matches/MatchesPage.tsx'
import { MatchPage } from '../../pages/matches/MatchPage.tsx'
import { openSlipsBetween } from '../clearances/cleared.ts'
import { listOfPair } from '../clearances/queries.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { clearingRoutes } from './clearing-routes.ts'
import { findDoubts, scoreShown } from './compare.ts'
import { isOne } from './identities.ts'
import { findWaiting, proposeMerge } from './merging.ts'
import { comparePair, factsOfMatch, getPair } from './pair.ts'
import { addDecision, countMatches, listDecisions, listMatches, type PairRow } from './queries.ts'
import { findLastRun, runShown } from './run-rows.ts'

export function matchRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/matches', summary: 'Records that may be of one person, the likeliest first' },
    ...{ access: 'match.list', audit: 'match.listed', query: MatchQuery },
    facts: (): FactsOf<'match'> => ({ kind: 'match', place: null, has_conflict: false }),
    ...{ reply: MatchList, page: MatchesPage },
    async handle({ tx, query }) {
      const list = query.list ?? 'waiting'
      const [counts, { pairs, next }, run] = await Promise.all([
        countMatches(tx),
        listMatches(tx, program.places, { list, after: query.after }),
        findLastRun(tx),
      ])
      return { list, counts, pairs, next, last_run: run ? runShown(run) : null }
    },
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/matches/:match_pair_id', summary: 'Two records beside each other' },
    ...{ access: 'match.view', audit: 'match.viewed', params: MatchId, facts: factsOfMatch },
    ...{ quota: 'view_person', purpose: () => 'registration', reply: Match, page: MatchPage },
    // A look at each person, and at the pair.
    event: ({ params, reply }) => [
      { subject_kind: 'match_pair', subject_id: params.match_pair_id },
      ...[reply?.one, reply?.other].flatMap((side) =>
        side?.kind === 'record'
          ? [{ subject_kind: 'person', subject_id: side.id, second_id: params.match_pair_id }]
          : [],
      ),
    ],
    handle: ({ tx, params, now }) => getMatch(tx, program, params.match_pair_id, now),
  })
  decideRoute(app, program)
  clearingRoutes(app, program)
}

function decideRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/matches/:match_pair_id/decisions', status: 201 },
    summary: 'Say whether two records are of one person; that they are is proposed to a second officer',
    ...{ access: 'match.decide', audit: 'match.decided', params: MatchId, facts: factsOfMatch },
    event: ({ params }) => ({ subject_kind: 'match_pair', subject_id: params.match_pair_id }),
    ...{ body: MatchSaid, reply: MatchDecided },
    form: ({ params }) => paths.match(params.match_pair_id),
    then: ({ params, reply }) =>
      reply.approval_id ? paths.approval(reply.approval_id) : paths.match(params.match_pair_id),
    async handle({ tx, params: { match_pair_id }, body, session, now, also }) {
      const pair = await getPair(tx, match_pair_id, { lock: true })
      const { score, one, other } = await comparePair(tx, program, pair)
      const by = { decided_by: session.officer_id, decided_at: now.toString() }
      // Joined by their number already: the officer has looked, and there is nothing to propose.
      const merges = body.decision === 'same' && one.kind === 'record' && !(await isOne(tx, one.id, other.id))
      if (merges) await assertMergeable(tx, program, pair, now)
      await addDecision(tx, program.keyring, { match_pair_id, ...body, ...by, score })
      if (!merges) return { match_pair_id, decision: body.decision, approval_id: null }
      const { reason_code, reason } = body
      const what = { match_pair_id, one: one.id, other: other.id, weight: score.milli_bits }
      const approval_id = await proposeMerge({ tx, program, session, now }, { ...what, reason_code, reason })
      also({ subject_kind: 'approval', subject_id: approval_id })
      return { match_pair_id, decision: body.decision, approval_id }
    },
  })
}

/** What stands against proposing that a pair be one person. */
async function listDoubts(tx: RegisterTx, program: Program, pair: PairRow, now: Temporal.Instant) {
  const { person_a_id: one, person_b_id: other } = pair
  if (one === null) return { doubts: ['not_records'] satisfies Doubt[], approval_id: null, is_one: false }
  const is_one = await isOne(tx, one, other)
  const approval_id = await findWaiting(tx, pair.match_pair_id, now)
  const { doubts } = is_one
    ? { doubts: [] }
    : await findDoubts(tx, program, { one, other, most: MOST_RECORDS })
  // That this pair was told apart is what the officer is about to change.
  const others = pair.decision === 'different' ? doubts.filter((doubt) => doubt !== 'told_apart') : doubts
  const all: Doubt[] = [
    ...others,
    ...(is_one ? (['one_already'] as const) : []),
    ...(approval_id ? (['proposed'] as const) : []),
  ]
  return { doubts: all, approval_id, is_one }
}

async function assertMergeable(tx: RegisterTx, program: Program, pair: PairRow, now: Temporal.Instant) {
  const { doubts, approval_id } = await listDoubts(tx, program, pair, now)
  if (approval_id) throw new Problem('merge_proposed')
  if (doubts.length > 0) throw new Problem('merge_not_possible')
}

async function getMatch(
  tx: RegisterTx,
  program: Program,
  match_pair_id: string,
  now: Temporal.Instant,
): Promise<Match> {
  const pair = await getPair(tx, match_pair_id)
  const { one, other, score, common, cards } = await comparePair(tx, program, pair)
  const { doubts, approval_id, is_one } = await listDoubts(tx, program, pair, now)
  const asked = await listOfPair(tx, match_pair_id)
  const slipBetween = await openSlipsBetween(tx, program.keyring, [
    { id: one.id, kind: one.kind, cnics: cards[0].cnics },
    { id: other.id, kind: other.kind, cnics: cards[1].cnics },
  ])
  return {
    ...{ match_pair_id, found_by: pair.found_by as Match['found_by'], found_at: pair.found_at },
    ...{ one, other, common, doubts: [...doubts], approval_id, is_one_already: is_one },
    ...{ score: scoreShown(score), verdict: score.verdict, vetoes: [...score.vetoes] },
    decisions: await listDecisions(tx, program.keyring, match_pair_id),
    is_cleared: slipBetween(one.id, other.id) !== 'none',
    clearances: asked.map(({ clearance_id, person_id, slip_number, withdrawn_at }) => ({
      // Who is not the one is the other.
      ...{
        clearance_id,
        slip_number,
        withdrawn_at,
        side: person_id === other.id ? ('one' as const) : ('other' as const),
      },
    })),
    may_clear: mayClear(pair.decision, [one, other], asked),
  }
}

/** The sides whose man may ask for a slip: told apart, with a number of his own, and none asked for yet. */
function mayClear(
  decision: string | null,
  [one, other]: [MatchSide, MatchSide],
  asked: { person_id: string | null; withdrawn_at: string | null }[],
): Match['may_clear'] {
  if (decision !== 'different') return []
  const may = (own: MatchSide, against: MatchSide) =>
    own.cnic_tails.length > 0 &&
    against.kind === 'record' &&
    !asked.some(({ person_id, withdrawn_at }) => person_id === against.id && withdrawn_at === null)
  return [...(may(one, other) ? (['one'] as const) : []), ...(may(other, one) ? (['other'] as const) : [])]
}
