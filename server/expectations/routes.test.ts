import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { DayReply } from '../../contract/day.ts'
import type { ExpectationList } from '../../contract/expectations.ts'
import type { ImportView } from '../../contract/imports.ts'
import { knownCnic, startAgency } from '../../tests/support/agency.ts'
import { CONVICTION, fillDraft } from '../../tests/support/drafts.ts'
import { askAbout, draftRow } from '../../tests/support/given-draft.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { csvOf, returnRow, runJob, sendFile } from '../../tests/support/uploads.ts'
import { waitFor } from '../../tests/support/wait-for.ts'
import { getDraft } from '../drafts/queries.ts'
import { submitDraft, waitForConfirmations } from '../drafts/submit.ts'
import { confirmReturn } from '../imports/confirm-job.ts'
import { readImport } from '../imports/read-job.ts'
import { asActor } from '../platform/database.ts'

const agency = await startAgency()
after(() => agency.stop())
const r = await openTestRegister({ is_demo: true, identity: agency.identity })
const { prosecutorMultan: pm, prosecutorVehari, bureauOfficer } = r.as

const list = async (state: string, who = pm) =>
  (await who.api.get(`/expectations?state=${state}`)).body as ExpectationList

/** A confirmed return of one conviction; returns the draft made of it. */
async function givenExpected(row: Record<string, string>): Promise<string> {
  const { body } = await sendFile(r, pm, csvOf([row]))
  const { import_id } = body as { import_id: string }
  await runJob(r, readImport, pm, import_id)
  await pm.api.post(`/imports/${import_id}/confirm`, { is_difference_seen: true })
  await runJob(r, confirmReturn, pm, import_id)
  const { rows } = await r.root.query('select draft_id from register.draft where import_id = $1', [import_id])
  return rows[0].draft_id
}

/** The same conviction as `returnRow(…)` would tell it, entered on the screen by its CNIC. */
const same = (cnic: string, fir_number: number): Record<string, string> => ({
  ...returnRow(fir_number),
  ...{ cnic, fir_station: CONVICTION.fir_station, fir_year: '2024', fir_number: String(fir_number) },
  custody: '',
  ...{ offence_on: '2024-01-20', judgment_on: '2025-02-11', sections: '376, 506 PPC' },
})

/** A confirmation that waits for a lock, or one that went ahead. */
const WAITS_OR_IS_DONE = `select exists (select from pg_locks where locktype = 'advisory' and not granted)
  or exists (select from register.import where import_id = $1 and state = 'confirmed') as is_so`

const answers = async (draft_id: string) =>
  (await r.root.query('select 1 from register.expectation where draft_id = $1', [draft_id])).rowCount

async function submitted(cnic: string, fir_number: number) {
  const { draft_id, body_version } = await fillDraft(pm, { cnic, conviction: { fir_number } })
  const reply = await pm.api.post(`/drafts/${draft_id}/submissions`, { body_version })
  assert.equal(reply.status, 200, reply.text)
  return draft_id
}

describe('the list of expected entries', () => {
  provesAccess(
    () => r,
    ({ as }) => ({
      ...{ method: 'GET', path: () => '/expectations', event: 'expectation.listed' },
      ...{ allowed: as.prosecutorMultan, elsewhere: as.shoSaddar },
    }),
  )

  it('shows a district its own, the Bureau all, the oldest first with its age; and My day counts them', async () => {
    const first = await givenExpected(returnRow(900))
    await r.root.query(
      "update register.expectation set created_at = now() - interval '9 days' where draft_id = $1",
      [first],
    )
    await givenExpected(returnRow(901))
    const { counts, expectations } = await list('open')
    assert.deepEqual([expectations[0]?.draft?.draft_id, expectations[0]?.age_days], [first, 9])
    assert.equal((await list('open', bureauOfficer)).counts.open, counts.open)
    assert.equal((await list('open', prosecutorVehari)).counts.open, 0)
    for (const who of [pm, bureauOfficer]) {
      const { sections } = (await who.api.get('/')).body as DayReply
      const section = sections.find(({ key }) => key === 'expectations')
      assert.deepEqual([section?.count, section?.rows.length], [counts.open, 1])
      assert.equal((await who.page('/expectations')).status, 200)
    }
  })
})

