import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { DraftView } from '../../contract/drafts.ts'
import type { EntryComparison } from '../../contract/entries.ts'
import { startAgency } from '../../tests/support/agency.ts'
import { fillDraft } from '../../tests/support/drafts.ts'
import { freshCnic } from '../../tests/support/given.ts'
import { askAbout, draftRow } from '../../tests/support/given-draft.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister, type Reply } from '../../tests/support/register.ts'

const agency = await startAgency()
after(() => agency.stop())
const r = await openTestRegister({ identity: agency.identity })
const register = () => r
await r.startJobs()
const author = r.as.bureauOfficer
const district_id = 'pb_multan'
const problem = (reply: Reply) => reply.body as { title: string; policy?: string; fields?: unknown[] }

describe('a draft begun at the Bureau', () => {
  provesAccess(register, ({ as }) => ({
    ...{ method: 'POST', path: () => '/drafts', body: () => ({ district_id }), status: 201 },
    ...{ event: 'draft.created', allowed: as.bureauOfficer, elsewhere: as.prosecutorVehari },
  }))

  it('belongs to the district that its author chose, and needs one that exists', async () => {
    const { draft_id } = await fillDraft(author, { district_id, until: 'source' })
    assert.equal(((await author.api.get(`/drafts/${draft_id}`)).body as DraftView).district.en, 'Multan')
    const faults: [object, string][] = [
      [{}, 'required'],
      [{ district_id: 'pb_nowhere' }, 'not_a_choice'],
    ]
    for (const [body, code] of faults)
      assert.deepEqual(problem(await author.api.post('/drafts', body)).fields, [
        { field: 'district_id', code },
      ])
  })

  it('is offered every district on the page, and a prosecutor none but his own', async () => {
    const page = await author.page('/drafts/new')
    assert.ok(page.text.includes('value="pb_multan"') && page.text.includes('value="pb_vehari"'))
    assert.ok(page.text.includes('href="/drafts"'), 'the drafts stand in the bar')
    const own = await r.as.prosecutorMultan.page('/drafts/new')
    assert.ok(!own.text.includes('<select'))
    assert.match(own.text, /District: .?Multan/)
    const refused = await author.form('/drafts', { district_id: '' })
    assert.match((await author.page(refused.location ?? '')).text, /id="district_id-error"/)
  })

  it('is changed by its author alone, since his colleague is the second officer', async () => {
    const { draft_id, body_version } = await fillDraft(author, { district_id, until: 'source' })
    const body = { body_version, judgment_hash: null, judgment_reference: 'CC 9 of 2025' }
    const colleague = await r.as.bureauOfficerTwo.api.post(`/drafts/${draft_id}/source`, body)
    assert.deepEqual([colleague.status, problem(colleague).title], [403, 'refused'])
    assert.equal((await author.api.post(`/drafts/${draft_id}/source`, body)).status, 200)
  })

  it('is entered by another officer of the Bureau, and never by its author', async () => {
    const cnic = freshCnic()
    const { draft_id, body_version } = await fillDraft(author, { district_id, cnic })
    const sent = await author.api.post(`/drafts/${draft_id}/submissions`, { body_version })
    assert.equal(sent.status, 200, sent.text)
    await askAbout(r, draft_id)
    const shown = (await r.as.bureauOfficerTwo.api.get(`/entries/${draft_id}`)).body as EntryComparison
    const { shown_hash } = shown
    const approval = {
      ...{ shown_hash, station_id: 'pb_multan_saddar', person_id: null },
      ...{ basis_kind: 'certified_judgment', basis_reference: 'CC 12 of 2025' },
    }
    const own = await author.api.post(`/entries/${draft_id}/approvals`, approval)
    assert.equal(own.status, 403)
    const second = await r.as.bureauOfficerTwo.api.post(`/entries/${draft_id}/approvals`, approval)
    assert.equal(second.status, 201, second.text)
    assert.equal((await draftRow(r, draft_id)).stage, 'entered')
  })

  it('cannot be begun in another’s name, nor by an office that drafts nothing, whatever the statement', async () => {
    const { draft_id } = await fillDraft(author, { district_id, until: 'source' })
    const copy = (author_id: string) =>
      `insert into register.draft (draft_id, district_id, author_id, posting_id, origin, stage, wrapped_key, kek_id, body_enc)
       select gen_random_uuid(), district_id, '${author_id}', posting_id, origin, stage, wrapped_key, kek_id, body_enc from register.draft where draft_id = '${draft_id}'`
    const attempt = async (who: typeof author, author_id: string) => {
      const client = await r.program.database.app.connect()
      try {
        await client.query('begin')
        await client.query('select * from sec.begin_act($1, null)', [await who.token()])
        await client.query(copy(author_id))
        return 'inserted'
      } catch (fault) {
        return (fault as { code?: string }).code
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    assert.equal(await attempt(author, author.officer_id), 'inserted')
    assert.equal(await attempt(author, r.as.bureauOfficerTwo.officer_id), '42501')
    assert.equal(await attempt(r.as.legalOfficer, r.as.legalOfficer.officer_id), '42501')
  })
})
