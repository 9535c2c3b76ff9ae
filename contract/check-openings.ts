/** Opening an answer, reading it under its number, and saying whether it is he. */
import { type Static, Type } from 'typebox'
import { IDENTIFIERS, SAID } from '../domain/check/open.ts'
import { AnswerContent } from './check-answers.ts'
import { Suspect } from './checks.ts'
import { Code, Id, Instant, Nullable, Pair, Shape } from './shape.ts'

export const OpeningId = Shape({ check_id: Id, print_id: Id })
export const AnswerOpened = Shape({ check_id: Id, print_id: Id })

/** An answer as it is read: who reads it, when, and under which number, on the page itself. */
export const AnswerRead = Shape({
  check_id: Id,
  print_id: Id,
  print_number: Type.String(),
  opened_at: Instant,
  opened_by: Pair,
  badge: Type.String(),
  /** What stands across every view of it, on screen and in an agency's system: who, when, through which system, which number. */
  watermark: Pair,
  /** Until when this opening can be read. */
  read_until_at: Instant,
  opened_count: Type.Integer(),
  opens_count: Type.Integer(),
  opens_until_at: Instant,
  content: AnswerContent,
  district: Nullable(Pair),
  suspect: Nullable(Suspect),
  /** What can be compared with the man's own papers. */
  identifiers: Type.Array(Code(IDENTIFIERS)),
  said: Nullable(Code(SAID)),
  may: Shape({ confirm: Type.Boolean(), reopen: Type.Boolean() }),
})
export type AnswerRead = Static<typeof AnswerRead>

export const ConfirmationForm = Shape({ said: Code(SAID), identifiers: Type.Array(Code(IDENTIFIERS)) })
export const Confirmed = Shape({ check_id: Id, print_id: Id, said: Code(SAID) })
