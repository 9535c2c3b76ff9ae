/** S8: the duties of a person, each date open to its arithmetic. */
import type { FastifyInstance } from 'fastify'
import { PersonDuties } from '../../contract/duties.ts'
import { DutiesPage } from '../../pages/duties/DutiesPage.tsx'
import { openPerson } from '../people/head.ts'
import { look } from '../people/look-endpoint.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { Program } from '../platform/program.ts'
import { listStays } from '../stays/queries.ts'
import { listDisputed } from './disputed.ts'
import { listServings, namedLaws, shownDuties } from './shown.ts'

export function dutyRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...look(program),
    ...{ url: '/people/:person_id/duties', summary: 'A person’s duties and how each date was worked out' },
    ...{ access: 'duty.view', audit: 'person.duties_seen', reply: PersonDuties, page: DutiesPage },
    async handle(looking) {
      const { tx, params } = looking
      const { head, key, judged, computed } = await openPerson(looking)
      const [servings, stays, disputed] = await Promise.all([
        listServings(tx, program.places, params.person_id),
        listStays(tx, key, params.person_id),
        listDisputed(tx, [params.person_id]),
      ])
      const { registration } = judged
      // Of somebody whom a court took off the register nothing is owed, and nothing is shown.
      const duties = registration.status === 'void' ? [] : shownDuties(computed)
      const laws = namedLaws([...registration.steps, ...duties.flatMap(({ steps }) => steps)])
      return {
        ...{ person: head, on: computed.facts.on, reason: head.standing, registration },
        ...{ pack: judged.pack, is_frozen: disputed.has(params.person_id) },
        ...{ exceptions: [...computed.exceptions], duties, servings, stays, laws },
      }
    },
  })
}
