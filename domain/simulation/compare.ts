// What another rule pack would change for one person: two results of the same facts on the same day, compared. DESIGN §7.
import type { PackValues } from '../../law/packs.ts'
import type { CaseResult, Duty } from '../duty/evaluate.ts'
import type { Outcome } from '../eligibility/decide.ts'
import type { RegistrationStatus } from '../registration/registration.ts'

/** In the order of their weight: the first that fits is the class. */
export const CHANGE_CLASSES = [
  'enters',
  'leaves',
  'lengthens',
  'shortens',
  'duties_change',
  'unchanged',
] as const
export type ChangeClass = (typeof CHANGE_CLASSES)[number]

/** How a person stands on one side. */
export interface Side {
  readonly status: RegistrationStatus
  readonly standing: string
  readonly starts_on: string | null
  /** The first day no longer on the register; null where he is not on it, or the end is open. */
  readonly ends_on: string | null
}

export interface OutcomeChange {
  readonly conviction_id: string
  readonly before: Outcome | null
  readonly after: Outcome | null
}

export interface Change {
  readonly class: ChangeClass
  readonly before: Side
  readonly after: Side
  /** Duties that are more, fewer, or have another date or state. */
  readonly duty_count: number
  /** Convictions whose outcome differs, as given. */
  readonly convictions: readonly OutcomeChange[]
}

const sideOf = ({ registration, standing }: CaseResult): Side => ({
  ...{ status: registration.status, standing },
  ...{ starts_on: registration.starts_on, ends_on: registration.ends_on },
})

/** How near to the register: off it, left to a legal officer, on it. */
const nearness = (status: RegistrationStatus): number => {
  if (status === 'active') return 2
  return status === 'review' ? 1 : 0
}

const OPEN = '9999-12-31'

/** The class of a change of status, end, and of whether anything else differs. */
function classOf(before: Side, after: Side, does_differ: boolean): ChangeClass {
  const [was, will] = [nearness(before.status), nearness(after.status)]
  if (was !== will) return was < will ? 'enters' : 'leaves'
  // Whose time is over under both owes nothing under either, whatever the arithmetic says of years gone by.
  if (was === 0) return 'unchanged'
  const [old, now] = [before.ends_on ?? OPEN, after.ends_on ?? OPEN]
  if (was === 2 && old !== now) return old < now ? 'lengthens' : 'shortens'
  return does_differ ? 'duties_change' : 'unchanged'
}

const isSame = (a: Duty, b: Duty): boolean =>
  a.key === b.key &&
  a.duty === b.duty &&
  a.due_on === b.due_on &&
  a.due_at === b.due_at &&
  a.state === b.state

/** How many duties are listed on one side only, or otherwise on the other. */
function countDuties(before: readonly Duty[], after: readonly Duty[]): number {
  if (before.length === after.length && before.every((one, at) => isSame(one, after[at] as Duty))) return 0
  const nameOf = ({ duty, key }: Duty) => `${duty} ${key}`
  const old = new Map(before.map((one) => [nameOf(one), one]))
  let count = 0
  for (const one of after) {
    const held = old.get(nameOf(one))
    if (held === undefined || !isSame(held, one)) count += 1
    old.delete(nameOf(one))
  }
  return count + old.size
}

function outcomesOf(before: CaseResult, after: CaseResult): OutcomeChange[] {
  return before.convictions.flatMap(({ conviction_id, outcome }, at) => {
    const now = after.convictions[at]?.outcome ?? null
    return now === outcome ? [] : [{ conviction_id, before: outcome, after: now }]
  })
}

/**
 * What differs between two results of one person on one day, and its class.
 * Enters: on the register afterwards, or left to a legal officer, and was neither, or only the latter. Leaves: the
 * reverse. Lengthens, shortens: on it under both, and the end is later or earlier; an open end is later than any.
 * Duties change: on it under both until the same day, but a duty, the standing or a conviction's outcome differs.
 * @param before by the packs in force  @param after by those and the draft after them
 * @law RULES §2 to §4
 * @example compareResults(result, result).class // 'unchanged'
 */
export function compareResults(before: CaseResult, after: CaseResult): Change {
  const [was, will] = [sideOf(before), sideOf(after)]
  const duty_count = countDuties(before.duties, after.duties)
  const convictions = outcomesOf(before, after)
  const does_differ = duty_count > 0 || convictions.length > 0 || was.standing !== will.standing
  return { class: classOf(was, will, does_differ), before: was, after: will, duty_count, convictions }
}

/** The values of a draft that differ from those in force; reasons and sources alone change no date. */
export const changedValues = (base: PackValues, draft: PackValues): (keyof PackValues)[] =>
  (Object.keys(draft) as (keyof PackValues)[]).filter(
    (name) => JSON.stringify(base[name]?.value) !== JSON.stringify(draft[name].value),
  )

/**
 * Which of the changed values alone would bring about the change that the whole draft does. Empty where only several
 * together do.
 * @param whole the class by the draft  @param classWith the class with only this value of it changed
 * @example causesOf(['period_years'], 'leaves', () => 'shortens') // []
 */
export const causesOf = (
  changed: readonly (keyof PackValues)[],
  whole: ChangeClass,
  classWith: (name: keyof PackValues) => ChangeClass,
): (keyof PackValues)[] => changed.filter((name) => classWith(name) === whole)
