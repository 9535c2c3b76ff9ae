// Was the duty explained to the person, in his language, before it arose, and was the proof kept at the time?
import {
  type Day,
  dayOf,
  dayOfInstant,
  type Instant,
  instantAt,
  instantOf,
  isoOf,
} from '../calendar/dates.ts'
import type { Duty } from '../duty/evaluate.ts'
import type { ChangeFact } from '../duty/facts.ts'
import type { Step } from '../law/step.ts'
import { type Found, fail, type GateFacts, pass, type ServedEvidence } from './check.ts'
import type { Lapse } from './lapse.ts'

const day_ms = 86_400_000
const endOf = (day: Day): Instant => instantOf(day, day_ms) - 1

/**
 * The last instant at which the duty could be told so that all of its time was left: of a confirmation, the day from
 * which an attendance counts; of a change, its day; before a journey, the ordinary deadline.
 * @law RULES §4; the pack's `confirm_window_days`
 * @example isoInstant(toldBy(duty, given)) // '2025-08-20T18:59:59.999Z'
 */
export function toldBy({ duty, key, steps }: Duty, { facts, pack }: GateFacts): Instant {
  // The first step of a duty sets its date before any roll or pause; a duty of a change has that change.
  const set = (steps[0] as Step).to as string
  if (duty === 'notify_absence') return instantAt(set)
  if (duty === 'notify_travel_abroad') return endOf(dayOf(set))
  if (duty === 'confirm_in_person') return endOf(dayOf(set) - pack.values.confirm_window_days.value)
  const { on } = facts.changes.find(({ change_id }) => change_id === key) as ChangeFact
  return endOf(dayOf(on))
}

const servingsOf = ({ duty }: Duty, { servings }: GateFacts): readonly ServedEvidence[] =>
  servings
    .filter(({ duties }) => duties.includes(duty))
    .toSorted((a, b) => instantAt(a.served_at) - instantAt(b.served_at))

/**
 * Whether some serving was in time, with a proof that was recorded before the date passed: what is typed in afterwards
 * proves nothing against the person.
 * @example servedChecked(duty, lapse, { ...given, servings: [] }).code // 'never_served'
 */
export function servedChecked(duty: Duty, { due_on }: Lapse, given: GateFacts): Found {
  const servings = servingsOf(duty, given)
  const [first] = servings
  if (first === undefined) return fail('never_served')
  const told_by = toldBy(duty, given)
  const in_time = servings.filter(({ served_at }) => instantAt(served_at) <= told_by)
  const told_by_on = isoOf(dayOfInstant(told_by))
  if (in_time.length === 0) return fail('served_too_late', { served: first.served_at, told_by: told_by_on })
  const proved = in_time.find(({ recorded_at }) => isoOf(dayOfInstant(instantAt(recorded_at))) <= due_on)
  if (proved === undefined)
    return fail('recorded_late', { served: first.served_at, recorded: first.recorded_at, due_on })
  return pass('served', { served: proved.served_at, told_by: told_by_on, serving_id: proved.serving_id })
}

/**
 * Whether he was told in his language: the one he was asked for, else that of the latest serving, since a later serving
 * in another one shows that the earlier was not in his.
 * @example languageChecked(duty, given).passes // true
 */
export function languageChecked(duty: Duty, given: GateFacts): Found {
  const servings = servingsOf(duty, given)
  const told_by = toldBy(duty, given)
  const told = servings.filter(({ served_at }) => instantAt(served_at) <= told_by)
  const latest = servings.at(-1)
  if (latest === undefined || told.length === 0) return fail('not_told')
  const language = given.reads ?? latest.language
  if (told.some((serving) => serving.language === language)) return pass('told_in', { language })
  return fail('other_language', { language, first: (told[0] as ServedEvidence).language })
}
