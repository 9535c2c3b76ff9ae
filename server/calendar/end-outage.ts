import { randomUUID } from 'node:crypto'
import { endFault } from '../../domain/calendar/closing.ts'
import { dayOf, instantAt, instantOf, timeOfDay } from '../../domain/calendar/dates.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Recording } from './closings.ts'
import { listAct, listPutOff } from './queries.ts'
import { placeOfAct } from './show.ts'
import { AT_ONCE, followCalendar } from './wake.ts'

/** Ends the open outages of an act today: each is replaced by a version with its end. */
export async function endOutage({ tx, program, actor, now }: Recording, act_id: string, to_time: string) {
  const { outages } = await listAct(tx, act_id)
  const open = outages.filter(({ to_at }) => to_at === null)
  const [first] = open
  if (!first) throw new Problem('not_found')
  const today = dayOf(pakistanDay(now))
  const to = instantOf(today, timeOfDay(to_time))
  const times = { now: now.epochMilliseconds, day_begins: instantOf(today, 0) }
  const fault = endFault({ from: instantAt(first.from_at), to }, times)
  if (fault) throw invalid(fault.field, fault.code)
  const to_at = Temporal.Instant.fromEpochMilliseconds(to).toString()
  const ids = open.map(({ outage_id }) => outage_id)
  await tx
    .updateTable('register.outage')
    .set({ superseded_at: now.toString() })
    .where('outage_id', 'in', ids)
    .execute()
  const rows = open.map(({ station_id, from_at, cause }) => ({
    ...{ outage_id: randomUUID(), act_id, station_id, from_at, to_at, cause },
    ...{ recorded_at: now.toString(), recorded_by: actor.officer_id },
  }))
  await tx.insertInto('register.outage').values(rows).execute()
  const where = placeOfAct(
    program.places,
    open.map((one) => one.station_id),
  )
  await followCalendar(tx, program, await listPutOff(tx, where, AT_ONCE), now)
  return { to_at, row_before: rowHash({ act_id, rows: open }), row_after: rowHash({ act_id, rows }) }
}
