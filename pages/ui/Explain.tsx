import type { ComponentChildren } from 'preact'
import type { T } from '../language/translator.ts'
import { Basis, type BasisStatus } from './Basis.tsx'

/** One step of a calculation, its dates and texts already in the reader's language. */
export type ExplainStep = {
  law: string
  status: BasisStatus
  because: ComponentChildren
  /** Null where the step set the value. */
  from: string | null
  to: string | null
}

type ExplainOptions = {
  /** The value, always in sight. */
  value: ComponentChildren
  steps: readonly ExplainStep[]
  /** Shown before the steps: what they start from. */
  children?: ComponentChildren
  t: T
}

/** A value that opens to its reasons: rule, law, and what each step moved. */
export const Explain = ({ value, steps, children, t }: ExplainOptions) => (
  <details class="explain">
    <summary>
      {value} <span class="how">{t('ui.explain')}</span>
    </summary>
    {children}
    <ol>
      {steps.map((step, at) => (
        <li key={at}>
          <div>
            {step.because}
            {step.to && <Moved from={step.from} to={step.to} t={t} />}
          </div>
          <div class="small">
            <Basis law={step.law} status={step.status} t={t} />
          </div>
        </li>
      ))}
    </ol>
  </details>
)

const Moved = ({ from, to, t }: { from: string | null; to: string; t: T }) => (
  <strong class="moved">{from ? t('ui.explain.from_to', { from, to }) : t('ui.explain.set', { to })}</strong>
)
