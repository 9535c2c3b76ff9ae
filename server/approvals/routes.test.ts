import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import { decideApproval } from './decide.ts'
import { propose as proposeTo } from './queries.ts'

const r = await openTestRegister()
const { administrator: author, administratorTwo: approver } = r.as
const about = r.as.analyst.officer_id

const propose = async (change = 'suspend', body: object = { reason: 'an inquiry' }): Promise<string> => {
  const reply = await author.api.post(`/officers/${about}/changes/${change}`, body)
  assert.equal(reply.status, 201, reply.text)
  return (reply.body as { approval_id: string }).approval_id
}
const hashOf = async (approval_id: string, by: As) =>
  ((await by.api.get(`/approvals/${approval_id}`)).body as { shown_hash: string }).shown_hash
const say = async (by: As, approval_id: string, act: string, more: object = {}) =>
  by.api.post(`/approvals/${approval_id}/${act}`, { shown_hash: await hashOf(approval_id, by), ...more })
const titleOf = (reply: { body: unknown }) => (reply.body as { title: string }).title

describe('a proposal', () => {
  it('is shown to a second administrator before and after, and not to the Bureau', async () => {
    const id = await propose()
    const reply = await approver.api.get(`/approvals/${id}`)
    const { rows } = reply.body as { rows: { field: string; before: string; after: string }[] }
    assert.deepEqual(
      rows.filter((row) => row.field === 'is_suspended'),
      [{ field: 'is_suspended', is_change: true, before: 'false', after: 'true' }],
    )
    assert.equal((await r.as.bureauSupervisor.api.get(`/approvals/${id}`)).status, 404)
  })
  it('is never approved by its author: the policy refuses', async () => {
    const id = await propose()
    const reply = await say(author, id, 'approve')
    assert.deepEqual(
      [reply.status, (await lastEvent(r, 'approval.approved'))?.policy],
      [403, 'forbid-own-proposal'],
    )
  })
  it('is never approved by its author: the constraint refuses, with the policy out of the way', async () => {
    const id = await propose()
    const shown_hash = await hashOf(id, author)
    const given = { decision: 'approved', reason: null, shown_hash } as const
    const bypassing = asActor(r.program.database, await author.token(), async (tx, session) => {
      if (!session) throw new Error('no session')
      return decideApproval(tx, r.program, session, id, given)
    })
    await assert.rejects(bypassing, { constraint: 'nobody_approves_his_own' })
  })
  it('is never decided in another’s name, whatever is written', async () => {
    const id = await propose()
    for (const [proposed_by, decided_by] of [
      [author.officer_id, approver.officer_id],
      [approver.officer_id, author.officer_id],
    ]) {
      const forging = asActor(r.program.database, await author.token(), (tx) =>
        tx
          .insertInto('register.approval_decision')
          .values((eb) => ({
            ...{
              approval_id: id,
              proposed_by: proposed_by ?? '',
              decision: 'approved',
              decided_by: decided_by ?? '',
            },
            shown_hash: eb.selectFrom('register.approval').select('shown_hash').where('approval_id', '=', id),
            reason_enc: null,
          }))
          .execute(),
      )
      await assert.rejects(forging, (fault: { code: string }) => ['AM003', '23503'].includes(fault.code))
    }
  })
  it('needs a passkey used within 5 minutes to be approved; the form leads to the step-up and back', async () => {
    const id = await propose()
    const shown_hash = await hashOf(id, approver)
    await r.root.query(
      `update access.session set step_up_at = now() - interval '5 minutes' where officer_id = $1`,
      [approver.officer_id],
    )
    assert.equal(titleOf(await say(approver, id, 'approve')), 'step_up_needed')
    const form = await approver.form(`/approvals/${id}/approve`, { shown_hash })
    assert.equal(form.location, '/fresh')
    assert.match(String(form.headers['set-cookie']), new RegExp(`__Host-return=/approvals/${id}\\?form=`))
    await r.root.query(`update access.session set step_up_at = now() where officer_id = $1`, [
      approver.officer_id,
    ])
    assert.equal((await say(approver, id, 'approve')).status, 200)
    await say(approver, await proposeBack(), 'approve')
  })
  it('is not decided by one who declared a conflict', async () => {
    const id = await propose()
    const shown_hash = await hashOf(id, approver)
    await r.root.query(
      `insert into register.conflict (officer_id, subject_id, reason_code) values ($1, $2, 'case')`,
      [...[approver.officer_id, id]],
    )
    const reply = await approver.api.post(`/approvals/${id}/approve`, { shown_hash })
    assert.deepEqual(
      [reply.status, (await lastEvent(r, 'approval.approved'))?.policy],
      [403, 'forbid-conflict'],
    )
  })
  it('is not approved after it expired, nor on another hash than it has', async () => {
    const id = await propose()
    const other = await approver.api.post(`/approvals/${id}/approve`, { shown_hash: '0'.repeat(64) })
    assert.equal(titleOf(other), 'approval_changed')
    r.clock.tick(15 * 86_400_000)
    assert.equal(titleOf(await say(approver, id, 'approve')), 'approval_expired')
    r.clock.tick(-15 * 86_400_000)
    await r.root.query(`update register.approval set expires_at = now() where approval_id = $1`, [id])
    assert.equal(titleOf(await say(approver, id, 'approve')), 'approval_expired')
  })
  it('is returned with a reason that its author reads, and withdrawn by nobody else', async () => {
    const id = await propose()
    assert.equal((await say(approver, id, 'return')).status, 400)
    assert.equal((await say(approver, id, 'withdraw')).status, 403)
    assert.equal((await say(approver, id, 'return', { reason: 'the wrong officer' })).status, 200)
    const seen = (await author.api.get(`/approvals/${id}`)).body as { decision: string; reason: string }
    assert.deepEqual([seen.decision, seen.reason], ['returned', 'the wrong officer'])
    assert.equal(titleOf(await say(author, id, 'withdraw')), 'already_decided')
  })
  it('is refused for good with a reason, by a second officer, and changes nothing', async () => {
    const id = await propose()
    assert.equal((await say(approver, id, 'refuse')).status, 400)
    assert.equal((await say(author, id, 'refuse', { reason: 'no' })).status, 403)
    assert.equal((await say(approver, id, 'refuse', { reason: 'no ground' })).status, 200)
    const seen = (await author.api.get(`/approvals/${id}`)).body as { decision: string; reason: string }
    assert.deepEqual([seen.decision, seen.reason], ['refused', 'no ground'])
    assert.equal((await lastEvent(r, 'approval.refused'))?.outcome, 'done')
    assert.equal(titleOf(await say(approver, id, 'approve')), 'already_decided')
  })
})

