/** What a court did on appeal: recorded at once, or proposed to a second officer where it changes the register. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { AppealForm, type AppealMade, AppealRecorded, AppealMade as Made } from '../../contract/appeals.ts'
import { EffectSeen } from '../../contract/duties.ts'
import { paths } from '../../contract/paths.ts'
import { PersonId } from '../../contract/people.ts'
import { doesChangeRegister } from '../../domain/appeal/events.ts'
import { AppealPage } from '../../pages/appeals/AppealPage.tsx'
import { propose } from '../approvals/queries.ts'
import { assertSeen, showEffect } from '../duties/effect.ts'
import { refreshDuties } from '../duties/project.ts'
import { keyOfPerson, openPerson } from '../people/head.ts'
import { aboutPerson, look, personFacts } from '../people/look-endpoint.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { appealApproval } from './approval.ts'
import { effectOfAppeal, insertAppeal, shownOf } from './record.ts'

export function appealRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ ...look(program), is_page_only: true },
    ...{ url: '/people/:person_id/appeals/new', summary: 'The form for an order of a court of appeal' },
    ...{ access: 'person.view', audit: 'appeal.form_seen', reply: AppealForm, page: AppealPage },
    async handle(looking) {
      const { head, judged } = await openPerson(looking)
      if (!head.may.record_appeal) throw new Problem('not_found')
      return { person: head, convictions: judged.convictions }
    },
  })
  const shared = {
    ...{ method: 'POST' as const, access: 'appeal.record' as const, params: PersonId, body: Made },
    ...{ facts: personFacts(program), event: aboutPerson },
    form: ({ params }: { params: { person_id: string } }) => paths.newAppealEvent(params.person_id),
  }
  endpoint(app, program, {
    ...{ ...shared, url: '/people/:person_id/appeals/effects', summary: 'What an order would change' },
    ...{ audit: 'appeal.effect_seen', reply: EffectSeen, changes_nothing: true },
    then: ({ params, reply }) => `${paths.newAppealEvent(params.person_id)}?form=${reply.form_id}`,
    handle: async ({ tx, params, body, now }) =>
      showEffect(tx, program, body, await effectOfAppeal({ tx, now, ...params }, body)),
  })
  endpoint(app, program, {
    ...{ ...shared, url: '/people/:person_id/appeals', summary: 'Record or propose an event of an appeal' },
    ...{ status: 201, audit: 'appeal.recorded', reply: AppealRecorded },
    then: ({ params, reply }) =>
      reply.approval_id
        ? paths.approval(reply.approval_id)
        : paths.personTab(params.person_id, 'convictions'),
    async handle({ tx, params: { person_id }, body, now, session, record }) {
      const writing = { tx, program, session, now, person_id }
      const { row_after, second_id, ...reply } = await recordAppeal(writing, body)
      record({ ...(row_after && { row_after }), second_id })
      return { person_id, ...reply }
    },
  })
}

type Writing = {
  tx: RegisterTx
  program: Program
  session: Session
  now: Temporal.Instant
  person_id: string
}

async function recordAppeal({ tx, program, session, now, person_id }: Writing, made: AppealMade) {
  const about = { tx, now, person_id }
  const effect = await effectOfAppeal(about, made)
  assertSeen(made, effect)
  if (doesChangeRegister(made.event)) {
    const { shown, district_id } = await shownOf(about, made, effect)
    const what = { subject_id: person_id, district_id, shown, now }
    const approval_id = await propose(tx, program.keyring, session, appealApproval, what)
    return { appeal_event_id: null, approval_id, row_after: undefined, second_id: approval_id }
  }
  const key = await keyOfPerson(tx, program, person_id)
  const appeal_event_id = randomUUID()
  const by = { added_by: session.officer_id, approval_id: null }
  const row_after = await insertAppeal({ tx, now, key, appeal_event_id, ...by }, made)
  await refreshDuties(tx, [person_id], now)
  return { appeal_event_id, approval_id: null, row_after, second_id: appeal_event_id }
}
