/** Figures for the Special Committee: read as they were published. Nobody is in them, and nothing can be asked of them. */
import type { FastifyInstance } from 'fastify'
import { StatisticNamed, StatisticReply, StatisticsReply } from '../../contract/statistics.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { STEP, THRESHOLD } from '../../domain/statistics/protect.ts'
import { CLOSING_DAYS, closedQuarters } from '../../domain/statistics/quarters.ts'
import { STATISTIC_NAMES, STATISTICS } from '../../domain/statistics/tables.ts'
import { StatisticPage } from '../../pages/statistics/StatisticPage.tsx'
import { StatisticsPage } from '../../pages/statistics/StatisticsPage.tsx'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import type { Program } from '../platform/program.ts'
import { listStanding, listVersions } from './queries.ts'
import { csvLines, tableOf } from './shown.ts'

const FIGURES: FactsOf<'statistic'> = { kind: 'statistic', place: null }

/** Every table of the last four closed quarters. */
async function allTables(tx: RegisterTx, now: Temporal.Instant): Promise<StatisticsReply> {
  const quarters = closedQuarters(pakistanDay(now))
  const standing = await listStanding(tx, quarters)
  return { tables: STATISTIC_NAMES.map((name) => tableOf(name, quarters, standing)) }
}

export function statisticRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/statistics', summary: 'National figures of the last four closed quarters' },
    ...{ access: 'statistic.view', facts: () => FIGURES, audit: 'statistic.seen' },
    ...{ reply: StatisticsReply, page: StatisticsPage },
    handle: ({ tx, now }) => allTables(tx, now),
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/statistics/figures.csv', summary: 'The same figures as a CSV file' },
    ...{ access: 'statistic.view', facts: () => FIGURES, audit: 'statistic.fetched' },
    reply: StatisticsReply,
    // Protected totals of the whole country.
    leaves: () => 'nobody',
    file: ({ reply }) => ({
      ...{ name: 'figures.csv', type: 'text/csv; charset=utf-8' },
      body: csvLines(reply.tables),
    }),
    handle: ({ tx, now }) => allTables(tx, now),
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/statistics/:name', summary: 'One table of figures, and what it counts' },
    ...{ access: 'statistic.view', facts: () => FIGURES, audit: 'statistic.definition_seen' },
    ...{ params: StatisticNamed, reply: StatisticReply, page: StatisticPage },
    async handle({ tx, now, params: { name } }) {
      const quarters = closedQuarters(pakistanDay(now))
      const [standing, versions] = await Promise.all([
        listStanding(tx, quarters),
        listVersions(tx, name, quarters),
      ])
      const { version, law, sources } = STATISTICS[name]
      return {
        ...{ table: tableOf(name, quarters, standing), versions },
        definition: {
          ...{ version, law: { ...law }, sources: [...sources] },
          ...{ threshold: THRESHOLD, step: STEP, closing_days: CLOSING_DAYS },
        },
      }
    },
  })
}
