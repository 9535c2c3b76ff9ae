/** A run that compares the whole register with itself, as it is kept: how far it has come, and what it found. */
import { randomUUID } from 'node:crypto'
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
 * The run to go on with, or a new one. Whoever asks for the work takes back that it be stopped; a later attempt at what
 * was asked before does not.
 */
export async function beginRun(
  tx: RegisterTx,
  session: Session,
  { least_weight, is_asked }: { least_weight: number; is_asked: boolean },
): Promise<LinkRun> {
  const last = await findLastRun(tx)
  if (last && last.ended_at === null) {
    if (is_asked) await changeRun(tx, last.link_run_id, { stop_asked_at: null })
    return last
  }
  const people = await tx
    .selectFrom('register.person')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const link_run_id = randomUUID()
  const of_count = Number(people.count)
  await tx
    .insertInto('register.link_run')
    .values({ link_run_id, begun_by: session.officer_id, least_weight, of_count })
    .execute()
  return lockRun(tx, link_run_id)
}

type Change = Partial<
  Pick<
    LinkRun,
    'done_count' | 'compared_count' | 'found_count' | 'last_person_id' | 'stop_asked_at' | 'ended_at'
  >
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
