/** Custody, hospital, abroad and no fixed abode of a person: every version with its source, newest first. */
import type { StayShown } from '../../contract/people.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, open } from '../platform/keys.ts'

const listCustodyRows = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.custody as v')
    .innerJoin('access.officer as o', 'o.officer_id', 'v.added_by')
    .leftJoin('reference.district as h', 'h.district_id', 'v.held_district_id')
    .select(['v.custody_id as stay_id', 'v.from_on', 'v.to_on', 'v.source_kind', 'v.source_on'])
    .select(['v.held_district_id', 'h.name_en as held_en', 'h.name_ur as held_ur'])
    .select(['v.source_ref_enc', 'v.added_at as recorded_at', 'v.superseded_at', 'o.name_en', 'o.name_ur'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('register.custody as n')
            .select('n.custody_id')
            .whereRef('n.replaces_id', '=', 'v.custody_id'),
        )
        .as('is_replaced'),
    )
    .where('v.person_id', '=', person_id)
    .orderBy('v.from_on', 'desc')
    .orderBy('v.custody_id')
    .execute()

const listStayRows = (tx: RegisterTx, person_id: string) =>
  tx
    .selectFrom('register.stay as v')
    .innerJoin('access.officer as o', 'o.officer_id', 'v.recorded_by')
    .select(['v.stay_id', 'v.kind', 'v.from_on', 'v.to_on', 'v.source_kind', 'v.source_on'])
    .select(['v.source_ref_enc', 'v.recorded_at', 'v.superseded_at', 'o.name_en', 'o.name_ur'])
    .select((eb) =>
      eb
        .exists(
          eb.selectFrom('register.stay as n').select('n.stay_id').whereRef('n.replaces_id', '=', 'v.stay_id'),
        )
        .as('is_replaced'),
    )
    .where('v.person_id', '=', person_id)
    .orderBy('v.from_on', 'desc')
    .orderBy('v.stay_id')
    .execute()

/** Where the reference of a source is sealed. */
export const refPlace = (table: 'custody' | 'stay', row: string) => ({ table, row, column: 'source_ref_enc' })

/** All of them, the struck out and the replaced too. */
export async function listStays(
  tx: RegisterTx,
  key: DataKey | undefined,
  person_id: string,
): Promise<StayShown[]> {
  const [custody, stays] = await Promise.all([listCustodyRows(tx, person_id), listStayRows(tx, person_id)])
  const all = [
    ...custody.map((row) => ({ ...row, kind: 'custody' as const, table: 'custody' as const })),
    ...stays.map((row) => ({
      ...{ ...row, held_district_id: null, held_en: null, held_ur: null },
      table: 'stay' as const,
    })),
  ]
  return all
    .map(({ source_ref_enc, table, is_replaced, name_en, name_ur, held_en, held_ur, ...row }) => ({
      ...row,
      kind: row.kind as StayShown['kind'],
      by: { en: name_en, ur: name_ur },
      held_district: held_en === null || held_ur === null ? null : { en: held_en, ur: held_ur },
      source_ref: source_ref_enc && key ? open(key, refPlace(table, row.stay_id), source_ref_enc) : null,
      is_struck_out: row.superseded_at !== null && !is_replaced,
    }))
    .sort((a, b) => (a.from_on < b.from_on ? 1 : -1))
}
