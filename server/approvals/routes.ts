/** The approval screen of every noun: the queue, what is shown, and the three things that can be said to it. */
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import {
  Approval,
  ApprovalGiven,
  ApprovalList,
  ApprovalReturned,
  ApprovalWithdrawn,
  Decided,
} from '../../contract/approvals.ts'
import { paths } from '../../contract/paths.ts'
import { Code, Id, Shape } from '../../contract/shape.ts'
import { ABOUTS, type FactsOf } from '../../domain/access/actions.ts'
import { type Actor, NATION } from '../../domain/access/actor.ts'
import { ApprovalPage } from '../../pages/approvals/ApprovalPage.tsx'
import { ApprovalsPage } from '../../pages/approvals/ApprovalsPage.tsx'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { Places } from '../platform/places.ts'
import type { Program } from '../platform/program.ts'
import { decideApproval } from './decide.ts'
import { countOpenApprovals, findHead, hasConflict, listOpenApprovals } from './queries.ts'
import { factsOfQueue, queueOf } from './queue.ts'
import { describeApproval, districtName } from './show.ts'

const ApprovalId = Shape({ approval_id: Id })
const ListQuery = Shape({ kind: Type.Optional(Code(ABOUTS)) })

export function approvalRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/approvals', summary: 'What waits for a second person, oldest first' },
    ...{ access: 'approval.view', facts: factsOfQueue, audit: 'approval.listed', query: ListQuery },
    ...{ reply: ApprovalList, page: ApprovalsPage },
    async handle({ tx, query, actor, now }) {
      const queue = queueOf(actor, now)
      const rows = await listOpenApprovals(tx, { ...queue, kind: query.kind })
      const approvals = rows.map(({ name_en, name_ur, district_id, kind, proposed_by, ...row }) => ({
        ...row,
        kind: kind as (typeof ABOUTS)[number],
        district: districtName(program.places, district_id),
        proposed_by: { en: name_en, ur: name_ur },
        is_own: proposed_by === actor.officer_id,
      }))
      return { kind: query.kind ?? null, waiting: await countOpenApprovals(tx, queue), approvals }
    },
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/approvals/:approval_id', summary: 'One proposal', params: ApprovalId },
    ...{
      access: 'approval.view',
      facts: approvalFacts(program),
      audit: 'approval.viewed',
    },
    ...{ event: subjectOf, reply: Approval, page: ApprovalPage },
    handle: ({ tx, params, actor, now }) => describeApproval(tx, program, params.approval_id, actor, now),
  })
  decidingRoutes(app, program)
}

const SAYINGS = [
  { act: 'approve', decision: 'approved', body: ApprovalGiven, summary: 'Approve; the act is done at once' },
  {
    act: 'return',
    decision: 'returned',
    body: ApprovalReturned,
    summary: 'Return to the author with a reason',
  },
  {
    act: 'refuse',
    decision: 'refused',
    body: ApprovalReturned,
    summary: 'Refuse for good with a reason',
  },
  { act: 'withdraw', decision: 'withdrawn', body: ApprovalWithdrawn, summary: 'Withdraw your own proposal' },
] as const

function decidingRoutes(app: FastifyInstance, program: Program) {
  for (const { act, decision, body: contract, summary } of SAYINGS) {
    endpoint(app, program, {
      ...{ method: 'POST', url: `/approvals/:approval_id/${act}`, summary, params: ApprovalId },
      ...{ access: `approval.${act}`, audit: `approval.${decision}`, event: subjectOf },
      facts: approvalFacts(program),
      ...{ body: contract, reply: Decided },
      form: ({ params }) => paths.approval(params.approval_id),
      then: ({ params }) => paths.approval(params.approval_id),
      async handle({ tx, params, body, session, record, also }) {
        const {
          shown_hash,
          reason = null,
          input,
        } = body as { shown_hash: string; reason?: string; input?: unknown }
        await decideApproval(tx, program, session, params.approval_id, {
          decision,
          reason,
          shown_hash,
          input,
          record,
          also,
        })
        return { approval_id: params.approval_id, decision }
      },
    })
  }
}

const placeOf = (places: Places, head: { station_id: string | null; district_id: string | null }) => {
  if (head.station_id !== null) return places.ofStation(head.station_id)
  return head.district_id === null ? NATION : places.ofDistrict(head.district_id)
}

const subjectOf = ({ params }: { params: { approval_id: string } }) => ({
  ...{ subject_kind: 'approval', subject_id: params.approval_id },
})

type Given = { params: { approval_id: string }; actor: Actor; tx: RegisterTx }

/** An author meets his own proposal at his own place; others at the district it concerns, or the nation. */
export const approvalFacts =
  ({ places }: Program) =>
  async ({ params, actor, tx }: Given): Promise<FactsOf<'approval'> | undefined> => {
    const head = await findHead(tx, params.approval_id)
    if (!head) return undefined
    const { officer_id } = actor
    const is_own_proposal = head.proposed_by === officer_id
    const place = placeOf(places, head)
    return {
      ...{
        kind: 'approval',
        about: head.kind,
        is_own_proposal,
        place: is_own_proposal ? actor.place : place,
      },
      has_conflict:
        head.subject_id === officer_id ||
        (await hasConflict(tx, officer_id, [head.subject_id, params.approval_id])),
    }
  }
