import type { T } from '../language/translator.ts'
import { problemText } from './field-state.ts'
import { Notice } from './Notice.tsx'
import type { RefusedForm } from './page-props.ts'

type ErrorSummaryOptions = {
  form: RefusedForm | undefined
  /** The label of each field by its name, so that the summary says which is meant. */
  labels: Record<string, string>
  t: T
}

/** A form that met a lock, or needed the passkey again: nothing is wrong with it, it is only sent once more. */
export const isKept = ({ code }: RefusedForm) => code === 'locked' || code === 'step_up_needed'

/** The label before what is wrong with it: one that is a sentence loses its full stop to the colon, a question keeps its mark. */
function headOf(label: string | undefined): string {
  const words = label?.replace(/[.۔:\s]+$/u, '') ?? ''
  if (words === '') return ''
  return /[?؟!…]$/u.test(words) ? `${words} ` : `${words}: `
}

/** Everything that was wrong with a form, at its head, each linked to its field. */
export const ErrorSummary = ({ form, labels, t }: ErrorSummaryOptions) => {
  if (!form) return null
  if (isKept(form))
    return (
      <Notice kind="info" t={t}>
        {t('sessions.form_kept')}
      </Notice>
    )
  return (
    <div class="error-summary" role="alert" tabIndex={-1}>
      <h2>{form.fields.length > 0 ? t('ui.error_title') : t('errors.title')}</h2>
      {form.fields.length === 0 && <p>{form.gloss?.[t.language] ?? t(`errors.${form.code}`)}</p>}
      <ul>
        {form.fields.map((problem) => (
          <li key={problem.field}>
            <a href={`#${problem.field}`}>
              {headOf(labels[problem.field])}
              {problemText(problem, t)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
