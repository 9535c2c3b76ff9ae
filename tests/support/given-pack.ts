/** A rule pack in force, as two people would have brought it there. */
import { randomUUID } from 'node:crypto'
import { canonicalHash } from '../../domain/approval/canonical.ts'
import { defaultPack, type PackContent } from '../../law/packs.ts'
import type { TestRegister } from './register.ts'

/** Puts the default pack with some values changed in force from a day; its id undoes it. */
export async function givenPack(
  { root }: TestRegister,
  pack: string,
  from_on: string,
  changed: Partial<PackContent>,
): Promise<string> {
  const values: Record<string, object> = { ...defaultPack().values }
  for (const [name, value] of Object.entries(changed)) values[name] = { ...values[name], value }
  const [pack_id, in_force_id] = [randomUUID(), randomUUID()]
  await root.query(
    'insert into register.pack (pack_id, pack, title_en, title_ur, content) values ($1, $2, $3, $4, $5)',
    [pack_id, pack, 'Rules of a trial', 'آزمائشی قواعد', JSON.stringify(values)],
  )
  await root.query(
    'insert into register.pack_in_force (in_force_id, pack_id, from_on, content, sha256) values ($1, $2, $3, $4, $5)',
    [in_force_id, pack_id, from_on, JSON.stringify(values), canonicalHash(values)],
  )
  return in_force_id
}

/** Everyone is computed as if the pack had never been in force. */
export const undoPack = ({ root }: TestRegister, in_force_id: string) =>
  root.query('delete from register.pack_in_force where in_force_id = $1', [in_force_id])
