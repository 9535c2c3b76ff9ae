// What an officer typed of a notice, read as facts for the register, or every fault in it. RULES §1, §4.
import { dayOf, isoOf } from '../calendar/dates.ts'
import type { DutyName } from '../duty/facts.ts'
import { instantTyped } from './instant.ts'
import { COUNTRIES, type DocumentSeen, FACTS_OF, type FactField, type ReceivedHow } from './words.ts'

export type NoticeTyped = {
  readonly duty: DutyName
  readonly received_on: string
  readonly received_time: string
  readonly received_how: ReceivedHow
  readonly document_seen: DocumentSeen
  /** A change or trip already recorded, of which this notice tells. */
  readonly about_id?: string | null
  readonly back_dated_reason?: string | null
} & { readonly [Field in FactField]?: string | null }

/** What the notice tells, besides that the person came. */
export type NoticeFacts =
  | { readonly kind: 'attendance' }
  | { readonly kind: 'known'; readonly about_id: string }
  | {
      readonly kind: 'address'
      readonly text: string
      readonly district_id: string | null
      readonly changed_on: string
    }
  | { readonly kind: 'name'; readonly latin: string; readonly ur: string; readonly changed_on: string }
  | ({ readonly kind: 'trip' } & TripTold)

export type TripTold = {
  readonly trip: 'abroad' | 'inside'
  readonly country: string | null
  readonly destination: string | null
  readonly departs_at: string
  readonly returns_at: string | null
}

export type ReadNotice = {
  readonly duty: DutyName
  readonly received_at: string
  readonly received_how: ReceivedHow
  readonly document_seen: DocumentSeen
  readonly facts: NoticeFacts
  /** Null where it is typed in on the day it was received. */
  readonly back_dated_reason: string | null
}

export type NoticeFault =
  | 'required'
  | 'in_future'
  | 'format_time'
  | 'notices.fault.too_far'
  | 'notices.fault.before_registration'
  | 'notices.fault.reason_needed'
  | 'notices.fault.not_in_person'
  | 'notices.fault.of_another_kind'
  | 'notices.fault.returns_before'
  | 'notices.fault.country_or_place'
  | 'notices.fault.not_latin'
  | 'notices.fault.not_urdu'
export type Faulty = { readonly field: string; readonly code: NoticeFault }

/** Days ahead within which a change or departure is told; a year written wrongly lies beyond. */
const most_days_ahead = 366
/** Nobody on the register was told of anything before. */
const earliest = '1990-01-01'

type Reading = { readonly typed: NoticeTyped; readonly today: string; readonly faults: Faulty[] }

/**
 * A notice as it will be kept, or its faults, a field each.
 * @param now ISO UTC  @param today the Pakistan day of `now`
 * @param starts_on first day on the register: nothing was received before it; null: not on it, which is judged elsewhere
 * @law RULES §1 (a notice counts from the instant it was received)
 * @example readNotice({ duty: 'confirm_in_person', received_on: '2025-03-03', received_time: '10:00', received_how: 'in_person', document_seen: 'cnic' }, '2025-03-03T06:00:00.000Z', '2025-03-03', null).notice.received_at // '2025-03-03T05:00:00.000Z'
 */
export function readNotice(
  typed: NoticeTyped,
  now: string,
  today: string,
  starts_on: string | null,
):
  | { readonly notice: ReadNotice; readonly faults?: never }
  | { readonly notice?: never; readonly faults: readonly Faulty[] } {
  const reading: Reading = { typed, today, faults: [] }
  const received_at = readReceived(reading, now, starts_on)
  if (typed.duty === 'confirm_in_person' && typed.received_how !== 'in_person')
    fault(reading, 'received_how', 'notices.fault.not_in_person')
  const facts = readFacts(reading)
  if (reading.faults.length > 0 || received_at === undefined || facts === undefined)
    return { faults: reading.faults }
  const { duty, received_how, document_seen } = typed
  const back_dated_reason = typed.received_on < today ? (typed.back_dated_reason ?? null) : null
  return { notice: { duty, received_at, received_how, document_seen, facts, back_dated_reason } }
}

const fault = ({ faults }: Reading, field: string, code: NoticeFault): undefined => {
  faults.push({ field, code })
}

function readReceived(reading: Reading, now: string, starts_on: string | null): string | undefined {
  const { received_on, received_time, back_dated_reason } = reading.typed
  const at = instantTyped(received_on, received_time)
  if (at === undefined) return fault(reading, 'received_time', 'format_time')
  if (received_on > reading.today) return fault(reading, 'received_on', 'in_future')
  if (at > now) return fault(reading, 'received_time', 'in_future')
  if (starts_on !== null && received_on < starts_on)
    return fault(reading, 'received_on', 'notices.fault.before_registration')
  if (received_on < reading.today && !back_dated_reason)
    return fault(reading, 'back_dated_reason', 'notices.fault.reason_needed')
  return at
}

