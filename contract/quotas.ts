// Raising a limit for some days: proposed by a supervisor of the Bureau, decided by another.
import { type Static, Type } from 'typebox'
import { QUOTA_ACTS, QUOTA_LEVELS } from '../domain/access/quota.ts'
import { Code, Day, Id, Nullable, Shape, Text } from './shape.ts'

export const QuotaRaising = Shape({
  level: Code(QUOTA_LEVELS),
  /** Service number of the officer, or of one of the unit; left out for the nation. */
  badge: Type.Optional(Text(40)),
  act: Code(QUOTA_ACTS),
  /** Acts a day. */
  per_day: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  /** Days from today. */
  days: Type.Integer({ minimum: 1, maximum: 30 }),
  reason: Text(2000),
})
export type QuotaRaising = Static<typeof QuotaRaising>

export const QuotaShown = Shape({
  raise_id: Id,
  level: Code(QUOTA_LEVELS),
  /** The officer or unit; empty for the nation. */
  subject_id: Type.String(),
  badge: Nullable(Text(40)),
  name_en: Nullable(Text(200)),
  name_ur: Nullable(Text(200)),
  unit_en: Nullable(Text(200)),
  unit_ur: Nullable(Text(200)),
  act: Code(QUOTA_ACTS),
  reason: Text(2000),
  before: Shape({ per_day: Type.Integer() }),
  after: Shape({ per_day: Type.Integer(), from_on: Day, to_on: Day }),
})
export type QuotaShown = Static<typeof QuotaShown>

export const QuotaForm = Shape({ acts: Type.Array(Code(QUOTA_ACTS)) })
export type QuotaForm = Static<typeof QuotaForm>
export const QuotaProposed = Shape({ approval_id: Id })
