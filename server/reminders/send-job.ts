/**
 * The background act `reminder.send`: hands one reminder to the gateway. What is owed is computed again just before, so
 * that nobody is reminded of what he has done; a gateway that fails is asked again with growing pauses.
 */
import { randomUUID } from 'node:crypto'
import type { Message } from '../../contract/reminders.ts'
import { paperLanguageOf } from '../../domain/serving/language.ts'
import { formatter } from '../../pages/language/formatter.ts'
import type { Language } from '../../pages/language/language.ts'
import { translator } from '../../pages/language/translator.ts'
import { computeDuties } from '../duties/compute.ts'
import { dateOf } from '../duties/project.ts'
import { findLanguage } from '../people/language.ts'
import { actorOf, auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay, systemClock } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import type { Job } from '../platform/jobs.ts'
import type { Program } from '../platform/program.ts'
import { handMessage } from './gateway.ts'
import { countSent, findContact, findKey, findReminder, openNumber, setReminder } from './queries.ts'

/** Who owes something is on the register, and nobody declared a conflict for the night work. */
const ON_REGISTER = { has_conflict: false, is_closed: false, is_off_register: false }

type Dropped = 'not_owed' | 'past' | 'limit' | 'no_contact'
type Ready = { message: Message; person_id: string; attempt_count: number }

export const sendReminder: Job = async ({ program, payload, as, signal }) => {
  const { gateway } = program.reminders
  if (gateway === null) return
  const ready = await as((tx, session) => prepare(program, tx, session, payload.id))
  if (!ready) return
  const now = program.clock.now()
  const handed = await handMessage(gateway, ready.message, { now: systemClock.now(), signal })
  const is_sent = handed.outcome === 'accepted'
  await as(async (tx, session) => {
    await setReminder(tx, payload.id, {
      ...{ attempt_count: ready.attempt_count + 1, last_fault: handed.because },
      ...(is_sent ? { sent_at: now.toString() } : {}),
    })
    await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
      ...{ action: 'reminder.sent', outcome: is_sent ? 'done' : 'failed', purpose: 'supervision' },
      ...{ subject_kind: 'person', subject_id: ready.person_id, second_id: payload.id },
    })
  })
  if (!is_sent) throw new Error(`the message gateway: ${handed.because}`)
}

/** The message, if it is still to be sent; else undefined, and why it is dropped is written down. */
async function prepare(
  program: Program,
  tx: RegisterTx,
  session: Session,
  reminder_id: string,
): Promise<Ready | undefined> {
  const reminder = await findReminder(tx, reminder_id)
  if (!reminder || reminder.sent_at !== null || reminder.dropped_at !== null) return undefined
  const now = program.clock.now()
  const found = await weigh(program, tx, session, reminder)
  if ('because' in found) {
    await setReminder(tx, reminder_id, { dropped_at: now.toString(), dropped_because: found.because })
    return undefined
  }
  const { to, language, due_on } = found
  const message = { message_id: reminder_id, to, text: textOf(language, due_on) }
  return { message, person_id: reminder.person_id, attempt_count: reminder.attempt_count }
}

type Reminder = NonNullable<Awaited<ReturnType<typeof findReminder>>>

async function weigh(
  program: Program,
  tx: RegisterTx,
  session: Session,
  { person_id, duty, key }: Reminder,
): Promise<{ because: Dropped } | { to: string; language: Language; due_on: string }> {
  const now = program.clock.now()
  const today = pakistanDay(now)
  const one = (await computeDuties(tx, [person_id], today)).get(person_id)
  if (!one) return { because: 'not_owed' }
  const place = program.places.ofStation(one.station_id)
  if (!decide(actorOf(session), 'reminder.send', { kind: 'person', place, ...ON_REGISTER }).allowed)
    throw new Error('only the night work sends reminders')
  const owed = one.result.duties.find((each) => each.duty === duty && each.key === key)
  const due_on = owed && dateOf(owed)
  if (!owed || !due_on || (owed.state !== 'due' && owed.state !== 'not_due')) return { because: 'not_owed' }
  if (due_on <= today) return { because: 'past' }
  const day_begins = Temporal.PlainDate.from(today).toZonedDateTime('Asia/Karachi').toInstant().toString()
  if ((await countSent(tx, day_begins)) >= program.reminders.daily_limit) return { because: 'limit' }
  const [contact, spoken, data_key] = await Promise.all([
    findContact(tx, person_id),
    findLanguage(tx, person_id),
    findKey(tx, program.keyring, person_id),
  ])
  if (!contact || !data_key) return { because: 'no_contact' }
  return { to: openNumber(data_key, contact), language: languageOf(contact, spoken), due_on }
}

type Contact = { language: string; added_at: string }
type Spoken = Awaited<ReturnType<typeof findLanguage>>

/** His later word: the language of his number, or the one he was found to speak after that. */
const languageOf = (contact: Contact, spoken: Spoken): Language =>
  spoken && Temporal.Instant.compare(spoken.added_at, contact.added_at) > 0
    ? paperLanguageOf(spoken.language)
    : (contact.language as Language)

/** No name, no number, no place, and nothing of what it is about: a telephone is read by more than one. */
export function textOf(language: Language, due_on: string): string {
  const said = translator(language)('reminders.message', { day: formatter(language).date(due_on) })
  return said.replace(/[\u2066-\u2069]/g, '')
}
