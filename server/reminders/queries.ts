import { sql } from 'kysely'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, type Keyring, open, openDataKey } from '../platform/keys.ts'

const place = (contact_id: string) => ({ table: 'person_contact', row: contact_id, column: 'number_enc' })
export const contactPlace = place

/** The live number of a person with his key's wrapping; undefined where he gave none. */
export const findContact = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.person_contact')
    .select(['contact_id', 'number_enc', 'language', 'agreed_on', 'added_at'])
    .where('person_id', '=', person_id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()

/** The key of a visible person; undefined when it was destroyed. */
export async function findKey(
  tx: RegisterTx,
  keyring: Keyring,
  person_id: string,
): Promise<DataKey | undefined> {
  const row = await tx
    .selectFrom('register.person')
    .select(['wrapped_key', 'kek_id'])
    .where('person_id', '=', person_id)
    .executeTakeFirst()
  return row && openDataKey(keyring, person_id, row)
}

export const openNumber = (key: DataKey, contact: { contact_id: string; number_enc: Buffer }): string =>
  open(key, place(contact.contact_id), contact.number_enc)

/** People with a number whom a duty falls due for in the days named, by id after one of them; at most `most`. */
export async function listToRemind(
  tx: RegisterTx,
  { from_on, to_on, after, most }: { from_on: string; to_on: string; after: string | null; most: number },
) {
  const rows = await tx
    .selectFrom('register.duty_due as d')
    .innerJoin('register.person_contact as c', 'c.person_id', 'd.person_id')
    .select(['d.person_id', 'c.contact_id'])
    .distinct()
    .where('c.superseded_at', 'is', null)
    .where('d.met', 'is', null)
    .where('d.due_on', '>=', from_on)
    .where('d.due_on', '<=', to_on)
    .$if(after !== null, (q) => q.where('d.person_id', '>', after ?? ''))
    .orderBy('d.person_id')
    .limit(most)
    .execute()
  return rows
}

export type Planned = {
  reminder_id: string
  person_id: string
  contact_id: string
  duty: string
  key: string
  step_days: number
  due_on: string
}

/** Writes down reminders to be sent; one that was planned before, whatever became of it, is left out. Returns the new ids. */
export async function insertReminders(tx: RegisterTx, rows: readonly Planned[], now: Temporal.Instant) {
  if (rows.length === 0) return []
  const added = await tx
    .insertInto('register.reminder')
    .values(rows.map((row) => ({ ...row, planned_at: now.toString() })))
    .onConflict((clash) => clash.columns(['person_id', 'duty', 'key', 'step_days']).doNothing())
    .returning('reminder_id')
    .execute()
  return added.map(({ reminder_id }) => reminder_id)
}

/** One reminder, held against another attempt at it. */
export const findReminder = (tx: RegisterTx, reminder_id: string) =>
  tx
    .selectFrom('register.reminder')
    .selectAll()
    .where('reminder_id', '=', reminder_id)
    .forUpdate()
    .executeTakeFirst()

export const setReminder = (
  tx: RegisterTx,
  reminder_id: string,
  set: {
    attempt_count?: number
    last_fault?: string | null
    sent_at?: string
    dropped_at?: string
    dropped_because?: 'not_owed' | 'past' | 'limit' | 'no_contact'
  },
) => tx.updateTable('register.reminder').set(set).where('reminder_id', '=', reminder_id).execute()

/** Messages that the gateway took since an instant. */
export async function countSent(tx: RegisterTx, since: string): Promise<number> {
  const row = await tx
    .selectFrom('register.reminder')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('sent_at', '>=', since)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** The last reminder sent about each duty of these people, and who of them gave a number. */
export async function readReminded(tx: RegisterTx, ids: readonly string[]) {
  const [sent, contacts] = await Promise.all([
    tx
      .selectFrom('register.reminder')
      .select(['person_id', 'duty', 'key', 'sent_at', 'step_days'])
      .where('person_id', '=', sql<string>`any(${ids})`)
      .where('sent_at', 'is not', null)
      .orderBy('sent_at')
      .orderBy('reminder_id')
      .execute(),
    tx
      .selectFrom('register.person_contact')
      .select('person_id')
      .where('person_id', '=', sql<string>`any(${ids})`)
      .where('superseded_at', 'is', null)
      .execute(),
  ])
  return {
    sent: new Map(sent.map((row) => [`${row.person_id} ${row.duty} ${row.key}`, row])),
    reachable: new Set(contacts.map(({ person_id }) => person_id)),
  }
}
