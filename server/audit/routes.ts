import type { FastifyInstance } from 'fastify'
import { AuditQuery, AuditReply } from '../../contract/audit.ts'
import { AuditPage } from '../../pages/audit/AuditPage.tsx'
import { glossOf } from '../platform/authorize.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { Program } from '../platform/program.ts'
import { findCheckpoint, isFullPage, listEvents } from './queries.ts'

export function auditRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    method: 'GET',
    url: '/audit',
    summary: 'Events of the audit log, newest first, and its signed head',
    access: 'audit.view',
    facts: () => ({ kind: 'audit', place: null }),
    audit: 'audit.viewed',
    query: AuditQuery,
    reply: AuditReply,
    page: AuditPage,
    async handle({ tx, query }) {
      const [found, head] = await Promise.all([query.choose ? [] : listEvents(tx, query), findCheckpoint(tx)])
      const events = found.map((event) => ({ ...event, gloss: glossOf(event.policy) }))
      return {
        events,
        checkpoint: head
          ? {
              tree_size: head.tree_size,
              root_hash: head.root_hash.toString('hex'),
              signed_at: head.signed_at,
              note: head.note,
            }
          : null,
        filter: query,
        next_before: isFullPage(events) ? (events.at(-1)?.event_no ?? null) : null,
      }
    },
  })
}
