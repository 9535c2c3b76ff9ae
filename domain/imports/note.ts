import type { Column } from './columns.ts'
import type { ProblemCode } from './problems.ts'

/** Records a problem of the row being read. */
export type Note = (code: ProblemCode, column: Column | null, value?: string) => void
