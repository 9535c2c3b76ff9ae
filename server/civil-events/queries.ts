import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { CivilEvent } from '../../contract/identities.ts'
import type { RegisterTx } from '../platform/database.ts'
import { blindIndex, type DataKey, type Keyring, openDataKey, seal } from '../platform/keys.ts'

export type Holder = { person_id: string; key: DataKey }

/** Number of the last event that was read; 0: none. */
export const findLastNo = async (tx: RegisterTx): Promise<number> =>
  Number(
    (
      await tx
        .selectFrom('register.civil_reading')
        .select((eb) => eb.fn.max<string | null>('last_no').as('last_no'))
        .executeTakeFirst()
    )?.last_no ?? 0,
  )

/** The events about people on the register, each with its person: by a CNIC that is or was his. Of who left nothing is kept. */
export async function listHolders(
  tx: RegisterTx,
  keyring: Keyring,
  events: readonly CivilEvent[],
): Promise<(readonly [CivilEvent, Holder])[]> {
  const indexes = events.map(({ cnic }) => blindIndex(keyring, 'cnic', cnic))
  const rows = await tx
    .selectFrom('register.person_document as d')
    .innerJoin('register.person as p', 'p.person_id', 'd.person_id')
    .select(['d.number_index', 'p.person_id', 'p.wrapped_key', 'p.kek_id', 'p.entered_at'])
    .distinct()
    .where('d.number_index', 'in', indexes)
    .where('d.kind', '=', 'cnic')
    .where('p.closed_at', 'is', null)
    .orderBy('p.entered_at')
    .orderBy('p.person_id')
    .execute()
  return events.flatMap((event, at) =>
    rows.flatMap(({ number_index, person_id, entered_at: _, ...stored }) => {
      const key = indexes[at]?.equals(number_index) ? openDataKey(keyring, person_id, stored) : undefined
      return key ? [[event, { person_id, key }] as const] : []
    }),
  )
}

/** Days of the changes of name that are recorded of a person, on whichever of his records. */
export const listChanges = async (tx: RegisterTx, record_ids: readonly string[]): Promise<string[]> =>
  (
    await tx
      .selectFrom('register.change')
      .select('changed_on')
      .where('person_id', 'in', record_ids)
      .where('kind', '=', 'name')
      .where('superseded_at', 'is', null)
      .execute()
  ).map(({ changed_on }) => changed_on)

/** Records a change of name of which nobody told. Returns its id. */
export async function addChange(
  tx: RegisterTx,
  change: { person_id: string; changed_on: string; recorded_by: string },
): Promise<string> {
  const change_id = randomUUID()
  await tx
    .insertInto('register.change')
    .values({ change_id, kind: 'name', source_kind: 'civil_register', ...change })
    .execute()
  return change_id
}

export async function addCivilEvent(
  tx: RegisterTx,
  keyring: Keyring,
  { event_no, kind, happened_on, new_name, new_cnic }: CivilEvent,
  { person_id, key, change_id }: Holder & { change_id: string | null },
): Promise<void> {
  const civil_event_id = randomUUID()
  const place = { table: 'civil_event', row: civil_event_id, column: 'detail_enc' }
  await tx
    .insertInto('register.civil_event')
    .values({
      ...{ civil_event_id, event_no, person_id, kind, happened_on, change_id },
      detail_enc: seal(key, place, JSON.stringify({ new_name, new_cnic })),
      number_index: kind === 'new_cnic' ? blindIndex(keyring, 'cnic', new_cnic ?? '') : null,
    })
    .onConflict((c) => c.columns(['person_id', 'event_no']).doNothing())
    .execute()
}

export const addReading = (
  tx: RegisterTx,
  reading: { last_no: number; event_count: number; held_count: number },
) =>
  tx
    .insertInto('register.civil_reading')
    .values({ civil_reading_id: randomUUID(), ...reading })
    .execute()

export type OpenEvent = {
  civil_event_id: string
  person_id: string
  record_number: string
  kind: CivilEvent['kind']
  happened_on: string
  read_at: string
}

/**
 * Events that still ask for something, the oldest first: a change of name of which no notice tells, a new number that
 * the record does not have, a death after which the person is still on the register.
 */
export const listOpenEvents = async (tx: RegisterTx): Promise<OpenEvent[]> =>
  (
    await sql<OpenEvent>`
      select e.civil_event_id, e.person_id, p.record_number, e.kind, e.happened_on::text, e.read_at
        from register.civil_event e join register.person p on p.person_id = e.person_id
       where p.closed_at is null and case e.kind
         when 'name_change' then e.change_id is not null
           and not exists (select from register.notice n where n.about_id = e.change_id and n.superseded_at is null)
         when 'new_cnic' then not exists (select from register.person_document d
           where d.person_id = e.person_id and d.number_index = e.number_index)
         else not exists (select from register.exit x where x.person_id = e.person_id and x.reversed_at is null) end
       order by e.read_at, e.civil_event_id limit 200`.execute(tx)
  ).rows
