/** Publishes the figures of the quarters before a demo began, as if its register had worked then; protected like any. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inventCounts, inventDays } from '../../domain/invented/figures.ts'
import { type Published, protect, protectDays } from '../../domain/statistics/protect.ts'
import { CLOSING_DAYS, closedQuarters, quarterAfter } from '../../domain/statistics/quarters.ts'
import { STATISTIC_NAMES, STATISTICS, type StatisticName } from '../../domain/statistics/tables.ts'

/** The figures of one table and quarter. */
function figuresOf(seed: number, name: StatisticName, at: number): Published {
  if (name !== 'entry_days') return protect(STATISTICS[name].cells, inventCounts(seed, name, at))
  const entries = protect(STATISTICS.entries_made.cells, inventCounts(seed, 'entries_made', at))
  return protectDays(inventDays(seed, at), entries['all'] ?? null)
}

const INSERT_TABLE = `
  insert into register.statistic (statistic_id, name, quarter_on, revision, definition, counted_on, published_at)
  values ($1, $2, $3, 1, $4, $5::date, ($5::date + time '02:30') at time zone 'Asia/Karachi')`
const INSERT_FIGURES = `
  insert into register.statistic_figure (statistic_id, cell, figure_count, figure_days)
  select $1, cell, case $4 when 'count' then figure end, case $4 when 'days' then figure end
    from unnest($2::text[], $3::integer[]) as t(cell, figure)`

/** Publishes every table of the quarters closed by a day. `owner_url` must be a superuser's. */
export async function publishInventedFigures(owner_url: string, seed: number, today: string): Promise<void> {
  const client = new pg.Client({ connectionString: owner_url })
  client.on('error', () => undefined) // the statement under way says so
  await client.connect()
  try {
    await client.query('begin')
    for (const [at, quarter_on] of closedQuarters(today).entries())
      for (const name of STATISTIC_NAMES) {
        const [statistic_id, { version, unit }] = [randomUUID(), STATISTICS[name]]
        const published = figuresOf(seed, name, at)
        const counted_on = Temporal.PlainDate.from(quarterAfter(quarter_on, 1)).add({ days: CLOSING_DAYS })
        await client.query(INSERT_TABLE, [statistic_id, name, quarter_on, version, counted_on.toString()])
        const values = [statistic_id, Object.keys(published), Object.values(published), unit]
        await client.query(INSERT_FIGURES, values)
      }
    await client.query('commit')
  } finally {
    await client.end()
  }
}
