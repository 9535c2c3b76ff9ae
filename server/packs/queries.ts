/** Packs as the register holds them: those that ship, those drafted, and from which day each governs. */
import { sql } from 'kysely'
import type { PackValue, PackValues } from '../../law/packs.ts'
import type { RegisterTx } from '../platform/database.ts'

export type AnyValues = Record<string, PackValue<unknown>>

const heads = (tx: RegisterTx) =>
  tx
    .selectFrom('register.pack')
    .select(['pack_id', 'pack', 'title_en', 'title_ur', 'based_on_id', 'drafted_by'])

/** Every pack, those that ship first. */
export const listPackHeads = (tx: RegisterTx) => heads(tx).orderBy('drafted_at').orderBy('pack').execute()

export const findPackHead = (tx: RegisterTx, pack_id: string) =>
  heads(tx).where('pack_id', '=', pack_id).executeTakeFirst()

/** From which day each pack governs, and whether that was undone. */
export const listInForce = (tx: RegisterTx) =>
  tx
    .selectFrom('register.pack_in_force as f')
    .leftJoin('register.pack_reversal as r', 'r.in_force_id', 'f.in_force_id')
    .leftJoin('register.law_change as c', 'c.in_force_id', 'f.in_force_id')
    .select(['f.in_force_id', 'f.pack_id', 'f.from_on', 'c.law_change_id'])
    .select((eb) => eb('r.in_force_id', 'is not', null).as('is_reversed'))
    .orderBy('f.decided_at')
    .orderBy('f.in_force_id')
    .execute()

/** What a pack says now: as it was begun, with the last version of each value changed since. */
export async function getValues(tx: RegisterTx, pack_id: string): Promise<AnyValues> {
  const [begun, changes] = await Promise.all([
    tx.selectFrom('register.pack').select('content').where('pack_id', '=', pack_id).executeTakeFirstOrThrow(),
    tx
      .selectFrom('register.pack_value')
      .select(['name', 'value'])
      .where('pack_id', '=', pack_id)
      .orderBy('changed_at')
      .orderBy('value_id')
      .execute(),
  ])
  const changed = Object.fromEntries(changes.map(({ name, value }) => [name, value as PackValue<unknown>]))
  return { ...(begun.content as AnyValues), ...changed }
}

/** Whether a pack is in force, was, or will be: then its draft is closed. */
export const isBroughtIntoForce = async (tx: RegisterTx, pack_id: string): Promise<boolean> =>
  (await tx
    .selectFrom('register.pack_in_force')
    .select('in_force_id')
    .where('pack_id', '=', pack_id)
    .executeTakeFirst()) !== undefined

/** Nobody else brings a pack into force or undoes one until this transaction ends. */
export const lockPacks = (tx: RegisterTx) =>
  sql`select pg_advisory_xact_lock(hashtext('register.pack_in_force'))`.execute(tx)

/** The values that apply once a draft was judged whole. */
export const asPackValues = (values: AnyValues): PackValues => values as unknown as PackValues
