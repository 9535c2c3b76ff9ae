/** The exit follows the registration: an order that makes it void begins one, a restored conviction reverses it. */
import { randomUUID } from 'node:crypto'
import type { ExitAbout } from '../../contract/exits.ts'
import { doesChangeRegister, groundOf } from '../../domain/appeal/events.ts'
import { statusOf } from '../../domain/duty/exceptions.ts'
import type { Conviction } from '../../domain/eligibility/conviction.ts'
import { type Also, recallCopies } from '../disclosures/record.ts'
import type { Computed } from '../duties/compute.ts'
import { rowHash } from '../platform/audit.ts'
import type { RegisterTx } from '../platform/database.ts'
import { newDataKey, open } from '../platform/keys.ts'
import type { Program } from '../platform/program.ts'
import { readPerson, sealAbout } from './about.ts'

export type Following = {
  tx: RegisterTx
  program: Program
  now: Temporal.Instant
  officer_id: string
  /** The approved decision by which the officer acts. */
  approval_id: string
  /** Where a copy that is called back gets its event. */
  also: Also
}

const findLive = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.exit')
    .select(['exit_id', 'ground'])
    .where('person_id', '=', person_id)
    .where('reversed_at', 'is', null)
    .executeTakeFirst()

/** Begins, keeps or reverses the exit of a person as his registration stands after an approved act. */
export async function followRegistration(following: Following, computed: Computed): Promise<void> {
  const { tx, now } = following
  const status = statusOf(computed)
  const live = await findLive(tx, computed.person_id)
  const is_right =
    live &&
    (live.ground === 'law_change'
      ? status === 'not_registrable'
      : status === 'void'
        ? live.ground !== 'ended'
        : status === live.ground)
  if (is_right) return
  if (live)
    await tx
      .updateTable('register.exit')
      .set({ reversed_at: now.toString() })
      .where('exit_id', '=', live.exit_id)
      .execute()
  if (status === 'void') await beginExit(following, computed)
}

type Undoing = { conviction: Conviction; event: 'acquitted' | 'set_aside'; on: string }

/** The latest order that undid a conviction and was not followed by its restoration. */
function undoingOf({ facts }: Computed): Undoing | undefined {
  const undone = facts.convictions.flatMap((conviction): Undoing[] => {
    // What comes after an order revives nothing but a restoration (RULES §2.6).
    const last = conviction.appeal.findLast(({ event }) => doesChangeRegister(event))
    const event = last?.event
    return last && (event === 'acquitted' || event === 'set_aside')
      ? [{ conviction, event, on: last.on }]
      : []
  })
  return undone.sort((a, b) => (a.on < b.on ? 1 : -1))[0]
}

async function beginExit(following: Following, computed: Computed): Promise<void> {
  const { tx, program, officer_id, approval_id, now } = following
  const undoing = undoingOf(computed)
  if (!undoing) return
  const person = await readPerson(tx, program.keyring, computed.person_id)
  const order = await findOrder(tx, undoing)
  const told = order?.source_ref_enc
    ? (JSON.parse(open(person.key, refPlace(order.appeal_event_id), order.source_ref_enc)) as Order)
    : { court: '', order_number: '' }
  const { name, father, record_number, language, station_id } = person
  const about: ExitAbout = { name, father, record_number, language, ...told, order_on: undoing.on }
  await insertExit(tx, program, following.also, {
    ...{ person_id: computed.person_id, station_id, ground: groundOf(undoing.event), about },
    ...{ conviction_id: undoing.conviction.conviction_id, left_on: undoing.on, approval_id },
    ...{ begun_by: officer_id, begun_at: now.toString() },
  })
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
