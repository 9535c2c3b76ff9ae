/** The exit follows the registration: an order that makes it void begins one, a restored conviction reverses it. */
import { randomUUID } from 'node:crypto'
import type { ExitAbout } from '../../contract/exits.ts'
import { groundOf } from '../../domain/appeal/events.ts'
import { exitsToReverse, type LiveExit, type Undoing, undoingsOf } from '../../domain/appeal/exits.ts'
import { statusOf } from '../../domain/duty/exceptions.ts'
import { type Also, recallCopies } from '../disclosures/record.ts'
import type { Computed } from '../duties/compute.ts'
import { refreshDuties } from '../duties/project.ts'
import { rowHash } from '../platform/audit.ts'
import type { RegisterTx } from '../platform/database.ts'
import { newDataKey, open } from '../platform/keys.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { readPerson, sealAbout } from './about.ts'

export type Following = {
  tx: RegisterTx
  program: Program
  now: Temporal.Instant
  officer_id: string
  /** The approved decision by which the officer acts. */
  approval_id: string
  /** Where a copy that is called back, and another record that leaves or comes back, gets its event. */
  also: Also
}

type Live = LiveExit & { exit_id: string }

const listLive = (tx: RegisterTx, record_ids: readonly string[]): Promise<Live[]> =>
  tx
    .selectFrom('register.exit')
    .select(['exit_id', 'person_id', 'ground', 'approval_id'])
    .where('person_id', 'in', record_ids)
    .where('reversed_at', 'is', null)
    .execute()

/** Which convictions each record holds. */
async function listHeld(tx: RegisterTx, record_ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx
    .selectFrom('register.conviction')
    .select(['person_id', 'conviction_id'])
    .where('person_id', 'in', record_ids)
    .orderBy('conviction_id')
    .execute()
  const held = Map.groupBy(rows, ({ person_id }) => person_id)
  return new Map([...held].map(([id, of]) => [id, of.map(({ conviction_id }) => conviction_id)]))
}

/**
 * Begins, keeps or reverses the exits of a person as his registration stands after an approved act. The registration is
 * of the person (RULES §2, §3): while one conviction stands nobody leaves, and without one each of his records does.
 */
export async function followRegistration(given: Following, computed: Computed): Promise<void> {
  const { tx } = given
  const following = { ...given, noted: new Set([computed.person_id]) }
  const [live, held] = [await listLive(tx, computed.record_ids), await listHeld(tx, computed.record_ids)]
  const reversed = exitsToReverse(live, statusOf(computed), {
    ...{ record_ids: computed.record_ids, eligibility: computed.result.convictions, held },
  })
  for (const exit of reversed) await reverseExit(following, exit)
  const kept = live.filter((exit) => !reversed.includes(exit))
  await beginExits(following, computed, { live: kept, held })
  // A record that came back may be the one that keeps his duties now.
  if (reversed.length > 0 && computed.record_ids.length > 1)
    await refreshDuties(given.tx, [computed.person_id], given.now)
}

/** As above, where some records have their event already. */
type Noting = Following & { noted: ReadonlySet<string> }

/** Begins the exits that are missing of a person of whom no conviction stands: after his records were taken apart. */
export async function followSplit(following: Noting, computed: Computed): Promise<void> {
  const { tx } = following
  const [live, held] = [await listLive(tx, computed.record_ids), await listHeld(tx, computed.record_ids)]
  await beginExits(following, computed, { live, held })
}

async function reverseExit({ tx, now, also, noted }: Noting, { exit_id, person_id }: Live): Promise<void> {
  if (!noted.has(person_id)) {
    const row_before = await recordHash(tx, 'person', person_id)
    also({ subject_kind: 'person', subject_id: person_id, second_id: exit_id, row_before })
  }
  await tx
    .updateTable('register.exit')
    .set({ reversed_at: now.toString() })
    .where('exit_id', '=', exit_id)
    .execute()
}

