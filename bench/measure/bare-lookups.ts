/** The baseline of the look-up: the very statements, in the same flights, on bare connections. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { canonicalDocument } from '../../domain/identifier/document.ts'
import { AUDIT_EVENT } from '../../server/platform/audit.ts'
import { BEGIN, BEGIN_ACT, COMMIT } from '../../server/platform/database.ts'
import { board } from '../../server/platform/flight.ts'
import { blindIndex, type Keyring } from '../../server/platform/keys.ts'
import { BY_DOCUMENT, INSERT_SEARCH } from '../../server/searches/lookup.ts'
import { percentile } from './report.ts'

type Bare = {
  url: string
  keyring: Keyring
  connections: number
  seconds: number
  pick: (n: number) => { token: string; cnic: string }
}

const SALT = randomBytes(16)
const COMMITMENT = createHash('sha256').update(SALT).digest()
const SEALED = randomBytes(60)

/** One look-up as the site sends it, in two flights; nothing is sealed, decided or opened. */
async function lookUp(client: pg.PoolClient, keyring: Keyring, token: string, cnic: string) {
  const number_index = blindIndex(keyring, 'cnic', canonicalDocument('cnic', cnic))
  const [, begun, found] = await Promise.all([
    board(client, BEGIN),
    board(client, BEGIN_ACT, [token, 'search']),
    board(client, BY_DOCUMENT, [number_index, 'cnic']),
  ])
  const s = begun.rows[0] ?? {}
  const people = found.rows.map((r) => r['person_id'])
  const sealed = [SEALED, SEALED, SEALED, keyring.kek_id]
  const who = [s['officer_id'], s['session_id'], s['posting_id'], s['role']]
  const no_subject = [null, null, null]
  await Promise.all([
    board(client, INSERT_SEARCH, [randomUUID(), s['officer_id'], 'cnic', 'check', ...sealed, people, null]),
    board(client, AUDIT_EVENT, [
      ...[randomUUID(), ...who, 'bench.bare', 'done', ...no_subject, 'check', randomUUID()],
      ...[null, null, null, null, null, SALT, COMMITMENT],
    ]),
    board(client, COMMIT),
  ])
}

/** Runs the bare statements over a number of connections for some seconds. */
export async function bareLookups(bare: Bare): Promise<{ per_second: number; p99_ms: number }> {
  const samples: number[] = []
  const start = performance.now() + 1000
  const until = start + bare.seconds * 1000
  let n = 0
  await Promise.all(
    Array.from({ length: bare.connections }, async () => {
      const client = new pg.Client({ connectionString: bare.url, pipeline: true } as pg.ClientConfig)
      await client.connect()
      const held = client as unknown as pg.PoolClient
      while (performance.now() < until) {
        const { token, cnic } = bare.pick(n++)
        const begun = performance.now()
        await lookUp(held, bare.keyring, token, cnic)
        if (begun >= start) samples.push(performance.now() - begun)
      }
      await client.end()
    }),
  )
  const sorted = Float64Array.from(samples).sort()
  return { per_second: samples.length / bare.seconds, p99_ms: percentile(sorted, 0.99) }
}
