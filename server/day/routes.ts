import type { FastifyInstance } from 'fastify'
import { DayReply } from '../../contract/day.ts'
import { DayPage } from '../../pages/day/DayPage.tsx'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { Program } from '../platform/program.ts'
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
    handle: async ({ tx, actor, now }) => ({
      today: pakistanDay(now),
      sections: await listSections(actor.role, { tx, program, now, station_id: actor.place.station }),
    }),
  })
}
