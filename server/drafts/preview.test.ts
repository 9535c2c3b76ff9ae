import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { DraftView } from '../../contract/drafts.ts'
import { fillDraft } from '../../tests/support/drafts.ts'
import { givenPack } from '../../tests/support/given-pack.ts'
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

describe('where he was held', () => {
  it('is a district that there is, or not said', async () => {
    const { draft_id, body_version } = await fillDraft(pm, { until: 'conviction' })
    const times = [
      { from_on: '2024-02-01', to_on: '2024-03-01' },
      { from_on: '2024-04-01', to_on: null, held_district_id: 'pb_nowhere' },
    ]
    const sentence = { disposal: 'imprisonment', years: 1, months: null, is_life: false, fine_pkr: null }
    const reply = await pm.api.post(`/drafts/${draft_id}/sentence`, {
      ...{ ...sentence, custody: times, body_version },
    })
    const { fields } = reply.body as { fields: object[] }
    assert.deepEqual(fields, [{ field: 'custody.1.held_district_id', code: 'not_a_choice' }])
  })
})

describe('the pack in force', () => {
  const steps = { conviction: { offences: ['PPC-354'] }, until: 'sentence' } as const
  const told = async (draft_id: string) => {
    const { ruling, clock } = await viewOf(draft_id)
    return [ruling?.tests.outcome, ruling?.pack.pack, ruling?.pack.in_force_from, clock?.due_on]
  }
  it('judges a draft on the day it is looked at, and the explanation names it', async () => {
    const { draft_id } = await fillDraft(pm, steps)
    assert.deepEqual(await told(draft_id), ['yes', 'pk-assumed', null, '2025-02-14'])
    const page = await pm.page(`/drafts/${draft_id}/preview`)
    assert.ok(page.text.includes('in force from the beginning'))
    await givenPack(r, 'not-yet', '2099-01-01', { eligibility_policy: 'both' })
    assert.equal((await told(draft_id))[1], 'pk-assumed')
    await givenPack(r, 'narrow', '2026-11-01', {
      ...{ eligibility_policy: 's2h_only', closed_weekdays: ['friday', 'sunday'] },
    })
    assert.deepEqual(await told(draft_id), ['no', 'narrow', '2026-11-01', '2025-02-15'])
    const named = (await pm.page(`/drafts/${draft_id}/preview`)).text.replace(/[\u2068\u2069]/g, '')
    assert.ok(named.includes('By the rule pack “Rules of a trial” (narrow), in force since 1 Nov 2026.'))
    const undecided = (await pm.page(`/drafts/${draft_id}/preview`)).text
    assert.ok(undecided.includes('For a legal officer to decide'))
    assert.ok(undecided.includes('alone would say: not registrable'))
    assert.ok(!undecided.includes('>Not registrable<') && !undecided.includes('will decide after you submit'))
    const list = (await pm.api.get('/drafts?stage=collecting')).body as { drafts: { clock: unknown }[] }
    assert.ok(JSON.stringify(list).includes('2025-02-15'))
  })
})
