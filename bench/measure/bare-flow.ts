/** The baseline of a check: as many transactions, each one select and one insert, on bare connections. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { AUDIT_EVENT } from '../../server/platform/audit.ts'
import { BEGIN, BEGIN_ACT, COMMIT } from '../../server/platform/database.ts'
import { board } from '../../server/platform/flight.ts'

const SALT = randomBytes(16)
const COMMITMENT = createHash('sha256').update(SALT).digest()
const SELECT = { name: 'bench_check', text: 'select * from register.check_request where check_id = $1' }

async function transact(client: pg.PoolClient, token: string, check_id: string) {
  const [, begun] = await Promise.all([
    board(client, BEGIN),
    board(client, BEGIN_ACT, [token, null]),
    board(client, SELECT, [check_id]),
  ])
  const s = begun.rows[0] ?? {}
  const who = [s['officer_id'], s['session_id'], s['posting_id'], s['role']]
  await Promise.all([
    board(client, AUDIT_EVENT, [
      ...[randomUUID(), ...who, 'bench.bare', 'done', null, null, null, 'check', randomUUID()],
      ...[null, null, null, null, null, SALT, COMMITMENT],
    ]),
    board(client, COMMIT),
  ])
}

type Bare = { url: string; tokens: readonly string[]; check_ids: readonly string[]; connections: number }

/** Flows a second of so many transactions each, over a number of connections, for some seconds. */
export async function bareFlows(
  { url, tokens, check_ids, connections }: Bare,
  transactions: number,
  seconds: number,
) {
  const until = performance.now() + seconds * 1000
  let flows = 0
  await Promise.all(
    Array.from({ length: connections }, async (_, index) => {
      const client = new pg.Client({ connectionString: url, pipeline: true } as pg.ClientConfig)
      await client.connect()
      const token = tokens[index % tokens.length] ?? ''
      while (performance.now() < until) {
        const check_id = check_ids[flows % check_ids.length] ?? randomUUID()
        for (let n = 0; n < transactions; n += 1)
          await transact(client as unknown as pg.PoolClient, token, check_id)
        flows += 1
      }
      await client.end()
    }),
  )
  return flows / seconds
}
