/** Brings a database to the newest migration: plain SQL files in order, each once, all in one transaction. */
import { readdirSync, readFileSync } from 'node:fs'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'

const FOLDER = new URL('../../database/migrations/', import.meta.url)

/** The migration files, oldest first. */
export const listMigrations = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()

const migrationOf = (name: string): Migration => ({
  async up(db) {
    // The first file makes the roles and needs the operator's rights; all others make what amanat_owner owns.
    if (!name.startsWith('0001')) await sql`set local role amanat_owner`.execute(db)
    await sql.raw(readFileSync(new URL(name, FOLDER), 'utf8')).execute(db)
    await sql`reset role`.execute(db)
  },
})

/** Migrates the database at `owner_url`; returns the names applied now. Rejects with the first error, applying nothing. */
export async function migrate(owner_url: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: owner_url, max: 1 })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    const migrator = new Migrator({
      db,
      migrationTableSchema: 'migration',
      provider: {
        getMigrations: async () =>
          Object.fromEntries(listMigrations().map((name) => [name.replace('.sql', ''), migrationOf(name)])),
      },
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error
    // The service reads which migrations are there before it opens.
    await sql`grant usage on schema migration to amanat_app`.execute(db)
    await sql`grant select on migration.kysely_migration to amanat_app`.execute(db)
    return (results ?? []).map((r) => r.migrationName)
  } finally {
    await db.destroy()
  }
}
