// What a fact changes: two results of one person compared, so that an officer sees the effect before he saves. RULES §4.
import type { Step } from '../law/step.ts'
import type { CaseResult, Duty } from './evaluate.ts'
import type { DutyName } from './facts.ts'
import type { DutyState, Standing } from './state.ts'

/** met, met_late: by this; paused, resumed; moved: another date; added: newly owed; gone: no longer listed; other: only its state. */
export type EffectKind = 'met' | 'met_late' | 'paused' | 'moved' | 'added' | 'gone' | 'other'

/** How one duty stands on one side. */
export interface DutySide {
  readonly due_on: string | null
  readonly due_at: string | null
  readonly state: DutyState
}

export interface DutyEffect {
  readonly duty: DutyName
  readonly key: string
  readonly effect: EffectKind
  /** Null: not listed on that side. */
  readonly before: DutySide | null
  readonly after: DutySide | null
  /** The steps of the side that shows its date: after, or else before. */
  readonly law: string
  readonly status: Duty['status']
  readonly steps: readonly Step[]
}

export interface Effects {
  /** In the order of the result after, then those gone. */
  readonly duties: readonly DutyEffect[]
  readonly standing: { readonly before: Standing; readonly after: Standing }
}

const nameOf = ({ duty, key }: Pick<Duty, 'duty' | 'key'>): string => `${duty} ${key}`
const sideOf = ({ due_on, due_at, state }: Duty): DutySide => ({ due_on, due_at: due_at ?? null, state })
const isSame = (a: DutySide, b: DutySide): boolean =>
  a.due_on === b.due_on && a.due_at === b.due_at && a.state === b.state

function kindOf(before: DutySide | null, after: DutySide | null): EffectKind {
  if (after === null) return 'gone'
  if (after.state === 'met' || after.state === 'met_late') {
    if (before?.state !== after.state) return after.state
  } else if (after.state === 'paused' && before?.state !== 'paused') return 'paused'
  if (before === null) return 'added'
  return before.due_on !== after.due_on || before.due_at !== after.due_at ? 'moved' : 'other'
}

/** `shown`: the side whose date is shown. */
function effectOf(shown: Duty, before: Duty | undefined, after: Duty | undefined): DutyEffect[] {
  const sides = { before: before ? sideOf(before) : null, after: after ? sideOf(after) : null }
  if (sides.before && sides.after && isSame(sides.before, sides.after)) return []
  const { duty, key, law, status, steps } = shown
  return [{ duty, key, effect: kindOf(sides.before, sides.after), ...sides, law, status, steps }]
}

/**
 * What differs between two results of one person on one day: each duty that became met, paused, moved, owed or gone.
 * @param before without the fact  @param after with it
 * @law RULES §4
 * @example effectsOf(evaluate(facts, pack), evaluate({ ...facts, notices: [] }, pack)).standing.before // 'compliant'
 */
export function effectsOf(before: CaseResult, after: CaseResult): Effects {
  const old = new Map(before.duties.map((duty) => [nameOf(duty), duty]))
  const now = new Set(after.duties.map(nameOf))
  const gone = before.duties.filter((duty) => !now.has(nameOf(duty)))
  return {
    duties: [
      ...after.duties.flatMap((duty) => effectOf(duty, old.get(nameOf(duty)), duty)),
      ...gone.flatMap((duty) => effectOf(duty, duty, undefined)),
    ],
    standing: { before: before.standing, after: after.standing },
  }
}
