import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { DayReply } from '../../contract/day.ts'
import type { StalledList } from '../../contract/takeovers.ts'
import { knownCnic, startAgency } from '../../tests/support/agency.ts'
import { draftRow, givenSubmitted } from '../../tests/support/given-draft.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { waitFor } from '../../tests/support/wait-for.ts'

const agency = await startAgency()
after(() => agency.stop())
const r = await openTestRegister({ identity: agency.identity })
const { prosecutorMultan, deputyMultan, bureauOfficer, prosecutorVehari } = r.as

const suspend = (who: As, is: boolean) =>
  r.root.query(`update access.officer set suspended_at = ${is ? 'now()' : 'null'} where officer_id = $1`, [
    who.officer_id,
  ])
const stalledFor = async (who: As) => ((await who.api.get('/takeovers')).body as StalledList).stalled
const take = (who: As, posting_id = prosecutorMultan.posting_id) => who.api.post('/takeovers', { posting_id })

describe('drafts whose officer may no longer act', () => {
  it('are none while he may', async () => {
    await givenSubmitted(r, { cnic: knownCnic(1) })
    assert.deepEqual(await stalledFor(deputyMultan), [])
    assert.equal((await take(deputyMultan)).status, 404)
  })

  const ways: [what: string, change: string, back: string][] = [
    [
      'suspended',
      'update access.officer set suspended_at = now()',
      'update access.officer set suspended_at = null',
    ],
    [
      'whose vetting ran out',
      "update access.officer set vetted_until = '2020-01-01'",
      "update access.officer set vetted_until = '2099-01-01'",
    ],
    [
      'whose posting ended',
      "update access.posting set to_on = '2024-02-01'",
      'update access.posting set to_on = null',
    ],
  ]
  for (const [what, change, back] of ways)
    it(`show as an exception to his office and the Bureau: of one ${what}`, async () => {
      await r.root.query(`${change} where officer_id = $1`, [prosecutorMultan.officer_id])
      const [mine] = await stalledFor(deputyMultan)
      assert.deepEqual([mine?.posting_id, mine?.may_take], [prosecutorMultan.posting_id, true])
      assert.deepEqual(
        (await stalledFor(bureauOfficer)).map(({ may_take }) => may_take),
        [false],
      )
      assert.deepEqual(await stalledFor(prosecutorVehari), [])
      const { sections } = (await deputyMultan.api.get('/')).body as DayReply
      assert.ok(sections.some(({ key, count }) => key === 'stalled' && count > 0))
      await r.root.query(`${back} where officer_id = $1`, [prosecutorMultan.officer_id])
      const later = (await deputyMultan.api.get('/')).body as DayReply
      assert.ok(!later.sections.some(({ key }) => key === 'stalled'))
    })

  it('are not for the Bureau or another district to take', async () => {
    await suspend(prosecutorMultan, true)
    assert.equal((await take(bureauOfficer)).status, 403)
    await suspend(prosecutorMultan, false)
  })
})

describe('taking them over', () => {
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'POST', event: 'takeover.made', status: 201 },
      path: async () => {
        await givenSubmitted(r, { cnic: knownCnic(2) })
        await suspend(prosecutorMultan, true)
        return '/takeovers'
      },
      body: () => ({ posting_id: prosecutorMultan.posting_id }),
      ...{ allowed: deputyMultan, elsewhere: prosecutorVehari },
    }),
  )
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'GET', path: () => '/takeovers', event: 'takeover.listed' },
      ...{ allowed: deputyMultan, elsewhere: r.as.shoSaddar },
    }),
  )

  it('lets them go on in the taker’s name, and leaves those about which he declared a conflict', async () => {
    await r.startJobs()
    await suspend(prosecutorMultan, false)
    const [draft_id, kept] = [
      await givenSubmitted(r, { cnic: knownCnic(3) }),
      await givenSubmitted(r, { cnic: knownCnic(4) }),
    ]
    await suspend(prosecutorMultan, true)
    await r.program.jobs.add('identity.verify', { id: draft_id, posting_id: prosecutorMultan.posting_id })
    await pause(1500)
    assert.equal(
      (await draftRow(r, draft_id)).stage,
      'identity',
      'nothing is asked in a name that may not act',
    )
    await deputyMultan.api.post(`/conflicts/draft/${kept}`, { reason_code: 'relative' })
    const taken = await take(deputyMultan)
    assert.equal(taken.status, 201, taken.text)
    const row = await waitFor('the identity answer', async () => {
      const row = await draftRow(r, draft_id)
      return row.stage !== 'identity' && row
    })
    assert.deepEqual([row.stage, row.posting_id], ['bureau', deputyMultan.posting_id])
    assert.equal((await draftRow(r, kept)).posting_id, prosecutorMultan.posting_id)
    const { rows } = await r.root.query('select proposed_by from register.approval where subject_id = $1', [
      draft_id,
    ])
    assert.deepEqual(rows, [{ proposed_by: deputyMultan.officer_id }])
    const { rows: events } = await r.root.query(
      "select row_before <> row_after as is_changed from audit.event where action = 'takeover.made' and subject_id = $1",
      [draft_id],
    )
    assert.deepEqual(events, [{ is_changed: true }])
    await suspend(prosecutorMultan, false)
  })
})
