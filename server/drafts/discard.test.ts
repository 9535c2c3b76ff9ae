import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { DraftList } from '../../contract/drafts.ts'
import { knownCnic, startAgency } from '../../tests/support/agency.ts'
import { fillDraft } from '../../tests/support/drafts.ts'
import { given } from '../../tests/support/given.ts'
import { askAbout, givenSubmitted } from '../../tests/support/given-draft.ts'
import { openTestRegister } from '../../tests/support/register.ts'

const agency = await startAgency()
after(() => agency.stop())
const r = await openTestRegister({ identity: agency.identity })
await r.startJobs()
const { prosecutorMultan: pm, deputyMultan, bureauOfficer } = r.as

const somebody = await given.person(r)

const one = async (text: string, values: unknown[]) => (await r.root.query(text, values)).rows[0]

/** A draft that was with the Bureau, came back, was looked up and refused a form: all that may be kept about one. */
async function givenReturned() {
  const draft_id = await givenSubmitted(r, { cnic: knownCnic(1) })
  await askAbout(r, draft_id)
  const { shown_hash } = (await bureauOfficer.api.get(`/entries/${draft_id}`)).body as { shown_hash: string }
  const reason = 'The father’s name differs from the judgment.'
  await bureauOfficer.api.post(`/entries/${draft_id}/returns`, { shown_hash, reason })
  const looked_up = await pm.api.post(`/drafts/${draft_id}/lookups`, {
    ...{ cnic: knownCnic(1), passport: null, has_no_number: false, body_version: 3 },
  })
  assert.equal(looked_up.status, 201, looked_up.text)
  await pm.form(`/drafts/${draft_id}/person`, {
    body_version: '4',
    name_latin: 'Muhammad Bashir',
    born_on: 'x',
  })
  const kept = await one('select count(*)::int as n from register.form_state where subject_id = $1', [
    draft_id,
  ])
  assert.equal(kept.n, 1)
  await r.root.query(
    `insert into register.match_pair (match_pair_id, found_by, draft_id, person_b_id, weight)
     values (gen_random_uuid(), 'draft', $1, $2, 9000) on conflict do nothing`,
    [draft_id, somebody.person_id],
  )
  return draft_id
}

describe('a discarded draft', () => {
  it('loses its key, and so do the look-ups, proposals and forms about it; its codes and events stay', async () => {
    const draft_id = await givenReturned()
    const reply = await deputyMultan.api.post(`/drafts/${draft_id}/discards`, { body_version: 4 })
    assert.equal(reply.status, 200, reply.text)
    const row = await one(
      `select d.stage, d.wrapped_key, d.identity_outcome, d.convicted_on::text, d.eligibility is not null as has_codes,
              (select count(*)::int from register.approval a where a.subject_id = d.draft_id and a.wrapped_key is not null) as approvals,
              (select count(*)::int from register.search s where s.draft_id = d.draft_id and s.wrapped_key is not null) as searches,
              (select count(*)::int from register.search s where s.draft_id = d.draft_id) as searches_kept,
              (select count(*)::int from register.form_state f where f.subject_id = d.draft_id) as forms,
              (select count(*)::int from register.match_pair m where m.draft_id = d.draft_id) as pairs,
              (select count(*)::int from register.identity_check c where c.draft_id = d.draft_id) as checks
         from register.draft d where d.draft_id = $1`,
      [draft_id],
    )
    assert.deepEqual(row, {
      ...{ stage: 'discarded', wrapped_key: null, identity_outcome: null, convicted_on: '2026-11-16' },
      ...{ has_codes: true, approvals: 0, searches: 0, searches_kept: 2, forms: 0, pairs: 0, checks: 1 },
    })
    const event = await one(
      "select outcome, row_before <> row_after as is_changed from audit.event where action = 'draft.discarded' and subject_id = $1",
      [draft_id],
    )
    assert.deepEqual(event, { outcome: 'done', is_changed: true })
  })

  it('opens for nobody, and the list says so without a name', async () => {
    const { draft_id, body_version } = await fillDraft(pm, { until: 'person' })
    await pm.api.post(`/drafts/${draft_id}/discards`, { body_version })
    for (const path of [`/drafts/${draft_id}`, `/drafts/${draft_id}/person`])
      assert.equal((await pm.page(path)).status, 404, path)
    const { drafts } = (await pm.api.get('/drafts?stage=discarded')).body as DraftList
    const listed = drafts.find((draft) => draft.draft_id === draft_id)
    assert.deepEqual([listed?.is_erased, listed?.name], [true, { latin: null, ur: null }])
    const { text } = await pm.page('/drafts?stage=discarded')
    assert.ok(!text.includes('Ghulam') && !text.includes(draft_id))
  })

  it('cannot be left with its key, whoever writes it', async () => {
    const { draft_id } = await fillDraft(pm, { until: 'source' })
    await r.root.query("update register.draft set stage = 'discarded' where draft_id = $1", [draft_id])
    assert.equal(
      (await one('select wrapped_key from register.draft where draft_id = $1', [draft_id])).wrapped_key,
      null,
    )
  })
})
