// Steps of the rules as `Explain` shows them: reasons, codes and dates in the reader's words.
import { findOffenceChoice } from '../../domain/draft/catalogue.ts'
import type { F } from '../language/formatter.ts'
import { isolated, type T } from '../language/translator.ts'
import type { BasisStatus } from './Basis.tsx'
import type { ExplainStep } from './Explain.tsx'
import { sectionWords } from './offence-words.ts'

/** A step as the rules give it and the contracts carry it. */
export type LawStep = {
  law: string
  status: BasisStatus
  from: string | null
  to: string | null
  because: { code: string; values: Record<string, string | number> }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T/

/** A date or an instant as it is read; anything else as it is. */
const whenOf = (text: string, f: F) =>
  DAY.test(text) ? f.date(text) : INSTANT.test(text) ? f.dateTime(text) : text

function wordOf(name: string, value: string | number, t: T, f: F): string | number {
  if (typeof value === 'number') return value
  if (name === 'offence' && findOffenceChoice(value)) return sectionWords(value, t)
  return t.find(`law.${name}.${value}`) ?? whenOf(value, f)
}

/** The reason of a step in words; a code without a text is shown as it is, so that it is missed by nobody. */
export function becauseOf({ because: { code, values } }: Pick<LawStep, 'because'>, t: T, f: F): string {
  const known = values['offence'] === 'other' ? { ...values, offence: t('law.outside_catalogue') } : values
  const said = Object.entries(known).map(([name, value]) => [name, wordOf(name, value, t, f)] as const)
  return t.find(`law.because.${code}`, Object.fromEntries(said)) ?? isolated(code)
}

/** The steps for `Explain`. */
export const explained = (steps: readonly LawStep[], t: T, f: F): ExplainStep[] =>
  steps.map((step) => ({
    ...{ law: step.law, status: step.status, because: becauseOf(step, t, f) },
    from: step.from && whenOf(step.from, f),
    to: step.to && whenOf(step.to, f),
  }))
