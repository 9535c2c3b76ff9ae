import type { ComponentChildren } from 'preact'
import { described, errorOf, type FieldOptions, shownValue, typedAt } from './field-state.ts'

const Hint = ({ name, hint }: FieldOptions) =>
  hint ? (
    <div class="hint" id={`${name}-hint`}>
      {hint}
    </div>
  ) : null

const Fault = (options: FieldOptions) => {
  const error = errorOf(options)
  return error ? (
    <p class="fault" id={`${options.name}-error`}>
      <span class="unseen">{options.t('ui.error')}</span> {error}
    </p>
  ) : null
}

const Optional = ({ is_optional, t }: FieldOptions) =>
  is_optional ? <span class="optional"> {t('ui.optional')}</span> : null

/** A label, a hint and a fault round one box. */
const Field = (options: FieldOptions & { children: ComponentChildren }) => (
  <div class={errorOf(options) ? 'field wrong' : 'field'}>
    <label for={options.name}>
      {options.label}
      <Optional {...options} />
    </label>
    <Hint {...options} />
    <Fault {...options} />
    {options.children}
  </div>
)

const boxOf = (options: FieldOptions) => ({
  id: options.name,
  name: options.name,
  autocomplete: 'off' as const,
  ...described(options),
})

type TextFieldOptions = FieldOptions & {
  /** `identifier`: left to right, digits of any script; `urdu`: right to left. */
  kind?: 'text' | 'identifier' | 'urdu' | 'latin'
  /** About how many characters are expected; the box is that wide. */
  size?: number
  inputmode?: 'text' | 'numeric'
}

const WRITING = {
  text: { dir: 'auto' as const },
  identifier: { dir: 'ltr' as const },
  urdu: { dir: 'rtl' as const, lang: 'ur' },
  latin: { dir: 'ltr' as const, lang: 'en' },
}

export const TextField = (options: TextFieldOptions) => (
  <Field {...options}>
    <input
      type="text"
      {...boxOf(options)}
      {...WRITING[options.kind ?? 'text']}
      value={shownValue(options)}
      size={options.size}
      inputmode={options.inputmode}
      spellcheck={false}
    />
  </Field>
)

export const DateField = (options: FieldOptions & { min?: string; max?: string }) => (
  <Field {...options}>
    <input type="date" {...boxOf(options)} value={shownValue(options)} min={options.min} max={options.max} />
  </Field>
)

/** A time of day, 24 hours; where the browser has no box for it, digits of either script. */
export const TimeField = (options: FieldOptions) => (
  <Field {...options}>
    <input type="time" {...boxOf(options)} value={shownValue(options)} />
  </Field>
)

type TextAreaOptions = FieldOptions & {
  rows?: number
  /** A code: read from left to right in both languages, and no words to spell. */
  is_identifier?: boolean
}

export const TextArea = (options: TextAreaOptions) => (
  <Field {...options}>
    <textarea
      {...boxOf(options)}
      rows={options.rows ?? 4}
      {...(options.is_identifier ? { dir: 'ltr', spellcheck: false } : { dir: 'auto' })}
    >
      {shownValue(options)}
    </textarea>
  </Field>
)

export type Choice = { value: string; label: string; hint?: string }

export const SelectField = (options: FieldOptions & { choices: readonly Choice[] }) => {
  const shown = shownValue(options)
  return (
    <Field {...options}>
      <select {...boxOf(options)}>
        <option value="">{options.t('ui.choose')}</option>
        {options.choices.map(({ value, label }) => (
          <option key={value} value={value} selected={value === shown}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export const FileField = (options: FieldOptions & { accept?: string; limit_mb?: number }) => {
  const limit = options.limit_mb && options.t('ui.file.limit', { size: options.limit_mb })
  const hint = [options.hint, limit].filter(Boolean).join(' ')
  const all = { ...options, ...(hint ? { hint } : {}) }
  return (
    <Field {...all}>
      <input type="file" {...boxOf(all)} accept={options.accept} />
    </Field>
  )
}

type OneChoiceOptions = FieldOptions & {
  choice: Choice
  kind: 'radio' | 'checkbox'
  id: string
  is_chosen: boolean
}

const OneChoice = ({ choice, kind, id, is_chosen, name }: OneChoiceOptions) => (
  <div class="choice">
    <input
      type={kind}
      id={id}
      name={name}
      value={choice.value}
      checked={is_chosen}
      autocomplete="off"
      aria-describedby={choice.hint ? `${id}-hint` : undefined}
    />
    <label for={id}>{choice.label}</label>
    {choice.hint && (
      <div class="hint" id={`${id}-hint`}>
        {choice.hint}
      </div>
    )}
  </div>
)

/** Radios, or with `is_many` ticks: a short closed list that is seen whole. The first answer bears the field's id. */
export const ChoiceField = (
  options: FieldOptions & { choices: readonly Choice[]; is_many?: boolean; values?: readonly string[] },
) => {
  const typed = options.form ? typedAt(options.form.values, options.name) : (options.values ?? options.value)
  const chosen = new Set([typed].flat().map(String))
  const kind = options.is_many ? 'checkbox' : 'radio'
  return (
    <fieldset
      class={errorOf(options) ? 'field wrong' : 'field'}
      aria-describedby={described(options)['aria-describedby']}
    >
      <legend>
        {options.label}
        <Optional {...options} />
      </legend>
      <Hint {...options} />
      <Fault {...options} />
      {options.choices.map((choice, at) => (
        <OneChoice
          key={choice.value}
          {...options}
          {...{ choice, kind }}
          id={at === 0 ? options.name : `${options.name}-${choice.value}`}
          is_chosen={chosen.has(choice.value)}
        />
      ))}
    </fieldset>
  )
}

/** One statement to tick; sent as `on`, which the form decoder reads as true. */
export const CheckField = (options: Omit<FieldOptions, 'value'> & { is_checked?: boolean }) => {
  const typed = options.form ? typedAt(options.form.values, options.name) === true : options.is_checked
  return (
    <div class={errorOf(options) ? 'field wrong' : 'field'}>
      <Fault {...options} />
      <div class="choice">
        <input type="checkbox" {...boxOf(options)} value="on" checked={typed ?? false} />
        <label for={options.name}>{options.label}</label>
        <Hint {...options} />
      </div>
    </div>
  )
}
