/**
 * The background act `reminders.plan`: once a day, who has a duty that falls due in 14 days or less and gave a number is
 * reminded, once a duty and step. Without a gateway nothing is planned: the printed list is then the only channel.
 */
import { randomUUID } from 'node:crypto'
import { dayOf, isoOf } from '../../domain/calendar/dates.ts'
import { REMINDER_STEPS, stepOf } from '../../domain/reminder/steps.ts'
import { type Computed, computeDuties } from '../duties/compute.ts'
import { dateOf } from '../duties/project.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Job } from '../platform/jobs.ts'
import { insertReminders, listToRemind, type Planned } from './queries.ts'

const BATCH_PEOPLE = 500

export const planReminders: Job = async ({ program, payload, as, signal }) => {
  if (program.reminders.gateway === null) return
  const now = program.clock.now()
  let after: string | null = null
  do {
    if (signal.aborted) throw new Error('stopped while reminders were planned')
    const planned: { ids: string[]; last: string | null } = await as((tx) => planBatch(tx, now, after))
    const { posting_id } = payload
    await program.jobs.addAll(
      'reminder.send',
      planned.ids.map((id) => ({ id, posting_id })),
    )
    after = planned.last
  } while (after !== null)
}

async function planBatch(tx: RegisterTx, now: Temporal.Instant, after: string | null) {
  const today = pakistanDay(now)
  const [from_on, to_on] = [isoOf(dayOf(today) + 1), isoOf(dayOf(today) + REMINDER_STEPS[0])]
  const people = await listToRemind(tx, { from_on, to_on, after, most: BATCH_PEOPLE })
  const contacts = new Map(people.map(({ person_id, contact_id }) => [person_id, contact_id]))
  const computed = await computeDuties(tx, [...contacts.keys()], today)
  const wanted = [...computed.values()].flatMap((one) =>
    remindersOf(one, contacts.get(one.person_id) ?? '', today),
  )
  const ids = await insertReminders(tx, wanted, now)
  return { ids, last: people.length === BATCH_PEOPLE ? (people.at(-1)?.person_id ?? null) : null }
}

/** The reminders that a person's duties call for today. Of deadlines in hours nobody is reminded: a day is too coarse. */
function remindersOf({ person_id, result }: Computed, contact_id: string, today: string): Planned[] {
  return result.duties.flatMap((one) => {
    const due_on = dateOf(one)
    if (due_on === null || one.due_at !== undefined || (one.state !== 'due' && one.state !== 'not_due'))
      return []
    const step_days = stepOf(dayOf(due_on) - dayOf(today))
    if (step_days === undefined) return []
    const { duty, key } = one
    return [{ reminder_id: randomUUID(), person_id, contact_id, duty, key, step_days, due_on }]
  })
}
