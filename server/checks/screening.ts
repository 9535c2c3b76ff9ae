/** The prosecutor's word on a request: it goes on, comes back with a reason, or ends here. */
import type { FastifyInstance } from 'fastify'
import { CheckForwarded, CheckRefused, CheckReturned } from '../../contract/check-screening.ts'
import { CheckId, CheckMoved } from '../../contract/checks.ts'
import { paths } from '../../contract/paths.ts'
import { untickedOf } from '../../domain/check/screen.ts'
import { freeTextFaults } from '../../domain/notice/free-text.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { aboutCheck, factsOfCheck } from './facts.ts'
import { insertStep } from './queries.ts'
import { getLive, moveCheck } from './row.ts'
import { refuseIf } from './steps.ts'

type Screening = {
  tx: RegisterTx
  program: Program
  session: Session
  now: Temporal.Instant
  check_id: string
}
type Word = { stage: 'forwarded' | 'returned' | 'refused'; reason?: string; note?: string | null | undefined }

/** Writes the word and moves the request on. Only what waits at this desk is moved. */
async function screen({ tx, program, session, now, check_id }: Screening, word: Word) {
  const check = await getLive(tx, program.keyring, check_id)
  if (check.stage !== 'asked') throw new Problem('check_closed')
  const at = now.toString()
  const { stage, reason = null, note = null } = word
  await moveCheck(tx, check, stage, at, { screened_at: at, screened_by: session.officer_id })
  await insertStep(tx, { check, act: stage, done_by: session.officer_id, at }, { reason, note })
  return { check_id, stage }
}

/** A note must not tell who the survivor is either; what does is taken out of the form that is kept. */
function refuseNote(body: Record<string, unknown>, field: string) {
  const faults = freeTextFaults(body, { [field]: 'sentence' })
  if (faults.some(({ is_hidden }) => is_hidden)) body[field] = ''
  refuseIf(faults.map(({ field, code }) => ({ field, code: `drafts.doubt.${code}` })))
}

export function screeningRoutes(app: FastifyInstance, program: Program): void {
  const shared = {
    ...{ method: 'POST' as const, access: 'check.screen' as const, params: CheckId, reply: CheckMoved },
    ...{ facts: factsOfCheck(program), event: aboutCheck },
    then: ({ params }: { params: { check_id: string } }) => paths.check(params.check_id),
    form: ({ params }: { params: { check_id: string } }) => paths.check(params.check_id),
  }
  endpoint(app, program, {
    ...{ ...shared, url: '/checks/:check_id/forwardings', summary: 'Send a request on to the Bureau' },
    ...{ audit: 'check.forwarded', body: CheckForwarded },
    async handle({ tx, body, session, now, params: { check_id } }) {
      refuseIf(untickedOf(body).map((field) => ({ field, code: 'checks.fault.unticked' })))
      return screen({ tx, program, session, now, check_id }, { stage: 'forwarded' })
    },
  })
  endpoint(app, program, {
    ...{ ...shared, url: '/checks/:check_id/returns', summary: 'Give a request back to be completed' },
    ...{ audit: 'check.returned', body: CheckReturned },
    async handle({ tx, body, session, now, params: { check_id } }) {
      refuseNote(body, 'return_note')
      const word = { stage: 'returned', reason: body.return_reason, note: body.return_note } as const
      return screen({ tx, program, session, now, check_id }, word)
    },
  })
  endpoint(app, program, {
    ...{ ...shared, url: '/checks/:check_id/refusals', summary: 'Refuse a request' },
    ...{ audit: 'check.refused', body: CheckRefused },
    async handle({ tx, body, session, now, params: { check_id } }) {
      refuseNote(body, 'refusal_note')
      const word = { stage: 'refused', reason: body.refusal_reason, note: body.refusal_note } as const
      return screen({ tx, program, session, now, check_id }, word)
    },
  })
}
