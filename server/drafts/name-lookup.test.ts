import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { LookupView } from '../../contract/drafts.ts'
import { CONVICTION, fillDraft } from '../../tests/support/drafts.ts'
import { given } from '../../tests/support/given.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'

const r = await openTestRegister()
const { prosecutorMultan: pm, prosecutorVehari: pv, deputyMultan, bureauOfficer, officerSaddar } = r.as
await r.root.query("update register.quota_limit set per_day = 10000 where act = 'search'")
const names = [
  { kind: 'name', script: 'Latn', text: 'Zulfiqar Lashari' },
  { kind: 'name', script: 'Arab', text: 'ذوالفقار لاشاری' },
  { kind: 'father', script: 'Latn', text: 'Sher Baz' },
] as const
const born_on = '1979-08-01'
const here = await given.person(r, { names: [...names], born_on, cnic: null })

type Saved = { draft_id: string; body_version: number; stopped_search_id: string | null }
const PERSON = {
  ...{
    name_latin: 'Zulfikar Lashari',
    name_urdu: null,
    father_name_latin: 'Sherbaz',
    father_name_urdu: null,
  },
  ...{ aliases: null, other_document: null, sex: 'male', born_on, born_year: null, address: null },
}
const namePerson = async (who: As, person: object = {}): Promise<Saved> => {
  const { draft_id, body_version } = await fillDraft(who, { until: 'lookup' })
  const reply = await who.api.post(`/drafts/${draft_id}/person`, { ...PERSON, ...person, body_version })
  assert.equal(reply.status, 200, reply.text)
  return reply.body as Saved
}
const convict = (who: As, { draft_id, body_version }: Saved) =>
  who.api.post(`/drafts/${draft_id}/conviction`, { ...CONVICTION, body_version })
const distinct = (who: As, { draft_id, body_version, stopped_search_id }: Saved) =>
  who.api.post(`/drafts/${draft_id}/lookups/${stopped_search_id}/distinct`, { body_version })
const pairsOf = async (draft_id: string) =>
  (await r.root.query('select person_b_id, weight from register.match_pair where draft_id = $1', [draft_id]))
    .rows

describe('the look-up by name', () => {
  it('stops a draft of somebody whom its author can see, with both side by side, until he says who it is', async () => {
    const saved = await namePerson(pm)
    const { draft_id, stopped_search_id } = saved
    assert.ok(stopped_search_id)
    const path = `/drafts/${draft_id}/lookups/${stopped_search_id}`
    const view = (await pm.api.get(path)).body as LookupView
    assert.deepEqual([view.is_stopped, view.people[0]?.person_id], [true, here.person_id])
    assert.deepEqual(
      [view.draft_person.name.latin, view.people[0]?.name.latin],
      ['Zulfikar Lashari', 'Zulfiqar Lashari'],
    )
    assert.ok(
      view.people[0]?.score?.reasons.some(({ field, milli_bits }) => field === 'father' && milli_bits > 0),
    )
    const page = await pm.page(path)
    assert.match(page.text, /It is another person/)
    const refused = await convict(pm, saved)
    assert.deepEqual([refused.status, (refused.body as { title: string }).title], [409, 'draft_duplicate'])
    assert.equal((await distinct(pm, saved)).status, 200)
    assert.equal((await lastEvent(r, 'draft.distinct_said'))?.subject_id, draft_id)
    assert.equal((await convict(pm, saved)).status, 200)
  })
  it('lets it go on as a further conviction of the one found', async () => {
    const saved = await namePerson(pm)
    const { draft_id, body_version } = saved
    const said = await pm.api.post(`/drafts/${draft_id}/further-convictions`, {
      ...{ body_version, person_id: here.person_id },
    })
    assert.equal(said.status, 200)
    assert.equal((await convict(pm, said.body as Saved)).status, 200)
  })
  it('stops no draft for a name alone', async () => {
    const saved = await namePerson(pm, { father_name_latin: 'Karim', born_on: '2001-01-01' })
    assert.equal(saved.stopped_search_id, null)
  })
  it('is counted, and refused when the day’s quota is used', async () => {
    await r.root.query(
      "update register.quota_limit set per_day = 2 where act = 'search' and role = 'deputy_prosecutor'",
    )
    const saved = await namePerson(deputyMultan)
    const again = await deputyMultan.api.post(`/drafts/${saved.draft_id}/person`, {
      ...{ ...PERSON, body_version: saved.body_version },
    })
    assert.equal(again.status, 429)
  })
})

describe('somebody outside the author’s scope', () => {
  it('stops nothing and is told nowhere, and the pair waits for the Bureau alone', async () => {
    const outside = await namePerson(pv)
    const nobody = await namePerson(pv, { name_latin: 'Bahram Jatoi', father_name_latin: 'Umed Ali' })
    assert.deepEqual([outside.stopped_search_id, nobody.stopped_search_id], [null, null])
    const kept = await r.root.query('select person_ids from register.search where draft_id = any($1)', [
      [outside.draft_id, nobody.draft_id],
    ])
    assert.ok(kept.rows.every((row) => row.person_ids.length === 0))
    assert.deepEqual(
      (await pairsOf(outside.draft_id)).map((row) => row.person_b_id),
      [here.person_id],
    )
    assert.deepEqual(await pairsOf(nobody.draft_id), [])
    const shown = async (who: As) =>
      asActor(r.program.database, await who.token(), (tx) =>
        tx
          .selectFrom('register.match_pair')
          .select('draft_id')
          .where('draft_id', '=', outside.draft_id)
          .execute(),
      )
    assert.deepEqual(
      await Promise.all([pv, pm, officerSaddar].map(async (who) => (await shown(who)).length)),
      [0, 0, 0],
    )
    assert.equal((await shown(bureauOfficer)).length, 1)
  })
  it('cannot be asked about by the function with a draft that is not the officer’s', async () => {
    const { draft_id } = await namePerson(pm)
    const call = async (who: As) =>
      asActor(r.program.database, await who.token(), async (tx) => {
        const { sql } = await import('kysely')
        return sql`select register.compare_draft(${draft_id}, '{1,2}', '{1,3}', '{9000,9000}')`.execute(tx)
      })
    await assert.rejects(call(pv), { code: 'AM005' })
    const { rows } = await call(pm)
    assert.deepEqual(rows, [{ compare_draft: '' }], 'it returns nothing')
  })
})

describe('saying that it is another person', () => {
  let saved: Saved
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'POST', allowed: pm, elsewhere: pv, event: 'draft.distinct_said' },
      path: async () => {
        saved = await namePerson(pm)
        return `/drafts/${saved.draft_id}/lookups/${saved.stopped_search_id}/distinct`
      },
      body: () => ({ body_version: saved.body_version }),
    }),
  )
})
