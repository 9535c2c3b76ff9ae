/** Corrections of a person's record: one field, before and after, with what shows it; a second officer decides. */
import { type Static, Type } from 'typebox'
import { CORRECTABLE } from '../domain/correction/correction.ts'
import { PersonHead } from './people.ts'
import { Code, Day, Id, Nullable, Shape, Text } from './shape.ts'

/** What shows the new value. */
export const CORRECTION_SOURCES = [
  'identity_card',
  'certified_judgment',
  'court_order',
  'school_certificate',
  'affidavit',
  'other_paper',
] as const

export const CorrectionAsked = Shape({
  field: Code(CORRECTABLE),
  /** The version it replaces; null: it stands beside what is held, as a further alias does. */
  target_id: Type.Optional(Nullable(Id)),
  after: Text(300),
  source_kind: Code(CORRECTION_SOURCES),
  source_on: Day,
  source_ref: Text(120),
  /** person: he asked for it himself (Constitution Art. 10-A). */
  asked_by: Code(['officer', 'person']),
})
export type CorrectionAsked = Static<typeof CorrectionAsked>

/** All that the second officer decides on; its hash is the proposal's. */
export const CorrectionShown = Shape({
  correction_id: Id,
  person_id: Id,
  record_number: Type.String(),
  field: Code(CORRECTABLE),
  target_id: Nullable(Id),
  before: Nullable(Type.String()),
  after: Type.String(),
  source_kind: Code(CORRECTION_SOURCES),
  source_on: Day,
  source_ref: Type.String(),
  asked_by: Code(['officer', 'person']),
})
export type CorrectionShown = Static<typeof CorrectionShown>

export const CorrectionProposed = Shape({ correction_id: Id, approval_id: Id })

/** The form, with the versions that may be replaced. */
export const CorrectionForm = Shape({
  person: PersonHead,
  targets: Type.Array(Shape({ target_id: Id, field: Code(CORRECTABLE), text: Type.String() })),
})
export type CorrectionForm = Static<typeof CorrectionForm>

/** The form of one field. */
export const CorrectionOf = Shape({ person_id: Id, field: Code(CORRECTABLE) })
export const CorrectionFormOf = Shape({ ...CorrectionForm.properties, field: Code(CORRECTABLE) })
