/** The Bureau's desk: people who may be meant beside the request, an answer proposed, and released by a second officer. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import {
  AnswerForm,
  AnswerReleased,
  AnswerSentBack,
  CheckDesk,
  DeskQuery,
} from '../../contract/check-answers.ts'
import { CheckId, CheckMoved } from '../../contract/checks.ts'
import { paths } from '../../contract/paths.ts'
import { cutRecord, grantedFields } from '../../domain/check/minimum.ts'
import { freeTextFaults } from '../../domain/notice/free-text.ts'
import { DeskPage } from '../../pages/checks/DeskPage.tsx'
import { decideApproval } from '../approvals/decide.ts'
import { propose } from '../approvals/queries.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { checkApproval } from './answer-approval.ts'
import { demandImpartial, describeDesk } from './desk.ts'
import { aboutCheck, factsOfCheck } from './facts.ts'
import { judgeAnswer } from './judging.ts'
import { insertStep } from './queries.ts'
import { getLive, type LiveCheck, moveCheck } from './row.ts'
import { refuseIf } from './steps.ts'

export function answeringRoutes(app: FastifyInstance, program: Program): void {
  deskRoute(app, program)
  proposeRoute(app, program)
  secondRoutes(app, program)
}

const toDesk = ({ params }: { params: { check_id: string } }) => paths.checkDesk(params.check_id)

function deskRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/checks/:check_id/answer', params: CheckId, query: DeskQuery },
    summary: 'A forwarded request beside the people who may be meant',
    ...{ access: 'check.compare', audit: 'check.compared', quota: 'view_person' },
    facts: factsOfCheck(program),
    purpose: () => 'check',
    // Whoever is shown beside the request finds the look in his own record.
    event: ({ params, facts, reply }) => [
      aboutCheck({ params, facts }),
      ...(reply?.candidates ?? [])
        .flatMap((person) => [person, ...person.records])
        .map(({ person_id }) => ({
          ...{ subject_kind: 'person', subject_id: person_id, second_id: params.check_id },
        })),
    ],
    ...{ reply: CheckDesk, page: DeskPage },
    handle: ({ tx, params, query, now, facts, actor }) =>
      describeDesk({ tx, program, actor, facts, now }, params.check_id, query.record),
  })
}

type Proposing = { tx: RegisterTx; program: Program; now: Temporal.Instant; officer_id: string }

/** The answer in the words of its contract, or the fault that forbids it. */
async function contentOf(proposing: Proposing, check: LiveCheck, form: AnswerForm) {
  const { tx, program, now, officer_id } = proposing
  const { outcome, needs, person_id = null } = form
  const answer = { outcome, person_id, needs }
  const { suspect } = check.body
  const { fault, opened, candidates } = await judgeAnswer(tx, program, suspect, { answer, now })
  await demandImpartial(tx, officer_id, candidates)
  if (fault) refuseIf([{ field: FIELD_OF[fault], code: `checks.fault.${fault}` }])
  const fields = outcome === 'record_exists' ? grantedFields(check.offences, 'investigator') : []
  const record = opened && outcome === 'record_exists' ? cutRecord(opened.full, fields) : null
  return {
    person_id: record ? person_id : null,
    fields: [...fields],
    content: {
      outcome,
      needs: outcome === 'unclear' ? needs : [],
      record: record && structuredClone(record),
    },
  }
}

const FIELD_OF = {
  ...{ person_needed: 'person_id', not_a_candidate: 'person_id', not_active: 'person_id' },
  ...{ cleared: 'person_id', same_cnic: 'outcome', needs_needed: 'needs' },
} as const

function proposeRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/checks/:check_id/answers', params: CheckId, status: 201 },
    summary: 'Propose an answer to a second officer',
    ...{ access: 'check.answer', audit: 'check.answer_proposed', body: AnswerForm, reply: CheckMoved },
    ...{ facts: factsOfCheck(program), event: aboutCheck, form: toDesk, then: toDesk },
    async handle({ tx, params: { check_id }, body, session, now, also }) {
      const check = await getLive(tx, program.keyring, check_id)
      if (check.stage !== 'forwarded') throw new Problem('check_closed')
      const answer = await contentOf({ tx, program, now, officer_id: session.officer_id }, check, body)
      const { body_version, district_id } = check
      const shown = { check_id, answer_id: randomUUID(), body_version, ...answer }
      const { keyring } = program
      const what = { subject_id: check_id, district_id, shown, now }
      const approval_id = await propose(tx, keyring, session, checkApproval, what)
      also({ subject_kind: 'approval', subject_id: approval_id, second_id: check_id })
      const at = now.toString()
      await moveCheck(tx, check, 'proposed', at, { approval_id })
      await insertStep(tx, { check, act: 'proposed', done_by: session.officer_id, at })
      return { check_id, stage: 'proposed' as const }
    },
  })
}

/** The answer of a request that waits for its second officer. */
async function getProposed(tx: RegisterTx, program: Program, check_id: string): Promise<string> {
  const check = await getLive(tx, program.keyring, check_id)
  if (check.stage !== 'proposed' || check.approval_id === null) throw new Problem('check_closed')
  return check.approval_id
}

function secondRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/checks/:check_id/releases', params: CheckId, body: AnswerReleased },
    summary: 'Release an answer that another officer proposed',
    ...{
      access: 'check.release',
      audit: 'check.answer_released',
      reply: CheckMoved,
      form: toDesk,
      then: toDesk,
    },
    ...{ facts: factsOfCheck(program), event: aboutCheck },
    async handle({ tx, params: { check_id }, body, session, also }) {
      const approval_id = await getProposed(tx, program, check_id)
      const given = { decision: 'approved', reason: null, shown_hash: body.shown_hash, also } as const
      await decideApproval(tx, program, session, approval_id, given)
      return { check_id, stage: 'released' as const }
    },
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/checks/:check_id/send-backs', params: CheckId, body: AnswerSentBack },
    summary: 'Send a proposed answer back with a reason',
    ...{ access: 'check.send_back', audit: 'check.answer_sent_back', reply: CheckMoved, form: toDesk },
    ...{ facts: factsOfCheck(program), event: aboutCheck, then: toDesk },
    async handle({ tx, params: { check_id }, body, session, also }) {
      const faults = freeTextFaults(body, { reason: 'sentence' })
      if (faults.some(({ is_hidden }) => is_hidden)) body.reason = ''
      refuseIf(faults.map(({ field, code }) => ({ field, code: `drafts.doubt.${code}` })))
      const approval_id = await getProposed(tx, program, check_id)
      await decideApproval(tx, program, session, approval_id, { decision: 'returned', ...body, also })
      return { check_id, stage: 'forwarded' as const }
    },
  })
}
