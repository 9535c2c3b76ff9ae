/** What an agency was told, for its system to read on from where it was, and to have sent again. */
import type { FastifyInstance } from 'fastify'
import { AgencyEvents, EventId, EventReplayed, EventsAfter } from '../../contract/agencies.ts'
import { paths } from '../../contract/paths.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { findEvent, findOwnAgency, listEvents } from './queries.ts'

type OwnFacts = FactsOf<'agency'> & { agency_id: string }

/** The agency of the system that acts; none: there is no such address. */
async function factsOfOwn({ tx }: { tx: RegisterTx }): Promise<OwnFacts | undefined> {
  const agency_id = await findOwnAgency(tx)
  return agency_id === undefined ? undefined : { kind: 'agency', place: null, is_own: true, agency_id }
}

export function eventRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/agency/events', summary: 'What the agency was told, after an event' },
    ...{ access: 'agency.follow', audit: 'agency.events_listed', facts: factsOfOwn },
    ...{ query: EventsAfter, reply: AgencyEvents },
    event: ({ facts }) => ({ subject_kind: 'agency', subject_id: facts?.agency_id }),
    async handle({ tx, query, facts }) {
      if (query.after !== undefined && !(await findEvent(tx, query.after))) throw new Problem('not_found')
      return listEvents(tx, facts.agency_id, query.after)
    },
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/agency/events/:event_id/replays', params: EventId, reply: EventReplayed },
    ...{ summary: 'Have an event sent to the agency again', status: 201 },
    ...{ access: 'agency.replay', audit: 'agency.event_replayed' },
    async facts({ tx, params }): Promise<FactsOf<'agency'> | undefined> {
      const event = await findEvent(tx, params.event_id)
      const own = await findOwnAgency(tx)
      return event && { kind: 'agency', place: null, is_own: event.agency_id === own }
    },
    event: ({ params }) => ({ subject_kind: 'agency_event', subject_id: params.event_id }),
    then: ({ reply }) => paths.agency(reply.agency_id),
    async handle({ tx, params: { event_id } }) {
      const row = await tx
        .updateTable('register.agency_event')
        .set({ planned_at: null, dead_at: null })
        .where('event_id', '=', event_id)
        .returning('agency_id')
        .executeTakeFirst()
      if (!row) throw new Problem('not_found')
      return { event_id, agency_id: row.agency_id }
    },
  })
}
