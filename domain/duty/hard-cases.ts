// Cases in which a date hangs by a day or a second, each with what the sentences of RULES make of it, worked out by hand.
import type { HardCase } from './hard-case.ts'
import { hard_dates } from './hard-dates.ts'
import { hard_duties } from './hard-duties.ts'

export const hard_cases: readonly HardCase[] = [...hard_dates, ...hard_duties].map((one, no) => ({
  ...one,
  facts: { ...one.facts, case_id: `h${no}` },
}))
