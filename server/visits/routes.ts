/** S9: addresses with their grade, visits, and a visit recorded after its effect was seen. */
import type { FastifyInstance } from 'fastify'
import { EffectSeen } from '../../contract/duties.ts'
import { paths } from '../../contract/paths.ts'
import { PersonId } from '../../contract/people.ts'
import { PersonAddresses, VisitForm, VisitMade, VisitRecorded } from '../../contract/visits.ts'
import { AddressesPage } from '../../pages/visits/AddressesPage.tsx'
import { VisitPage } from '../../pages/visits/VisitPage.tsx'
import { showEffect } from '../duties/effect.ts'
import { keyOfPerson, openPerson } from '../people/head.ts'
import { listAddresses } from '../people/identity.ts'
import { aboutPerson, look, personFacts } from '../people/look-endpoint.ts'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { listVisits } from './queries.ts'
import { effectOfVisit, recordVisit } from './record.ts'

export function visitRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...look(program),
    ...{ url: '/people/:person_id/addresses', summary: 'Where a person lives and lived, and visits' },
    ...{ access: 'person.view', audit: 'person.addresses_seen' },
    ...{ reply: PersonAddresses, page: AddressesPage },
    async handle(looking) {
      const { tx, params, now } = looking
      const { head, key } = await openPerson(looking)
      const { places } = program
      const addresses = await listAddresses(tx, places, key, params.person_id)
      const lists = await listVisits({ tx, places, key }, params.person_id, addresses, pakistanDay(now))
      return { person: head, ...lists }
    },
  })
  endpoint(app, program, {
    ...{ ...look(program), is_page_only: true },
    ...{ url: '/people/:person_id/visits/new', summary: 'The form that records a visit' },
    ...{ access: 'duty.view', audit: 'visit.form_seen', reply: VisitForm, page: VisitPage },
    async handle(looking) {
      const { head, key } = await openPerson(looking)
      if (!head.may.record_visit) throw new Problem('not_found')
      const { person_id } = looking.params
      return { person: head, addresses: await listAddresses(looking.tx, program.places, key, person_id) }
    },
  })
  recordingRoutes(app, program)
}

function recordingRoutes(app: FastifyInstance, program: Program): void {
  const shared = {
    ...{ method: 'POST' as const, access: 'visit.record' as const, params: PersonId, body: VisitMade },
    ...{ facts: personFacts(program), event: aboutPerson },
    form: ({ params }: { params: { person_id: string } }) => paths.newVisit(params.person_id),
  }
  endpoint(app, program, {
    ...{ ...shared, url: '/people/:person_id/visits/effects', summary: 'What a visit would change' },
    ...{ audit: 'visit.effect_seen', reply: EffectSeen, changes_nothing: true },
    then: ({ params, reply }) => `${paths.newVisit(params.person_id)}?form=${reply.form_id}`,
    handle: async ({ tx, params, body, now }) =>
      showEffect(tx, program, body, await effectOfVisit({ tx, now, ...params }, body)),
  })
  endpoint(app, program, {
    ...{ ...shared, url: '/people/:person_id/visits', summary: 'Record a visit', status: 201 },
    ...{ audit: 'visit.recorded', reply: VisitRecorded },
    then: ({ params }) => paths.personTab(params.person_id, 'addresses'),
    async handle({ tx, params: { person_id }, body, now, session, actor, record }) {
      const key = await keyOfPerson(tx, program, person_id)
      const by = { officer_id: session.officer_id, station_id: actor.place.station }
      const { visit_id, row_after } = await recordVisit({ tx, now, person_id, key, ...by }, body)
      record({ row_after, purpose: 'supervision', second_id: visit_id })
      return { person_id, visit_id }
    },
  })
}
