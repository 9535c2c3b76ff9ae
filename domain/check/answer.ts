// What the Bureau may answer, and when an answer would be wrong.

export const OUTCOMES = ['no_record', 'record_exists', 'unclear'] as const
export type CheckOutcome = (typeof OUTCOMES)[number]

/** What the Bureau lacks to tell one man from another. */
export const NEEDS = ['full_name', 'father', 'age', 'cnic', 'district', 'alias'] as const
export type Need = (typeof NEEDS)[number]

/** Somebody on the register who may be meant, as far as an answer depends on it. */
export interface Considered {
  readonly person_id: string
  /** On the register today: active, and by an approved entry. */
  readonly is_active: boolean
  /** He bears the very CNIC that the request names. */
  readonly has_same_cnic: boolean
  /** A clearance slip says that the suspect is not he. */
  readonly is_cleared: boolean
}

export type AnswerFault =
  | 'person_needed'
  | 'not_a_candidate'
  | 'not_active'
  | 'same_cnic'
  | 'needs_needed'
  | 'cleared'

/**
 * Why an answer may not be given; null when it may. A record exists only for somebody who is on the register today; and
 * there is none only where nobody on it bears the number asked about: a slip is for who shares a name, not a number.
 * @law ARITA-2021 s.24; SOR-SOP-2024
 * @example answerFault({ outcome: 'unclear', person_id: null, needs: [] }, []) // 'needs_needed'
 */
export function answerFault(
  answer: { outcome: CheckOutcome; person_id: string | null; needs: readonly Need[] },
  considered: readonly Considered[],
): AnswerFault | null {
  switch (answer.outcome) {
    case 'unclear':
      return answer.needs.length === 0 ? 'needs_needed' : null
    case 'no_record':
      return considered.some((one) => one.is_active && one.has_same_cnic) ? 'same_cnic' : null
    case 'record_exists': {
      if (answer.person_id === null) return 'person_needed'
      const meant = considered.find(({ person_id }) => person_id === answer.person_id)
      if (!meant) return 'not_a_candidate'
      if (!meant.is_active) return 'not_active'
      return meant.is_cleared ? 'cleared' : null
    }
  }
}
