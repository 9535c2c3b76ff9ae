// Every reason for which a heading, a row or a file is refused or warned, in both languages.
// {column} is the column's heading in the reader's language, {value} what was typed.
import { type Column, columns } from './columns.ts'
import { file_problem_texts } from './file-problem-texts.ts'
import { row_problem_texts } from './row-problem-texts.ts'

export type Severity = 'warned' | 'refused'
export type Language = 'en' | 'ur'

export type ProblemText = readonly [severity: Severity, en: string, ur: string]

export const problem_texts = { ...file_problem_texts, ...row_problem_texts }

export type ProblemCode = keyof typeof problem_texts
export type Problem = {
  readonly column: Column | null
  readonly code: ProblemCode
  readonly severity: Severity
  readonly value?: string
}

/** Longest part of a typed value that a problem repeats, in characters. */
const value_characters = 60

/**
 * A problem with the severity that its code has.
 * @example problem('missing', 'sex') // { column: 'sex', code: 'missing', severity: 'refused' }
 */
export function problem(code: ProblemCode, column: Column | null, value?: string): Problem {
  const severity = problem_texts[code][0]
  return value === undefined
    ? { column, code, severity }
    : { column, code, severity, value: value.slice(0, value_characters) }
}

/**
 * The problem in words.
 * @example problemText(problem('missing', 'sex'), 'en') // 'Sex is empty.'
 */
export function problemText({ code, column, value }: Problem, language: Language): string {
  const words = problem_texts[code][language === 'en' ? 1 : 2]
  const heading = columns.find((info) => info.column === column)?.heading[language]
  return words.replaceAll(/\{(column|value)\}/g, (_, name) => (name === 'column' ? heading : value) ?? '')
}