describe('a conviction entered on the screen', () => {
  it('answers what a return expected once the draft of the return was discarded, whatever sections it names', async () => {
    const [cnic, fir_number] = [knownCnic(5), 910]
    const of_return = await givenExpected(same(cnic, fir_number))
    const early = await submitted(cnic, fir_number)
    assert.deepEqual([await answers(of_return), await answers(early)], [1, 0], 'a draft is under way for it')
    await pm.api.post(`/drafts/${of_return}/discards`, { body_version: 1 })
    const open = (await list('open')).expectations.find(({ draft }) => draft === null)
    assert.ok(open, 'a discarded draft answers nothing')
    const late = await submitted(cnic, fir_number)
    assert.deepEqual([await answers(of_return), await answers(late)], [0, 1])
    const another = await submitted(cnic, fir_number)
    assert.equal(await answers(another), 0, 'it is met once')
  })

  it('before its return is confirmed, meets what that expects: no second draft is made, and the row says so', async () => {
    const [cnic, fir_number] = [knownCnic(7), 930]
    const on_screen = await submitted(cnic, fir_number)
    const { body } = await sendFile(r, pm, csvOf([same(cnic, fir_number), returnRow(931)]))
    const { import_id } = body as { import_id: string }
    await runJob(r, readImport, pm, import_id)
    await pm.api.post(`/imports/${import_id}/confirm`, { is_difference_seen: true })
    await runJob(r, confirmReturn, pm, import_id)
    const view = (await pm.api.get(`/imports/${import_id}?outcome=repeated`)).body as ImportView
    assert.deepEqual([view.state, view.draft_count, view.counts.repeated], ['confirmed', 1, 1])
    assert.deepEqual(
      view.rows.map(({ problems }) => problems[0]?.code),
      ['conviction_entered'],
    )
    assert.equal(await answers(on_screen), 1)
    const { rows } = await r.root.query('select 1 from register.expectation where import_id = $1', [
      import_id,
    ])
    assert.equal(rows.length, 2, 'both are expected')
  })

  it('is met by a return that is confirmed while it is submitted, on another connection: no second draft', async () => {
    const [cnic, fir_number] = [knownCnic(10), 950]
    const { draft_id } = await fillDraft(pm, { cnic, conviction: { fir_number } })
    const { body } = await sendFile(r, pm, csvOf([same(cnic, fir_number), returnRow(951)]))
    const { import_id } = body as { import_id: string }
    await runJob(r, readImport, pm, import_id)
    await pm.api.post(`/imports/${import_id}/confirm`, { is_difference_seen: true })
    let confirming: Promise<unknown> = Promise.resolve()
    await asActor(r.program.database, await pm.token(), async (tx, session) => {
      await waitForConfirmations(tx, draft_id)
      const draft = await getDraft(tx, r.program.keyring, draft_id)
      assert.ok(session)
      await submitDraft({ tx, program: r.program, session, now: r.clock.now() }, draft)
      // Submitted but not committed: the confirmation begins now, and must wait for what it cannot see yet.
      confirming = runJob(r, confirmReturn, pm, import_id)
      const waitsOrIsDone = async () =>
        (await r.root.query(WAITS_OR_IS_DONE, [import_id])).rows[0].is_so as boolean
      await waitFor('the confirmation at its wait', waitsOrIsDone)
    })
    await confirming
    const { draft_count, counts } = (await pm.api.get(`/imports/${import_id}`)).body as ImportView
    assert.deepEqual([draft_count, counts.repeated, await answers(draft_id)], [1, 1, 1])
  })

  it('alone in a return still confirms it; once it says something else it meets nothing', async () => {
    const confirmed = async (cells: Record<string, string>) => {
      const { body } = await sendFile(r, pm, csvOf([cells]))
      const { import_id } = body as { import_id: string }
      await runJob(r, readImport, pm, import_id)
      await pm.api.post(`/imports/${import_id}/confirm`, { is_difference_seen: true })
      await runJob(r, confirmReturn, pm, import_id)
      return (await pm.api.get(`/imports/${import_id}`)).body as ImportView
    }
    const [met, changed] = [await submitted(knownCnic(8), 940), await submitted(knownCnic(9), 941)]
    await r.root.query('update register.draft set body_version = body_version + 1 where draft_id = $1', [
      changed,
    ])
    const [first, second] = [
      await confirmed(same(knownCnic(8), 940)),
      await confirmed(same(knownCnic(9), 941)),
    ]
    assert.deepEqual([first.state, first.draft_count, await answers(met)], ['confirmed', 0, 1])
    assert.deepEqual([second.state, second.draft_count, await answers(changed)], ['confirmed', 1, 0])
  })

  it('meets it when it is entered first, and the list names the draft that did', async () => {
    const [cnic, fir_number] = [knownCnic(6), 920]
    const of_return = await givenExpected(same(cnic, fir_number))
    await r.startJobs()
    const draft_id = await submitted(cnic, fir_number)
    await askAbout(r, draft_id)
    const { shown_hash } = (await bureauOfficer.api.get(`/entries/${draft_id}`)).body as {
      shown_hash: string
    }
    const entered = await bureauOfficer.api.post(`/entries/${draft_id}/approvals`, {
      ...{ shown_hash, station_id: 'pb_multan_saddar', person_id: null },
      ...{ basis_kind: 'certified_judgment', basis_reference: 'CJ 12' },
    })
    assert.equal(entered.status, 201, entered.text)
    assert.deepEqual([await answers(of_return), await answers(draft_id)], [0, 1])
    const { expectations } = await list('met')
    assert.deepEqual(
      expectations.map(({ draft }) => [draft?.draft_id, draft?.origin, draft?.stage]),
      [[draft_id, 'screen', 'entered']],
    )
    assert.equal((await draftRow(r, of_return)).stage === 'entered', false)
  })
})
