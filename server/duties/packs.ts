/** The rule packs in force, as rows say: dated, approved by two, and not undone since. Decision 0032. */
import type { PackNamed } from '../../contract/packs.ts'
import type { Pack, PackValues } from '../../law/packs.ts'
import { asGate, openDatabase, type RegisterTx } from '../platform/database.ts'

// What was approved never changes, so its values are read once; which of them are in force is asked every time.
const known = new Map<string, PackValues>()

/** Packs in force up to a day, oldest first; the last one is in force on it. Of two from one day, the later approved. */
export async function listPacksInForce(tx: RegisterTx, on: string): Promise<[...Pack[], Pack]> {
  const rows = await tx
    .selectFrom('register.pack_in_force as f')
    .innerJoin('register.pack as p', 'p.pack_id', 'f.pack_id')
    .leftJoin('register.pack_reversal as r', 'r.in_force_id', 'f.in_force_id')
    .select(['f.in_force_id', 'f.from_on', 'p.pack', 'p.title_en', 'p.title_ur'])
    .where('r.in_force_id', 'is', null)
    .where((eb) => eb.or([eb('f.from_on', 'is', null), eb('f.from_on', '<=', on)]))
    .orderBy('f.from_on', (order) => order.asc().nullsFirst())
    .orderBy('f.decided_at')
    .orderBy('f.in_force_id')
    .execute()
  await readValues(
    tx,
    rows.map(({ in_force_id }) => in_force_id).filter((id) => !known.has(id)),
  )
  const packs = rows
    .filter(({ from_on }, at) => from_on !== rows[at + 1]?.from_on || at === rows.length - 1)
    .map(({ in_force_id, from_on, ...head }): Pack => {
      const values = known.get(in_force_id)
      if (values === undefined) throw new Error(`no values of the pack ${head.pack}`)
      return { ...head, in_force_from: from_on, values }
    })
  const last = packs.pop()
  if (last === undefined) throw new Error('no rule pack is in force')
  return [...packs, last]
}

/** The pack in force on a day: it decides who is on the register. */
export async function getPackInForce(tx: RegisterTx, on: string): Promise<Pack> {
  const packs = await listPacksInForce(tx, on)
  return packs[packs.length - 1] as Pack
}

/** A pack as a page names it. */
export const packNamed = ({ pack, title_en, title_ur, in_force_from }: Pack) => ({
  ...{ pack, title: { en: title_en, ur: title_ur }, in_force_from },
})

/** Packs approved to come into force after a day and not undone, as a page names them; the soonest first. */
export async function listPacksAfter(tx: RegisterTx, on: string): Promise<PackNamed[]> {
  const rows = await tx
    .selectFrom('register.pack_in_force as f')
    .innerJoin('register.pack as p', 'p.pack_id', 'f.pack_id')
    .leftJoin('register.pack_reversal as r', 'r.in_force_id', 'f.in_force_id')
    .select(['f.from_on', 'p.pack', 'p.title_en', 'p.title_ur'])
    .where('r.in_force_id', 'is', null)
    .where('f.from_on', '>', on)
    .orderBy('f.from_on')
    .orderBy('f.decided_at')
    .orderBy('f.in_force_id')
    .execute()
  return rows.map(({ pack, from_on, title_en, title_ur }) => ({
    ...{ pack, title: { en: title_en, ur: title_ur }, in_force_from: from_on },
  }))
}

/** The packs in force, for an operator whose login sees every row. */
export async function listPacksAsOperator(owner_url: string, on: string): Promise<[...Pack[], Pack]> {
  const database = openDatabase({ app: owner_url, gate: owner_url }, 1)
  try {
    return await asGate(database, (tx) => listPacksInForce(tx as unknown as RegisterTx, on))
  } finally {
    await database.end()
  }
}

async function readValues(tx: RegisterTx, ids: readonly string[]) {
  if (ids.length === 0) return
  const rows = await tx
    .selectFrom('register.pack_in_force')
    .select(['in_force_id', 'content'])
    .where('in_force_id', 'in', ids)
    .execute()
  // The schema of packs has judged every row before it was written.
  for (const { in_force_id, content } of rows) known.set(in_force_id, content as PackValues)
}
