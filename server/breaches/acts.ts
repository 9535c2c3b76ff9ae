/** What is done about a lapse: a contact step, opening it, proposing a decision. Each looks at the facts first. */
import { randomUUID } from 'node:crypto'
import type {
  BreachAsked,
  BreachDecisionAsked,
  BreachDecisionShown,
  ContactAsked,
} from '../../contract/breaches.ts'
import { isContactTried, mayStandFor, stateOfBreach } from '../../domain/breach/decision.ts'
import { decideGate } from '../../domain/breach/gate.ts'
import { lapsesOf } from '../../domain/breach/lapse.ts'
import { survivorDoubt } from '../../domain/imports/survivor.ts'
import { ENFORCEMENT } from '../../law/enforcement.ts'
import { propose } from '../approvals/queries.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { openDataKey, seal } from '../platform/keys.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { breachApproval } from './approval.ts'
import { findGateFacts } from './gate-facts.ts'
import { type BreachRow, isAbout, listBreaches, listContacts, listDecisions } from './queries.ts'
import { lapseOf, notePlace, proposedOf, reasonPlace } from './view.ts'

export type Doing = {
  tx: RegisterTx
  program: Program
  session: Session
  now: Temporal.Instant
  person_id: string
}

/** The lapse that a request names, if the register says so itself. */
async function getLapse({ tx, person_id, now }: Doing, { duty, key }: BreachAsked) {
  const given = await findGateFacts(tx, person_id, pakistanDay(now))
  const lapse = given && lapsesOf(given.result.duties).find((one) => one.duty === duty && one.key === key)
  // With the record that keeps his duties, and with no other, each is missed once.
  if (!given || !lapse || given.is_kept_elsewhere) throw new Problem('not_found')
  const { found, ...named } = lapse
  return { given, found, lapse: named }
}

export async function findPersonRow(tx: RegisterTx, person_id: string) {
  const row = await tx
    .selectFrom('register.person')
    .select(['record_number', 'district_id', 'station_id', 'wrapped_key', 'kek_id'])
    .where('person_id', '=', person_id)
    .executeTakeFirst()
  if (!row) throw new Problem('not_found')
  return row
}

async function keyOf({ tx, program, person_id }: Doing) {
  const row = await findPersonRow(tx, person_id)
  const key = openDataKey(program.keyring, person_id, row)
  if (!key) throw new Problem('not_found')
  return { key, row }
}

/** Records an attempt to speak with the person about one lapse. */
export async function recordContact(doing: Doing, asked: ContactAsked) {
  const { tx, session, now, person_id } = doing
  const { lapse } = await getLapse(doing, asked)
  const { kind, made_on, outcome, note } = asked
  if (note && survivorDoubt('sentence', note)) throw invalid('note', 'stays.fault.survivor')
  if (made_on > pakistanDay(now)) throw invalid('made_on', 'in_future')
  if (made_on <= lapse.due_on) throw invalid('made_on', 'breaches.fault.before_due')
  const is_letter = outcome === 'sent' || outcome === 'returned'
  if ((kind === 'letter') !== is_letter) throw invalid('outcome', 'breaches.fault.not_of_kind')
  const { key } = await keyOf(doing)
  const contact_step_id = randomUUID()
  const row = {
    ...{ contact_step_id, person_id, ...lapse, kind, made_on, outcome },
    note_enc: note ? seal(key, notePlace(contact_step_id), note) : null,
    ...{ station_id: session.station_id, recorded_at: now.toString(), recorded_by: session.officer_id },
  }
  await tx.insertInto('register.contact_step').values(row).execute()
  const breach = (await listBreaches(tx, person_id)).find((one) => isAbout(one, lapse))
  return { person_id, contact_step_id, breach_id: breach?.breach_id ?? null, row_after: rowHash(row) }
}

/** Opens a breach, where every check of the gate passes on the facts of this moment. */
export async function openBreach(doing: Doing, asked: BreachAsked) {
  const { tx, session, now, person_id } = doing
  const { given, lapse, found } = await getLapse(doing, asked)
  const gate = decideGate(lapse, given)
  if (!gate.passes) throw new Problem('gate_closed')
  const { station_id } = await findPersonRow(tx, person_id)
  const breach_id = randomUUID()
  const row = {
    ...{ breach_id, person_id, ...lapse, due_at: found.due_at ?? null, station_id },
    gate: JSON.stringify(gate.checks),
    ...{ opened_at: now.toString(), opened_by: session.officer_id },
  }
  await tx.insertInto('register.breach').values(row).execute()
  return { breach_id, row_after: rowHash(row) }
}

/** Proposes to refer or not to; takes effect when a second officer signs it off. */
export async function proposeDecision(doing: Doing, breach: BreachRow, asked: BreachDecisionAsked) {
  const { tx, program, session, now } = doing
  const { decision, ground, reason } = asked
  if (!mayStandFor(decision, ground)) throw invalid('ground', 'breaches.fault.ground')
  if (survivorDoubt('sentence', reason)) throw invalid('reason', 'stays.fault.survivor')
  const lapse = lapseOf(breach)
  const given = await findGateFacts(tx, breach.person_id, pakistanDay(now))
  if (!given) throw new Problem('not_found')
  const gate = decideGate(lapse, given)
  const state = stateOfBreach(gate, proposedOf(await listDecisions(tx, [breach.breach_id]), now))
  if (state !== 'open') throw new Problem('breach_closed')
  const contacts = (await listContacts(tx, breach.person_id)).filter((one) => isAbout(one, lapse))
  if (decision === 'refer' && !isContactTried(contacts, ENFORCEMENT)) throw new Problem('contact_first')
  const { key, row: person } = await keyOf(doing)
  const breach_decision_id = randomUUID()
  const shown: BreachDecisionShown = {
    ...{ breach_id: breach.breach_id, breach_decision_id, record_number: person.record_number },
    ...{ duty: lapse.duty, due_on: lapse.due_on, contact_count: contacts.length },
    checks_passed: gate.checks.length,
    after: { decision, ground, reason },
  }
  const about = { subject_id: breach.breach_id, district_id: person.district_id, shown, now }
  const approval_id = await propose(tx, program.keyring, session, breachApproval, about)
  const row = {
    ...{ breach_decision_id, breach_id: breach.breach_id, decision, ground, approval_id },
    reason_enc: seal(key, reasonPlace(breach_decision_id), reason),
    ...{ decided_at: now.toString(), decided_by: session.officer_id },
    expires_at: now.add({ hours: 24 * breachApproval.expires_days }).toString(),
  }
  await tx.insertInto('register.breach_decision').values(row).execute()
  return { approval_id, row_after: rowHash(row) }
}
