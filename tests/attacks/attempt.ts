/** How an attack is tried: by the application's own login as it stands, and with one wall taken down as the control. */
import pg from 'pg'
import type { TestRegister } from '../support/register.ts'

export type Attempt = {
  /** Session secret the transaction is begun with; none is ''. */
  token?: string
  /** What the attacker sends first. */
  first?: string
  statement: string
  values?: unknown[]
}

/** The rows an attempt brings over the login `amanat_app`; a refusal by the database rejects. Nothing is kept. */
export async function attempt(register: TestRegister, given: Attempt): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: register.url('amanat_app') })
  await client.connect()
  try {
    await client.query('begin')
    return await run(client, given)
  } finally {
    await client.end()
  }
}

/** The same with a wall down: `breach` is run by a superuser, the attempt with the application's rights, all undone. */
export async function attemptWithout(
  register: TestRegister,
  breach: string,
  given: Attempt,
): Promise<unknown[][]> {
  await register.root.query('begin')
  try {
    await register.root.query(breach)
    await register.root.query('set local role amanat_app')
    return await run(register.root, given)
  } finally {
    await register.root.query('rollback')
  }
}

async function run(client: pg.Client, { token = '', first, statement, values = [] }: Attempt) {
  await client.query(`select set_config('amanat.sid', $1, true)`, [token])
  if (first) await client.query(first)
  const { rows } = await client.query({ text: statement, values, rowMode: 'array' })
  return rows as unknown[][]
}
