/** What of people's duties waits for the officer: each row found by the projection, computed now, with its one act. */
import type { DayReply, DayRow, SectionKey } from '../../contract/day.ts'
import type { DutyList, DutyRow } from '../../contract/duty-lists.ts'
import { paths } from '../../contract/paths.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { dayOf, isoOf } from '../../domain/calendar/dates.ts'
import { countRows, findRows, type Listing, showRows } from '../duties/lists.ts'
import { findLastRun } from '../duties/refresh-job.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { findWithin, placeName, stationsOf } from '../platform/place-asked.ts'
import { listNewClosures } from './queries.ts'
import type { Making } from './sections.ts'

type Section = DayReply['sections'][number]
type DutySection = 'due_today' | 'this_week' | Exclude<DutyList, 'due'>

/** A page for a slow line; the rest stands in the list of duties, 50 at a time. */
const MOST_ROWS = 10
const WEEK_DAYS = 7

/** Which list a section opens, and the days it spans where that is less than the list. */
function listOf(
  section: DutySection,
  today: string,
): { list: DutyList; window?: Parameters<typeof countRows>[2] } {
  const after = (days: number) => isoOf(dayOf(today) + days)
  if (section === 'due_today') return { list: 'due', window: { from_on: today, until_on: after(1) } }
  if (section === 'this_week')
    return { list: 'due', window: { from_on: after(1), until_on: after(WEEK_DAYS + 1) } }
  return { list: section }
}

export async function dutySection(
  { tx, program, actor, now }: Making,
  section: DutySection,
): Promise<Section> {
  const where = findWithin(program.places, actor, {}) ?? { station_id: '', district_id: null }
  const listing: Listing = { tx, program, actor, now, where }
  const { list, window } = listOf(section, pakistanDay(now))
  const given = window ? { window } : {}
  const [count, found] = await Promise.all([
    countRows(listing, list, window),
    findRows(listing, list, { most: MOST_ROWS, ...given }),
  ])
  const rows = await showRows(listing, list, found)
  return { key: section, count, href: `${paths.duties()}?list=${list}`, rows: rows.map(asDayRow) }
}

const ACT_HREF = { record_notice: paths.newNotice, serve: paths.newServing, open: paths.person } as const

function asDayRow(row: DutyRow): DayRow {
  const { person_id, record_number, name, duty, on, days_left, act, station, differs } = row
  return {
    ...{ id: person_id, href: paths.person(person_id), name, since_at: null },
    note:
      name === null
        ? { en: `${record_number} · ${station.en}`, ur: `${record_number} · ${station.ur}` }
        : null,
    flags: duty === null ? differs.map((part) => `differs_${part}`) : [`duty_${duty}`],
    on: duty === null ? on : null,
    act: act === 'open' ? null : { href: ACT_HREF[act](person_id), key: act },
    clock: duty !== null && on !== null && days_left !== null ? { due_on: on, days_left } : null,
  }
}

/** Closed desks and outages that were recorded in the last days, so that none is invented in secret. */
export async function closuresSection({ tx, program, actor, now }: Making): Promise<Section> {
  const { places } = program
  const where = findWithin(places, actor, {}) ?? { station_id: '', district_id: null }
  const found = await listNewClosures(tx, now, stationsOf(places, where))
  const rows = found.slice(0, MOST_ROWS).map((one): DayRow => {
    const name = placeName(places, { station_id: one.station_id, district_id: null })
    return {
      ...{ id: one.act_id, href: paths.calendarOn(one.on), name: null, on: one.on, act: null, clock: null },
      note: name ?? { en: 'all of Pakistan', ur: 'پورا پاکستان' },
      flags: [`closure_${one.kind}`],
      since_at: one.recorded_at,
    }
  })
  return { key: 'closures', count: found.length, href: paths.calendar(), rows }
}

const DUTY_SECTIONS: readonly SectionKey[] = [
  ...(['overdue', 'due_today', 'this_week', 'not_served', 'custody_unknown', 'releases'] as const),
  'calculators_differ',
]

/** The people whom the sections name, each once. */
export const namedIn = (sections: readonly Section[]): string[] => [
  ...new Set(
    sections
      .filter(({ key }) => DUTY_SECTIONS.includes(key))
      .flatMap(({ rows }) => rows.flatMap(({ id, name }) => (name === null ? [] : id))),
  ),
]

/** How far the night work has come while it runs; shown to the Bureau, which answers for it. */
export async function nightOf(tx: RegisterTx, { role }: Actor): Promise<DayReply['night']> {
  if (role !== 'bureau_officer' && role !== 'bureau_supervisor') return null
  const run = await findLastRun(tx)
  if (!run || run.ended_at !== null) return null
  const { done_count, of_count, begun_at } = run
  return { done_count, of_count, begun_at }
}
