// Where a check request stands, and at whose desk it waits.

export const STAGES = [
  'drafting',
  'discarded',
  'asked',
  'returned',
  'refused',
  'forwarded',
  'proposed',
  'released',
] as const
export type CheckStage = (typeof STAGES)[number]

/** At whose desk something is to be done. `none`: nothing is left to do but to open the answer, or it is over. */
export const DESKS = ['investigator', 'prosecutor', 'bureau', 'second', 'none'] as const
export type Desk = (typeof DESKS)[number]

/**
 * The desk of a stage.
 * @law SOR-SOP-2024 (the investigator asks, the prosecutor screens, the Bureau answers)
 * @example deskOf('asked') // 'prosecutor'
 */
export function deskOf(stage: CheckStage): Desk {
  switch (stage) {
    case 'drafting':
    case 'returned':
      return 'investigator'
    case 'asked':
      return 'prosecutor'
    case 'forwarded':
      return 'bureau'
    case 'proposed':
      return 'second'
    case 'discarded':
    case 'refused':
    case 'released':
      return 'none'
  }
}

/**
 * Whether the one who asks may still change what he asks.
 * @example isEditable('returned') // true
 */
export const isEditable = (stage: CheckStage): boolean => deskOf(stage) === 'investigator'
