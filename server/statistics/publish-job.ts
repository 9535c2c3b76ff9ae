/**
 * The background act `statistics.publish`: once a day, whatever closed quarter is not published yet is counted, protected
 * and published, a table at a time. What is published stays; a table whose definition has changed is published again as
 * the next revision, and shows nothing that the one before withheld.
 */
import { randomUUID } from 'node:crypto'
import { type Published, protect, protectDays, revise } from '../../domain/statistics/protect.ts'
import { closedQuarters } from '../../domain/statistics/quarters.ts'
import { STATISTIC_NAMES, STATISTICS, type StatisticName } from '../../domain/statistics/tables.ts'
import { actorOf, auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import type { Job } from '../platform/jobs.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { countQuarter, insertStatistic, listStanding, type Standing } from './queries.ts'

export const publishStatistics: Job = async ({ program, as, signal }) => {
  for (const quarter_on of closedQuarters(pakistanDay(program.clock.now())))
    for (const name of STATISTIC_NAMES) {
      if (signal.aborted) throw new Error('stopped while figures were published')
      const { version } = STATISTICS[name]
      await as((tx, session) => publishOne(tx, { program, session, name, quarter_on, version }))
    }
}

export type One = {
  program: Program
  session: Session
  name: StatisticName
  quarter_on: string
  /** Version of what is counted. */
  version: number
}

/** Counts and publishes one table of a quarter, unless it is published by this definition or a later one. */
export async function publishOne(tx: RegisterTx, one: One): Promise<void> {
  const { program, session, name, quarter_on, version } = one
  const { allowed } = decide(actorOf(session), 'statistic.publish', { kind: 'statistic', place: null })
  if (!allowed) throw new Error('only the night work publishes figures')
  const standing = await listStanding(tx, [quarter_on])
  const before = standing.find((published) => published.name === name)
  const { unit } = STATISTICS[name]
  if (before && before.definition >= version) return
  const made = await protectedFigures(tx, name, quarter_on, standing)
  const statistic_id = await insertStatistic(tx, {
    ...{ name, quarter_on, unit, definition: version, counted_on: pakistanDay(program.clock.now()) },
    revision: (before?.revision ?? 0) + 1,
    published: before ? revise(STATISTICS[name].cells, publishedOf(before), made) : made,
  })
  await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
    ...{ action: 'statistic.published', outcome: 'done' },
    ...{ subject_kind: 'statistic', subject_id: statistic_id },
    ...{ row_after: await recordHash(tx, 'statistic', statistic_id), detail: { name, quarter_on } },
  })
}

const publishedOf = ({ figures }: Pick<Standing, 'figures'>): Published =>
  Object.fromEntries(figures.map(({ cell, figure }) => [cell, figure]))

/** The figures of a table; how long entries took is judged by the number of them that was published. */
async function protectedFigures(
  tx: RegisterTx,
  name: StatisticName,
  quarter_on: string,
  standing: readonly Standing[],
): Promise<Published> {
  const counts = await countQuarter(tx, name, quarter_on)
  if (name !== 'entry_days') return protect(STATISTICS[name].cells, counts)
  const entries = standing.find((one) => one.name === 'entries_made')
  return protectDays(
    { median: counts['median'] ?? null, nine_tenths: counts['nine_tenths'] ?? null },
    entries ? (publishedOf(entries)['all'] ?? null) : null,
  )
}
