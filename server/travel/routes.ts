/** S10: the journeys of a person. Telling of one is a notice. */
import type { FastifyInstance } from 'fastify'
import { PersonTravel } from '../../contract/travel.ts'
import { TravelPage } from '../../pages/travel/TravelPage.tsx'
import { openPerson } from '../people/head.ts'
import { look } from '../people/look-endpoint.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { Program } from '../platform/program.ts'
import { listTrips } from './queries.ts'

export function travelRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...look(program),
    ...{ url: '/people/:person_id/travel', summary: 'A person’s journeys, and the dates they moved' },
    ...{ access: 'duty.view', audit: 'person.travel_seen', reply: PersonTravel, page: TravelPage },
    async handle(looking) {
      const { head, key, computed } = await openPerson(looking)
      return { person: head, trips: await listTrips(looking.tx, key, computed) }
    },
  })
}
