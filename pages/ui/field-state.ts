import type { FieldProblem } from '../../contract/problems.ts'
import type { T } from '../language/translator.ts'
import type { RefusedForm } from './page-props.ts'

/** What every field is given. `name` is the contract's path, `custody.0.from_on`; it is the field's id too. */
export type FieldOptions = {
  name: string
  label: string
  hint?: string
  /** What the field holds before anything was typed. */
  value?: string | null
  is_optional?: boolean
  /** The refused form, whose typed value and fault are then shown. */
  form?: RefusedForm | undefined
  t: T
}

/** The value at a dotted path of what was typed. */
export function typedAt(values: unknown, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
      values,
    )
}

/** What a field shows: the typed text of a refused form, or else the value it was given. */
export function shownValue({ name, value, form }: FieldOptions): string {
  const typed = form ? typedAt(form.values, name) : value
  return typed === null || typed === undefined ? '' : String(typed)
}

/** The fault of a field in words: a code of `errors.field`, or a whole key of the noun's own. */
export const problemText = ({ code, values }: FieldProblem, t: T) =>
  t.find(`errors.field.${code}`, values) ?? t.find(code, values) ?? t('errors.field.not_understood')

/** The field's fault, if the refused form has one. */
export function errorOf({ name, form, t }: FieldOptions): string | undefined {
  const problem = form?.fields.find(({ field }) => field === name)
  return problem && problemText(problem, t)
}

/** Ties a box to its hint and error for those who hear the page. */
export function described(options: FieldOptions) {
  const error = errorOf(options)
  const ids = [options.hint && `${options.name}-hint`, error && `${options.name}-error`].filter(Boolean)
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  }
}
