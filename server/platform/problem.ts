import { type FieldProblem, PROBLEMS, type ProblemCode } from '../../contract/problems.ts'

export type Gloss = { en: string; ur: string }

/** An expected refusal: a code of the catalogue, and for forms which fields, for policies which gloss. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly fields: readonly FieldProblem[]
  readonly gloss: Gloss | undefined
  readonly policy: string | undefined

  constructor(
    code: ProblemCode,
    more: { fields?: readonly FieldProblem[]; gloss?: Gloss; policy?: string } = {},
  ) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.status = PROBLEMS[code]
    this.fields = more.fields ?? []
    this.gloss = more.gloss
    this.policy = more.policy
  }
}

/** One field's fault as a Problem. */
export const invalid = (field: string, code: string, values?: Record<string, string | number>) =>
  new Problem('invalid', { fields: [{ field, code, ...(values ? { values } : {}) }] })
