/**
 * Finds by the projection what is overdue, falls due, or must be looked at; what is shown of each row is computed now.
 * Pages go on by key. A person who is stale is found by his old date and shown with his new one.
 */
import { sql } from 'kysely'
import type { DifferingPart, DutyList, DutyRow } from '../../contract/duty-lists.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { dayOf, isoOf } from '../../domain/calendar/dates.ts'
import { openNames } from '../people/card-names.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import { type Computed, computeDuties } from './compute.ts'
import { countDisputed, findDisputed } from './disputed.ts'
import { dateOf } from './project.ts'

export const PAGE_ROWS = 50
/** Days ahead that count as falling due, and in which a release is announced. */
const DUE_DAYS = 14
const RELEASE_DAYS = 30

export type Listing = {
  tx: RegisterTx
  program: Program
  actor: Actor
  now: Temporal.Instant
  where: { station_id: string | null; district_id: string | null }
}
export type Found = {
  person_id: string
  record_number: string
  station_id: string
  duty: string | null
  key: string | null
  on: string | null
  differs: DifferingPart[]
}

const shifted = (on: string, days: number) => isoOf(dayOf(on) + days)

/** The place is for the index, not for access: row-level security shows each officer his own people only. */
const people = ({ tx, where: { station_id, district_id } }: Listing) =>
  tx
    .selectFrom('register.person as p')
    .innerJoin('register.duty_standing as s', 's.person_id', 'p.person_id')
    .$if(station_id !== null, (q) => q.where('p.station_id', '=', station_id ?? ''))
    .$if(station_id === null && district_id !== null, (q) => q.where('p.district_id', '=', district_id ?? ''))

/** Duties not met with a date from a day on and before another, of people on the register. */
const dues = (listing: Listing, from_on: string | null, until_on: string) =>
  people(listing)
    .innerJoin('register.duty_due as d', 'd.person_id', 'p.person_id')
    .where('s.status', '=', 'active')
    .where('d.met', 'is', null)
    .where('d.due_on', '<', until_on)
    .$if(from_on !== null, (q) => q.where('d.due_on', '>=', from_on ?? ''))

const excepted = (listing: Listing, exception: string) =>
  people(listing).where(sql<boolean>`s.exceptions @> array[${exception}]`)

/** People in custody whose last interval ends within the window: they are told their duties on the day of release. */
const releases = (listing: Listing, today: string) =>
  people(listing)
    .innerJoin('register.custody as c', 'c.person_id', 'p.person_id')
    .where('s.status', '=', 'active')
    .where('c.superseded_at', 'is', null)
    .where('c.to_on', '>=', today)
    .where('c.to_on', '<=', shifted(today, RELEASE_DAYS))

type Window = { from_on: string | null; until_on: string }

/** What days a list of duties spans; undefined for lists of people. */
export function windowOf(list: DutyList, today: string): Window | undefined {
  if (list === 'overdue') return { from_on: null, until_on: today }
  if (list === 'due') return { from_on: today, until_on: shifted(today, DUE_DAYS + 1) }
  return undefined
}

/** How many rows a list has, as last computed. */
export async function countRows(listing: Listing, list: DutyList, window?: Window): Promise<number> {
  if (list === 'calculators_differ') return countDisputed(listing.tx, listing.where)
  const today = pakistanDay(listing.now)
  const span = window ?? windowOf(list, today)
  const all = sql<number>`count(*)`.as('count')
  const query = span
    ? dues(listing, span.from_on, span.until_on).select(all)
    : list === 'releases'
      ? releases(listing, today).select(all)
      : excepted(listing, list).select(all)
  return Number((await query.executeTakeFirst())?.count ?? 0)
}

/** Where a page begins: the key of the last row before it. */
export type After = { on: string | null; person_id: string; duty: string; key: string }

/** The key as it stands in an address: a day, an opaque id, and which duty. */
export const keyOf = ({ on, person_id, duty, key }: Found): string =>
  `${on ?? ''}_${person_id}${duty === null ? '' : `_${duty}_${key}`}`

/** Reads such a key; the duty's name holds low lines, its key none. */
export function readKey(text: string): After {
  const [on = '', person_id = '', ...rest] = text.split('_')
  return { on: on || null, person_id, duty: rest.slice(0, -1).join('_'), key: rest.at(-1) ?? '' }
}

const COLUMNS = ['p.person_id', 'p.record_number', 'p.station_id'] as const
const NO_DUTY = { duty: null, key: null }
type Asked = { after?: After | undefined; most: number }

/** Rows of a list, oldest first; one more than asked tells that there is a next page. */
export async function findRows(
  listing: Listing,
  list: DutyList,
  { window, ...asked }: Asked & { window?: Window },
): Promise<Found[]> {
  const today = pakistanDay(listing.now)
  const span = window ?? windowOf(list, today)
  if (span) return (await findDues(listing, span, asked)).map((row) => ({ ...row, differs: [] }))
  if (list === 'calculators_differ') {
    const rows = await findDisputed(listing.tx, listing.where, asked)
    return rows.map((row) => ({ ...row, ...NO_DUTY }))
  }
  const rows = await (list === 'releases'
    ? findReleases(listing, today, asked)
    : findExcepted(listing, list, asked))
  return rows.map((row) => ({ ...row, ...NO_DUTY, differs: [] }))
}

