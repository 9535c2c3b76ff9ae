/** S16: the calendar of a station, a district or the country, by week or by month. */
import type { FastifyInstance } from 'fastify'
import { CalendarQuery, CalendarReply } from '../../contract/calendar.ts'
import { paths } from '../../contract/paths.ts'
import { PrintMade } from '../../contract/prints.ts'
import { WeekListAsked } from '../../contract/week-list.ts'
import { CalendarPage } from '../../pages/calendar/CalendarPage.tsx'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { findWithin } from '../platform/place-asked.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { closingRoutes } from './closing-routes.ts'
import { viewCalendar } from './view.ts'
import { printWeekList } from './week-list.ts'

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
  weekListRoute(app, program)
  closingRoutes(app, program)
}

/** People of a week on paper; a station has fewer. */
const MOST_PRINTED = 300

function weekListRoute(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/calendar/prints', summary: 'Print the week list of a station', status: 201 },
    ...{
      quota: 'print',
      access: 'calendar.print',
      audit: 'calendar.printed',
      body: WeekListAsked,
      reply: PrintMade,
    },
    facts: ({ actor }) => ({ kind: 'calendar', place: actor.place }),
    event: ({ reply }) => ({ subject_kind: 'print', subject_id: reply?.print_id }),
    then: ({ reply }) => paths.print(reply.print_id),
    form: paths.calendar,
    async handle({ tx, body, actor, session, now }) {
      const where = findWithin(program.places, actor, { station_id: body.station_id ?? null })
      if (!where) throw new Problem('not_found')
      const station = program.places.stations.get(where.station_id ?? '')
      if (!station) throw invalid('station_id', 'required')
      const viewing = { tx, program, actor, now, where, view: 'week' as const, on: body.on }
      const week = await viewCalendar({ ...viewing, most: MOST_PRINTED })
      const name = { en: station.name_en, ur: station.name_ur }
      return printWeekList({ tx, program, session, now }, week, { station_id: station.station_id, name })
    },
  })
}
