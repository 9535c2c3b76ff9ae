/** Raising a limit: the form and the proposal; the decision is the screen of approvals. */
import type { FastifyInstance } from 'fastify'
import { paths } from '../../contract/paths.ts'
import { QuotaForm, QuotaProposed, QuotaRaising } from '../../contract/quotas.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { QUOTA_ACTS } from '../../domain/access/quota.ts'
import { QuotaRaisePage } from '../../pages/quotas/QuotaRaisePage.tsx'
import { endpoint } from '../platform/endpoint.ts'
import type { Program } from '../platform/program.ts'
import { proposeRaise } from './raise.ts'

const QUOTAS: FactsOf<'quota'> = { kind: 'quota', place: null }

export function quotaRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/quotas/raises/new', summary: 'Form of a raise', is_page_only: true },
    ...{ access: 'quota.propose', facts: () => QUOTAS, audit: 'quota.form_seen' },
    ...{ reply: QuotaForm, page: QuotaRaisePage },
    handle: async () => ({ acts: [...QUOTA_ACTS] }),
  })
  endpoint(app, program, {
    ...{
      method: 'POST',
      url: '/quotas/raises',
      summary: 'Propose to raise a limit for some days',
      status: 201,
    },
    ...{ access: 'quota.propose', facts: () => QUOTAS, audit: 'quota.proposed' },
    ...{ body: QuotaRaising, reply: QuotaProposed, form: () => paths.newQuotaRaise() },
    then: ({ reply }) => paths.approval(reply.approval_id),
    event: ({ reply }) => ({ subject_kind: 'approval', subject_id: reply?.approval_id }),
    handle: async ({ body, ...proposing }) => ({ approval_id: await proposeRaise(proposing, body) }),
  })
}
