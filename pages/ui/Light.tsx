import type { ComponentChildren } from 'preact'
import type { T } from '../language/translator.ts'

/** A colour is always a shape too: for eyes and printers that do not see it. */
const SHAPES = { green: '✓', amber: '▲', red: '●', grey: '❚❚', dark: '◆' } as const
export type Tone = keyof typeof SHAPES

/** A state in colour, shape and words; `plain` is a word that is no state, without either. */
export const Flag = ({ tone, children }: { tone: Tone | 'plain'; children: ComponentChildren }) => (
  <span class={`flag ${tone}`}>
    {tone !== 'plain' && (
      <span class="shape" aria-hidden="true">
        {SHAPES[tone]}
      </span>
    )}
    <span>{children}</span>
  </span>
)

/** States of a duty (RULES §4), and the one standing that replaces them. */
export type LightState =
  | 'not_due'
  | 'due'
  | 'overdue'
  | 'paused'
  | 'met'
  | 'met_late'
  | 'unmet'
  | 'whereabouts_unknown'

const TONES: Record<LightState, Tone> = {
  not_due: 'green',
  met: 'green',
  met_late: 'green',
  due: 'amber',
  overdue: 'red',
  unmet: 'grey',
  paused: 'grey',
  whereabouts_unknown: 'dark',
}

type LightOptions = {
  state: LightState
  /** Days left when due, past (of either sign) when overdue, since when paused or unknown. */
  days?: number | null
  t: T
  /** Said instead of the state's own words, as "Overdue: address confirmation (3 days)". */
  children?: ComponentChildren
}

/** How a duty stands: colour, shape, words and days. */
export const Light = ({ state, days, t, children }: LightOptions) => (
  <Flag tone={TONES[state]}>{children ?? lightWords(state, days, t)}</Flag>
)

/** A state in words, with its days. */
export function lightWords(state: LightState, days: number | null | undefined, t: T): string {
  const count = Math.abs(days ?? 0)
  switch (state) {
    case 'due':
      return count === 0 ? t('ui.light.due_today') : t('ui.light.due', { count })
    case 'overdue':
      return t('ui.light.overdue', { count })
    case 'paused':
      return count === 0 ? t('ui.light.paused') : t('ui.light.paused_days', { count })
    case 'whereabouts_unknown':
      return count === 0 ? t('ui.light.whereabouts_unknown') : t('ui.light.whereabouts_days', { count })
    default:
      return t(`ui.light.${state}`)
  }
}
