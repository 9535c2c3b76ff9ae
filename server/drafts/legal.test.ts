import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { DraftView } from '../../contract/drafts.ts'
import { fillDraft } from '../../tests/support/drafts.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister, type Reply } from '../../tests/support/register.ts'

const r = await openTestRegister()
const { prosecutorMultan: pm, legalOfficer } = r.as
const stageIn = (reply: Reply) => (reply.body as { stage?: string; title?: string }).stage
const titleOf = (reply: Reply) => (reply.body as { title?: string }).title
const viewOf = async (draft_id: string) =>
  (await legalOfficer.api.get(`/drafts/${draft_id}/legal`)).body as DraftView

/** A submitted draft on which the two tests differ: an adult man is the survivor. */
async function givenDoubtful(conviction: Record<string, unknown> = { victim: 'other' }) {
  const { draft_id, body_version } = await fillDraft(pm, { conviction })
  const reply = await pm.api.post(`/drafts/${draft_id}/submissions`, { body_version })
  assert.equal(stageIn(reply), 'legal')
  const ruling_hash = (await viewOf(draft_id)).ruling?.ruling_hash ?? ''
  return { draft_id, ruling_hash }
}

describe('reading a draft for a legal decision', () => {
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'GET', event: 'draft.legal_viewed', allowed: legalOfficer, elsewhere: r.as.deputyMultan },
      path: async () => `/drafts/${(await givenDoubtful()).draft_id}/legal`,
    }),
  )

  it('shows both tests with their reasons, and who decided nothing yet', async () => {
    const { draft_id } = await givenDoubtful()
    const { ruling, legal } = await viewOf(draft_id)
    assert.deepEqual([ruling?.tests.s2h, ruling?.tests.s24, legal], [true, false, null])
    const codes = ruling?.tests.offences[0]?.steps.map(({ because }) => because.code)
    assert.ok(codes?.includes('s2h_named') && codes.includes('s24_victim_outside'))
    const page = await legalOfficer.page(`/drafts/${draft_id}/legal`)
    for (const named of ['Ghulam', 'Qadirabad'])
      assert.ok(!page.text.includes(named), 'who it is does not matter')
    assert.ok(page.text.includes('is scheduled only where the survivor is a woman or a child'))
  })
})

describe('the queue of legal decisions', () => {
  it('names nobody: neither the list, nor My day, nor the draft itself', async () => {
    const { draft_id } = await givenDoubtful()
    const paths = ['/drafts', '/drafts?stage=legal', '/', `/drafts/${draft_id}`, `/drafts/${draft_id}/person`]
    for (const path of paths) {
      const [page, json] = [await legalOfficer.page(path), await legalOfficer.api.get(path)]
      assert.equal(page.status, 200, path)
      for (const named of ['Ghulam', 'غلام', 'Qadirabad', 'Ditta'])
        assert.ok(!page.text.includes(named) && !json.text.includes(named), `${path} tells ${named}`)
    }
    assert.ok((await legalOfficer.page('/drafts')).text.includes(draft_id.slice(0, 8)))
    assert.ok((await pm.page('/drafts')).text.includes('Ghulam'), 'his office sees whom it entered')
  })
})

describe('deciding a doubtful conviction', () => {
  let made = { draft_id: '', ruling_hash: '0'.repeat(64) }
  provesAccess(
    () => r,
    () => ({
      ...{
        method: 'POST',
        event: 'draft.legal_decided',
        allowed: legalOfficer,
        elsewhere: r.as.deputyMultan,
        status: 201,
      },
      path: async () => {
        made = await givenDoubtful()
        return `/drafts/${made.draft_id}/legal-decisions`
      },
      body: () => ({ ruling_hash: made.ruling_hash, decision: 'registrable', reason: 's.2(1)(h) suffices.' }),
    }),
  )
  const decide = (draft_id: string, ruling_hash: string, decision: string, reason = 's.2(1)(h) suffices.') =>
    legalOfficer.api.post(`/drafts/${draft_id}/legal-decisions`, { ruling_hash, decision, reason })

  it('sends it on to NADRA when registrable, in the name of the office that drafted it', async () => {
    const { draft_id, ruling_hash } = await givenDoubtful()
    assert.equal(stageIn(await decide(draft_id, ruling_hash, 'registrable')), 'identity')
    const { rows } = await r.root.query(
      "select payload from graphile_worker._private_jobs where key = 'identity.verify:' || $1",
      [draft_id],
    )
    assert.deepEqual(rows[0].payload, { id: draft_id, posting_id: pm.posting_id })
  })

  it('ends it when not registrable, and tells the prosecutor why', async () => {
    const { draft_id, ruling_hash } = await givenDoubtful({ jurisdiction: 'PK-GB' })
    const reason = 'The Act does not extend there.'
    assert.equal(stageIn(await decide(draft_id, ruling_hash, 'not_registrable', reason)), 'not_registrable')
    const view = (await pm.api.get(`/drafts/${draft_id}`)).body as DraftView
    assert.deepEqual(
      [view.stage, view.legal?.reason, view.legal?.is_current],
      ['not_registrable', reason, true],
    )
  })

  it('is refused on other facts than those read, without a reason, and a second time', async () => {
    const { draft_id, ruling_hash } = await givenDoubtful()
    assert.equal(titleOf(await decide(draft_id, 'f'.repeat(64), 'registrable')), 'draft_changed')
    assert.equal((await decide(draft_id, ruling_hash, 'registrable', '')).status, 400)
    assert.equal((await decide(draft_id, ruling_hash, 'registrable')).status, 201)
    assert.equal(titleOf(await decide(draft_id, ruling_hash, 'not_registrable')), 'already_decided')
  })

  it('must be made again when a fact that the tests read was changed', async () => {
    const { draft_id, ruling_hash } = await givenDoubtful()
    await decide(draft_id, ruling_hash, 'registrable')
    await giveBack(draft_id)
    let { body_version, body } = (await pm.api.get(`/drafts/${draft_id}`)).body as DraftView
    const resubmit = async () => {
      const reply = await pm.api.post(`/drafts/${draft_id}/submissions`, { body_version })
      await giveBack(draft_id)
      return stageIn(reply)
    }
    assert.equal(await resubmit(), 'identity', 'nothing changed: the decision stands')
    const { sentence: _, custody: __, disposal: ___, ...conviction } = body.conviction
    const changed = { ...conviction, offences: ['PPC-377'], other_sections: null, body_version }
    const saved = await pm.api.post(`/drafts/${draft_id}/conviction`, changed)
    body_version = (saved.body as { body_version: number }).body_version
    assert.equal(await resubmit(), 'legal', 'another section: another decision')
  })

  it('is not for the Bureau’s officers, and keeps its reason sealed', async () => {
    const { draft_id, ruling_hash } = await givenDoubtful()
    const body = { ruling_hash, decision: 'registrable', reason: 'x' }
    const refused = await r.as.bureauOfficer.api.post(`/drafts/${draft_id}/legal-decisions`, body)
    assert.equal(refused.status, 404)
    await decide(draft_id, ruling_hash, 'registrable', 'plantedreason')
    const { rows } = await r.root.query('select d::text as row from register.legal_decision d')
    const hex = Buffer.from('plantedreason').toString('hex')
    assert.ok(!rows.some(({ row }) => row.includes('plantedreason') || row.includes(hex)))
  })
})

/** As the Bureau does when it gives a draft back. */
const giveBack = (draft_id: string) =>
  r.root.query("update register.draft set stage = 'collecting' where draft_id = $1", [draft_id])
