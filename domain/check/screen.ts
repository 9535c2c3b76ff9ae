// The prosecutor's desk: what he makes sure of before a question about a man goes on.

/** What must hold; each is ticked by the prosecutor, and none is assumed. */
export const CHECKLIST = ['own_fir', 'named', 'of_act', 'needed', 'no_survivor'] as const
export type ChecklistItem = (typeof CHECKLIST)[number]

/** Why a request is given back to be completed. */
export const RETURN_REASONS = ['unclear_who', 'annexure', 'fir_copy', 'relevance', 'survivor'] as const
/** Why it is refused for good. */
export const REFUSAL_REASONS = ['not_own_fir', 'not_named', 'outside_act', 'not_needed', 'repeated'] as const

/**
 * The items that were not ticked, in the order of the list.
 * @law SOR-SOP-2024 (the prosecutor screens, then forwards)
 * @example untickedOf({ own_fir: true, named: true, of_act: true, needed: true }) // ['no_survivor']
 */
export const untickedOf = (ticked: Partial<Record<ChecklistItem, boolean>>): readonly ChecklistItem[] =>
  CHECKLIST.filter((item) => ticked[item] !== true)

/**
 * Whether a deputy may screen in the prosecutor's place: he is named for the day, the clock has run out, or the prosecutor
 * declared that he is partial in it.
 * @law SOR-SOP-2024; that a deputy may act once it is late is assumed
 * @example mayCover({ is_named: false, is_late: true, is_partial: false }) // true
 */
export const mayCover = (of: { is_named: boolean; is_late: boolean; is_partial: boolean }): boolean =>
  of.is_named || of.is_late || of.is_partial
