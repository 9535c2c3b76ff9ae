/** Which convictions are still to be entered, and what met the others. */
import type { FastifyInstance } from 'fastify'
import { ExpectationList, ExpectationQuery } from '../../contract/expectations.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { ExpectationsPage } from '../../pages/expectations/ExpectationsPage.tsx'
import { districtOf } from '../entries/queries.ts'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { Program } from '../platform/program.ts'
import { countExpectations, listExpectations, nameOf, PAGE_ROWS } from './queries.ts'

export function expectationRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/expectations', summary: 'Convictions that returns told of, oldest first' },
    ...{ access: 'expectation.view', audit: 'expectation.listed' },
    facts: ({ actor }): FactsOf<'expectation'> => ({ kind: 'expectation', place: actor.place }),
    ...{ query: ExpectationQuery, reply: ExpectationList, page: ExpectationsPage },
    async handle({ tx, query, now }) {
      const state = query.state ?? 'open'
      const [counts, rows] = await Promise.all([
        countExpectations(tx),
        listExpectations(tx, { state, after: query.after, limit: PAGE_ROWS + 1 }),
      ])
      const shown = rows.slice(0, PAGE_ROWS)
      const expectations = shown.map(({ expectation_id, district_id, convicted_on, import_id, ...row }) => ({
        ...{ expectation_id, convicted_on, import_id, created_at: row.created_at },
        district: districtOf(program.places, district_id),
        age_days: daysSince(row.created_at, now),
        draft: draftOf(program, { expectation_id, district_id, convicted_on, import_id, ...row }),
      }))
      const next = rows.length > PAGE_ROWS ? (shown.at(-1)?.expectation_id ?? null) : null
      return { state, counts, expectations, next }
    },
  })
}

const daysSince = (at: string, now: Temporal.Instant) =>
  Temporal.PlainDate.from(pakistanDay(Temporal.Instant.from(at))).until(pakistanDay(now), {
    largestUnit: 'days',
  }).days

/** A discarded draft answers nothing any more. */
function draftOf({ keyring }: Program, row: Awaited<ReturnType<typeof listExpectations>>[number]) {
  const { draft_id, stage, origin } = row
  if (draft_id === null || stage === null || origin === null || stage === 'discarded') return null
  return { draft_id, stage, origin, name: nameOf(keyring, row) }
}
