/** Clearance slips of a check: a man who was taken for another of his name asks for one himself, and the asker passes it on. */
import type { FastifyInstance } from 'fastify'
import { CheckPaperFile } from '../../contract/check-papers.ts'
import { CheckId } from '../../contract/checks.ts'
import { ClearanceAsked, SlipForm } from '../../contract/clearances.ts'
import { paths } from '../../contract/paths.ts'
import { readSlipForm } from '../clearances/asking.ts'
import { askClearance, findOfCheck } from '../clearances/queries.ts'
import { slipFile } from '../clearances/routes.ts'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { asNumbered } from '../platform/paper-words.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { aboutCheck, factsOfCheck } from './facts.ts'
import { findAnswer } from './opening.ts'
import { getLive } from './row.ts'

export function slipRoutes(app: FastifyInstance, program: Program): void {
  askRoute(app, program)
  endpoint(app, program, {
    ...{ method: 'GET', url: '/checks/:check_id/slip', params: CheckId },
    ...{ summary: 'The clearance slip (PDF)', access: 'check.read', audit: 'check.slip_fetched' },
    ...{ facts: factsOfCheck(program), event: aboutCheck, reply: CheckPaperFile, ...asNumbered },
    handle: async ({ tx, params: { check_id } }) => slipFile(program, await findOfCheck(tx, check_id)),
  })
}

function askRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/checks/:check_id/slips', params: CheckId, body: SlipForm, status: 201 },
    ...{ summary: 'Pass on a man’s own request for a clearance slip', access: 'check.confirm' },
    ...{ audit: 'check.slip_asked', facts: factsOfCheck(program), event: aboutCheck, reply: ClearanceAsked },
    form: ({ params }) => paths.check(params.check_id),
    then: ({ params }) => paths.check(params.check_id),
    async handle({ tx, params: { check_id }, body, session, now }) {
      const check = await getLive(tx, program.keyring, check_id)
      const answer = await findAnswer(tx, check_id)
      const before = await findOfCheck(tx, check_id)
      if (answer?.said !== 'not_him' || (before && before.withdrawn_at === null))
        throw new Problem('check_closed')
      const cnic = readSlipForm(body, pakistanDay(now))
      // Another's card would shield another man than the one who was asked about.
      const asked_about = check.body.suspect.cnic
      if (asked_about !== null && asked_about !== cnic)
        throw invalid('cnic', 'clearances.fault.not_asked_about')
      const clearance_id = await askClearance(tx, program.keyring, {
        cause: { check_id, answer_id: answer.answer_id },
        holder: { names: check.body.suspect.names, cnic },
        ...{ asked_on: body.asked_on, asked_by: session.officer_id, asked_at: now.toString() },
      })
      return { clearance_id }
    },
  })
}
