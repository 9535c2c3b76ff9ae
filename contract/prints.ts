/** Papers that were printed. */
import { type Static, Type } from 'typebox'
import { PRINT_KINDS } from '../domain/receipt/statement.ts'
import { Code, Id, Instant, Nullable, Pair, Shape } from './shape.ts'

export const PrintId = Shape({ print_id: Id })
export const PrintMade = Shape({ print_id: Id, print_number: Type.String() })
export type PrintMade = Static<typeof PrintMade>

/** What is known of a print without opening it. */
export const PrintShown = Shape({
  print_id: Id,
  print_number: Type.String(),
  kind: Code(PRINT_KINDS),
  person_id: Nullable(Id),
  reprint_of: Nullable(Type.String()),
  printed_by: Pair,
  printed_at: Instant,
})
export type PrintShown = Static<typeof PrintShown>

/** The paper itself, as it is sent. */
export const PrintFile = Shape({ print_number: Type.String(), pdf_base64: Type.String() })

/** A print in the list of its act: the first, then each copy. */
export const PrintListed = Shape({
  print_id: Id,
  print_number: Type.String(),
  reprint_of: Nullable(Type.String()),
  printed_at: Instant,
})
export type PrintListed = Static<typeof PrintListed>
