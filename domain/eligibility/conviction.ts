// What the rules read of a person and a conviction. RULES §5 gives the shape.
export type Disposal = 'imprisonment' | 'fine' | 'probation' | 'conditional_discharge'
export type Victim = 'woman' | 'child' | 'other'
export type AppealEventKind = 'filed' | 'dismissed' | 'withdrawn' | 'acquitted' | 'set_aside' | 'restored'

export interface AppealEvent {
  readonly event: AppealEventKind
  readonly on: string
}

export interface Conviction {
  readonly conviction_id: string
  /** A key of the offence catalogue, such as `PPC-376`, or any other section. */
  readonly offence: string
  readonly offence_on: string
  readonly convicted_on: string
  /** ISO 3166 code of the convicting country, and of its part: `PK`, `PK-PB`. */
  readonly country: string
  readonly jurisdiction: string
  readonly victim: Victim
  readonly disposal: Disposal
  /** Whether the court treated the person as a juvenile. */
  readonly juvenile: boolean
  readonly appeal: readonly AppealEvent[]
}

export interface PersonFacts {
  readonly born_on: string | null
}
