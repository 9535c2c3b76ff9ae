/** Returns of convictions: what is uploaded, what was read, and what a prosecutor decides of it. */
import { type Static, Type } from 'typebox'
import { columns } from '../domain/imports/columns.ts'
import { Code, Id, Instant, Nullable, Pair, Shape } from './shape.ts'

export const IMPORT_STATES = [
  'reading',
  'stopped',
  'read',
  'confirming',
  'confirmed',
  'cancelled',
  'failed',
] as const
export const ROW_OUTCOMES = ['accepted', 'warned', 'refused', 'repeated'] as const
export type RowOutcome = (typeof ROW_OUTCOMES)[number]

export const ImportId = Shape({ import_id: Id })
/** A file that was taken, and where that is written down. */
export const RefusedFile = Shape({ import_id: Id, export_id: Id })

/** The file comes as multipart/form-data and is put aside, encrypted, before its contract is checked. */
export const ImportUpload = Shape({
  file: Type.String({ format: 'binary', description: 'the return, CSV or XLSX' }),
})
export const ImportUploaded = Shape({ import_id: Id, is_known: Type.Boolean() })

const Column = Nullable(Code(columns.map(({ column }) => column)))
/** What is wrong, by the catalogue of reading problems; the value is what was typed. */
export const ReadingProblem = Shape({
  column: Column,
  code: Type.String(),
  severity: Code(['warned', 'refused']),
  value: Type.Optional(Type.String()),
})
export type ReadingProblem = Static<typeof ReadingProblem>

const Counts = Shape({
  accepted: Type.Integer(),
  warned: Type.Integer(),
  refused: Type.Integer(),
  repeated: Type.Integer(),
})

const SUMMARY = {
  import_id: Id,
  state: Code(IMPORT_STATES),
  format: Code(['csv', 'xlsx']),
  /** Null once its key was destroyed. */
  file_name: Nullable(Type.String()),
  byte_count: Type.Integer(),
  uploaded_at: Instant,
  uploaded_by: Pair,
  rows_read: Type.Integer(),
  counts: Counts,
}
export const ImportSummary = Shape(SUMMARY)
export type ImportSummary = Static<typeof ImportSummary>

export const ImportList = Shape({
  imports: Type.Array(ImportSummary, { maxItems: 50 }),
  next: Nullable(Id),
  /** Uploading is offered to those who may. */
  may_upload: Type.Boolean(),
})
export type ImportList = Static<typeof ImportList>
export const ImportsAfter = Shape({ after: Type.Optional(Id) })

const ImportRow = Shape({
  line: Type.Integer(),
  outcome: Code(ROW_OUTCOMES),
  name: Shape({ latin: Nullable(Type.String()), ur: Nullable(Type.String()) }),
  /** As typed: station, number and year. */
  fir: Type.String(),
  judgment_on: Nullable(Type.String()),
  problems: Type.Array(ReadingProblem),
})
export type ImportRow = Static<typeof ImportRow>

export const ImportView = Shape({
  ...SUMMARY,
  district: Pair,
  bytes_read: Type.Integer(),
  decided_at: Nullable(Instant),
  /** How many rows the file itself says it has; null when it says nothing. */
  stated_count: Nullable(Type.Integer()),
  /** Whether that differs from what was read. */
  is_count_different: Type.Boolean(),
  /** Why the file could not be read. */
  problems: Type.Array(ReadingProblem),
  outcome: Nullable(Code(ROW_OUTCOMES)),
  rows: Type.Array(ImportRow, { maxItems: 50 }),
  next_line: Nullable(Type.Integer()),
  /** While it is being confirmed: rows done so far, of those accepted. Their drafts appear together, at its end. */
  confirmed_count: Type.Integer({
    description: 'rows of which a draft has been made so far, while the state is confirming',
  }),
  draft_count: Type.Integer(),
  /** The very file was uploaded again just now. */
  is_known: Type.Boolean(),
  may_decide: Type.Boolean(),
})
export type ImportView = Static<typeof ImportView>

export const ImportQuery = Shape({
  outcome: Type.Optional(Code(ROW_OUTCOMES)),
  /** Rows after this line. */
  after: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}$' })),
  known: Type.Optional(Code(['yes'])),
})

export const ImportMoved = Shape({ import_id: Id, state: Code(IMPORT_STATES) })
export const ImportConfirm = Shape({
  /** The officer has seen that the file states another number of rows than was read. */
  is_difference_seen: Type.Boolean(),
})
/** The drafts are made in the background: ask for the return until its state is confirmed. */
export const ImportConfirmed = Shape({ import_id: Id, state: Code(['confirming', 'confirmed']) })

export const ColumnGuide = Shape({
  columns: Type.Array(
    Shape({
      column: Type.String(),
      required: Code(['yes', 'either', 'no']),
      heading: Pair,
      about: Pair,
      example: Type.String(),
    }),
  ),
})
export type ColumnGuide = Static<typeof ColumnGuide>
