/** Proposing that a dated event be struck out; the decision is an approval like any other. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { paths } from '../../contract/paths.ts'
import {
  StrikeoutAsked,
  StrikeoutForm,
  StrikeoutOf,
  StrikeoutProposed,
  type StrikeoutShown,
} from '../../contract/strikeouts.ts'
import { survivorDoubt } from '../../domain/imports/survivor.ts'
import { StrikeoutPage } from '../../pages/strikeouts/StrikeoutPage.tsx'
import { propose } from '../approvals/queries.ts'
import { computeEffect } from '../duties/effect.ts'
import { openPerson } from '../people/head.ts'
import { aboutPerson, look, personFacts } from '../people/look-endpoint.ts'
import { rowHash } from '../platform/audit.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { standOf, strikeoutApproval } from './approval.ts'
import { getStruck } from './events.ts'

export function strikeoutRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ ...look(program), params: StrikeoutOf },
    ...{
      url: '/people/:person_id/strikeouts/:noun/:row_id',
      summary: 'A dated event that may be struck out',
    },
    ...{ access: 'duty.view', audit: 'strikeout.form_seen', reply: StrikeoutForm, page: StrikeoutPage },
    async handle(looking) {
      const { head } = await openPerson(looking)
      if (!head.may.propose_strikeout) throw new Problem('not_found')
      const { noun, row_id } = looking.params
      const { event } = await getStruck(noun, { tx: looking.tx, ...looking.params })
      return { person: head, noun, row_id, event }
    },
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/people/:person_id/strikeouts/:noun/:row_id', status: 201 },
    ...{ summary: 'Propose that a dated event be struck out', params: StrikeoutOf, body: StrikeoutAsked },
    ...{ access: 'strikeout.propose', audit: 'strikeout.proposed', reply: StrikeoutProposed },
    ...{ facts: personFacts(program), event: aboutPerson },
    form: ({ params }) => paths.newStrikeout(params.person_id, params.noun, params.row_id),
    then: ({ reply }) => paths.approval(reply.approval_id),
    async handle({ tx, params, body, session, now, record }) {
      const { row_after, ...proposed } = await proposeStrikeout({ tx, program, session, now, params }, body)
      record({ row_after, second_id: proposed.approval_id })
      return proposed
    },
  })
}

type Proposing = {
  tx: RegisterTx
  program: Program
  session: Session
  now: Temporal.Instant
  params: Static<typeof StrikeoutOf>
}

async function proposeStrikeout(
  { tx, program, session, now, params }: Proposing,
  { reason }: { reason: string },
) {
  const { person_id, noun, row_id } = params
  if (survivorDoubt('sentence', reason)) throw invalid('reason', 'stays.fault.survivor')
  const { event, without } = await getStruck(noun, { tx, person_id, row_id })
  const { before, after } = await computeEffect(tx, person_id, now, without)
  const person = await tx
    .selectFrom('register.person')
    .select(['record_number', 'district_id'])
    .where('person_id', '=', person_id)
    .executeTakeFirstOrThrow()
  const strikeout_id = randomUUID()
  const shown: StrikeoutShown = {
    ...{ strikeout_id, person_id, record_number: person.record_number, noun, row_id, ...event, reason },
    ...{ before: standOf(before), after: standOf(after) },
  }
  const what = { subject_id: person_id, district_id: person.district_id, shown, now }
  const approval_id = await propose(tx, program.keyring, session, strikeoutApproval, what)
  const row = { strikeout_id, person_id, noun, row_id, approval_id, proposed_by: session.officer_id }
  await tx
    .insertInto('register.strikeout')
    .values({ ...row, proposed_at: now.toString() })
    .execute()
  return { strikeout_id, approval_id, row_after: rowHash(row) }
}
