// What the cases of hard-dates.ts and hard-duties.ts are made of.
import { exampleFacts } from './example-facts.ts'
import { duty_names, type Facts, type NoticeFact, type TripFact } from './facts.ts'

export interface HardCase {
  readonly what: string
  readonly facts: Facts
  /** Each duty as `duty key date state`, with the notice that met it, if any. */
  readonly duties: readonly string[]
  readonly standing: string
  /** Status, release and end, where the case is about them. */
  readonly registration?: readonly [status: string, released_on: string | null, ends_on: string | null]
}

export const at = (on: string, time = '10:00:00') => `${on}T${time}+05:00`
export const servedAt = (moment: string): Facts['served'] =>
  duty_names.map((duty) => ({ duty, at: moment, language: 'ur' }))

/** Convicted 12 Feb 2024, released 3 Mar 2025 and told everything that day; asked on 10 Sep 2025. */
const quiet: Facts = {
  ...exampleFacts,
  ...{ served: servedAt(at('2025-03-03')), changes: [], trips: [], notices: [], visits: [], outages: [] },
}
export const next = 'confirm_in_person 1.2 2026-03-03 not_due'
const overdue = 'confirm_in_person 1.1 2025-09-03 overdue'
export const both = [overdue, next]

export function hard(
  what: string,
  more: Partial<Facts>,
  duties: readonly string[],
  standing: string,
): HardCase {
  return { what, facts: { ...quiet, ...more }, duties, standing }
}
/** The same, with the registration that it is about. */
export const registered = (
  what: string,
  more: Partial<Facts>,
  registration: NonNullable<HardCase['registration']>,
  duties: readonly string[],
  standing: string,
): HardCase => ({ ...hard(what, more, duties, standing), registration })

export type Dated = readonly (readonly [from_on: string, to_on: string | null])[]
export const custody = (...dated: Dated): Facts['custody'] =>
  dated.map(([from_on, to_on]) => ({ from_on, to_on }))
export const SERVED_TIME = ['2024-02-12', '2025-03-03'] as const
export const notice = (
  duty: NoticeFact['duty'],
  about: string | null,
  received_at: string,
  notice_id = 'n1',
) => ({
  ...{ notice_id, duty, about, received_at },
})
export const attended = (received_at: string, notice_id = 'n1') =>
  notice('confirm_in_person', null, received_at, notice_id)
export const moved: Facts['changes'] = [{ change_id: 'a1', kind: 'address', on: '2025-06-10' }]
export const told = (received_at: string, notice_id = 'n1') =>
  notice('notify_address_change', 'a1', received_at, notice_id)
export const trip = (kind: TripFact['kind'], departs_at: string, returns_at: string | null): TripFact => ({
  ...{ trip_id: 't1', kind, departs_at, returns_at, cancelled_at: null },
})
export const flight = trip('abroad', at('2025-12-20', '04:00:00'), at('2026-01-05', '23:00:00'))
export const travel = (date: string, state: string) => `notify_travel_abroad t1 ${date} ${state}`
export const stay = (returns_at: string | null) => trip('inside', at('2025-10-10', '06:00:00'), returns_at)
export const absence = (moment: string, state: string) => `notify_absence t1 ${moment} ${state}`
