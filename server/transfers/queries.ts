import { sql } from 'kysely'
import type { RegisterTx } from '../platform/database.ts'

const transfers = (tx: RegisterTx) =>
  tx
    .selectFrom('register.transfer as t')
    .innerJoin('access.officer as o', 'o.officer_id', 't.offered_by')
    .leftJoin('access.officer as a', 'a.officer_id', 't.answered_by')
    .leftJoin('register.person as p', 'p.person_id', 't.person_id')
    .selectAll('t')
    .select(['o.name_en', 'o.name_ur', 'a.name_en as answered_en', 'a.name_ur as answered_ur'])
    .select('p.person_id as visible_person_id')

/** One transfer of the officer's side; undefined when there is none. */
export const findTransfer = (tx: RegisterTx, transfer_id: string) =>
  transfers(tx).where('t.transfer_id', '=', transfer_id).executeTakeFirst()
export type TransferRow = NonNullable<Awaited<ReturnType<typeof findTransfer>>>

/** Open transfers of the officer's side, the longest waiting first; at most 100. */
export const listOpen = (tx: RegisterTx) =>
  transfers(tx)
    .where('t.answered_at', 'is', null)
    .orderBy('t.offered_at')
    .orderBy('t.transfer_id')
    .limit(100)
    .execute()

/** The last answered ones, newest first; at most 20. */
export const listAnswered = (tx: RegisterTx) =>
  transfers(tx)
    .where('t.answered_at', 'is not', null)
    .orderBy('t.answered_at', 'desc')
    .orderBy('t.transfer_id')
    .limit(20)
    .execute()

export const findOpenOf = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.transfer')
    .select('transfer_id')
    .where('person_id', '=', person_id)
    .where('answered_at', 'is', null)
    .executeTakeFirst()

export type MovedRow = {
  person_id: string
  record_number: string
  district_id: string
  since_on: string | null
}

/**
 * People whose latest address lies in another district than the station that owns them, and who are not being offered
 * already: each is a task of the owner. The station narrows by index; row-level security is the wall.
 */
export async function listMoved(
  tx: RegisterTx,
  only: { station_id: string | null; person_id?: string },
): Promise<MovedRow[]> {
  const of_station = only.station_id === null ? sql`true` : sql`p.station_id = ${only.station_id}`
  const of_person = only.person_id === undefined ? sql`true` : sql`p.person_id = ${only.person_id}`
  const { rows } = await sql<MovedRow>`
    select p.person_id, p.record_number, a.district_id, a.from_on as since_on
      from register.person p
      cross join lateral (
        select x.district_id, x.from_on from register.person_address x
         where x.person_id = p.person_id and x.superseded_at is null and x.to_on is null
         order by x.from_on desc nulls last, x.added_at desc, x.address_id limit 1) a
     where ${of_station} and ${of_person} and a.district_id <> p.district_id
       and not exists (select from register.transfer t where t.person_id = p.person_id and t.answered_at is null)
     order by a.from_on nulls first, p.record_number limit 100`.execute(tx)
  return rows
}

/**
 * People whom no station owns: the last supervision is missing, is another than the person's station, or its station
 * is out of service. It is 0; anything else is a fault to be looked into at once.
 */
export async function countUnowned(tx: RegisterTx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from register.person p
      join reference.station s using (station_id)
     where s.valid_to is not null or p.district_id <> s.district_id
        or p.station_id is distinct from (
          select v.station_id from register.supervision v where v.person_id = p.person_id
           order by v.from_on desc, v.began_at desc limit 1)`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Open transfers that wait in the officer's place: those offered to his station, late ones for a district or the nation. */
export async function countWaiting(tx: RegisterTx, station_id: string | null): Promise<number> {
  const waits = station_id === null ? sql`true` : sql`to_station_id = ${station_id}`
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from register.transfer where answered_at is null and ${waits}`.execute(tx)
  return rows[0]?.count ?? 0
}

export type Answering = {
  transfer_id: string
  answer: 'accepted' | 'refused' | 'withdrawn' | 'assigned'
  reason: string | null
  station_id?: string
}

/** Answers a transfer by the one function that may: `not_found`, `answered` (by another first), or the answer. */
export async function answerTransfer(tx: RegisterTx, answering: Answering): Promise<string> {
  const { transfer_id, answer, reason, station_id = null } = answering
  const { rows } = await sql<{ said: string }>`
    select register.answer_transfer(${transfer_id}::uuid, ${answer}, ${reason}, ${station_id}) as said`.execute(
    tx,
  )
  return rows[0]?.said ?? 'not_found'
}

export const findPerson = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.person')
    .select(['person_id', 'record_number', 'station_id', 'district_id'])
    .where('person_id', '=', person_id)
    .executeTakeFirst()
