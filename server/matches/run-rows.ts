/** A run that compares the whole register with itself, as it is kept: how far it has come, and what it found. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { RegisterTx, Session } from '../platform/database.ts'

export type LinkRun = {
  link_run_id: string
  begun_at: string
  least_weight: number
  of_count: number
  done_count: number
  compared_count: number
  found_count: number
  last_person_id: string | null
  stop_asked_at: string | null
  ended_at: string | null
}

const runs = (tx: RegisterTx) =>
  tx
    .selectFrom('register.link_run')
    .select(['link_run_id', 'begun_at', 'least_weight', 'of_count', 'done_count', 'compared_count'])
    .select(['found_count', 'last_person_id', 'stop_asked_at', 'ended_at'])

/** The last run; undefined before the first. */
export const findLastRun = (tx: RegisterTx): Promise<LinkRun | undefined> =>
  runs(tx).orderBy('begun_at', 'desc').orderBy('link_run_id').executeTakeFirst()

/** A run, locked until the transaction ends: of two that go on with it, each takes the next people. */
export const lockRun = (tx: RegisterTx, link_run_id: string): Promise<LinkRun> =>
  runs(tx).where('link_run_id', '=', link_run_id).forUpdate().executeTakeFirstOrThrow()

/**
 * The run to go on with, or a new one; undefined where everybody was compared since it was asked for. Of two who begin at
 * once one begins, and both go on with it. Who asked for it after it was stopped takes that back; who asked before does not.
 */
export async function findOrBeginRun(
  tx: RegisterTx,
  session: Session,
  { least_weight, asked_at }: { least_weight: number; asked_at: Temporal.Instant | undefined },
): Promise<LinkRun | undefined> {
  const isSince = (at: string | null | undefined) =>
    typeof at === 'string' && asked_at !== undefined && Temporal.Instant.compare(at, asked_at) >= 0
  const last = await findLastRun(tx)
  if (isSince(last?.ended_at)) return undefined
  if (last && last.ended_at === null) {
    if (!isSince(last.stop_asked_at)) await changeRun(tx, last.link_run_id, { stop_asked_at: null })
    return last
  }
  const people = await tx
    .selectFrom('register.person')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const of_count = Number(people.count)
  await tx
    .insertInto('register.link_run')
    .values({ link_run_id: randomUUID(), begun_by: session.officer_id, least_weight, of_count })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return findLastRun(tx)
}

/** Everybody was compared: by the clock of the database, as it was begun and asked for. */
export const endRun = (tx: RegisterTx, link_run_id: string) =>
  sql`update register.link_run set ended_at = clock_timestamp() where link_run_id = ${link_run_id}`.execute(
    tx,
  )

type Change = Partial<
  Pick<LinkRun, 'done_count' | 'compared_count' | 'found_count' | 'last_person_id' | 'stop_asked_at'>
>

export const changeRun = (tx: RegisterTx, link_run_id: string, change: Change) =>
  tx.updateTable('register.link_run').set(change).where('link_run_id', '=', link_run_id).execute()

/** How far a run has come, as the Bureau is told. */
export const runShown = ({
  begun_at,
  of_count,
  done_count,
  found_count,
  stop_asked_at,
  ended_at,
}: LinkRun) => ({
  ...{ begun_at, of_count, done_count, found_count, ended_at },
  is_stopped: ended_at === null && stop_asked_at !== null,
})
