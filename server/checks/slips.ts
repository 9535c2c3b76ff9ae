/** Clearance slips: for a man who was taken for another of his name, at his own request; later checks see them. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { CheckPaperFile, SlipForm, SlipMade } from '../../contract/check-papers.ts'
import { CheckId } from '../../contract/checks.ts'
import { paths } from '../../contract/paths.ts'
import type { FieldProblem } from '../../contract/problems.ts'
import { canonicalCnic } from '../../domain/identifier/document.ts'
import { printNumber } from '../../domain/receipt/statement.ts'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { newDataKey, seal } from '../platform/keys.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { contentHash, signPrint } from '../platform/signing.ts'
import { aboutCheck, factsOfCheck } from './facts.ts'
import { findAnswer } from './opening.ts'
import { asFile, pdfOf } from './paper-routes.ts'
import { CLEARANCE, clearancePaper, type SlipHolder } from './papers.ts'
import { getLive } from './row.ts'
import { findSlip, holderPlace, openHolder, slipIndex } from './slip-rows.ts'
import { refuseIf } from './steps.ts'

export function slipRoutes(app: FastifyInstance, program: Program): void {
  askRoute(app, program)
  issueRoute(app, program)
  paperRoute(app, program)
}

function askRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/checks/:check_id/slips', params: CheckId, body: SlipForm, status: 201 },
    ...{ summary: 'Pass on a man’s own request for a clearance slip', access: 'check.confirm' },
    ...{ audit: 'check.slip_asked', facts: factsOfCheck(program), event: aboutCheck, reply: SlipMade },
    form: ({ params }) => paths.check(params.check_id),
    then: ({ params }) => paths.check(params.check_id),
    async handle({ tx, params: { check_id }, body, session, now }) {
      const check = await getLive(tx, program.keyring, check_id)
      const answer = await findAnswer(tx, check_id)
      if (answer?.said !== 'not_him' || (await findSlip(tx, check_id))) throw new Problem('check_closed')
      const cnic = canonicalCnic(body.cnic)
      const faults: FieldProblem[] = []
      if (!cnic) faults.push({ field: 'cnic', code: 'not_a_cnic' })
      if (!body.asked_himself) faults.push({ field: 'asked_himself', code: 'checks.fault.not_asked' })
      if (body.asked_on > pakistanDay(now)) faults.push({ field: 'asked_on', code: 'in_future' })
      refuseIf(faults)
      const holder: SlipHolder = { names: check.body.suspect.names, cnic: cnic ?? null }
      const slip_id = randomUUID()
      const key = newDataKey(program.keyring, slip_id)
      await tx
        .insertInto('register.clearance_slip')
        .values({
          ...{ slip_id, check_id, answer_id: answer.answer_id, asked_on: body.asked_on },
          holder_enc: seal(key, holderPlace(slip_id), JSON.stringify(holder)),
          ...{ wrapped_key: key.wrapped_key, kek_id: key.kek_id, asked_at: now.toString() },
          ...{ cnic_index: slipIndex(program.keyring, cnic ?? ''), asked_by: session.officer_id },
        })
        .execute()
      return { check_id, slip_id }
    },
  })
}

function issueRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{
      method: 'POST',
      url: '/checks/:check_id/slip-issues',
      params: CheckId,
      reply: SlipMade,
      status: 201,
    },
    ...{ summary: 'Issue the clearance slip that was asked for', access: 'check.answer' },
    ...{ audit: 'check.slip_issued', facts: factsOfCheck(program), event: aboutCheck },
    form: ({ params }) => paths.checkDesk(params.check_id),
    then: ({ params }) => paths.checkDesk(params.check_id),
    async handle({ tx, params: { check_id }, session, now }) {
      const slip = await findSlip(tx, check_id)
      const holder = slip && openHolder(program.keyring, slip)
      if (!slip || !holder || slip.issued_at !== null) throw new Problem('check_closed')
      const { person_id } = await tx
        .selectFrom('register.disclosure')
        .select('person_id')
        .where('answer_id', '=', slip.answer_id)
        .executeTakeFirstOrThrow()
      const { rows } = await sql<{
        serial: number
      }>`select nextval('register.print_number')::int as serial`.execute(tx)
      const slip_number = printNumber(Number(pakistanDay(now).slice(0, 4)), rows[0]?.serial ?? 0)
      const content_hash = contentHash(program.keyring, 'clearance', clearancePaper(holder, pakistanDay(now)))
      const statement = { kind: 'clearance' as const, print_number: slip_number, content_hash, at: now }
      const { code } = await signPrint(program.paper_signer, statement)
      const { numUpdatedRows } = await tx
        .updateTable('register.clearance_slip')
        .set({
          ...{ person_id, slip_number, content_hash, code },
          ...{ issued_by: session.officer_id, issued_at: now.toString() },
        })
        .where('slip_id', '=', slip.slip_id)
        .where('issued_at', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) throw new Problem('check_changed')
      return { check_id, slip_id: slip.slip_id }
    },
  })
}

function paperRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/checks/:check_id/slip', params: CheckId },
    ...{ summary: 'The clearance slip (PDF)', access: 'check.read', audit: 'check.slip_fetched' },
    ...{ facts: factsOfCheck(program), event: aboutCheck, reply: CheckPaperFile, file: asFile },
    async handle({ tx, params: { check_id } }) {
      const slip = await findSlip(tx, check_id)
      const holder = slip && openHolder(program.keyring, slip)
      if (!holder || !slip?.issued_at || !slip.slip_number || !slip.code) throw new Problem('not_found')
      const content = clearancePaper(holder, pakistanDay(Temporal.Instant.from(slip.issued_at)))
      return pdfOf(program, CLEARANCE, content, {
        ...{ print_number: slip.slip_number, code: slip.code, printed_at: slip.issued_at },
        ...{ name_en: slip.name_en ?? '', name_ur: slip.name_ur ?? '' },
      })
    },
  })
}
