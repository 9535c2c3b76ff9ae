/** Two records that are not of one person: the man of one asks himself for a slip, and the Bureau keeps his request. */
import type { FastifyInstance } from 'fastify'
import { ClearanceAsked, SlipOfPair } from '../../contract/clearances.ts'
import { MatchId, type MatchSide } from '../../contract/matches.ts'
import { paths } from '../../contract/paths.ts'
import { scriptOf } from '../../domain/imports/text.ts'
import { readSlipForm } from '../clearances/asking.ts'
import { withCurrentNumbers } from '../clearances/cleared.ts'
import type { Holder } from '../clearances/paper.ts'
import { askClearance, listOfPair } from '../clearances/queries.ts'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { factsOfMatch, openPair } from './pair.ts'

/** The names of a record as a slip says them: the first of each script. */
function namesOf({ names, fathers }: MatchSide): Holder['names'] {
  const of = (kind: 'name' | 'father', texts: readonly string[]) =>
    (['Latn', 'Arab'] as const).flatMap((script) => {
      const text = texts.find((one) => (scriptOf(one) === 'urdu') === (script === 'Arab'))
      return text === undefined ? [] : [{ kind, script, text }]
    })
  return [...of('name', names), ...of('father', fathers)]
}

export function clearingRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/matches/:match_pair_id/clearances', params: MatchId, status: 201 },
    ...{ summary: 'Keep a man’s own request for a clearance slip', access: 'match.decide' },
    ...{ audit: 'match.clearance_asked', facts: factsOfMatch, body: SlipOfPair, reply: ClearanceAsked },
    event: ({ params }) => ({ subject_kind: 'match_pair', subject_id: params.match_pair_id }),
    form: ({ params }) => paths.match(params.match_pair_id),
    then: ({ reply }) => paths.clearance(reply.clearance_id),
    async handle({ tx, params: { match_pair_id }, body, session, now }) {
      const { pair, one, other } = await openPair(tx, program, match_pair_id, { lock: true })
      if (pair.decision !== 'different') throw new Problem('match_not_decided')
      const [own, against] = body.side === 'one' ? [one, other] : [other, one]
      if (against.side.kind !== 'record') throw invalid('side', 'clearances.fault.not_a_record')
      const cnic = readSlipForm(body, pakistanDay(now))
      // Another's card would shield another man: the number must be one that his own record holds today.
      const [held] = await withCurrentNumbers(tx, program.keyring, [
        { id: own.side.id, kind: own.side.kind, cnics: own.card.cnics },
      ])
      if (!held?.cnics.includes(cnic)) throw invalid('cnic', 'clearances.fault.another_card')
      const before = await listOfPair(tx, match_pair_id)
      if (before.some((asked) => asked.person_id === against.side.id && asked.withdrawn_at === null))
        throw new Problem('already_decided')
      const clearance_id = await askClearance(tx, program.keyring, {
        cause: { match_pair_id, person_id: against.side.id },
        holder: { names: namesOf(own.side), cnic },
        ...{ asked_on: body.asked_on, asked_by: session.officer_id, asked_at: now.toString() },
      })
      return { clearance_id }
    },
  })
}
