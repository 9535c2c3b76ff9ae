/** What became of an invented person after release, as rows of the register with the projection of his duties. */
import { evaluate } from '../../domain/duty/evaluate.ts'
import { exceptionsOf } from '../../domain/duty/exceptions.ts'
import { duty_names, type Facts, type NoticeFact } from '../../domain/duty/facts.ts'
import type { InventedPerson } from '../../domain/invented/invented-person.ts'
import { type InventedLife, inventLife } from '../../domain/invented/lives.ts'
import { dutyRows, standingRow } from '../duties/project.ts'
import { type DataKey, seal } from '../platform/keys.ts'
import type { Making, Row } from './rows.ts'

const RECORDED = ['recorded_at', 'recorded_by'] as const

/** The tables of a life, parents first, with the columns written. */
export const LIFE_COLUMNS = {
  'register.supervision': ['supervision_id', 'person_id', 'station_id', 'from_on'],
  'register.serving': [
    ...['serving_id', 'person_id', 'duties', 'served_at', 'language', 'proof', 'station_id'],
    ...RECORDED,
  ],
  'register.change': [
    ...['change_id', 'person_id', 'kind', 'changed_on', 'address_id', 'source_kind'],
    ...RECORDED,
  ],
  'register.trip': [
    ...['trip_version_id', 'trip_id', 'person_id', 'kind', 'departs_at', 'returns_at', 'country'],
    ...['destination_enc', 'source_kind', ...RECORDED],
  ],
  'register.notice': [
    ...['notice_id', 'person_id', 'duty', 'about_id', 'received_at', 'received_how', 'station_id'],
    ...['document_seen', 'facts_enc', ...RECORDED],
  ],
  'register.visit': [
    'visit_id',
    'person_id',
    'visited_on',
    'result',
    'address_id',
    'station_id',
    ...RECORDED,
  ],
  'register.stay': ['stay_id', 'person_id', 'kind', 'from_on', 'to_on', 'source_kind', ...RECORDED],
  'register.duty_standing': [
    ...['person_id', 'status', 'standing', 'starts_on', 'released_on', 'ends_on', 'next_due_on'],
    ...['exceptions', 'computed_on', 'generation'],
  ],
  'register.duty_due': ['person_id', 'duty', 'key', 'about_id', 'due_on', 'due_at', 'met', 'notice_id'],
} as const
export type LifeTable = keyof typeof LIFE_COLUMNS | 'register.person_address'
export type LifeRows = Record<LifeTable, Row[]>

export type Living = {
  rows: LifeRows
  person: InventedPerson
  person_id: string
  key: DataKey
  making: Making
  /** An id that only the person, the table and n decide. */
  id: (table: number, n: number) => string
}

/** Adds the life of one person, and what the duty engine makes of it today. */
export function addLife(living: Living): void {
  const { rows, person, person_id, making, id } = living
  const life = inventLife(making.seed, person, making.world)
  rows['register.supervision'].push([id(10, 0), person_id, person.station_id, making.today])
  addServing(living, life)
  addChanges(living, life)
  addTrips(living, life)
  const notices = noticesOf(living, life)
  addNotices(living, notices)
  addVisits(living, life)
  addStays(living)
  addProjection(living, life, notices)
}

function addServing({ rows, person, person_id, making, id }: Living, { served }: InventedLife) {
  if (!served) return
  const { at, language, proof } = served
  const duties = `{${duty_names.join(',')}}`
  const row = [id(11, 0), person_id, duties, at, language, proof, person.station_id]
  rows['register.serving'].push([...row, at, making.desk_id])
}

function addChanges({ rows, person_id, key, making, id }: Living, { changes }: InventedLife) {
  for (const [n, { on, district_id, address, told_at }] of changes.entries()) {
    const address_id = id(5, n + 1)
    const place = { table: 'person_address', row: address_id, column: 'text_enc' }
    const source = ['notice', on, making.desk_id]
    if (told_at !== null)
      rows['register.person_address'].push([
        ...[address_id, person_id, seal(key, place, address.text_en), district_id, on],
        ...source,
      ])
    const known = told_at === null ? [null, 'visit'] : [address_id, 'notice']
    const recorded_at = told_at ?? `${making.today}T08:00:00+05:00`
    rows['register.change'].push([id(12, n), person_id, 'address', on, ...known, recorded_at, making.desk_id])
  }
}

function addTrips({ rows, person_id, key, making, id }: Living, { trips }: InventedLife) {
  for (const [n, trip] of trips.entries()) {
    const trip_version_id = id(13, n)
    const place = { table: 'trip', row: trip_version_id, column: 'destination_enc' }
    const { kind, departs_at, returns_at, country, destination, told_at } = trip
    const source = [told_at === null ? 'border' : 'notice', told_at ?? departs_at, making.desk_id]
    const what = [kind, departs_at, returns_at, country, seal(key, place, destination)]
    rows['register.trip'].push([trip_version_id, id(14, n), person_id, ...what, ...source])
  }
}

