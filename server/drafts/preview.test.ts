import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { DraftView } from '../../contract/drafts.ts'
import { fillDraft } from '../../tests/support/drafts.ts'
import { openTestRegister } from '../../tests/support/register.ts'

const r = await openTestRegister()
const pm = r.as.prosecutorMultan
const viewOf = async (draft_id: string) => (await pm.api.get(`/drafts/${draft_id}`)).body as DraftView

describe('imprisonment without a day in custody', () => {
  it('is no release: the preview says so and tells no end', async () => {
    const { draft_id } = await fillDraft(pm, { sentence: { custody: [] } })
    const { ruling } = await viewOf(draft_id)
    const { starts_on, released_on, ends_on } = ruling?.registration ?? {}
    assert.deepEqual(
      [ruling?.is_custody_unknown, starts_on, released_on, ends_on],
      [true, '2025-02-11', null, null],
    )
    const page = await pm.page(`/drafts/${draft_id}/preview`)
    assert.ok(page.text.includes('Custody unknown'))
    assert.ok(!page.text.includes('2035'))
    const fined = await fillDraft(pm, { sentence: { custody: [], disposal: 'fine', years: null } })
    const known = (await viewOf(fined.draft_id)).ruling
    assert.deepEqual([known?.is_custody_unknown, known?.registration.ends_on], [false, '2035-02-11'])
  })
})
