import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { knownCnic, startAgency } from '../../tests/support/agency.ts'
import { askAbout, draftRow, type GivenDraft, givenSubmitted } from '../../tests/support/given-draft.ts'
import { lastEvent } from '../../tests/support/proofs.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { waitFor } from '../../tests/support/wait-for.ts'

const agency = await startAgency()
after(() => agency.stop())
const register = await openTestRegister({ identity: agency.identity })
await register.startJobs()

const checksOf = async (draft_id: string) => {
  const { rows } = await register.root.query(
    'select outcome, fields_differ, attempt from register.identity_check where draft_id = $1 order by attempt',
    [draft_id],
  )
  return rows as { outcome: string; fields_differ: string[]; attempt: number }[]
}

describe('asking who a person is', () => {
  const cases: readonly (readonly [string, GivenDraft, string, string[]])[] = [
    ['verifies a card that agrees', { cnic: knownCnic(1) }, 'verified', []],
    [
      'names the facts that differ',
      { cnic: knownCnic(2), father_name: 'Khuda Yar' },
      'mismatch',
      ['father_name'],
    ],
    ['knows no such card', { cnic: '9999999999999' }, 'not_found', []],
    ['asks nothing without a card', { cnic: null, passport: 'ZZ1234567' }, 'no_document', []],
  ]
  for (const [what, given, outcome, fields_differ] of cases)
    it(`${what}, and the entry goes on to the Bureau`, async () => {
      const draft_id = await givenSubmitted(register, given)
      const draft = await askAbout(register, draft_id)
      assert.equal(draft.identity_outcome, outcome)
      assert.deepEqual(await checksOf(draft_id), [{ outcome, fields_differ, attempt: 1 }])
      const { rows } = await register.root.query(
        'select kind, proposed_by, subject_id from register.approval where approval_id = $1',
        [draft.approval_id],
      )
      const proposed_by = register.as.prosecutorMultan.officer_id
      assert.deepEqual(rows, [{ kind: 'entry', proposed_by, subject_id: draft_id }])
      const event = await lastEvent(register, 'identity.asked')
      assert.deepEqual([event?.officer_id, event?.subject_id], [proposed_by, draft_id])
    })

  it('waits while the agency is unavailable, keeps each attempt, and goes on when it is back', async () => {
    agency.setOutage(true)
    const draft_id = await givenSubmitted(register, { cnic: knownCnic(3) })
    await askAbout(register, draft_id, ({ identity_outcome }) => identity_outcome === 'unavailable')
    assert.equal((await draftRow(register, draft_id)).stage, 'identity')
    const { rows } = await register.root.query(
      "select extract(epoch from run_at - now())::int as seconds from graphile_worker.jobs where key = 'identity.verify:' || $1",
      [draft_id],
    )
    assert.ok(rows.length === 1 && rows[0].seconds > 5 && rows[0].seconds <= 15, JSON.stringify(rows))
    agency.setOutage(false)
    await askAbout(register, draft_id)
    assert.deepEqual(
      (await checksOf(draft_id)).map(({ outcome }) => outcome),
      ['unavailable', 'verified'],
    )
  })

  it('asks nothing about a draft whose key was destroyed', async () => {
    const draft_id = await givenSubmitted(register, { cnic: knownCnic(4) })
    await register.root.query('update register.draft set wrapped_key = null where draft_id = $1', [draft_id])
    const { posting_id } = await draftRow(register, draft_id)
    await register.program.jobs.add('identity.verify', { id: draft_id, posting_id })
    await jobGone(draft_id)
    assert.deepEqual(await checksOf(draft_id), [])
    assert.equal((await draftRow(register, draft_id)).stage, 'identity')
  })

  it('proposes once, however often it is asked', async () => {
    const draft_id = await givenSubmitted(register, { cnic: knownCnic(5) })
    const { posting_id } = await askAbout(register, draft_id)
    await register.program.jobs.add('identity.verify', { id: draft_id, posting_id })
    await jobGone(draft_id)
    const { rows } = await register.root.query('select from register.approval where subject_id = $1', [
      draft_id,
    ])
    assert.equal(rows.length, 1)
  })

  it('is refused to an officer who declared a conflict, and the refusal is recorded', async () => {
    const draft_id = await givenSubmitted(register, { cnic: knownCnic(6) })
    const { officer_id, posting_id } = register.as.prosecutorMultan
    await register.root.query(
      "insert into register.conflict (officer_id, subject_id, reason_code) values ($1, $2, 'relative')",
      [officer_id, draft_id],
    )
    await register.program.jobs.add('identity.verify', { id: draft_id, posting_id })
    await jobGone(draft_id)
    assert.deepEqual(await checksOf(draft_id), [])
    const event = await lastEvent(register, 'identity.asked')
    assert.deepEqual([event?.outcome, event?.policy], ['refused', 'forbid-conflict'])
  })
})

/** Waits until no job about the draft is left. */
const jobGone = (draft_id: string) =>
  waitFor('the end of the job', async () => {
    const job = "select from graphile_worker.jobs where key = 'identity.verify:' || $1"
    return (await register.root.query(job, [draft_id])).rows.length === 0
  })
