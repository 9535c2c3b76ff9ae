/** Reminders: the number a person gave, the list of whom to remind, and what passes to the message gateway. */
import { type Static, Type } from 'typebox'
import { REMINDER_STEPS } from '../domain/reminder/steps.ts'
import { DutyRow } from './duty-lists.ts'
import { PersonHead } from './people.ts'
import { Code, Day, Id, Instant, Nullable, Pair, Shape } from './shape.ts'

export const ContactAsked = Shape({
  /** As typed; null withdraws the number held. */
  number: Nullable(Type.String({ maxLength: 30 })),
  language: Code(['ur', 'en']),
  /** He agreed to be reminded at this number. */
  is_agreed: Type.Boolean(),
})
export type ContactAsked = Static<typeof ContactAsked>
export const ContactKept = Shape({ person_id: Id, contact_id: Nullable(Id) })

export const ContactForm = Shape({
  person: PersonHead,
  /** The number held: its last digits, since it is written down here and shown nowhere. */
  held: Nullable(Shape({ tail: Type.String(), language: Code(['ur', 'en']), agreed_on: Day })),
})
export type ContactForm = Static<typeof ContactForm>

export const ReminderRow = Shape({
  ...DutyRow.properties,
  /** print: nobody sends anything, so the station tells him. */
  channel: Code(['sms', 'print']),
  /** The last reminder sent; null where none was. */
  sent_at: Nullable(Instant),
  step_days: Nullable(Type.Integer({ description: REMINDER_STEPS.join(', ') })),
})
export type ReminderRow = Static<typeof ReminderRow>
export const ReminderList = Shape({
  today: Day,
  place: Nullable(Pair),
  rows: Type.Array(ReminderRow, { maxItems: 50 }),
  next: Nullable(Type.String()),
  is_first: Type.Boolean(),
})
export type ReminderList = Static<typeof ReminderList>
export const ReminderQuery = Shape({
  after: Type.Optional(Type.String({ maxLength: 120 })),
})

// ---- to the gateway, docs/agencies/messages.md ----
export const MESSAGE_PATH = '/v1/messages'
export const Message = Shape({
  /** The same when it is sent again: a message taken once is not sent twice. */
  message_id: Id,
  to: Type.String({ pattern: '^\\+923\\d{9}$' }),
  text: Type.String({ minLength: 1, maxLength: 480 }),
})
export type Message = Static<typeof Message>
export const MessageAnswer = Shape({ outcome: Code(['accepted', 'refused', 'unavailable']) })
export type MessageAnswer = Static<typeof MessageAnswer>
