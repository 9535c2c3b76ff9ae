/** Lists of duties by state, of a station, a district or the country; 50 a page, by key. */
import type { FastifyInstance } from 'fastify'
import { DUTY_LISTS, DutyListQuery, DutyListReply } from '../../contract/duty-lists.ts'
import { DutyListPage } from '../../pages/duties/DutyListPage.tsx'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { choicesFor, findWithin, placeName } from '../platform/place-asked.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { countRows, findRows, keyOf, PAGE_ROWS, readKey, showRows } from './lists.ts'

export function dutyListRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/duties', summary: 'Duties overdue or due, exceptions and releases' },
    access: 'duty.list',
    facts: ({ actor }) => ({ kind: 'duties', place: actor.place }),
    ...{ audit: 'duty.listed', query: DutyListQuery, reply: DutyListReply, page: DutyListPage },
    // Whoever is named was looked at.
    event: ({ reply }) =>
      (reply?.rows ?? []).flatMap(({ person_id, name }) =>
        name === null ? [] : [{ subject_kind: 'person', subject_id: person_id, purpose: 'supervision' }],
      ),
    async handle({ tx, query, actor, now }) {
      const where = findWithin(program.places, actor, query)
      if (!where) throw new Problem('not_found')
      const { list = 'overdue' } = query
      const listing = { tx, program, actor, now, where }
      const after = query.after === undefined ? undefined : readKey(query.after)
      const found = await findRows(listing, list, { after, most: PAGE_ROWS + 1 })
      const page = found.slice(0, PAGE_ROWS)
      const last = found.length > PAGE_ROWS ? page.at(-1) : undefined
      const counts = await Promise.all(
        DUTY_LISTS.map(async (one) => ({ list: one, count: await countRows(listing, one) })),
      )
      return {
        ...{ today: pakistanDay(now), list, place: placeName(program.places, where), counts },
        choices: choicesFor(program.places, actor, where),
        rows: await showRows(listing, list, page),
        next: last ? keyOf(last) : null,
        is_first: after === undefined,
      }
    },
  })
}
