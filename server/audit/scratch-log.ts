/** For tests: a migrated database with an empty audit log, and hands to write, sequence and tamper with. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { type NoteSigner, parseSigner, signerText } from '../../domain/audit/signed-note.ts'
import { DATABASE, type Login, startLocalRegister } from '../platform/local-register.ts'

type User = Login | 'postgres'
export type ScratchLog = {
  url: (user: User) => string
  signer: NoteSigner
  /** A superuser: past every right and policy, as an intruder with root would be. */
  root: pg.Client
  /** The application's own login. */
  app: pg.Client
  /** A further connection, closed with the rest. */
  connect: (user: User) => Promise<pg.Client>
}

export const SECRET = signerText('test.invalid/audit', Buffer.alloc(32, 5))

const openLogs = new Set<() => Promise<void>>()

async function clusterUrls(): Promise<(user: User) => string> {
  const given = process.env['TEST_CLUSTER']
  if (given) {
    const { urls }: { urls: Record<User, string> } = JSON.parse(given)
    return (user) => urls[user]
  }
  const folder = mkdtempSync(join(tmpdir(), 'amanat-log-'))
  const local = await startLocalRegister({ folder, is_throwaway: true })
  after(async () => {
    // A file's hooks run in the order they were set, so what is still open is closed from here.
    for (const close of openLogs) await close()
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return (user) => local.url(user)
}

// At the top, so that the cluster lives as long as the file's last test.
const clusterUrl = await clusterUrls()

/** A database of its own in the cluster of this test run, or in a new cluster when the file runs alone. */
export async function openScratchLog(): Promise<ScratchLog> {
  const database = `log_${process.pid}_${randomBytes(4).toString('hex')}`
  const inDatabase = (user: User, name: string) => clusterUrl(user).replace(`/${DATABASE}?`, `/${name}?`)
  const url = (user: User) => inDatabase(user, database)
  const clients: pg.Client[] = []
  const open = async (address: string) => {
    const client = new pg.Client({ connectionString: address })
    clients.push(client)
    await client.connect()
    return client
  }
  const admin = await open(inDatabase('postgres', 'postgres'))
  await admin.query('select pg_advisory_lock(1)') // a template may be copied by one at a time
  await admin.query(`create database ${database} template ${DATABASE}`)
  await admin.query('select pg_advisory_unlock(1)')
  await admin.query(`grant connect on database ${database} to amanat_app, amanat_gate, amanat_sequencer`)
  const close = async () => {
    if (!openLogs.delete(close)) return
    for (const client of clients.slice(1)) await client.end()
    await admin.query(`drop database ${database} with (force)`)
    await admin.end()
  }
  openLogs.add(close)
  after(close)
  const connect = (user: User) => open(url(user))
  return {
    ...{ url, connect, signer: parseSigner(SECRET) },
    root: await connect('postgres'),
    app: await connect('amanat_app'),
  }
}
