/** The look-up that every draft makes before it names a person: recorded, counted, and told to nobody outside its scope. */
import type { FastifyInstance } from 'fastify'
import type { DraftBody } from '../../contract/draft-body.ts'
import {
  AtVersion,
  DraftId,
  DraftSaved,
  LookupForm,
  LookupId,
  LookupMade,
  LookupView,
} from '../../contract/drafts.ts'
import { paths } from '../../contract/paths.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { cardOf } from '../../domain/person/card.ts'
import { LookupPage } from '../../pages/drafts/LookupPage.tsx'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { findLookup, lookUp } from './lookup.ts'
import { compareWithDraft, lookUpByName } from './name-lookup.ts'
import { demandVersion, factsForDraft, getDraft, saveBody, stopDraft } from './queries.ts'
import { withNumbers } from './steps.ts'

type Asking = { params: { draft_id: string }; actor: Actor; tx: RegisterTx }

/** A look-up is a search of the officer's own, and there is none without a draft that his office may change. */
async function factsForLookup(program: Program, given: Asking): Promise<FactsOf<'search'> | undefined> {
  const draft = await factsForDraft(program, given)
  return draft?.is_own_unit && !draft.has_conflict ? { kind: 'search', place: null, is_own: true } : undefined
}

export function lookupRoutes(app: FastifyInstance, program: Program): void {
  addLookup(app, program)
  showLookup(app, program)
  addDistinct(app, program)
}

/** The names and the birth that a draft gives its person. */
function personOf({ person }: DraftBody) {
  const { name, father, born_year } = cardOf({ ...person, cnic: null })
  return { name, father, born_year }
}

/** The officer has looked at both, side by side, and says that the draft is of another person. */
function addDistinct(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/drafts/:draft_id/lookups/:search_id/distinct' },
    summary: 'Say that the person of a draft is none of those a look-up found',
    ...{ access: 'draft.edit', audit: 'draft.distinct_said' },
    facts: (given) => factsForDraft(program, given),
    event: ({ params }) => ({
      ...{ subject_kind: 'draft', subject_id: params.draft_id, second_id: params.search_id },
      purpose: 'registration',
    }),
    ...{ params: LookupId, body: AtVersion, reply: DraftSaved },
    then: ({ params, reply }) => paths.draftStep(params.draft_id, reply.next),
    async handle({ params: { draft_id, search_id }, body, tx }) {
      const draft = await getDraft(tx, program.keyring, draft_id)
      demandVersion(draft, body.body_version)
      if (draft.stopped_search_id !== search_id) throw new Problem('not_found')
      await stopDraft(tx, draft_id, null)
      return {
        draft_id,
        body_version: draft.body_version,
        next: 'conviction' as const,
        stopped_search_id: null,
      }
    },
  })
}

function addLookup(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/drafts/:draft_id/lookups', status: 201 },
    summary: 'Look up, by document number, whether the person is already on the register',
    ...{ access: 'search.create', audit: 'draft.looked_up', quota: 'search' },
    facts: (given) => factsForLookup(program, given),
    purpose: () => 'registration',
    event: ({ params, reply }) => ({
      ...{ subject_kind: 'draft', subject_id: params.draft_id, purpose: 'registration' },
      second_id: reply?.search_id,
    }),
    ...{ params: DraftId, body: LookupForm, reply: LookupMade },
    then: ({ params, reply }) => paths.draftLookup(params.draft_id, reply.search_id),
    form: ({ params }) => paths.draftStep(params.draft_id, 'person'),
    async handle({ params: { draft_id }, body, tx, session, now }) {
      const draft = await getDraft(tx, program.keyring, draft_id)
      demandVersion(draft, body.body_version)
      const changed = withNumbers(draft.body, body)
      const { documents } = changed.person
      const { keyring } = program
      const by_number = await lookUp(tx, keyring, session, { draft_id, documents })
      const body_version = await saveBody(tx, draft, changed, { searched_at: now.toString() })
      // A return names its person before the number is looked up.
      const stopped = await lookUpByName(tx, keyring, session, { draft_id, body: changed })
      await stopDraft(tx, draft_id, stopped)
      return { draft_id, search_id: stopped ?? by_number, body_version }
    },
  })
}

function showLookup(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/drafts/:draft_id/lookups/:search_id', summary: 'Whom a look-up found' },
    ...{ access: 'search.view', audit: 'draft.lookup_opened' },
    facts: (given) => factsForLookup(program, given),
    event: ({ params, reply }) => [
      {
        subject_kind: 'draft',
        subject_id: params.draft_id,
        second_id: params.search_id,
        purpose: 'registration',
      },
      ...(reply?.people ?? []).map(({ person_id }) => ({
        ...{
          subject_kind: 'person',
          subject_id: person_id,
          second_id: params.draft_id,
          purpose: 'registration',
        },
      })),
    ],
    ...{ params: LookupId, reply: LookupView, page: LookupPage },
    async handle({ params, tx }) {
      const draft = await getDraft(tx, program.keyring, params.draft_id)
      const found = await findLookup(tx, program.keyring, params)
      if (!found) throw new Problem('not_found')
      return {
        ...{ ...found, draft_id: draft.draft_id, body_version: draft.body_version },
        people: await compareWithDraft(tx, program, draft.body, found.person_ids),
        draft_person: personOf(draft.body),
        is_stopped: draft.stopped_search_id === params.search_id && draft.body.further_of === null,
      }
    },
  })
}
