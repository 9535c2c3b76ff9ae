/** The Bureau's desk: people compared with the suspect, the answer that is proposed, and its release by a second officer. */
import { type Static, Type } from 'typebox'
import { NEEDS, OUTCOMES } from '../domain/check/answer.ts'
import { COMPARED_FIELDS } from '../domain/check/candidate.ts'
import { DISCLOSED_FIELDS } from '../law/checks.ts'
import { CheckAsked, CheckRow, CheckStepShown } from './checks.ts'
import { NamePair } from './searches.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

/** A record cut to what is granted: the same shape for every answer. */
export const CutRecord = Shape({
  record_number: Nullable(Type.String()),
  name: Nullable(NamePair),
  father: Nullable(NamePair),
  born_year: Nullable(Type.Integer()),
  cnic_tail: Nullable(Type.String()),
  district_id: Nullable(Type.String()),
  convictions: Type.Array(
    Shape({
      offences: Type.Array(Type.String()),
      convicted_on: Nullable(Day),
      court: Nullable(Type.String()),
    }),
  ),
})
export type CutRecord = Static<typeof CutRecord>

/** What the investigator reads. */
export const AnswerContent = Shape({
  outcome: Code(OUTCOMES),
  needs: Type.Array(Code(NEEDS)),
  record: Nullable(CutRecord),
})
export type AnswerContent = Static<typeof AnswerContent>

/** All that the second officer decides on. */
export const AnswerProposed = Shape({
  check_id: Id,
  answer_id: Id,
  /** Version of the request that was answered. */
  body_version: Type.Integer(),
  person_id: Nullable(Id),
  fields: Type.Array(Code(DISCLOSED_FIELDS)),
  content: AnswerContent,
})
export type AnswerProposed = Static<typeof AnswerProposed>

/** One record of somebody who may be meant. */
export const CandidateRecord = Shape({
  person_id: Id,
  record_number: Type.String(),
  name: NamePair,
  father: NamePair,
  born_year: Nullable(Type.Integer()),
  cnic_tail: Nullable(Type.String()),
  district: Pair,
  /** By the CNIC asked about, by a number that was corrected since, by name, by the record number typed; or with another record of his. */
  found_by: Code(['cnic', 'old_cnic', 'name', 'record_number', 'same_person']),
  /** How well it fits, in bits: each doubles the odds; null where it was not found by what is known of the suspect. */
  bits: Nullable(Type.Integer()),
  compared: Type.Array(
    Shape({ field: Code(COMPARED_FIELDS), agreement: Code(['same', 'near', 'differs', 'unknown']) }),
  ),
  /** On the register today; otherwise it is answered as no record. */
  is_active: Type.Boolean(),
  status: Type.String(),
})
export type CandidateRecord = Static<typeof CandidateRecord>

/** Somebody on the register who may be meant, by the record that an answer would name; his others stand beneath. */
export const Candidate = Shape({
  ...CandidateRecord.properties,
  is_cleared: Type.Boolean(),
  records: Type.Array(CandidateRecord),
})
export type Candidate = Static<typeof Candidate>

export const DeskQuery = Shape({ record: Type.Optional(Text(30)) })

export const CheckDesk = Shape({
  ...CheckRow.properties,
  asked: CheckAsked,
  candidates: Type.Array(Candidate),
  /** What an answer would hold for the sections of this FIR. */
  granted: Type.Array(Code(DISCLOSED_FIELDS)),
  /** The answer that waits for its second officer. */
  proposed: Nullable(
    Shape({
      content: AnswerContent,
      shown_hash: Type.String(),
      /** District of the record, where the answer tells it. */
      district: Nullable(Pair),
      proposed_by: Pair,
      proposed_at: Instant,
      expires_at: Instant,
      is_own: Type.Boolean(),
    }),
  ),
  /** Why the last proposal came back; null: none did. */
  sent_back: Nullable(Type.String()),
  record: Nullable(Type.String()),
  /** Clearance slips that speak for the man asked about: of his CNIC, or of the number that he shows. */
  slips: Type.Array(
    Shape({
      slip_number: Type.String(),
      record_number: Type.String(),
      name: NamePair,
      father: NamePair,
      cnic_tail: Nullable(Type.String()),
      has_same_cnic: Type.Boolean(),
      /** It does not count any more: shown because its number was given. */
      withdrawn_at: Nullable(Instant),
    }),
  ),
  /** The slip asked for in this very matter. */
  slip: Nullable(
    Shape({
      clearance_id: Id,
      ...{ name: NamePair, father: NamePair, asked_on: Day, slip_number: Nullable(Type.String()) },
      withdrawn_at: Nullable(Instant),
    }),
  ),
  steps: Type.Array(CheckStepShown),
  may: Shape({ answer: Type.Boolean(), release: Type.Boolean(), send_back: Type.Boolean() }),
})
export type CheckDesk = Static<typeof CheckDesk>

export const AnswerForm = Shape({
  outcome: Code(OUTCOMES),
  person_id: Type.Optional(Nullable(Id)),
  needs: Type.Array(Code(NEEDS)),
})
export type AnswerForm = Static<typeof AnswerForm>

const ShownHash = Type.String({ pattern: '^[0-9a-f]{64}$' })
export const AnswerReleased = Shape({ shown_hash: ShownHash })
export const AnswerSentBack = Shape({ shown_hash: ShownHash, reason: Text(500) })
