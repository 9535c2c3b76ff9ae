/** Arranges facts of a person's life for a test: rows as the desk would have written them, past row security. */
import { randomUUID } from 'node:crypto'
import { duty_names } from '../../domain/duty/facts.ts'
import { openDataKey, seal } from '../../server/platform/keys.ts'
import type { PersonaName } from './personas.ts'
import type { TestRegister } from './register.ts'

type Interval = { from_on: string; to_on: string | null }

export type GivenFacts = {
  /** All five duties, at this instant, in Urdu. */
  served_at?: string
  changes?: { change_id?: string; kind: 'name' | 'address'; on: string }[]
  trips?: { trip_id?: string; kind: 'abroad' | 'inside'; departs_at: string; returns_at: string | null }[]
  notices?: { duty: string; about?: string; received_at: string }[]
  visits?: { on: string; result: 'found' | 'not_at_address' }[]
  hospital?: Interval[]
  abroad?: Interval[]
  no_fixed_abode?: Interval[]
  recorded_by?: PersonaName
}

/** Adds the facts; returns the ids of changes, trips and notices in the order given. */
async function facts(register: TestRegister, person_id: string, what: GivenFacts) {
  const recorded_by = register.as[what.recorded_by ?? 'officerSaddar'].officer_id
  const insert = (table: string, row: Record<string, unknown>) => {
    const all: Record<string, unknown> = { ...row, person_id, recorded_by }
    const names = Object.keys(all)
    const marks = names.map((_, i) => `$${i + 1}`)
    return register.root.query(
      `insert into register.${table} (${names.join(', ')}) values (${marks.join(', ')})`,
      Object.values(all),
    )
  }
  const source_kind = 'notice'
  if (what.served_at)
    await insert('serving', {
      ...{ serving_id: randomUUID(), duties: [...duty_names], served_at: what.served_at },
      ...{ language: 'ur', proof: 'thumb_mark' },
    })
  const change_ids: string[] = []
  for (const { change_id = randomUUID(), kind, on } of what.changes ?? []) {
    await insert('change', { change_id, kind, changed_on: on, source_kind })
    change_ids.push(change_id)
  }
  const trip_ids: string[] = []
  for (const { trip_id = randomUUID(), ...trip } of what.trips ?? []) {
    await insert('trip', { trip_version_id: randomUUID(), trip_id, ...trip, source_kind })
    trip_ids.push(trip_id)
  }
  for (const visit of what.visits ?? [])
    await insert('visit', { visit_id: randomUUID(), visited_on: visit.on, result: visit.result })
  for (const kind of ['hospital', 'abroad', 'no_fixed_abode'] as const)
    for (const interval of what[kind] ?? [])
      await insert('stay', { stay_id: randomUUID(), kind, ...interval, source_kind: 'other' })
  return { change_ids, trip_ids, notice_ids: await givenNotices(register, person_id, what, insert) }
}

async function givenNotices(
  register: TestRegister,
  person_id: string,
  { notices = [] }: GivenFacts,
  insert: (table: string, row: Record<string, unknown>) => Promise<unknown>,
) {
  const { rows } = await register.root.query(
    'select wrapped_key, kek_id from register.person where person_id = $1',
    [person_id],
  )
  const key = openDataKey(register.program.keyring, person_id, rows[0])
  if (!key) throw new Error('the person has no key')
  const ids: string[] = []
  for (const { duty, about, received_at } of notices) {
    const notice_id = randomUUID()
    const facts_enc = seal(key, { table: 'notice', row: notice_id, column: 'facts_enc' }, '{}')
    const how = { received_how: 'in_person', document_seen: 'cnic' }
    await insert('notice', { notice_id, duty, about_id: about ?? null, received_at, facts_enc, ...how })
    ids.push(notice_id)
  }
  return ids
}

export const givenFacts = facts
