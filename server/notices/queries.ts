import type { RegisterTx } from '../platform/database.ts'

/** One notice that the officer may see, as stored; undefined when there is none. */
export const findNotice = (tx: RegisterTx, notice_id: string) =>
  tx.selectFrom('register.notice').selectAll().where('notice_id', '=', notice_id).executeTakeFirst()

/** The live version of a trip of this person. */
export const findTrip = (tx: RegisterTx, person_id: string, trip_id: string) =>
  tx
    .selectFrom('register.trip')
    .selectAll()
    .where('trip_id', '=', trip_id)
    .where('person_id', '=', person_id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()

/** Why a notice was struck out, by whom; undefined while it counts. */
export const findStrike = (tx: RegisterTx, notice_id: string) =>
  tx
    .selectFrom('register.notice_strike as s')
    .innerJoin('access.officer as o', 'o.officer_id', 's.struck_by')
    .select(['s.reason_enc', 's.approval_id', 's.struck_at', 'o.name_en', 'o.name_ur'])
    .where('s.notice_id', '=', notice_id)
    .executeTakeFirst()

/** The name of an officer in both scripts. */
export async function officerName(tx: RegisterTx, officer_id: string) {
  const row = await tx
    .selectFrom('access.officer')
    .select(['name_en', 'name_ur'])
    .where('officer_id', '=', officer_id)
    .executeTakeFirst()
  return { en: row?.name_en ?? '', ur: row?.name_ur ?? '' }
}
