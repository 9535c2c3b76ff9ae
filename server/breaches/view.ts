/** What the screens show of lapses and breaches, worked out live. */
import type { BreachShown, ContactStep, LapseShown } from '../../contract/breaches.ts'
import type { GateFacts } from '../../domain/breach/check.ts'
import { isContactTried, type Proposed, stateOfBreach, stepsOf } from '../../domain/breach/decision.ts'
import { asSigned, decideGate, type Gate } from '../../domain/breach/gate.ts'
import { findDuty, type Lapse, lapsesOf } from '../../domain/breach/lapse.ts'
import { openableFrom } from '../../domain/breach/openable.ts'
import { dayOf } from '../../domain/calendar/dates.ts'
import type { Step } from '../../domain/law/step.ts'
import { ENFORCEMENT } from '../../law/enforcement.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, open } from '../platform/keys.ts'
import {
  type BreachRow,
  type ContactRow,
  type DecisionRow,
  isAbout,
  listBreaches,
  listContacts,
  listDecisions,
} from './queries.ts'

/** Contract arrays are mutable; the rule's are not. */
export const stepsShown = (steps: readonly Step[]) =>
  steps.map(({ because, ...step }) => ({
    ...step,
    because: { code: because.code, values: { ...because.values } },
  }))
export const gateShown = ({ passes, checks }: Gate): LapseShown['gate'] => ({
  passes,
  checks: checks.map((check) => ({ ...check, values: { ...check.values } })),
})

/** A contact step, its note opened; without the person's key the note is gone. */
const contactShown = (row: ContactRow, key: DataKey | undefined): ContactStep => ({
  ...{ contact_step_id: row.contact_step_id, kind: row.kind as ContactStep['kind'], made_on: row.made_on },
  outcome: row.outcome as ContactStep['outcome'],
  note: row.note_enc && key ? open(key, notePlace(row.contact_step_id), row.note_enc) : null,
  ...{ recorded_at: row.recorded_at, by: { en: row.name_en, ur: row.name_ur } },
})
export const notePlace = (row: string) => ({ table: 'contact_step', row, column: 'note_enc' })
export const reasonPlace = (row: string) => ({ table: 'breach_decision', row, column: 'reason_enc' })

/** The decision that counts: the newest; one that nobody signed in time has expired. */
export function proposedOf(decisions: readonly DecisionRow[], now: Temporal.Instant): Proposed | undefined {
  const [newest] = decisions
  return newest && { decision: newest.decision as Proposed['decision'], said: saidOf(newest, now) }
}

const saidOf = ({ said, expires_at }: DecisionRow, now: Temporal.Instant): Proposed['said'] =>
  (said as Proposed['said']) ?? (Temporal.Instant.compare(expires_at, now) <= 0 ? 'expired' : null)

/** The facts by which a lapse is judged: of one decided and signed, as they are for the record it was signed of. */
const factsFor = (given: GateFacts, proposed: Proposed | undefined): GateFacts =>
  proposed?.said === 'approved' ? asSigned(given) : given

/** Every lapse of a person as it is now, newest date first; of a record that keeps no duties those that were opened. */
export async function listLapses(
  tx: RegisterTx,
  person_id: string,
  given: GateFacts,
  { key, now }: { key: DataKey | undefined; now: Temporal.Instant },
): Promise<LapseShown[]> {
  const [contacts, breaches] = [await listContacts(tx, person_id), await listBreaches(tx, person_id)]
  const ids = breaches.map(({ breach_id }) => breach_id)
  const decisions = ids.length > 0 ? await listDecisions(tx, ids) : []
  const today = dayOf(pakistanDay(now))
  return lapsesOf(given.result.duties)
    .map((lapse) => ({ ...lapse, breach: breaches.find((one) => isAbout(one, lapse)) }))
    .filter(({ breach }) => breach !== undefined || !given.is_kept_elsewhere)
    .map(({ found, breach, ...lapse }) => {
      const proposed = proposedOf(
        decisions.filter((d) => d.breach_id === breach?.breach_id),
        now,
      )
      const gate = decideGate(lapse, factsFor(given, proposed))
      return {
        ...{ ...lapse, due_at: found.due_at ?? null, state: found.state },
        days_late: today - dayOf(lapse.due_on),
        ...{ steps: stepsShown(found.steps), gate: gateShown(gate), openable: openableFrom(gate) },
        contacts: contacts.filter((row) => isAbout(row, lapse)).map((row) => contactShown(row, key)),
        breach_id: breach?.breach_id ?? null,
        breach_state: breach ? stateOfBreach(gate, proposed) : null,
      }
    })
    .reverse()
}

/** A breach with everything it rests on, but for the person's bar and what this officer may do. */
export async function describeBreach(
  tx: RegisterTx,
  row: BreachRow,
  given: GateFacts,
  { key, now }: { key: DataKey | undefined; now: Temporal.Instant },
): Promise<Omit<BreachShown, 'person' | 'may' | 'station' | 'prints'>> {
  const lapse = lapseOf(row)
  const duty = findDuty(given.result.duties, lapse)
  const decisions = await listDecisions(tx, [row.breach_id])
  const proposed = proposedOf(decisions, now)
  const gate = decideGate(lapse, factsFor(given, proposed))
  const state = stateOfBreach(gate, proposed)
  const contacts = (await listContacts(tx, row.person_id)).filter((one) => isAbout(one, lapse))
  const today = pakistanDay(now)
  const is_contacted = isContactTried(contacts, ENFORCEMENT)
  const clocked = { ...{ due_on: row.due_on, state, is_contacted }, opened_on: dayOfRow(row) }
  return {
    ...{ today, breach_id: row.breach_id, missed: { ...lapse, due_at: row.due_at } },
    ...{ duty_state: duty?.state ?? null, days_late: dayOf(today) - dayOf(row.due_on), state },
    ...{ opened_at: row.opened_at, opened_by: { en: row.name_en, ur: row.name_ur } },
    ...{ steps: stepsShown(duty?.steps ?? []), gate: gateShown(gate) },
    contacts: contacts.map((one) => contactShown(one, key)),
    clock: stepsOf(clocked, ENFORCEMENT).map((step) => ({ ...step })),
    is_contact_tried: is_contacted,
    decisions: decisions.map((one) => decisionShown(one, key, now)),
  }
}

export const lapseOf = ({ duty, key, due_on }: Pick<BreachRow, 'duty' | 'key' | 'due_on'>): Lapse => ({
  ...{ duty: duty as Lapse['duty'], key, due_on },
})

const dayOfRow = ({ opened_at }: BreachRow) => pakistanDay(Temporal.Instant.from(opened_at))

function decisionShown(
  row: DecisionRow,
  key: DataKey | undefined,
  now: Temporal.Instant,
): BreachShown['decisions'][number] {
  const { decision, ground, decided_at, approval_id, said_at } = row
  return {
    decision: decision as BreachShown['decisions'][number]['decision'],
    ground: ground as BreachShown['decisions'][number]['ground'],
    reason: key ? open(key, reasonPlace(row.breach_decision_id), row.reason_enc) : '',
    ...{ decided_at, approval_id, decided_by: { en: row.name_en, ur: row.name_ur } },
    ...{ said: saidOf(row, now), said_at: said_at ?? null },
    said_by: row.said_en === null || row.said_ur === null ? null : { en: row.said_en, ur: row.said_ur },
  }
}
