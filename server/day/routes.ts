import type { FastifyInstance } from 'fastify'
import { DayReply } from '../../contract/day.ts'
import { DayPage } from '../../pages/day/DayPage.tsx'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { Program } from '../platform/program.ts'
import { namedIn, nightOf } from './duty-sections.ts'
import { listSections } from './sections.ts'

export function dayRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    method: 'GET',
    url: '/',
    summary: 'My day: the work that waits for the officer',
    access: 'day.view',
    facts: () => ({ kind: 'day', place: null }),
    audit: 'day.viewed',
    reply: DayReply,
    page: DayPage,
    event: ({ reply }) =>
      (reply?.named_ids ?? []).map((subject_id) => ({
        ...{ subject_kind: 'person', subject_id, purpose: 'supervision' },
      })),
    async handle({ tx, actor, now }) {
      const sections = await listSections(actor.role, { tx, program, actor, now })
      return {
        today: pakistanDay(now),
        sections,
        named_ids: namedIn(sections),
        night: await nightOf(tx, actor),
      }
    },
  })
}
