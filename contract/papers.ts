/** What is printed: every template's content as data, in both languages. Words with a code come here already as words. */
import { type Static, Type } from 'typebox'
import { Code, Nullable, Shape, Text } from './shape.ts'

/** A text in both languages; a paper leaves neither out. */
const Both = Shape({ en: Text(600), ur: Text(600) })
/** A person's name in both scripts; at least one of them is known. */
const PaperName = Shape({ latin: Nullable(Text(200)), urdu: Nullable(Text(200)) })

/** A row of a paper: words in both languages, or an identifier, which is kept left to right in both. */
export const PaperFact = Shape({
  label: Both,
  value: Type.Union([Both, Shape({ identifier: Text(80) })]),
})

/** Colour, shape, words: the states of UX.md. */
export const PAPER_STATES = ['met', 'due', 'overdue', 'paused', 'unknown'] as const

/** What stands in the frame of every paper, and differs from print to print. */
export const PaperHead = Shape({
  print_number: Text(20),
  printed_at: Both,
  printed_by: Both,
  /** Number of the first print of the same content; null: this is the first. */
  reprint_of: Nullable(Text(20)),
})
export type PaperHead = Static<typeof PaperHead>

/** The receipt of a notice. */
export const ReceiptPaper = Shape({
  notice_number: Text(40),
  notice_kind: Both,
  received_at: Both,
  station: Both,
  name: PaperName,
  father: PaperName,
  record_number: Text(40),
  facts: Type.Array(PaperFact, { maxItems: 8 }),
  /** Whether the notice came in time, in words. */
  state: Shape({ code: Code(PAPER_STATES), words: Both }),
  /** The next thing to be done and its last day; null: nothing further is due. */
  next_due: Nullable(Shape({ what: Both, on: Both })),
  how_to_object: Both,
})
export type ReceiptPaper = Static<typeof ReceiptPaper>

/** The certificate that somebody is not on the register any more. */
export const CertificatePaper = Shape({
  statement: Both,
  name: PaperName,
  father: PaperName,
  record_number: Text(40),
  left_on: Both,
  ground: Both,
  /** Court, number and day of the order, none where the period ended; and the person's language, where it is known. */
  facts: Type.Array(PaperFact, { maxItems: 4 }),
  station: Both,
})
export type CertificatePaper = Static<typeof CertificatePaper>
/** The notice of duties, in the language of the person: what he owes, what each duty rests on, how to object. */
export const DutiesPaper = Shape({
  language: Code(['ur', 'en']),
  station: Both,
  name: PaperName,
  father: PaperName,
  record_number: Text(40),
  intro: Text(600),
  duties: Type.Array(
    Shape({ title: Text(120), rules: Type.Array(Text(300), { maxItems: 6 }), basis: Text(200) }),
    { minItems: 1, maxItems: 8 },
  ),
  closing: Type.Array(Text(600), { maxItems: 4 }),
})
export type DutiesPaper = Static<typeof DutiesPaper>