const findDues = (listing: Listing, { from_on, until_on }: Window, { after, most }: Asked) =>
  dues(listing, from_on, until_on)
    .select([...COLUMNS, 'd.duty', 'd.key', 'd.due_on as on'])
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(d.due_on, p.person_id, d.duty, d.key) > (${after?.on}::date, ${after?.person_id}::uuid, ${after?.duty}, ${after?.key})`,
      ),
    )
    .orderBy('d.due_on')
    .orderBy('p.person_id')
    .orderBy('d.duty')
    .orderBy('d.key')
    .limit(most)
    .execute()

const findReleases = (listing: Listing, today: string, { after, most }: Asked) =>
  releases(listing, today)
    .select([...COLUMNS, 'c.to_on as on'])
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(c.to_on, p.person_id) > (${after?.on}::date, ${after?.person_id}::uuid)`),
    )
    .orderBy('c.to_on')
    .orderBy('p.person_id')
    .limit(most)
    .execute()

/** The day by which exceptions are put in order; a person who was never released or registered comes first. */
const since = sql<string>`coalesce(s.released_on, s.starts_on, '1900-01-01'::date)`

const findExcepted = (listing: Listing, exception: string, { after, most }: Asked) =>
  excepted(listing, exception)
    .select([...COLUMNS, sql<string | null>`coalesce(s.released_on, s.starts_on)`.as('on')])
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(${since}, p.person_id) > (coalesce(${after?.on}::date, '1900-01-01'::date), ${after?.person_id}::uuid)`,
      ),
    )
    .orderBy(since)
    .orderBy('p.person_id')
    .limit(most)
    .execute()

/** The rows as they stand now; what is met or no longer so is left out. */
export async function showRows(
  listing: Listing,
  list: DutyList,
  found: readonly Found[],
): Promise<DutyRow[]> {
  const { tx, program, actor, now } = listing
  const today = pakistanDay(now)
  const ids = [...new Set(found.map(({ person_id }) => person_id))]
  const own = actor.place.station
  const own_ids = found.flatMap((row) => (own !== null && row.station_id === own ? row.person_id : []))
  const acts = actsOf(actor)
  const [computed, names] = await Promise.all([
    computeDuties(tx, ids, today),
    openNames(tx, program.keyring, [...new Set(own_ids)]),
  ])
  return found.flatMap((row): DutyRow[] => {
    const now_ = computed.get(row.person_id)
    const station = program.places.stations.get(row.station_id)
    const live = now_ && liveOf(list, row, now_, { today, acts })
    if (!live) return []
    return [
      {
        ...{ person_id: row.person_id, record_number: row.record_number },
        name: names.get(row.person_id) ?? null,
        station: { en: station?.name_en ?? row.station_id, ur: station?.name_ur ?? row.station_id },
        ...{ exceptions: [...now_.exceptions], differs: row.differs },
        ...live,
      },
    ]
  })
}

type Live = Pick<DutyRow, 'duty' | 'state' | 'on' | 'days_left' | 'act'>

type Acts = Record<'record_notice' | 'serve', DutyRow['act']>

/** What this officer is led to: to the record alone where the policies would refuse him the act itself. */
function actsOf(actor: Actor): Acts {
  const facts = { kind: 'person', place: actor.place } as const
  const open = { has_conflict: false, is_closed: false, is_off_register: false }
  const may = (action: 'notice.record' | 'serving.record') =>
    decide(actor, action, { ...facts, ...open }, { purpose: 'supervision', has_quota: true }).allowed
  return {
    record_notice: may('notice.record') ? 'record_notice' : 'open',
    serve: may('serving.record') ? 'serve' : 'open',
  }
}

function liveOf(
  list: DutyList,
  row: Found,
  one: Computed,
  { today, acts }: { today: string; acts: Acts },
): Live | undefined {
  const left = (on: string | null) => (on === null ? null : dayOf(on) - dayOf(today))
  if (list === 'not_served' || list === 'custody_unknown') {
    if (!one.exceptions.includes(list)) return undefined
    const act = list === 'not_served' ? acts.serve : 'open'
    return { duty: null, state: null, on: row.on, days_left: left(row.on), act }
  }
  if (list === 'calculators_differ')
    return { duty: null, state: null, on: row.on, days_left: left(row.on), act: 'open' }
  if (list === 'releases')
    return { duty: null, state: null, on: row.on, days_left: left(row.on), act: acts.serve }
  const duty = one.result.duties.find((each) => each.duty === row.duty && each.key === row.key)
  if (!duty || !OWED.includes(duty.state)) return undefined
  const on = dateOf(duty)
  return { duty: duty.duty, state: duty.state, on, days_left: left(on), act: acts.record_notice }
}

const OWED: readonly string[] = ['overdue', 'due', 'not_due']
