import type { ComponentChildren } from 'preact'
import type { T } from '../language/translator.ts'

/** One answer to be read once more before it is sent. */
export type Answer = { label: string; value: ComponentChildren; change_href?: string }

/** All that was entered, with the way back to each. */
export const CheckAnswers = ({ answers, t }: { answers: readonly Answer[]; t: T }) => (
  <dl class="facts answers">
    {answers.map(({ label, value, change_href }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value ?? <span class="muted">{t('ui.not_given')}</span>}</dd>
        {change_href && (
          <dd class="change">
            <a href={change_href} aria-label={t('ui.change.what', { what: label })}>
              {t('ui.change')}
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
)
