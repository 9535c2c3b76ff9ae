// Facts from outside: checked key by key, never guessed, never silently dropped. RULES §5.

import { findPack, type Pack } from '../../law/packs.ts'
import { instantAt } from '../calendar/dates.ts'
import {
  type Check,
  country,
  date,
  type Fault,
  fault,
  flag,
  instant,
  isObject,
  type Json,
  list,
  object,
  orNull,
  text,
  word,
} from './check.ts'
import { duty_names, type Facts } from './facts.ts'

/** That `from` is not after `to`, by a measure that orders their texts. */
const inOrder =
  (from: string, to: string, measure: (text: string) => string | number): Check =>
  (value) => {
    const { [from]: first, [to]: last } = value as Json
    if (typeof first !== 'string' || typeof last !== 'string') return undefined
    return measure(first) > measure(last) ? fault(`.${to}`, `before ${from}`) : undefined
  }

const intervals = list(
  object(
    { from_on: date, to_on: orNull(date) },
    inOrder('from_on', 'to_on', (on) => on),
  ),
)
const duty = word(...duty_names)

const conviction = object({
  conviction_id: text,
  offence: text,
  offence_on: date,
  convicted_on: date,
  country,
  jurisdiction: text,
  victim: word('woman', 'child', 'other'),
  disposal: word('imprisonment', 'fine', 'probation', 'conditional_discharge'),
  juvenile: flag,
  appeal: list(
    object({
      event: word('filed', 'dismissed', 'withdrawn', 'acquitted', 'set_aside', 'restored'),
      on: date,
    }),
  ),
})

const trip = object(
  {
    trip_id: text,
    kind: word('abroad', 'inside'),
    departs_at: instant,
    returns_at: orNull(instant),
    cancelled_at: orNull(instant),
  },
  inOrder('departs_at', 'returns_at', instantAt),
)

const notice = object({ notice_id: text, duty, about: orNull(text), received_at: instant }, (value) => {
  const { duty: name, about } = value as Json
  const is_missing = about === null && name !== 'confirm_in_person'
  return is_missing ? fault('.about', 'may be null only for confirm_in_person') : undefined
})

const outage = object({ from_at: instant, to_at: orNull(instant) }, inOrder('from_at', 'to_at', instantAt))

const facts = object({
  case_id: text,
  on: date,
  pack: (value) =>
    typeof value === 'string' && findPack(value) ? undefined : fault('', 'no rule pack of this name'),
  person: object({ born_on: orNull(date) }),
  convictions: list(conviction, 'conviction_id'),
  custody: intervals,
  hospital: intervals,
  abroad: intervals,
  no_fixed_abode: intervals,
  served: list(object({ duty, at: instant, language: text })),
  changes: list(object({ change_id: text, kind: word('name', 'address'), on: date }), 'change_id'),
  trips: list(trip, 'trip_id'),
  notices: list(notice, 'notice_id'),
  visits: list(object({ on: date, result: word('found', 'not_at_address') })),
  closed_desks: intervals,
  outages: list(outage),
})

export interface FactsError {
  /** Null when even that cannot be read. */
  readonly case_id: string | null
  readonly error: Fault
}
export type Decoded =
  | { readonly ok: true; readonly facts: Facts; readonly pack: Pack }
  | ({ readonly ok: false } & FactsError)

const refused = (case_id: unknown, { path, problem }: Fault): Decoded => ({
  ok: false,
  case_id: typeof case_id === 'string' ? case_id : null,
  error: fault(`$${path}`, problem),
})

/**
 * Facts, or the first thing that is wrong with them and where.
 * @law RULES §5
 * @example decodeFacts([]).ok // false
 */
export function decodeFacts(value: unknown): Decoded {
  const wrong = facts(value)
  if (wrong) return refused(isObject(value) ? value.case_id : null, wrong)
  // The check above admits exactly the shape of Facts, and only names of packs that exist.
  const found = value as Facts
  return { ok: true, facts: found, pack: findPack(found.pack) as Pack }
}
