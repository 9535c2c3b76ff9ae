/**
 * The register on the embedded PostgreSQL: one folder holds the cluster, the login passwords and the keys.
 * Used by `npm start`, tests and benchmarks; a service uses its own PostgreSQL and key file.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type EmbeddedOptions, startEmbeddedPostgres } from './embedded-postgres.ts'
import { type Keyring, newKeyringText, parseKeyring } from './keys.ts'
import { loadPacks } from './load-packs.ts'
import { migrate } from './migrate.ts'
import { loadReference } from './reference.ts'
import { newPaperKeyText, type PaperSigner, parsePaperSigner } from './signing.ts'

/** The logins of the house; each has its own password. */
export const LOGINS = ['amanat_app', 'amanat_gate', 'amanat_sequencer', 'amanat_worker'] as const
export type Login = (typeof LOGINS)[number]

export type LocalRegister = {
  keyring: Keyring
  paper_signer: PaperSigner
  /** Connection string of a login (or the superuser) to a database of the cluster. */
  url: (login: Login | 'postgres', database?: string) => string
  applied: string[]
  stop: () => Promise<void>
}

export const DATABASE = 'amanat'

function secretFile(folder: string, name: string, make: () => string): string {
  const file = join(folder, name)
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

/** Starts the cluster, creates and migrates the database where needed, loads places and offices. */
export async function startLocalRegister(options: EmbeddedOptions): Promise<LocalRegister> {
  const cluster = await startEmbeddedPostgres(options)
  try {
    const passwords: Record<Login, string> = JSON.parse(
      secretFile(options.folder, 'logins.json', () =>
        JSON.stringify(
          Object.fromEntries(LOGINS.map((login) => [login, randomBytes(24).toString('base64url')])),
        ),
      ),
    )
    const keyring = parseKeyring(secretFile(options.folder, 'keys', newKeyringText))
    const paper_signer = parsePaperSigner(secretFile(options.folder, 'paper-key', newPaperKeyText))
    const url = (login: Login | 'postgres', database: string = DATABASE) =>
      `postgres://${login}:${login === 'postgres' ? cluster.superuser_password : passwords[login]}@/${database}?host=${cluster.socket_dir}`
    await createDatabase(url('postgres', 'postgres'))
    const applied = await migrate(url('postgres'))
    await setPasswords(url('postgres'), passwords)
    if (applied.length > 0) {
      await loadReference(url('postgres'))
      await loadPacks(url('postgres'))
    }
    return { keyring, paper_signer, url, applied, stop: cluster.stop }
  } catch (fault) {
    await cluster.stop()
    throw fault
  }
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

const createDatabase = (url: string) =>
  withClient(url, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  })

const setPasswords = (url: string, passwords: Record<Login, string>) =>
  withClient(url, async (client) => {
    for (const login of LOGINS) {
      await client.query(`alter role ${login} password ${pg.escapeLiteral(passwords[login])}`)
    }
  })
