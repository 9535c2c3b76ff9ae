/** Writes the packs that ship with the register into its tables; a new register begins with the first of them. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { canonicalHash } from '../../domain/approval/canonical.ts'
import { defaultPack, listPacks } from '../../law/packs.ts'

/** Adds the packs that are missing, and brings the default one into force where none ever was. */
export async function loadPacks(owner_url: string): Promise<void> {
  const client = new pg.Client({ connectionString: owner_url })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('set local role amanat_owner')
    for (const { pack, title_en, title_ur, values } of listPacks())
      await client.query(
        `insert into register.pack (pack_id, pack, title_en, title_ur, content) values ($1, $2, $3, $4, $5)
         on conflict (pack) do nothing`,
        [randomUUID(), pack, title_en, title_ur, JSON.stringify(values)],
      )
    const { pack, values } = defaultPack()
    await client.query(
      `insert into register.pack_in_force (in_force_id, pack_id, content, sha256)
       select $1, pack_id, $3, $4 from register.pack where pack = $2 and not exists (select from register.pack_in_force)`,
      [randomUUID(), pack, JSON.stringify(values), canonicalHash(values)],
    )
    await client.query('commit')
  } finally {
    await client.end()
  }
}
