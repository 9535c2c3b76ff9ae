/** The baseline of the look-up: the very statements, prepared and in the same flights, on bare connections. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { canonicalDocument } from '../../domain/identifier/document.ts'
import { AUDIT_EVENT } from '../../server/platform/audit.ts'
import { BEGIN_ACT, type Statement } from '../../server/platform/database.ts'
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

/** One look-up as the site sends it; nothing is sealed, decided or opened. */
async function lookUp(client: pg.Client, keyring: Keyring, token: string, cnic: string) {
  const run = (statement: Statement, values: unknown[]) =>
    client.query({ ...statement, values })
  const [, begun] = await Promise.all([client.query('begin'), run(BEGIN_ACT, [token, 'search'])])
  const s = begun.rows[0]
  const found = await run(BY_DOCUMENT, [blindIndex(keyring, 'cnic', canonicalDocument('cnic', cnic)), 'cnic'])
  const people = [...new Set(found.rows.map((r) => r.person_id))]
  await Promise.all([
    run(INSERT_SEARCH, [
      randomUUID(),
      s.officer_id,
      'cnic',
      'check',
      SEALED,
      SEALED,
      SEALED,
      keyring.kek_id,
      people,
    ]),
    run(AUDIT_EVENT, [
      ...[
        randomUUID(),
        s.officer_id,
        s.session_id,
        s.posting_id,
        s.role,
        'bench.bare',
        'done',
        null,
        null,
        null,
        'check',
      ],
      ...[randomUUID(), null, null, null, null, null, SALT, COMMITMENT],
    ]),
    client.query('commit'),
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
      while (performance.now() < until) {
        const { token, cnic } = bare.pick(n++)
        const begun = performance.now()
        await lookUp(client, bare.keyring, token, cnic)
        if (begun >= start) samples.push(performance.now() - begun)
      }
      await client.end()
    }),
  )
  const sorted = Float64Array.from(samples).sort()
  return { per_second: samples.length / bare.seconds, p99_ms: percentile(sorted, 0.99) }
}
