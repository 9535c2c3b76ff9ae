/** The four standard proofs of every endpoint: allowed · elsewhere 404 · not signed in 401 · the audit entry. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type As, ORIGIN, type Reply, type TestRegister } from './register.ts'

export type Proof = {
  method: 'GET' | 'POST'
  /** Path under /api/v1, made when the test runs so that it may name what was arranged. */
  path: () => string | Promise<string>
  body?: () => unknown
  allowed: As
  /** Someone of the same role in another district, or of a role without the screen. */
  elsewhere: As
  /** Status of success; 200 unless said. */
  status?: number
  /** The event of success. */
  event: string
  /** A POST that only adds a record of a look. */
  is_look?: boolean
}

const ask = (who: As, proof: Proof, path: string): Promise<Reply> =>
  proof.method === 'GET' ? who.api.get(path) : who.api.post(path, proof.body?.())

/** The newest event of an action, of one officer (null: of nobody signed in) when given, past row security. */
export async function lastEvent(register: TestRegister, action: string, officer_id?: string | null) {
  const { rows } = await register.root.query(
    `select action, outcome, officer_id, subject_kind, subject_id, purpose, policy, row_after from audit.event
     where action = $1 and ($2 or officer_id is not distinct from $3::uuid) order by event_no desc limit 1`,
    [action, officer_id === undefined, officer_id ?? null],
  )
  return rows[0] as
    | {
        action: string
        outcome: string
        officer_id: string | null
        subject_kind: string | null
        subject_id: string | null
        purpose: string | null
        policy: string | null
        row_after: Buffer | null
      }
    | undefined
}

/** Adds the four proofs to the describe block it is called in. `register` is read when the tests run. */
export function provesAccess(register: () => TestRegister, proof: (r: TestRegister) => Proof): void {
  it('answers 401 to someone not signed in, and records it', async () => {
    const r = register()
    const p = proof(r)
    const reply = await r.app.inject({
      method: p.method,
      url: `/api/v1${await p.path()}`,
      headers: { origin: ORIGIN },
      ...(p.body ? { payload: p.body() as object } : {}),
    })
    assert.equal(reply.statusCode, 401)
    const event = await lastEvent(r, p.event, null)
    assert.deepEqual([event?.outcome, event?.officer_id, event?.policy], ['refused', null, 'not_signed_in'])
  })
  it('does not exist for another district or another role, and records it', async () => {
    const r = register()
    const p = proof(r)
    const reply = await ask(p.elsewhere, p, await p.path())
    assert.equal(reply.status, 404, reply.text)
    const event = await lastEvent(r, p.event, p.elsewhere.officer_id)
    assert.deepEqual([event?.outcome, event?.officer_id], ['refused', p.elsewhere.officer_id])
  })
  it('answers whom it is for, and records it', async () => {
    const r = register()
    const p = proof(r)
    const reply = await ask(p.allowed, p, await p.path())
    assert.equal(reply.status, p.status ?? 200, reply.text)
    const event = await lastEvent(r, p.event, p.allowed.officer_id)
    assert.deepEqual([event?.outcome, event?.officer_id], ['done', p.allowed.officer_id])
    if (p.method === 'POST' && !p.is_look)
      assert.equal(event?.row_after?.length, 32, 'the hash of what it changed')
  })
}
