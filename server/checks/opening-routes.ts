/** Opening an answer, reading it, saying whether it is he, and going on where the Bureau needs more. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import {
  AnswerOpened,
  AnswerRead,
  ConfirmationForm,
  Confirmed,
  OpeningId,
} from '../../contract/check-openings.ts'
import { CheckId, CheckMoved } from '../../contract/checks.ts'
import { paths } from '../../contract/paths.ts'
import { confirmationFault, identifiersOf } from '../../domain/check/open.ts'
import { AnswerPage } from '../../pages/checks/AnswerPage.tsx'
import { endpoint } from '../platform/endpoint.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { openContent } from './answer-approval.ts'
import { aboutCheck, factsOfCheck } from './facts.ts'
import { findAnswer, getOpening, openAnswer, readAnswer } from './opening.ts'
import { insertStep } from './queries.ts'
import { getLive, moveCheck } from './row.ts'

export function openingRoutes(app: FastifyInstance, program: Program): void {
  openRoutes(app, program)
  confirmRoute(app, program)
  reopenRoute(app, program)
}

function openRoutes(app: FastifyInstance, program: Program) {
  const about = { facts: factsOfCheck(program), event: aboutCheck }
  endpoint(app, program, {
    ...{
      method: 'POST',
      url: '/checks/:check_id/openings',
      params: CheckId,
      reply: AnswerOpened,
      status: 201,
    },
    ...{ summary: 'Open the answer once more', access: 'check.open', audit: 'check.answer_opened', ...about },
    form: ({ params }) => paths.check(params.check_id),
    then: ({ reply }) => paths.checkOpening(reply.check_id, reply.print_id),
    async handle({ tx, params: { check_id }, session, now }) {
      const check = await getLive(tx, program.keyring, check_id)
      return { check_id, print_id: await openAnswer({ tx, program, session, now }, check) }
    },
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/checks/:check_id/openings/:print_id', params: OpeningId },
    summary: 'The answer as it was opened, for some minutes',
    ...{ access: 'check.read', audit: 'check.answer_read', reply: AnswerRead, page: AnswerPage, ...about },
    handle: ({ tx, params, now }) => readAnswer(tx, program, params, now),
  })
}

function confirmRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/checks/:check_id/openings/:print_id/confirmations', params: OpeningId },
    summary: 'Say, by identifiers, whether it is he',
    ...{ access: 'check.confirm', audit: 'check.confirmed', body: ConfirmationForm, reply: Confirmed },
    ...{ facts: factsOfCheck(program), event: aboutCheck, status: 201 },
    form: ({ params }) => paths.checkOpening(params.check_id, params.print_id),
    then: ({ params }) => paths.checkOpening(params.check_id, params.print_id),
    async handle({ tx, params: { check_id, print_id }, body, session, now }) {
      const check = await getLive(tx, program.keyring, check_id)
      const opening = await getOpening(tx, check_id, print_id, now)
      const { answer_id, said: before, outcome } = opening
      if (outcome !== 'record_exists' || before !== null) throw new Problem('check_closed')
      const { record } = openContent(check.key, answer_id, opening.content_enc)
      const identifiers = [...new Set(body.identifiers)]
      const fault = confirmationFault(body.said, identifiers, identifiersOf(record))
      if (fault) throw invalid('identifiers', `checks.fault.${fault}`)
      await tx
        .insertInto('register.check_confirmation')
        .values({
          ...{ confirmation_id: randomUUID(), check_id, answer_id, said: body.said, identifiers },
          ...{ said_at: now.toString(), said_by: session.officer_id },
        })
        .execute()
      return { check_id, print_id, said: body.said }
    },
  })
}

function reopenRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/checks/:check_id/reopenings', params: CheckId, reply: CheckMoved },
    summary: 'Take an unclear one up again, to add what the Bureau needs',
    ...{ access: 'check.ask', audit: 'check.reopened', facts: factsOfCheck(program), event: aboutCheck },
    form: ({ params }) => paths.check(params.check_id),
    then: ({ params }) => paths.checkStep(params.check_id, 'suspect'),
    async handle({ tx, params: { check_id }, session, now }) {
      const check = await getLive(tx, program.keyring, check_id)
      const answer = check.stage === 'released' ? await findAnswer(tx, check_id) : undefined
      if (answer?.outcome !== 'unclear' || answer.opened === 0) throw new Problem('check_closed')
      const at = now.toString()
      await moveCheck(tx, check, 'returned', at)
      await insertStep(tx, { check, act: 'reopened', done_by: session.officer_id, at })
      return { check_id, stage: 'returned' as const }
    },
  })
}
