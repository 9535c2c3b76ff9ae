/** Giving a purpose where no task does, and the two things shown only behind a recorded click. */
import type { FastifyInstance } from 'fastify'
import { paths } from '../../contract/paths.ts'
import {
  NumbersShown,
  PersonId,
  PhotoShown,
  PurposeAsked,
  PurposeKept,
  Showing,
  ShowingId,
} from '../../contract/people.ts'
import { LookPurpose } from '../../contract/searches.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { NumbersPage } from '../../pages/people/NumbersPage.tsx'
import { PhotoPage } from '../../pages/people/PhotoPage.tsx'
import { PurposePage } from '../../pages/people/PurposePage.tsx'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { purposesFor } from '../platform/purposes.ts'
import { keepPurpose } from '../searches/lookup.ts'
import { openPerson } from './head.ts'
import { listNumbers } from './identity.ts'
import { aboutPerson, look, personFacts } from './look-endpoint.ts'
import { askShowing, findPhoto, takeShowing } from './showings.ts'

export function showingRoutes(app: FastifyInstance, program: Program): void {
  purposeRoutes(app, program)
  numberRoutes(app, program)
  photoRoutes(app, program)
}

function purposeRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/people/:person_id/purpose', summary: 'Say why a record is opened' },
    ...{ access: 'day.view', audit: 'person.purpose_asked', is_page_only: true },
    // The form shows nothing of the person, so it needs no purpose itself; who may not see him gets no form.
    async facts(given): Promise<FactsOf<'day'> | undefined> {
      const person = await personFacts(program)(given)
      return person && { kind: 'day', place: null }
    },
    event: ({ params }) => ({ subject_kind: 'person', subject_id: params.person_id }),
    ...{ params: PersonId, reply: PurposeAsked, page: PurposePage },
    async handle({ tx, params, actor }) {
      const facts = await personFacts(program)({ params, actor, tx })
      if (!facts) throw new Problem('not_found')
      return { person_id: params.person_id, purposes: purposesFor(actor, 'person.view', facts) }
    },
  })

  endpoint(app, program, {
    ...{ method: 'POST', url: '/people/:person_id/looks', summary: 'Give a purpose for opening a record' },
    ...{ access: 'person.view', audit: 'person.purpose_given', quota: 'search', status: 201 },
    changes_nothing: true,
    ...{ params: PersonId, body: LookPurpose, reply: PurposeKept },
    ...{ facts: personFacts(program), event: aboutPerson },
    purpose: ({ body }) => body.purpose,
    then: ({ params }) => paths.person(params.person_id),
    form: ({ params }) => paths.personTab(params.person_id, 'purpose'),
    async handle({ tx, params, body, session }) {
      const { person_id } = params
      const search_id = keepPurpose(tx, program, person_id, { ...body, officer_id: session.officer_id })
      return { person_id, search_id }
    },
  })
}

/** Asks for a showing, and answers with the address at which it is fetched once. */
const ask = (program: Program) => ({
  ...look(program),
  ...{ method: 'POST' as const, reply: Showing, status: 201 as const, changes_nothing: true },
})

function numberRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...ask(program),
    ...{ url: '/people/:person_id/numbers', summary: 'Ask for the full numbers of a person’s documents' },
    ...{ access: 'person.show_number', audit: 'person.number_asked', quota: 'show_number' },
    then: ({ reply }) => paths.numbers(reply.person_id, reply.showing_id),
    async handle({ tx, params: { person_id }, session: { officer_id }, now }) {
      return { person_id, showing_id: await askShowing(tx, { officer_id, person_id, kind: 'number', now }) }
    },
  })

  endpoint(app, program, {
    ...look(program),
    ...{ url: '/people/:person_id/numbers/:showing_id', summary: 'The full numbers, once' },
    ...{ access: 'person.show_number', audit: 'person.number_shown', quota: 'view_person' },
    ...{ params: ShowingId, reply: NumbersShown, page: NumbersPage },
    async handle(looking) {
      const { tx, params, now } = looking
      if (!(await takeShowing(tx, { ...params, kind: 'number', now }))) throw new Problem('shown_already')
      const { head, key } = await openPerson(looking)
      return { person: head, documents: key ? await listNumbers(tx, key, params.person_id) : [] }
    },
  })
}

function photoRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...ask(program),
    ...{ url: '/people/:person_id/photo-views', summary: 'Ask for a person’s photograph' },
    ...{ access: 'person.view_photo', audit: 'person.photo_asked', quota: 'view_photo' },
    then: ({ reply }) => paths.photo(reply.person_id, reply.showing_id),
    async handle({ tx, params: { person_id }, session: { officer_id }, now }) {
      return { person_id, showing_id: await askShowing(tx, { officer_id, person_id, kind: 'photo', now }) }
    },
  })

  endpoint(app, program, {
    ...look(program),
    ...{ url: '/people/:person_id/photo-views/:showing_id', summary: 'The photograph, once' },
    ...{ access: 'person.view_photo', audit: 'person.photo_shown', quota: 'view_person' },
    ...{ params: ShowingId, reply: PhotoShown, page: PhotoPage },
    async handle(looking) {
      const { tx, params, now } = looking
      if (!(await takeShowing(tx, { ...params, kind: 'photo', now }))) throw new Problem('shown_already')
      const { head, key } = await openPerson(looking)
      const photo = key && (await findPhoto(tx, key, params.person_id))
      if (!photo) throw new Problem('not_found')
      return { person: head, ...photo }
    },
  })
}
