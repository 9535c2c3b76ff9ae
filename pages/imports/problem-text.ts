// The catalogue of reading problems speaks for itself; the contract only carries its codes.
import type { ReadingProblem } from '../../contract/imports.ts'
import { type Problem, problemText } from '../../domain/imports/problems.ts'
import type { Language } from '../language/language.ts'
import { isolated } from '../language/translator.ts'

export const readingProblemText = (one: ReadingProblem, language: Language): string =>
  problemText((one.value === undefined ? one : { ...one, value: isolated(one.value) }) as Problem, language)
