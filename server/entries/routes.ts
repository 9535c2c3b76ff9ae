// Entries at the Bureau: the queue, the comparison, and the second officer's decision.
import type { FastifyInstance } from 'fastify'
import {
  DraftId,
  Entered,
  EntryApproval,
  EntryComparison,
  EntryQueue,
  EntryReturn,
  QueueAfter,
  Returned,
} from '../../contract/entries.ts'
import { paths } from '../../contract/paths.ts'
import { ComparePage } from '../../pages/entries/ComparePage.tsx'
import { QueuePage } from '../../pages/entries/QueuePage.tsx'
import { decideApproval } from '../approvals/decide.ts'
import { refuseSurvivor } from '../drafts/steps.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { getComparison } from './compare.ts'
import { photoRoutes } from './photo-routes.ts'
import { factsForEntry, getEntered, getProposal, listEntries } from './queries.ts'

const aboutDraft = (draft_id: string) => ({ subject_kind: 'draft', subject_id: draft_id })

export function entryRoutes(app: FastifyInstance, program: Program) {
  addQueue(app, program)
  addComparison(app, program)
  addApproval(app, program)
  addReturn(app, program)
  photoRoutes(app, program)
}

function addQueue(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/entries', summary: 'Entries that wait for a second officer, oldest first' },
    ...{ access: 'entry.compare', audit: 'entries.listed', query: QueueAfter },
    facts: ({ actor }) => ({
      ...{ kind: 'entry' as const, place: actor.place, is_own_proposal: false, has_conflict: false },
    }),
    ...{ reply: EntryQueue, page: QueuePage, purpose: () => 'registration' },
    handle: ({ tx, query, now }) => listEntries(tx, { ...program, now }, query.after),
  })
}

function addComparison(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/entries/:draft_id', summary: 'Compare an entry with its return and identity' },
    ...{ access: 'entry.compare', audit: 'entry.compared', params: DraftId },
    facts: ({ params, actor, tx }) => factsForEntry(tx, program, actor, params.draft_id),
    // Whoever is shown beside the entry finds the look in his own record.
    event: ({ params, reply }) => [
      { ...aboutDraft(params.draft_id), place_district: reply?.shown.district_id },
      ...(reply?.held ?? []).map(({ person_id }) => ({
        ...{ subject_kind: 'person', subject_id: person_id, second_id: params.draft_id },
      })),
    ],
    ...{ reply: EntryComparison, page: ComparePage, purpose: () => 'registration' },
    handle: ({ tx, params, now }) => getComparison(tx, program, params.draft_id, now),
  })
}

function addApproval(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/entries/:draft_id/approvals', summary: 'Approve an entry' },
    ...{ access: 'entry.approve', audit: 'entry.approved', params: DraftId, body: EntryApproval },
    facts: ({ params, actor, tx }) => factsForEntry(tx, program, actor, params.draft_id),
    event: ({ params, reply }) =>
      reply
        ? { subject_kind: 'person', subject_id: reply.person_id, second_id: params.draft_id }
        : aboutDraft(params.draft_id),
    ...{ reply: Entered, status: 201, purpose: () => 'registration' },
    then: ({ reply }) => paths.person(reply.person_id),
    form: ({ params }) => paths.entry(params.draft_id),
    async handle({ tx, params, body, session, also }) {
      refuseSurvivor(body, { basis_reference: 'case_number' })
      const { shown_hash, ...input } = body
      const { approval_id } = await getProposal(tx, params.draft_id)
      const { basis_kind, basis_reference } = input
      if (basis_kind && !basis_reference) throw needed('basis_reference')
      if (basis_reference && !basis_kind) throw needed('basis_kind')
      const reason = basis_kind ? `${basis_kind}: ${basis_reference}` : null
      await decideApproval(tx, program, session, approval_id, {
        ...{ decision: 'approved', reason, shown_hash, input, also },
      })
      return getEntered(tx, params.draft_id)
    },
  })
}

const needed = (field: string) => new Problem('invalid', { fields: [{ field, code: 'required' }] })

function addReturn(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/entries/:draft_id/returns', summary: 'Give an entry back with a reason' },
    ...{ access: 'entry.return', audit: 'entry.returned', params: DraftId, body: EntryReturn },
    facts: ({ params, actor, tx }) => factsForEntry(tx, program, actor, params.draft_id),
    event: ({ params }) => aboutDraft(params.draft_id),
    ...{ reply: Returned, status: 201, purpose: () => 'registration' },
    then: () => paths.entries(),
    form: ({ params }) => paths.entry(params.draft_id),
    async handle({ tx, params, body, session, also }) {
      refuseSurvivor(body, { reason: 'court' })
      const { approval_id } = await getProposal(tx, params.draft_id)
      await decideApproval(tx, program, session, approval_id, { decision: 'returned', ...body, also })
      return { draft_id: params.draft_id }
    },
  })
}