/** Every notice of a life, in the order received. */
function noticesOf({ id }: Living, life: InventedLife): readonly NoticeFact[] {
  const told = [
    ...life.attended_at.map((received_at) => ({
      duty: 'confirm_in_person' as const,
      about: null,
      received_at,
    })),
    ...life.changes.map(({ told_at }, n) => ({
      ...{ duty: 'notify_address_change' as const, about: id(12, n), received_at: told_at },
    })),
    ...life.trips.map(({ kind, told_at }, n) => ({
      duty: kind === 'abroad' ? ('notify_travel_abroad' as const) : ('notify_absence' as const),
      ...{ about: id(14, n), received_at: told_at },
    })),
  ]
  return told
    .flatMap(({ received_at, ...one }) => (received_at === null ? [] : [{ ...one, received_at }]))
    .sort((a, b) => (a.received_at < b.received_at ? -1 : 1))
    .map((one, n) => ({ notice_id: id(15, n), ...one }))
}

function addNotices({ rows, person, person_id, key, making }: Living, notices: readonly NoticeFact[]) {
  for (const [n, { notice_id, duty, about, received_at }] of notices.entries()) {
    const place = { table: 'notice', row: notice_id, column: 'facts_enc' }
    const seen = duty === 'confirm_in_person' ? 'cnic' : n % 3 === 0 ? 'none' : 'cnic'
    const how = duty === 'confirm_in_person' || n % 4 > 0 ? 'in_person' : 'by_phone'
    const told = [received_at, how, person.station_id, seen, seal(key, place, '{}')]
    rows['register.notice'].push([notice_id, person_id, duty, about, ...told, received_at, making.desk_id])
  }
}

function addVisits({ rows, person, person_id, making, id }: Living, { visits }: InventedLife) {
  for (const [n, { on, result }] of visits.entries()) {
    const recorded = [`${on}T15:00:00+05:00`, making.desk_id]
    rows['register.visit'].push([id(16, n), person_id, on, result, id(5, 0), person.station_id, ...recorded])
  }
}

const STAYS = ['hospital', 'abroad', 'no_fixed_abode'] as const

function addStays({ rows, person, person_id, making, id }: Living) {
  const stays = STAYS.flatMap((kind) => person[kind].map((interval) => ({ kind, ...interval })))
  for (const [n, { kind, from_on, to_on }] of stays.entries()) {
    const recorded = ['other', `${from_on}T12:00:00+05:00`, making.desk_id]
    rows['register.stay'].push([id(17, n), person_id, kind, from_on, to_on, ...recorded])
  }
}

/** The person's facts as the register will read them from these rows. */
function factsOf(
  { person, person_id, making, id }: Living,
  life: InventedLife,
  notices: readonly NoticeFact[],
): Facts {
  const { served } = life
  return {
    ...{ case_id: person_id, on: making.today, pack: making.pack.pack, person },
    convictions: person.convictions.map((one, n) => ({ ...one, conviction_id: id(6, n) })),
    custody: person.custody,
    ...{ hospital: person.hospital, abroad: person.abroad, no_fixed_abode: person.no_fixed_abode },
    served: served ? duty_names.map((duty) => ({ duty, at: served.at, language: served.language })) : [],
    changes: life.changes.map(({ on }, n) => ({ change_id: id(12, n), kind: 'address', on })),
    trips: life.trips.map(({ kind, departs_at, returns_at }, n) => ({
      ...{ trip_id: id(14, n), kind, departs_at, returns_at, cancelled_at: null },
    })),
    notices,
    visits: life.visits,
    ...{ closed_desks: [], outages: [] },
  }
}

function addProjection(living: Living, life: InventedLife, notices: readonly NoticeFact[]) {
  const { rows, person, person_id, making } = living
  const { pack, packs_before } = making
  const facts = factsOf(living, life, notices)
  const result = evaluate(facts, pack, packs_before)
  const computed = {
    ...{ person_id, facts, result, station_id: person.station_id },
    ...{ exceptions: exceptionsOf(facts, result, pack), packs: [...packs_before, pack] as const },
    record_ids: [person_id] as const,
  }
  const standing = standingRow(computed)
  rows['register.duty_standing'].push([
    ...[person_id, standing.status, standing.standing, standing.starts_on, standing.released_on],
    ...[standing.ends_on, standing.next_due_on, `{${standing.exceptions.join(',')}}`, making.today, 0],
  ])
  for (const duty of dutyRows(computed))
    rows['register.duty_due'].push([
      ...[person_id, duty.duty, duty.key, duty.about_id, duty.due_on, duty.due_at, duty.met, duty.notice_id],
    ])
}
