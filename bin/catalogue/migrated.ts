/** A database to read the catalogue of: the one named, or a scratch one migrated for the time of the reading. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startLocalRegister } from '../../server/platform/local-register.ts'

/** Runs the reading on the database at `url`, or without one on the newest migrations in a scratch cluster. */
export async function withMigrated<T>(url: string | undefined, read: (client: pg.Client) => Promise<T>) {
  if (url) return withClient(url, read)
  const folder = mkdtempSync(join(tmpdir(), 'amanat-catalogue-'))
  const local = await startLocalRegister({ folder, is_throwaway: true })
  try {
    return await withClient(local.url('postgres'), read)
  } finally {
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function withClient<T>(url: string, read: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await read(client)
  } finally {
    await client.end()
  }
}

/** TypeScript as the house formats it. */
export const formatted = (text: string, path: string): string =>
  execFileSync(
    fileURLToPath(new URL('../../node_modules/.bin/biome', import.meta.url)),
    ['format', `--stdin-file-path=${path}`],
    { input: text, encoding: 'utf8' },
  )
