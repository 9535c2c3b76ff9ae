/** Papers of a check: Annexure A, the answer, the clearance slip. */
import { type Static, Type } from 'typebox'
import { PAPER_STATES, PaperFact } from './papers.ts'
import { Code, Id, Nullable, Shape, Text } from './shape.ts'

const Both = Shape({ en: Text(900), ur: Text(900) })

/** What is printed: a statement, the facts, a state in words where there is one, and what to know about the paper. */
export const CheckPaper = Shape({
  statement: Both,
  name: Nullable(Shape({ latin: Nullable(Text(200)), urdu: Nullable(Text(200)) })),
  father: Nullable(Shape({ latin: Nullable(Text(200)), urdu: Nullable(Text(200)) })),
  state: Nullable(Shape({ code: Code(PAPER_STATES), words: Both })),
  facts: Type.Array(PaperFact, { maxItems: 24 }),
  closing: Type.Array(Both, { maxItems: 4 }),
})
export type CheckPaper = Static<typeof CheckPaper>

export const CheckPaperFile = Shape({ print_number: Type.String(), pdf_base64: Type.String() })
export const AnnexureId = Shape({ check_id: Id, print_id: Id })
export const AnnexurePrinted = Shape({ check_id: Id, print_id: Id })