/** The officer suspended above, back in office. */
const proposeBack = () => propose('reinstate', { reason: 'over' })

describe('approve and withdraw', () => {
  const RACES = 1000
  it(`race ${RACES} times: one decision each, and nothing applied without a live approval`, async () => {
    const [a, b] = [await author.token(), await approver.token()]
    const decide = (token: string, id: string, decision: 'approved' | 'withdrawn', shown_hash: string) =>
      asActor(r.program.database, token, async (tx, session) => {
        if (!session) throw new Error('no session')
        return decideApproval(tx, r.program, session, id, { decision, reason: null, shown_hash })
      })
    const subjects: string[] = []
    for (let n = 0; n < RACES; n++) {
      const { id, shown_hash, posting_from } = await proposePosting(a, n)
      subjects.push(posting_from)
      const racers = [decide(b, id, 'approved', shown_hash), decide(a, id, 'withdrawn', shown_hash)]
      const ended = await Promise.allSettled(n % 2 ? racers : racers.reverse())
      assert.equal(ended.filter((one) => one.status === 'fulfilled').length, 1)
      const lost = ended.find((one) => one.status === 'rejected')
      assert.ok(
        lost?.reason instanceof Problem || lost?.reason.constraint === 'approval_decision_pkey',
        String(lost?.reason),
      )
    }
    const { rows } = await r.root.query(
      `select count(*) filter (where d.decision = 'approved')::int as approved, count(*)::int as decided,
              count(*) filter (where (d.decision = 'approved') <> (p.posting_id is not null))::int as wrong
         from register.approval a join register.approval_decision d using (approval_id)
         left join access.posting p on p.officer_id = a.subject_id and p.from_on = (date '2030-01-01' + (a.expires_at::date - date '2100-01-01'))
        where a.expires_at >= '2100-01-01'`,
    )
    assert.equal(rows[0].decided, RACES)
    assert.equal(rows[0].wrong, 0)
    assert.ok(
      rows[0].approved > 0 && rows[0].approved < RACES,
      `approved ${rows[0].approved}: no race took place`,
    )
    assert.equal(new Set(subjects).size, RACES)
  })
})

