/** Published figures, as they stand in the register; and the counts they are made of, which only the night work can ask for. */
import { randomUUID } from 'node:crypto'
import type { PublishedQuarter, StatisticReply } from '../../contract/statistics.ts'
import type { Counts, Published } from '../../domain/statistics/protect.ts'
import { closedQuarters } from '../../domain/statistics/quarters.ts'
import type { StatisticName } from '../../domain/statistics/tables.ts'
import { type RegisterTx, type Statement, send } from '../platform/database.ts'

/** A published table of a quarter: its last revision. */
export type Standing = PublishedQuarter & { name: StatisticName; definition: number }

const LAST = {
  name: 'statistics_last',
  text: `select s.name, s.quarter_on, s.revision, s.definition, s.counted_on,
                json_agg(json_build_object('cell', f.cell, 'figure', coalesce(f.figure_count, f.figure_days))) as figures
           from register.statistic s join register.statistic_figure f using (statistic_id)
          where s.quarter_on = any($1::date[])
            and not exists (select from register.statistic n
                             where n.name = s.name and n.quarter_on = s.quarter_on and n.revision > s.revision)
          group by s.statistic_id order by s.name, s.quarter_on`,
}

/** The last revision of every table of these quarters. */
export const listStanding = (tx: RegisterTx, quarters: readonly string[]): Promise<Standing[]> =>
  send<Standing>(tx, LAST, [quarters])

/** How many tables of the last quarter that is closed on a day are published. */
export const countPublished = async (tx: RegisterTx, today: string): Promise<number> =>
  (await listStanding(tx, closedQuarters(today).slice(-1))).length

/** Every version of one table that was published for these quarters, newest first. */
export const listVersions = (
  tx: RegisterTx,
  name: StatisticName,
  quarters: readonly string[],
): Promise<StatisticReply['versions']> =>
  tx
    .selectFrom('register.statistic')
    .select(['quarter_on', 'revision', 'definition', 'counted_on', 'published_at'])
    .where('name', '=', name)
    .where('quarter_on', 'in', [...quarters])
    .orderBy('quarter_on', 'desc')
    .orderBy('revision', 'desc')
    .execute()

const COUNT: Statement = {
  name: 'count_statistic',
  text: 'select cell, counted from register.count_statistic($1, $2::date)',
}

/** True counts of a closed quarter, for the moment in which they are protected; refused to whoever is not the night work. */
export async function countQuarter(tx: RegisterTx, name: StatisticName, quarter_on: string): Promise<Counts> {
  const rows = await send<{ cell: string; counted: number | null }>(tx, COUNT, [name, quarter_on])
  return Object.fromEntries(rows.flatMap(({ cell, counted }) => (counted === null ? [] : [[cell, counted]])))
}

export type Publishing = Pick<Standing, 'name' | 'quarter_on' | 'definition'> & {
  unit: 'count' | 'days'
  revision: number
  counted_on: string
  published: Published
}

/** Writes a table with its figures; it never changes afterwards. Returns its id. */
export async function insertStatistic(tx: RegisterTx, publishing: Publishing): Promise<string> {
  const { unit, published, ...table } = publishing
  const statistic_id = randomUUID()
  await tx
    .insertInto('register.statistic')
    .values({ ...table, statistic_id })
    .execute()
  const figures = Object.entries(published).map(([cell, figure]) => ({
    ...{ statistic_id, cell },
    figure_count: unit === 'count' ? figure : null,
    figure_days: unit === 'days' ? figure : null,
  }))
  await tx.insertInto('register.statistic_figure').values(figures).execute()
  return statistic_id
}
