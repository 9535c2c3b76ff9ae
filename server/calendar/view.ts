/** The calendar of a place for a week or a month: what is closed, what falls due, and which dates moved because of it. */
import type { CalendarDay, CalendarReply, DueShown } from '../../contract/calendar.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { dayOf, instantAt, instantOf, isoOf } from '../../domain/calendar/dates.ts'
import { deskOf } from '../../domain/calendar/desk.ts'
import { intervalsOf } from '../../domain/calendar/intervals.ts'
import { monthOf, weekOf } from '../../domain/calendar/weeks.ts'
import { type Computed, computeDuties } from '../duties/compute.ts'
import { listPacksInForce } from '../duties/packs.ts'
import { dateOf } from '../duties/project.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { choicesFor, type PlaceAsked, placeName, placeOf, stationsOf } from '../platform/place-asked.ts'
import type { Program } from '../platform/program.ts'
import { countDue, listClosedDesks, listDuePeople, listOutages } from './queries.ts'
import { showClosings } from './show.ts'

export type Viewing = {
  tx: RegisterTx
  program: Program
  actor: Actor
  now: Temporal.Instant
  where: PlaceAsked
  view: 'week' | 'month'
  on: string
  /** People listed at most; more are counted. */
  most?: number
}

/** People whose duties a week lists; more are counted, not listed. */
const MOST_LISTED = 60
/** A date that moved away from a week lies at most so many days after the last closed day: pauses and rolling. */
const REACH_DAYS = 14

type Closed = Awaited<ReturnType<typeof listClosedDesks>>
type Down = Awaited<ReturnType<typeof listOutages>>

const atMidnight = (on: string) => Temporal.Instant.fromEpochMilliseconds(instantOf(dayOf(on), 0)).toString()
const shifted = (on: string, days: number) => isoOf(dayOf(on) + days)

export async function viewCalendar(viewing: Viewing): Promise<CalendarReply> {
  const { tx, program, actor, now, where, view, on } = viewing
  const { days, previous_on, next_on } = view === 'week' ? weekOf(on) : monthOf(on)
  const [from_on, until_on] = [days[0] ?? on, shifted(days.at(-1) ?? on, 1)]
  const stations = stationsOf(program.places, where)
  const [closed, down, counts] = await Promise.all([
    listClosedDesks(tx, stations, from_on, until_on),
    listOutages(tx, stations, atMidnight(from_on), atMidnight(until_on)),
    countDue(tx, where, from_on, until_on),
  ])
  const lists_people = view === 'week'
  const listed = lists_people ? await listMoves(viewing, { from_on, until_on }, closed, down) : NOTHING
  const { closureOf, isDownStill } = await closures(viewing, closed, down)
  const place = placeOf(program.places, where)
  return {
    ...{ today: pakistanDay(now), view, on, previous_on, next_on },
    place: placeName(program.places, where),
    choices: choicesFor(program.places, actor, where),
    days: days.map((day) => dayShown(day, { closureOf, isDownStill, counts, ...listed, lists_people })),
    closings: await showClosings(
      { tx, places: program.places, actor },
      { closed_desks: closed, outages: down },
    ),
    is_cut: listed.is_cut,
    may_print:
      where.station_id !== null &&
      decide(actor, 'calendar.print', { kind: 'calendar', place: actor.place }).allowed,
    may_record:
      place !== undefined &&
      decide(actor, 'calendar.record', { kind: 'calendar', place: actor.place }).allowed,
  }
}

const NOTHING: { due: readonly DueShown[]; is_cut: boolean } = { due: [], is_cut: false }

type DayParts = {
  closureOf: (on: string) => CalendarDay['closure']
  isDownStill: (on: string) => boolean
  counts: Map<string, number>
  due: readonly DueShown[]
  is_cut: boolean
  lists_people: boolean
}

function dayShown(on: string, parts: DayParts): CalendarDay {
  const { closureOf, isDownStill, counts, due, is_cut, lists_people } = parts
  const here = due.filter((one) => one.due_on === on)
  return {
    ...{ on, closure: closureOf(on), is_down_still: isDownStill(on) },
    // What is listed was computed now; the count is of what was computed last.
    due_count: lists_people && !is_cut ? here.length : (counts.get(on) ?? 0),
    due: here,
    moved_away: due.filter(({ moved, due_on }) => moved?.from_on === on && due_on !== on),
  }
}

/**
 * Why the desk of this place is closed on a day; of several stations, only what holds for all of them. An outage that
 * lasts closes no day to come: it may end at any moment. The engine counts it as open, since it puts a date off.
 */
async function closures({ tx, where, now }: Viewing, closed: Closed, down: Down) {
  const today = pakistanDay(now)
  const packs = await listPacksInForce(tx, today)
  const is_here = ({ station_id }: { station_id: string | null }) =>
    station_id === null || station_id === where.station_id
  const here = down.filter(is_here)
  const end_of_today = instantOf(dayOf(today) + 1, 0)
  const outages = here.map(({ from_at, to_at }) => ({
    from: instantAt(from_at),
    to: to_at === null ? end_of_today : instantAt(to_at),
  }))
  const is_down = here.some(({ to_at }) => to_at === null)
  const pack = packs[packs.length - 1] as (typeof packs)[0]
  const desk = deskOf(pack, intervalsOf(closed.filter(is_here)), outages)
  return {
    closureOf: (on: string) => desk.closure(dayOf(on)) ?? null,
    isDownStill: (on: string) => is_down && on === today,
  }
}

/** Computes the people with something due in the span or moved out of it; the projection only finds them. */
async function listMoves(
  { tx, where, now, most = MOST_LISTED }: Viewing,
  { from_on, until_on }: { from_on: string; until_on: string },
  closed: Closed,
  down: Down,
) {
  const today = pakistanDay(now)
  const ends = [...closed.map((row) => row.to_on), ...down.map((row) => row.to_at?.slice(0, 10) ?? today)]
  const starts = [...closed.map((row) => row.from_on), ...down.map((row) => row.from_at.slice(0, 10))]
  const reach = {
    from_on: [from_on, ...starts].sort()[0] ?? from_on,
    until_on: shifted([until_on, ...ends].sort().at(-1) ?? until_on, REACH_DAYS),
  }
  const people = await listDuePeople(tx, where, { ...reach, most: most + 1 })
  const is_cut = people.size > most
  const computed = await computeDuties(tx, [...people.keys()].slice(0, most), today)
  const due = [...computed.values()].flatMap((one) => dueOf(one, people.get(one.person_id) ?? ''))
  return { due, is_cut }
}

const OPEN: readonly string[] = ['overdue', 'due', 'not_due']

/** A person's duties that are owed, each with the day it would have been if a closed desk moved it. */
export function dueOf({ person_id, result }: Computed, record_number: string): DueShown[] {
  return result.duties.flatMap((one) => {
    const due_on = dateOf(one)
    if (due_on === null || !OPEN.includes(one.state)) return []
    const rolled = one.steps.find(({ rule }) => rule === 'roll')
    const moved = rolled?.from ? { from_on: rolled.from, because: rolled.because.code } : null
    const { duty, state, due_at = null } = one
    return [{ person_id, record_number, duty, due_on, due_at: due_at && asUtc(due_at), state, moved }]
  })
}

const asUtc = (at: string) => Temporal.Instant.from(at).toString()
