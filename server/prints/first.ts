/** Printing for the desk: the first time from the content, after that a copy of the same; what cannot be printed is refused. */
import type { Static, TSchema } from 'typebox'
import type { PaperHead } from '../../contract/papers.ts'
import type { PrintMade } from '../../contract/prints.ts'
import type { PrintKind } from '../../domain/receipt/statement.ts'
import { PaperRefused, type Template } from '../platform/paper.ts'
import { Problem } from '../platform/problem.ts'
import { type Making, makePrint, makeReprint, openPrint, type Whose } from './make.ts'

const NOTHING = { en: '-', ur: '-' }
/** A frame that any paper can stand in, to try whether its content can be printed. */
const TRIAL: PaperHead = {
  print_number: 'P-2024-000001',
  printed_at: NOTHING,
  printed_by: NOTHING,
  reprint_of: null,
}

/** Prints the content, or a copy of the print that was made before. */
export async function printOnce<S extends TSchema>(
  making: Making,
  {
    template,
    whose,
    content,
    before,
  }: {
    template: Template<S, PrintKind>
    whose: Whose
    content: Static<S>
    /** A print of the same act; undefined: this is the first. */
    before: string | undefined
  },
): Promise<PrintMade> {
  const earlier = before === undefined ? undefined : await openPrint(making.tx, making.program, before)
  if (earlier) return makeReprint(making, earlier)
  try {
    const trial = { head: TRIAL, content, token: '0'.repeat(8), printed_at: making.now }
    making.program.press.print(template, trial)
    return await makePrint(making, template, whose, content)
  } catch (fault) {
    if (fault instanceof PaperRefused) throw new Problem('not_printable')
    throw fault
  }
}
