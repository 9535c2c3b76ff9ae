/** Missed duties: the gate, contact steps, the decision either way, and the list of those without one. */
import { type Static, Type } from 'typebox'
import { breach_states, type DecisionGround, decisions, grounds } from '../domain/breach/decision.ts'
import { check_names } from '../domain/breach/gate.ts'
import { openable_whens } from '../domain/breach/openable.ts'
import { duty_names } from '../domain/duty/facts.ts'
import { LawStep } from './entries.ts'
import { PersonHead } from './people.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape, Text } from './shape.ts'

const DUTY_STATES = ['met', 'met_late', 'unmet', 'paused', 'overdue', 'due', 'not_due'] as const
export const CONTACT_KINDS = ['visit', 'call', 'letter'] as const
export const CONTACT_OUTCOMES = ['spoke', 'not_reached', 'sent', 'returned'] as const
const GROUNDS: readonly DecisionGround[] = [...grounds.refer, ...grounds.not_refer]
const Key = Type.String({ pattern: '^([0-9]{1,4}\\.[0-9]{1,4}|[0-9a-f-]{36})$' })

export const GateCheck = Shape({
  check: Code(check_names),
  passes: Type.Boolean(),
  code: Type.String(),
  values: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  law: Type.String(),
  status: Code(['statute', 'rule', 'policy', 'assumed']),
})
export type GateCheck = Static<typeof GateCheck>
/** From when it may be opened and decided; `on` is the first day, where that is known. */
const Openable = Shape({ when: Code(openable_whens), on: Nullable(Day) })
export type Openable = Static<typeof Openable>
const Gate = Shape({ passes: Type.Boolean(), checks: Type.Array(GateCheck) })

export const ContactStep = Shape({
  contact_step_id: Id,
  kind: Code(CONTACT_KINDS),
  made_on: Day,
  outcome: Code(CONTACT_OUTCOMES),
  note: Nullable(Type.String()),
  recorded_at: Instant,
  by: Pair,
})
export type ContactStep = Static<typeof ContactStep>

const Missed = {
  duty: Code(duty_names),
  key: Key,
  due_on: Day,
  due_at: Nullable(Instant),
}

/** One lapsed duty as it is now, with its gate. */
export const LapseShown = Shape({
  ...Missed,
  state: Code(DUTY_STATES),
  days_late: Type.Integer(),
  steps: Type.Array(LawStep),
  gate: Gate,
  openable: Openable,
  contacts: Type.Array(ContactStep),
  breach_id: Nullable(Id),
  breach_state: Nullable(Code(breach_states)),
})
export type LapseShown = Static<typeof LapseShown>

/** About which lapse a contact step is to be recorded; left out until one is chosen. */
export const LapseChosen = Shape({ duty: Type.Optional(Code(duty_names)), key: Type.Optional(Key) })

export const PersonLapses = Shape({
  person: PersonHead,
  today: Day,
  chosen: LapseChosen,
  lapses: Type.Array(LapseShown),
})
export type PersonLapses = Static<typeof PersonLapses>

export const ContactAsked = Shape({
  ...{ duty: Code(duty_names), key: Key },
  kind: Code(CONTACT_KINDS),
  made_on: Day,
  outcome: Code(CONTACT_OUTCOMES),
  note: Type.Optional(Nullable(Text(500))),
})
export type ContactAsked = Static<typeof ContactAsked>
export const ContactKept = Shape({ person_id: Id, contact_step_id: Id, breach_id: Nullable(Id) })

export const BreachAsked = Shape({ duty: Code(duty_names), key: Key })
export type BreachAsked = Static<typeof BreachAsked>
export const BreachId = Shape({ breach_id: Id })
export const BreachOpened = Shape({ breach_id: Id })

export const BreachDecisionAsked = Shape({
  decision: Code(decisions),
  ground: Code(GROUNDS),
  reason: Text(2000),
})
export type BreachDecisionAsked = Static<typeof BreachDecisionAsked>
export const BreachProposed = Shape({ breach_id: Id, approval_id: Id })

/** All that the signing officer decides on; its hash is the proposal's. */
export const BreachDecisionShown = Shape({
  breach_id: Id,
  breach_decision_id: Id,
  record_number: Type.String(),
  duty: Code(duty_names),
  due_on: Day,
  contact_count: Type.Integer(),
  checks_passed: Type.Integer(),
  after: Shape({ decision: Code(decisions), ground: Code(GROUNDS), reason: Type.String() }),
})
export type BreachDecisionShown = Static<typeof BreachDecisionShown>

const DecisionShown = Shape({
  decision: Code(decisions),
  ground: Code(GROUNDS),
  reason: Type.String(),
  decided_at: Instant,
  decided_by: Pair,
  approval_id: Id,
  said: Nullable(Code(['approved', 'returned', 'refused', 'withdrawn', 'expired'])),
  said_at: Nullable(Instant),
  said_by: Nullable(Pair),
})

export const BreachShown = Shape({
  person: PersonHead,
  today: Day,
  breach_id: Id,
  missed: Shape(Missed),
  /** Null: the duty is no longer among those of the person. */
  duty_state: Nullable(Code(DUTY_STATES)),
  days_late: Type.Integer(),
  state: Code(breach_states),
  opened_at: Instant,
  opened_by: Pair,
  station: Pair,
  steps: Type.Array(LawStep),
  gate: Gate,
  contacts: Type.Array(ContactStep),
  clock: Type.Array(
    Shape({ step: Code(['contact', 'decide', 'sign']), by_on: Nullable(Day), is_done: Type.Boolean() }),
  ),
  is_contact_tried: Type.Boolean(),
  /** Newest first. */
  decisions: Type.Array(DecisionShown),
  /** Bundles printed, newest first; superseded when the ground fell away. */
  prints: Type.Array(Shape({ print_id: Id, print_number: Type.String(), printed_at: Instant })),
  may: Shape({ contact: Type.Boolean(), decide: Type.Boolean(), print: Type.Boolean() }),
})
export type BreachShown = Static<typeof BreachShown>

const Count = Shape({ place_id: Type.String(), place: Pair, count: Type.Integer() })
/** Lapses older than the limit that nobody has decided on. */
export const UndecidedList = Shape({
  today: Day,
  /** Last due date whose lapse must be decided by now. */
  limit_on: Day,
  count: Type.Integer(),
  /** People whose dates must first be worked out again; their lapses are not counted yet. */
  stale_count: Type.Integer(),
  by_place: Type.Array(Count),
  lapses: Type.Array(
    Shape({
      ...Missed,
      person_id: Id,
      record_number: Type.String(),
      station: Pair,
      state: Code(DUTY_STATES),
      days_late: Type.Integer(),
      /** Null: the gate is passed; else the first check that fails. */
      refused_by: Nullable(GateCheck),
      openable: Openable,
      contact_count: Type.Integer(),
      breach_id: Nullable(Id),
    }),
  ),
  next: Nullable(Type.String()),
})
export type UndecidedList = Static<typeof UndecidedList>
export const UndecidedAfter = Shape({ after: Type.Optional(Type.String({ maxLength: 120 })) })
