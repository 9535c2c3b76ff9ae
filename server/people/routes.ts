/** The pages of a person: summary, convictions, identity, timeline, who has looked. Each look is recorded with its purpose. */
import type { FastifyInstance } from 'fastify'
import {
  LookersAfter,
  PersonConvictions,
  PersonIdentity,
  PersonLookers,
  PersonSummary,
  PersonTimeline,
  TimelineAfter,
} from '../../contract/people.ts'
import { ConvictionsPage } from '../../pages/people/ConvictionsPage.tsx'
import { IdentityPage } from '../../pages/people/IdentityPage.tsx'
import { LookersPage } from '../../pages/people/LookersPage.tsx'
import { SummaryPage } from '../../pages/people/SummaryPage.tsx'
import { TimelinePage } from '../../pages/people/TimelinePage.tsx'
import { listDisclosures } from '../disclosures/queries.ts'
import { nextDuties } from '../duties/shown.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { Program } from '../platform/program.ts'
import { gradeAddresses } from '../visits/queries.ts'
import { openPerson } from './head.ts'
import { listEvents, listLooks, PAGE_SIZE } from './history.ts'
import { findAddress, listIdentity } from './identity.ts'
import { look } from './look-endpoint.ts'
import { showingRoutes } from './showing-routes.ts'

/** Events on the summary. */
const LATEST = 5
/** Duties on the summary. */
const NEXT_DUTIES = 4

export function personRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...look(program),
    ...{ url: '/people/:person_id', summary: 'A person of the register' },
    ...{ access: 'person.view', audit: 'person.seen', reply: PersonSummary, page: SummaryPage },
    async handle(looking) {
      const { tx, now, params } = looking
      const { head, key, judged, computed } = await openPerson(looking)
      const [address, events] = await Promise.all([
        findAddress(tx, program.places, key, params.person_id),
        listEvents(tx, params.person_id, { now, limit: LATEST }),
      ])
      const { registration, convictions, pack } = judged
      const on = computed.facts.on
      const graded = address ? await gradeAddresses(tx, params.person_id, [address], on) : []
      const duties = registration.status === 'void' ? [] : nextDuties(computed, NEXT_DUTIES)
      return { person: head, registration, pack, convictions, duties, address: graded[0] ?? null, events }
    },
  })

  endpoint(app, program, {
    ...look(program),
    ...{ url: '/people/:person_id/convictions', summary: 'A person’s convictions and why they count' },
    ...{ access: 'person.view', audit: 'person.convictions_seen' },
    ...{ reply: PersonConvictions, page: ConvictionsPage },
    async handle(looking) {
      const { head, judged } = await openPerson(looking)
      return { person: head, ...judged }
    },
  })

  endpoint(app, program, {
    ...look(program),
    ...{ url: '/people/:person_id/identity', summary: 'Names, documents and addresses, every version' },
    ...{ access: 'person.view', audit: 'person.identity_seen', reply: PersonIdentity, page: IdentityPage },
    async handle(looking) {
      const { head, key } = await openPerson(looking)
      const versions = await listIdentity(looking.tx, program.places, key, looking.params.person_id)
      return { person: head, ...versions }
    },
  })
  historyRoutes(app, program)
  showingRoutes(app, program)
}

function historyRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...look(program),
    ...{ url: '/people/:person_id/timeline', summary: 'What happened, newest first' },
    ...{ access: 'person.timeline', audit: 'person.timeline_seen' },
    ...{ query: TimelineAfter, reply: PersonTimeline, page: TimelinePage },
    async handle(looking) {
      const { tx, now, params, query } = looking
      const { head } = await openPerson(looking)
      const events = await listEvents(tx, params.person_id, { now, limit: PAGE_SIZE, after: query.after })
      const next = events.length === PAGE_SIZE ? (events.at(-1)?.event_key ?? null) : null
      return { person: head, events, next }
    },
  })

  endpoint(app, program, {
    ...look(program),
    ...{ url: '/people/:person_id/lookers', summary: 'Who has looked, and why' },
    ...{ access: 'person.lookers', audit: 'person.lookers_seen' },
    ...{ query: LookersAfter, reply: PersonLookers, page: LookersPage },
    async handle(looking) {
      const { tx, params, query } = looking
      const { head } = await openPerson(looking)
      const looks = await listLooks(tx, program.places, params.person_id, query.after)
      const next = looks.length === PAGE_SIZE ? (looks.at(-1)?.event_id ?? null) : null
      const given = query.after === undefined ? await listDisclosures(tx, params.person_id, undefined) : []
      const disclosures = given.map(({ person_id: _p, record_number: _r, ...one }) => one)
      return { person: head, looks, next, disclosures }
    },
  })
}
