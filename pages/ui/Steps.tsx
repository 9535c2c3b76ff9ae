import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'

/** One step of an act that takes several; done steps can be gone back to. */
export type Step = { label: string; state: 'done' | 'current' | 'ahead'; href?: string }

/** How far a long act has come. */
export const Steps = ({ steps, t, f }: { steps: readonly Step[]; t: T; f: F }) => (
  <nav class="steps" aria-label={t('ui.steps')}>
    <p class="small">
      {t('ui.steps.where', { at: steps.findIndex(({ state }) => state === 'current') + 1, of: steps.length })}
    </p>
    <ol>
      {steps.map(({ label, state, href }, at) => (
        <li key={label} class={state} aria-current={state === 'current' ? 'step' : undefined}>
          <span class="step-mark" aria-hidden="true">
            {state === 'done' ? '✓' : f.number(at + 1)}
          </span>
          {href && state !== 'current' ? <a href={href}>{label}</a> : <span>{label}</span>}
          {state === 'done' && <span class="unseen"> ({t('ui.steps.done')})</span>}
        </li>
      ))}
    </ol>
  </nav>
)