type Known = { live: readonly Live[]; held: Map<string, string[]> }

async function beginExits(following: Noting, computed: Computed, { live, held }: Known): Promise<void> {
  if (statusOf(computed) !== 'void') return
  const undoings = undoingsOf(computed.facts.convictions)
  const [last] = undoings
  if (!last) return
  for (const person_id of computed.record_ids) {
    if (live.some((exit) => exit.person_id === person_id)) continue
    const own = undoings.find(({ conviction }) => held.get(person_id)?.includes(conviction.conviction_id))
    const told = own ? await readOrder(following, person_id, own) : { court: '', order_number: '' }
    await beginExit(following, { person_id, undoing: own ?? last, told, left_on: last.on })
  }
}

type Leaving = {
  person_id: string
  undoing: Undoing
  /** Empty for a record whose own convictions no court undid: its office is not told of another's order. */
  told: Order
  /** The day of the last order: until then he was on the register, on whichever conviction. */
  left_on: string
}

async function beginExit(following: Noting, leaving: Leaving): Promise<void> {
  const { tx, program, officer_id, approval_id, now, also, noted } = following
  const { person_id, undoing, told, left_on } = leaving
  const row_before = noted.has(person_id) ? undefined : await recordHash(tx, 'person', person_id)
  const { name, father, record_number, language, station_id } = await readPerson(
    tx,
    program.keyring,
    person_id,
  )
  const about: ExitAbout = { name, father, record_number, language, ...told, order_on: undoing.on }
  const { exit_id } = await insertExit(tx, program, also, {
    ...{ person_id, station_id, ground: groundOf(undoing.event), about },
    ...{ conviction_id: undoing.conviction.conviction_id, left_on, approval_id },
    ...{ begun_by: officer_id, begun_at: now.toString() },
  })
  if (row_before) also({ subject_kind: 'person', subject_id: person_id, second_id: exit_id, row_before })
}

/** Court and number of an order, as they stand with the record whose conviction it undid. */
async function readOrder({ tx, program }: Following, person_id: string, undoing: Undoing): Promise<Order> {
  const { key } = await readPerson(tx, program.keyring, person_id)
  const order = await findOrder(tx, undoing)
  return order?.source_ref_enc
    ? (JSON.parse(open(key, refPlace(order.appeal_event_id), order.source_ref_enc)) as Order)
    : { court: '', order_number: '' }
}

export type Order = { court: string; order_number: string }
/** Where the court and number of an order are sealed. */
export const refPlace = (row: string) => ({ table: 'appeal_event', row, column: 'source_ref_enc' })

const findOrder = (tx: RegisterTx, { conviction, event, on }: Undoing) =>
  tx
    .selectFrom('register.appeal_event')
    .select(['appeal_event_id', 'source_ref_enc'])
    .where('conviction_id', '=', conviction.conviction_id)
    .where('event', '=', event)
    .where('happened_on', '=', on)
    .where('superseded_at', 'is', null)
    .orderBy('ordinal', 'desc')
    .executeTakeFirst()

type NewExit = {
  person_id: string
  station_id: string
  ground: 'acquittal' | 'set_aside' | 'ended' | 'law_change'
  about: ExitAbout
  conviction_id: string | null
  left_on: string
  approval_id: string | null
  begun_by: string
  begun_at: string
}

/** Writes an exit with a key of its own, and calls back the copies of what was disclosed; returns its id and its row's hash. */
export async function insertExit(
  tx: RegisterTx,
  { keyring }: Program,
  also: Also,
  { about, ...columns }: NewExit,
) {
  const exit_id = randomUUID()
  const key = newDataKey(keyring, exit_id)
  const { wrapped_key, kek_id } = key
  const row = { exit_id, ...columns, about_enc: sealAbout(key, exit_id, about), wrapped_key, kek_id }
  await tx.insertInto('register.exit').values(row).execute()
  await recallCopies(tx, also, { exit_id })
  return { exit_id, row_after: rowHash(row) }
}
