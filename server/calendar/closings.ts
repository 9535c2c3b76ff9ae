/** Recording closed desks and outages: what may be recorded, how many people's dates it moves, and the rows. */
import { randomUUID } from 'node:crypto'
import type { ClosedDeskAsked, OutageAsked } from '../../contract/calendar.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { closingFault, outageFault } from '../../domain/calendar/closing.ts'
import { dayOf, dayOfInstant, instantAt, instantOf, isoOf, timeOfDay } from '../../domain/calendar/dates.ts'
import { deskOf } from '../../domain/calendar/desk.ts'
import { type Interval, intervalsOf, merged, open_end } from '../../domain/calendar/intervals.ts'
import { listPacksInForce } from '../duties/packs.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { placeAsked, stationsOf } from '../platform/place-asked.ts'
import { invalid } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { findMoved, listClosedDesks, listOutages } from './queries.ts'
import { AT_ONCE } from './wake.ts'

export type Recording = { tx: RegisterTx; program: Program; actor: Actor; now: Temporal.Instant }
/** What the act would do: the days that close, and whose dates move. */
export type Moves = { count: number; ids: string[] }

const recorderOf = (actor: Actor) => (actor.place.station === null ? 'bureau' : 'station')

const isoInstantOf = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString()

/** Checks a closed desk and finds whose dates it moves; throws what is wrong with a field. */
export async function weighClosedDesk(
  { tx, program, actor, now }: Recording,
  asked: ClosedDeskAsked,
): Promise<Moves> {
  const fault = closingFault(asked, pakistanDay(now), recorderOf(actor))
  if (fault) throw invalid(fault.field, fault.code, fault.values)
  const where = placeAsked(actor, asked)
  const stations = stationsOf(program.places, where)
  const held = await listClosedDesks(tx, stations ?? [], asked.from_on, asked.to_on)
  if (isCovered(held, stations, asked)) throw invalid('from_on', 'calendar.fault.covered')
  return findMoved(tx, where, { from_on: asked.from_on, until_on: asked.to_on }, AT_ONCE)
}

/** Whether every day asked is closed already, for each station meant. */
function isCovered(
  held: readonly { station_id: string | null; from_on: string; to_on: string }[],
  stations: readonly string[] | null,
  { from_on, to_on }: ClosedDeskAsked,
): boolean {
  const asked: Interval = { from: dayOf(from_on), to: dayOf(to_on) }
  return (stations ?? [null]).every((station) =>
    intervalsOf(held.filter((row) => row.station_id === null || row.station_id === station)).some(
      ({ from, to }) => from <= asked.from && asked.to <= to,
    ),
  )
}

/** Records a closed desk, a row for each station meant or one for the country; returns its act and a hash of its rows. */
export async function insertClosedDesk(recording: Recording, asked: ClosedDeskAsked) {
  const { tx, program, actor, now } = recording
  const act_id = randomUUID()
  const { from_on, to_on, cause, reference = null } = asked
  const stations = stationsOf(program.places, placeAsked(actor, asked)) ?? [null]
  const rows = stations.map((station_id) => ({
    ...{ closed_desk_id: randomUUID(), act_id, station_id, from_on, to_on, cause, reference },
    ...{ recorded_at: now.toString(), recorded_by: actor.officer_id },
  }))
  await tx.insertInto('register.closed_desk').values(rows).execute()
  return { act_id, row_after: rowHash({ act_id, rows }) }
}

/** The instants of an outage as typed; the end null while it lasts. */
export function timesOf({ from_on, from_time, to_on, to_time }: OutageAsked) {
  const at = (on: string, time: string) => instantOf(dayOf(on), timeOfDay(time))
  if (Boolean(to_on) !== Boolean(to_time)) throw invalid(to_on ? 'to_time' : 'to_on', 'required')
  return { from: at(from_on, from_time), to: to_on && to_time ? at(to_on, to_time) : null }
}

/** Checks an outage and finds whose dates it moves: those due on days whose desk hours it covers, with others before it. */
export async function weighOutage(
  { tx, program, actor, now }: Recording,
  asked: OutageAsked,
): Promise<Moves> {
  const times = timesOf(asked)
  const fault = outageFault(times, { now: now.epochMilliseconds, by: recorderOf(actor) })
  if (fault) throw invalid(fault.field, fault.code, fault.values)
  const where = placeAsked(actor, asked)
  const stations = stationsOf(program.places, where)
  const until = times.to ?? now.epochMilliseconds
  const held = await listOutages(tx, stations ?? [], isoInstantOf(times.from), isoInstantOf(until))
  const here = held.filter(
    ({ station_id }) => station_id === null || (stations?.length === 1 && station_id === stations[0]),
  )
  const known = here.map(({ from_at, to_at }) => ({
    from: instantAt(from_at),
    to: to_at === null ? open_end : instantAt(to_at),
  }))
  if (merged(known).some(({ from, to }) => from <= times.from && until <= to))
    throw invalid('from_time', 'calendar.fault.covered')
  const days = await closedBy(tx, known, { from: times.from, to: times.to ?? open_end }, now)
  if (!days) return { count: 0, ids: [] }
  return findMoved(tx, where, days, AT_ONCE)
}

/** The days that an outage closes together with those known; null: none. An open one closes all days to come. */
async function closedBy(tx: RegisterTx, known: Interval[], outage: Interval, now: Temporal.Instant) {
  const packs = await listPacksInForce(tx, pakistanDay(now))
  const desk = deskOf(packs[packs.length - 1] as (typeof packs)[0], [], [...known, outage])
  const first = dayOfInstant(outage.from)
  const last = outage.to === open_end ? first + 1 : dayOfInstant(outage.to)
  const days = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const closed = days.filter((day) => desk.closure(day) === 'outage')
  const from = closed[0]
  if (from === undefined) return null
  return { from_on: isoOf(from), until_on: outage.to === open_end ? null : isoOf(last + 1) }
}

/** Records an outage; returns its act and a hash of its rows. */
export async function insertOutage(recording: Recording, asked: OutageAsked) {
  const { tx, program, actor, now } = recording
  const act_id = randomUUID()
  const { from, to } = timesOf(asked)
  const times = { from_at: isoInstantOf(from), to_at: to === null ? null : isoInstantOf(to) }
  const stations = stationsOf(program.places, placeAsked(actor, asked)) ?? [null]
  const rows = stations.map((station_id) => ({
    ...{ outage_id: randomUUID(), act_id, station_id, ...times, cause: asked.cause },
    ...{ recorded_at: now.toString(), recorded_by: actor.officer_id },
  }))
  await tx.insertInto('register.outage').values(rows).execute()
  return { act_id, row_after: rowHash({ act_id, rows }) }
}
