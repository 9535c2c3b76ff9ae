// One line of two names with a tab between, answered as one line of JSON.
import { parseName } from '../names/parse.ts'
import type { Row } from './evidence.ts'
import { compareTwoNames } from './same-name.ts'
import type { Model } from './weights.ts'

const PROBLEMS = {
  no_tab: 'two names with a tab between them are wanted',
  too_many_tabs: 'more than two names',
  no_name: 'a name is empty',
} as const

const bitsOf = (milli_bits: number) => milli_bits / 1000

const reasonOf = ({ field, code, milli_bits, query, candidate, per_million }: Row) => ({
  ...{ field, code, bits: bitsOf(milli_bits), one: query, other: candidate },
  ...(per_million === undefined ? {} : { per_million }),
})

/**
 * The answer to one line: `bits`, `verdict`, `reasons` that sum to the bits, and how common the name is; or `error`.
 * @example matchLine('Md Aslam\tمحمد اسلم', MODEL) // '{"bits":…,"verdict":"same","borne_by_per_million":…,"reasons":[…]}'
 */
export function matchLine(line: string, model: Model): string {
  const [one, other, ...more] = line.replace(/\t+$/, '').split('\t')
  const problem = (error: keyof typeof PROBLEMS) => JSON.stringify({ error, meaning: PROBLEMS[error] })
  if (one === undefined || other === undefined) return problem(line.includes('\t') ? 'no_name' : 'no_tab')
  if (more.length > 0) return problem('too_many_tabs')
  if (one.trim() === '' || other.trim() === '') return problem('no_name')
  const { milli_bits, verdict, borne_by_per_million, rows } = compareTwoNames(
    parseName(one),
    parseName(other),
    model,
  )
  return JSON.stringify({
    ...{ bits: bitsOf(milli_bits), verdict, borne_by_per_million, reasons: rows.map(reasonOf) },
  })
}
