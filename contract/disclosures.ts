// The register of disclosures: who received what about whom, by which authority; and the copies that are called back.
import { type Static, Type } from 'typebox'
import { DISCLOSURE_KINDS, RECALL_CAUSES, RECALL_SAID, RECIPIENTS } from '../domain/disclosure/disclosure.ts'
import { DISCLOSED_FIELDS } from '../law/checks.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

export const Disclosure = Shape({
  disclosure_id: Id,
  kind: Code(DISCLOSURE_KINDS),
  recipient: Code(RECIPIENTS),
  /** The officer who received it; null where it was none of the register. */
  given_to: Nullable(Pair),
  given_by: Nullable(Pair),
  fields: Type.Array(Code(DISCLOSED_FIELDS)),
  /** Key of the law. */
  basis: Type.String(),
  print_number: Nullable(Type.String()),
  disclosed_at: Instant,
  until_at: Nullable(Instant),
  recall: Nullable(Shape({ cause: Code(RECALL_CAUSES), confirmed_at: Nullable(Instant) })),
})
export type Disclosure = Static<typeof Disclosure>

export const DisclosuresAfter = Shape({ after: Type.Optional(Id) })
export const DisclosureList = Shape({
  disclosures: Type.Array(Shape({ person_id: Id, record_number: Type.String(), ...Disclosure.properties })),
  next: Nullable(Id),
})
export type DisclosureList = Static<typeof DisclosureList>

/** Files of many people that were taken out, newest first; at most 100. */
export const ExportList = Shape({
  exports: Type.Array(
    Shape({
      export_id: Id,
      kind: Code(['simulation', 'refused_rows']),
      row_count: Type.Integer(),
      basis: Type.String(),
      taken_by: Pair,
      taken_at: Instant,
    }),
  ),
})
export type ExportList = Static<typeof ExportList>

export const RECALL_LISTS = ['open', 'late', 'gone'] as const
export const RecallQuery = Shape({ list: Type.Optional(Code(RECALL_LISTS)) })

export const RecallList = Shape({
  list: Code(RECALL_LISTS),
  /** All that the officer sees of each list. */
  counts: Shape({ open: Type.Integer(), late: Type.Integer(), gone: Type.Integer() }),
  /** Open and late ones the oldest first, those gone newest first. At most 100. */
  recalls: Type.Array(
    Shape({
      recall_id: Id,
      cause: Code(RECALL_CAUSES),
      recipient: Code(RECIPIENTS),
      given_to: Nullable(Pair),
      /** The FIR of the request that was answered; null for a paper. */
      fir: Nullable(Shape({ fir_number: Type.Integer(), fir_year: Type.Integer(), station: Nullable(Pair) })),
      print_number: Nullable(Type.String()),
      opened_at: Instant,
      /** Until when its holder says that it is gone; null once he did. */
      clock: Nullable(
        Shape({
          due_on: Day,
          days_left: Type.Integer(),
          is_near: Type.Boolean(),
          is_late: Type.Boolean(),
        }),
      ),
      confirmed_at: Nullable(Instant),
      said: Nullable(Code(RECALL_SAID)),
      may_confirm: Type.Boolean(),
    }),
  ),
})
export type RecallList = Static<typeof RecallList>

const Both = Shape({ en: Text(600), ur: Text(600) })
const PaperName = Shape({ latin: Nullable(Text(200)), urdu: Nullable(Text(200)) })

/** The access report: what the person may know of who looked at him. Offices, never officers. */
export const AccessReportPaper = Shape({
  name: PaperName,
  father: PaperName,
  record_number: Text(40),
  station: Both,
  given: Type.Array(
    // A key alone on papers that were printed before the law was named in words; they are printed again as they were.
    Shape({ at: Both, to: Both, told: Both, basis: Type.Union([Both, Text(40)]) }),
    { maxItems: 50 },
  ),
  looks: Type.Array(Shape({ at: Both, office: Both, seen: Both, why: Both }), { maxItems: 300 }),
  /** More looks than the paper holds. */
  is_cut: Type.Boolean(),
})
export type AccessReportPaper = Static<typeof AccessReportPaper>

export const RecallId = Shape({ recall_id: Id })
export const RecallConfirming = Shape({ said: Code(RECALL_SAID) })
export const RecallConfirmed = Shape({ recall_id: Id })
