/** Finding people by an exact number or by name: a recorded act with a purpose, whose result has an address of its own. */
import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { paths } from '../../contract/paths.ts'
import { NoneSaid, Search, SearchAsked, Searches, SearchId, SearchMade } from '../../contract/searches.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { readQuery } from '../../domain/identifier/query.ts'
import { SearchesPage } from '../../pages/searches/SearchesPage.tsx'
import { SearchPage } from '../../pages/searches/SearchPage.tsx'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { purposesFor } from '../platform/purposes.ts'
import { keepNameSearch, questionOf } from './by-name.ts'
import { findSearch } from './kept.ts'
import { findingOf, keepLookUp } from './lookup.ts'
import { isOwnSearch, listOwnSearches, sayNone } from './queries.ts'

const OWN: FactsOf<'search'> = { kind: 'search', place: null, is_own: true }

/** An event for each person shown; one without a subject when nobody was. */
const shown = (search_id: string | undefined, people: readonly { person_id: string }[] = []) =>
  people.length === 0
    ? { subject_kind: 'search', subject_id: search_id }
    : people.map(({ person_id }) => ({ subject_kind: 'person', subject_id: person_id, second_id: search_id }))

/** What was understood of what was typed; a year of two digits is of this century up to the present one. */
const keyOf = ({ clock }: Program, { kind, query }: Static<typeof SearchAsked>) =>
  kind === 'name' ? undefined : readQuery(kind, query, Number(pakistanDay(clock.now()).slice(0, 4)))

export function searchRoutes(app: FastifyInstance, program: Program): void {
  addSearch(app, program)
  showSearches(app, program)
  addNone(app, program)
}

function addSearch(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/searches', summary: 'Find a person by a number or by name', status: 201 },
    ...{ access: 'search.create', audit: 'search.made', quota: 'search' },
    refuses_before_writing: true,
    changes_nothing: true,
    facts: () => OWN,
    purpose: ({ body }) => body.purpose,
    event: ({ reply }) => shown(reply?.search_id, reply?.results),
    ...{ body: SearchAsked, reply: SearchMade },
    then: ({ reply }) => paths.search(reply.search_id),
    form: paths.searches,
    ahead({ body }) {
      const key = keyOf(program, body)
      return key && findingOf(program, key)
    },
    async handle({ tx, body, session, ahead, now }) {
      const key = keyOf(program, body)
      const asked = { ...body, officer_id: session.officer_id }
      // A CNIC that nobody in scope holds may have been typed with a slip.
      const is_known = key !== undefined && (key.kind !== 'cnic' || ahead.length > 0)
      if (is_known) return keepLookUp(tx, program, key, asked, ahead)
      const may_be_named = key !== undefined || body.kind === undefined || body.kind === 'name'
      const question = may_be_named ? questionOf(program, body.query, now) : undefined
      if (!question) throw invalid('query', `searches.fault.${body.kind ?? 'any'}`)
      return keepNameSearch(tx, program, question, asked)
    },
  })
}

function showSearches(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/searches', summary: 'The officer’s own latest searches' },
    ...{ access: 'search.view', audit: 'search.listed' },
    facts: () => OWN,
    ...{ reply: Searches, page: SearchesPage },
    handle: async ({ tx, actor }) => ({
      purposes: purposesFor(actor, 'search.create', OWN),
      searches: await listOwnSearches(tx),
    }),
  })

  endpoint(app, program, {
    ...{ method: 'GET', url: '/searches/:search_id', summary: 'A search and whom it found' },
    ...{ access: 'search.view', audit: 'search.opened' },
    facts: async ({ tx, params }) => ((await isOwnSearch(tx, params.search_id)) ? OWN : undefined),
    event: ({ params, reply }) =>
      [shown(params.search_id, reply?.results)].flat().map((e) => ({ ...e, purpose: reply?.purpose })),
    ...{ params: SearchId, reply: Search, page: SearchPage },
    async handle({ tx, params }) {
      const search = await findSearch(tx, program, params.search_id)
      if (!search) throw new Problem('not_found')
      return search
    },
  })
}

/** The officer says that nobody found is the one he meant. */
function addNone(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/searches/:search_id/none', status: 201 },
    summary: 'Say that none of the people found is the one meant',
    ...{ access: 'search.view', audit: 'search.none_fits', changes_nothing: true },
    facts: async ({ tx, params }) => ((await isOwnSearch(tx, params.search_id)) ? OWN : undefined),
    event: ({ params }) => ({ subject_kind: 'search', subject_id: params.search_id }),
    ...{ params: SearchId, reply: NoneSaid },
    then: ({ params }) => paths.search(params.search_id),
    handle: async ({ tx, params, session, now }) =>
      sayNone(tx, { ...params, officer_id: session.officer_id, now }),
  })
}