function readFacts(reading: Reading): NoticeFacts | undefined {
  const { typed } = reading
  const is_known = typed.duty !== 'confirm_in_person' && typed.about_id != null
  const own = is_known ? [] : FACTS_OF[typed.duty]
  const all = new Set(Object.values(FACTS_OF).flat())
  for (const field of all)
    if (!own.includes(field) && typed[field] != null) fault(reading, field, 'notices.fault.of_another_kind')
  if (typed.duty === 'confirm_in_person') {
    if (typed.about_id != null) return fault(reading, 'about_id', 'notices.fault.of_another_kind')
    return { kind: 'attendance' }
  }
  if (typed.about_id != null) return { kind: 'known', about_id: typed.about_id }
  switch (typed.duty) {
    case 'notify_address_change':
      return readAddress(reading)
    case 'notify_name_change':
      return readName(reading)
    case 'notify_travel_abroad':
      return readTrip(reading, 'abroad')
    case 'notify_absence':
      return readTrip(reading, 'inside')
  }
}

/** The text of a box that must be filled. */
function needed(reading: Reading, field: FactField): string | undefined {
  const text = reading.typed[field]
  return text == null ? fault(reading, field, 'required') : text
}

/** A day that must be given, near enough to be meant. */
function neededDay(reading: Reading, field: FactField): string | undefined {
  const day = needed(reading, field)
  if (day === undefined) return undefined
  const is_meant = day >= earliest && day <= isoOf(dayOf(reading.today) + most_days_ahead)
  return is_meant ? day : fault(reading, field, 'notices.fault.too_far')
}

const tidied = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

function readAddress(reading: Reading): NoticeFacts | undefined {
  const text = needed(reading, 'address_text')
  const changed_on = neededDay(reading, 'address_from_on')
  if (text === undefined || changed_on === undefined) return undefined
  const district_id = reading.typed.address_district_id ?? null
  return { kind: 'address', text: tidied(text), district_id, changed_on }
}

function readName(reading: Reading): NoticeFacts | undefined {
  const latin = needed(reading, 'name_latin')
  const ur = needed(reading, 'name_ur')
  const changed_on = neededDay(reading, 'name_changed_on')
  if (latin !== undefined && !/^[\p{Script=Latin}\p{M}\s.,'’@/()-]+$/u.test(latin))
    fault(reading, 'name_latin', 'notices.fault.not_latin')
  if (ur !== undefined && !/^[\p{Script=Arabic}\p{M}\s.،۔'’@/()-]+$/u.test(ur))
    fault(reading, 'name_ur', 'notices.fault.not_urdu')
  if (latin === undefined || ur === undefined || changed_on === undefined) return undefined
  return { kind: 'name', latin: tidied(latin), ur: tidied(ur), changed_on }
}

function readTrip(reading: Reading, trip: TripTold['trip']): NoticeFacts | undefined {
  const { typed } = reading
  const destination = typed.destination == null ? null : tidied(typed.destination)
  const country = typed.country == null || typed.country === 'ZZ' ? null : typed.country
  if (trip === 'inside' && destination === null) fault(reading, 'destination', 'required')
  if (trip === 'abroad') {
    if (typed.country == null) fault(reading, 'country', 'required')
    else if (!COUNTRIES.some((code) => code === typed.country))
      fault(reading, 'country', 'notices.fault.country_or_place')
    else if (country === null && destination === null)
      fault(reading, 'destination', 'notices.fault.country_or_place')
  }
  const departs_at = readMoment(reading, 'departs_on', 'departs_time', true)
  const returns_at = readMoment(reading, 'returns_on', 'returns_time', false)
  if (departs_at == null || returns_at === undefined) return undefined
  if (returns_at !== null && returns_at < departs_at)
    return fault(reading, 'returns_on', 'notices.fault.returns_before')
  return { kind: 'trip', trip, country, destination, departs_at, returns_at }
}

/** Undefined where there is a fault; null where it may be unknown and nothing was typed. */
function readMoment(
  reading: Reading,
  on: 'departs_on' | 'returns_on',
  time: 'departs_time' | 'returns_time',
  is_needed: boolean,
): string | null | undefined {
  const typed = reading.typed
  if (!is_needed && typed[on] == null && typed[time] == null) return null
  const day = neededDay(reading, on)
  const hour = needed(reading, time)
  if (day === undefined || hour === undefined) return undefined
  return instantTyped(day, hour) ?? fault(reading, time, 'format_time')
}
