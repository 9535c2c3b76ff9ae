/** S16: the calendar of a station, a district or the country, by week or by month. */
import type { FastifyInstance } from 'fastify'
import { CalendarQuery, CalendarReply } from '../../contract/calendar.ts'
import { CalendarPage } from '../../pages/calendar/CalendarPage.tsx'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { findWithin } from '../platform/place-asked.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { closingRoutes } from './closing-routes.ts'
import { viewCalendar } from './view.ts'

export function calendarRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/calendar', summary: 'What is closed and what falls due, by week or month' },
    access: 'calendar.view',
    facts: ({ actor }) => ({ kind: 'calendar', place: actor.place }),
    ...{ audit: 'calendar.viewed', query: CalendarQuery, reply: CalendarReply, page: CalendarPage },
    async handle({ tx, query, actor, now }) {
      const where = findWithin(program.places, actor, query)
      if (!where) throw new Problem('not_found')
      const { view = 'week', on = pakistanDay(now) } = query
      return viewCalendar({ tx, program, actor, now, where, view, on })
    },
  })
  closingRoutes(app, program)
}