/** A proposal of one posting whose first day is its own, noted in the expiry so that a query can match the two. */
async function proposePosting(token: string, n: number) {
  const [from_on, expires] = [
    Temporal.PlainDate.from('2030-01-01').add({ days: n }).toString(),
    Temporal.PlainDate.from('2100-01-01').add({ days: n }).toString(),
  ]
  const noun = r.program.approvals.get('officer')
  if (!noun) throw new Error('no noun')
  const shown = {
    ...{
      change: 'add_posting',
      officer_id: about,
      posting_id: null,
      badge: 'analyst',
      name_en: 'S',
      name_ur: 'س',
    },
    ...{ before: null, reason: `race ${n} ${randomUUID()}` },
    after: { role: 'auditor', unit_id: 'audit', unit_en: 'a', unit_ur: 'a', from_on, to_on: null },
  }
  return asActor(r.program.database, token, async (tx, session) => {
    if (!session) throw new Error('no session')
    const now = Temporal.Instant.from(`${expires}T00:00:00Z`).subtract({ hours: 24 * noun.expires_days })
    const id = await proposeTo(tx, r.program.keyring, session, noun, {
      ...{ subject_id: about, district_id: null, shown, now },
    })
    const row = await tx
      .selectFrom('register.approval')
      .select('shown_hash')
      .where('approval_id', '=', id)
      .executeTakeFirstOrThrow()
    return { id, shown_hash: row.shown_hash.toString('hex'), posting_from: from_on }
  })
}

describe('the queue', () => {
  it('says how many wait of each kind, and is one kind when that is asked for', async () => {
    await propose()
    const reply = await approver.api.get('/approvals?kind=officer')
    const { waiting, approvals } = reply.body as {
      waiting: { kind: string; waiting_count: number }[]
      approvals: { kind: string }[]
    }
    assert.deepEqual(waiting, [{ kind: 'officer', waiting_count: approvals.length }])
    assert.ok(approvals.length > 0 && approvals.every((one) => one.kind === 'officer'))
  })
  it('leads nobody to a proposal that he may not open, though its row is visible to his office', async () => {
    const { bureauOfficer, bureauSupervisor, officerSaddar } = r.as
    const { rows } = await r.root.query('select badge from access.officer where officer_id = $1', [
      officerSaddar.officer_id,
    ])
    const asked = await bureauSupervisor.api.post('/quotas/raises', {
      ...{ level: 'officer', badge: rows[0].badge, act: 'search', per_day: 90, days: 2, reason: 'A raid' },
    })
    assert.equal(asked.status, 201, asked.text)
    const { approvals } = (await bureauOfficer.api.get('/approvals')).body as {
      approvals: { approval_id: string; kind: string }[]
    }
    assert.ok(!approvals.some((one) => one.kind === 'quota'))
    for (const { approval_id } of approvals)
      assert.equal((await bureauOfficer.api.get(`/approvals/${approval_id}`)).status, 200)
  })
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'GET', path: () => '/approvals', event: 'approval.listed' },
      ...{ allowed: r.as.bureauOfficer, elsewhere: r.as.auditor },
    }),
  )
})
describe('deciding', () => {
  let made: Promise<{ id: string; shown_hash: string }> | undefined
  let body = {}
  const path = async () => {
    made ??= propose().then(async (id) => ({ id, shown_hash: await hashOf(id, author) }))
    const { id, shown_hash } = await made
    body = { shown_hash }
    return `/approvals/${id}/withdraw`
  }
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'POST', path, body: () => body, event: 'approval.withdrawn' },
      ...{ allowed: author, elsewhere: r.as.bureauOfficer },
    }),
  )
})
