/** Prints: each paper that left the register, with its number and its signed code. */
import { type Static, Type } from 'typebox'
import { Code, Id, Instant, Nullable, Pair, Shape } from './shape.ts'

export const PrintId = Shape({ print_id: Id })
export const PrintMade = Shape({
  print_id: Id,
  print_number: Type.String(),
  /** Number of the first print of the same content; null: this is the first. */
  reprint_of: Nullable(Type.String()),
})
export const PrintListed = Shape({
  print_id: Id,
  print_number: Type.String(),
  is_reprint: Type.Boolean(),
  printed_at: Instant,
  printed_by: Pair,
})
export type PrintListed = Static<typeof PrintListed>
/** The paper itself is sent as a file. */
export const Print = Shape({ print_id: Id, kind: Code(['receipt', 'duties']), pdf_base64: Type.String() })
