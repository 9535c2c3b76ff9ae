/** The referral bundle: what is printed of a missed duty, in both languages. */
import { type Static, Type } from 'typebox'
import { Nullable, Shape, Text } from './shape.ts'

const Both = Shape({ en: Text(600), ur: Text(600) })
const PaperName = Shape({ latin: Nullable(Text(200)), urdu: Nullable(Text(200)) })

/** What a law is called; its key alone in bundles printed before names went into them. */
const LawName = Type.Union([Both, Text(80)])

/** A text as somebody typed it, in its own script. */
const Typed = Shape({ text: Text(2000), is_urdu: Type.Boolean() })

export const ReferralPaper = Shape({
  record_number: Text(40),
  name: PaperName,
  father: PaperName,
  station: Both,
  duty: Both,
  due_on: Both,
  state: Both,
  /** The arithmetic, step by step, each with its law and how sure that is. */
  steps: Type.Array(Shape({ because: Both, to: Nullable(Both), law: LawName, status: Both })),
  checks: Type.Array(Shape({ check: Both, because: Both, law: LawName, status: Both })),
  contacts: Type.Array(
    Shape({
      ...{ on: Both, how: Both, outcome: Both, by: Both },
      /** Left out of bundles printed before notes went into them. */
      note: Type.Optional(Nullable(Typed)),
    }),
  ),
  decision: Shape({
    ground: Both,
    reason: Typed,
    proposed_by: Both,
    proposed_at: Both,
    signed_by: Both,
    signed_at: Both,
  }),
  /** The texts it rests on, and whether each was read. */
  laws: Type.Array(Shape({ key: LawName, title: Both, state: Both })),
})
export type ReferralPaper = Static<typeof ReferralPaper>
