import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { MOST_TAKEN } from '../../contract/takeovers.ts'
import type { Role } from '../../domain/access/actor.ts'
import type { RegisterTx, Session } from '../platform/database.ts'

/** Stages in which a draft waits for an act in its posting's name, now or after the legal officer's word. */
const WAITING = ['identity', 'legal'] as const

/** As `sec.open_session` asks it, by the database's own clock: no session can be opened in this posting's name. */
const MAY_NOT_ACT = sql<boolean>`not coalesce(
  o.suspended_at is null
  and least(p.to_on, o.vetted_until, o.trained_until) > (now() at time zone 'Asia/Karachi')::date
  and o.vetted_until is not null and o.trained_until is not null
  and p.from_on <= (now() at time zone 'Asia/Karachi')::date, false)`

const stalled = (tx: RegisterTx) =>
  tx
    .selectFrom('register.draft as d')
    .innerJoin('access.posting as p', 'p.posting_id', 'd.posting_id')
    .innerJoin('access.officer as o', 'o.officer_id', 'p.officer_id')
    .where('d.stage', 'in', WAITING)
    .where('d.wrapped_key', 'is not', null)
    .where(MAY_NOT_ACT)

export type Stalled = {
  posting_id: string
  role: Role
  unit_id: string
  name_en: string
  name_ur: string
  draft_count: number
  oldest_at: string
  /** One of its drafts' districts: a prosecutor's are all of one. */
  district_id: string
}

/** Drafts of the officer's scope that wait for nobody, by posting, the longest waiting first. */
export const listStalled = (tx: RegisterTx): Promise<Stalled[]> =>
  stalled(tx)
    .select(['p.posting_id', 'p.role', 'p.unit_id', 'o.name_en', 'o.name_ur'])
    .select((eb) => [
      eb.fn.countAll<number>().as('draft_count'),
      eb.fn.min('d.submitted_at').$castTo<string>().as('oldest_at'),
      eb.fn.min('d.district_id').$castTo<string>().as('district_id'),
    ])
    .groupBy(['p.posting_id', 'p.role', 'p.unit_id', 'o.name_en', 'o.name_ur'])
    .orderBy('oldest_at')
    .orderBy('p.posting_id')
    .execute() as Promise<Stalled[]>

export const findStalled = async (tx: RegisterTx, posting_id: string): Promise<Stalled | undefined> =>
  (await listStalled(tx)).find((one) => one.posting_id === posting_id)

/** The drafts to take over, the longest waiting first, without those about which he declared a conflict. */
export const listTaken = (tx: RegisterTx, posting_id: string, officer_id: string) =>
  stalled(tx)
    .select(['d.draft_id', 'd.stage'])
    .where('d.posting_id', '=', posting_id)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('register.conflict as c')
            .select('c.subject_id')
            .whereRef('c.subject_id', '=', 'd.draft_id')
            .where('c.officer_id', '=', officer_id)
            .where('c.withdrawn_at', 'is', null),
        ),
      ),
    )
    .orderBy('d.submitted_at')
    .orderBy('d.draft_id')
    .limit(MOST_TAKEN)
    .execute()

/** Puts the drafts into the taker's posting; returns the takeover's id. */
export async function takeOver(
  tx: RegisterTx,
  session: Session,
  from_posting_id: string,
  draft_ids: readonly string[],
): Promise<string> {
  const takeover_id = randomUUID()
  const { posting_id, officer_id } = session
  await tx
    .updateTable('register.draft')
    .set((eb) => ({ posting_id, updated_at: eb.fn('now') }))
    .where('draft_id', 'in', draft_ids)
    .execute()
  await tx
    .insertInto('register.takeover')
    .values({
      ...{ takeover_id, from_posting_id, to_posting_id: posting_id, taken_by: officer_id },
      draft_count: draft_ids.length,
    })
    .execute()
  return takeover_id
}
