// Searching by name through the site: what was understood, who fits and why, and what is kept.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Search, SearchMade } from '../../contract/searches.ts'
import { given } from '../../tests/support/given.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as, root } = register
await root.query("update register.quota_limit set per_day = 10000 where act = 'search'")
const named = (name: string, ur: string, father: string, more: object = {}) =>
  given.person(register, {
    names: [
      { kind: 'name', script: 'Latn', text: name },
      { kind: 'name', script: 'Arab', text: ur },
      { kind: 'father', script: 'Latn', text: father },
    ],
    ...more,
  })
const aslam = await named('Muhammad Aslam', 'محمد اسلم', 'Muhammad Akram', { born_on: '1986-05-02' })
await named('Muhammad Aslam', 'محمد اسلم', 'Muhammad Ashraf', { born_on: '1959-01-20' })
const vehari = await named('Muhammad Aslam', 'محمد اسلم', 'Akram', { station_id: 'pb_vehari_city' })

const asked = (query: string) => ({ query, purpose: 'registration', case_reference: 'SC 41/2024' })
const search = async (who: As, query: string) => {
  const reply = await who.api.post('/searches', asked(query))
  assert.equal(reply.status, 201, reply.text)
  return reply.body as SearchMade
}
const ids = (made: { results: { person_id: string }[] }) => made.results.map((one) => one.person_id)

describe('a search by name', () => {
  it('understands who, whose child, called what, how old and where', async () => {
    const made = await search(as.bureauOfficer, 'Ch. Md Aslam @ Achoo s/o Akram, about 40, Multan')
    assert.equal(made.kind, 'name')
    assert.deepEqual(made.answer?.understood, {
      ...{ name: 'aslam', aliases: ['achoo'], father: 'akram', born_on: null, born_year: null },
      ...{ age_years: 40, district: { en: 'Multan', ur: 'ملتان' }, cnic: null },
    })
    assert.equal(ids(made)[0], aslam.person_id)
  })
  it('gives reasons that sum to the score exactly, what differs and what was not asked', async () => {
    const [best] = (await search(as.prosecutorMultan, 'محمد اسلم ولد محمد اکرم، عمر ۴۴')).results
    assert.equal(best?.person_id, aslam.person_id)
    const reasons = best?.score?.reasons ?? []
    assert.equal(
      reasons.reduce((total, { milli_bits }) => total + milli_bits, 0),
      best?.score?.milli_bits,
    )
    assert.ok(reasons.some(({ code, milli_bits }) => code.startsWith('birth_') && milli_bits !== 0))
    assert.deepEqual(best?.score?.missing.toSorted(), ['cnic', 'district'])
  })
  it('says how many fit as well, and which question tells them apart', async () => {
    const made = await search(as.bureauOfficer, 'Muhammad Aslam, 1986, Multan')
    assert.equal(made.answer?.others_count, 0)
    const vague = await search(as.bureauOfficer, 'Muhammad Aslam, Multan')
    assert.deepEqual([vague.answer?.others_count, vague.answer?.ask], [1, 'father'])
  })
  it('shows nobody of another district', async () => {
    const all = ids(await search(as.bureauOfficer, 'Aslam s/o Akram'))
    assert.ok(all.includes(vehari.person_id) && all.includes(aslam.person_id))
    assert.deepEqual(ids(await search(as.prosecutorVehari, 'Aslam s/o Akram')), [vehari.person_id])
  })
  it('finds the holder of a CNIC with one wrong digit, and says that it differs', async () => {
    const cnic = aslam.cnic ?? ''
    const slipped = `${cnic.slice(0, 6)}${(Number(cnic[6]) + 1) % 10}${cnic.slice(7)}`
    const [one] = (await search(as.prosecutorMultan, slipped)).results
    assert.equal(one?.person_id, aslam.person_id)
    assert.deepEqual(
      one?.score?.reasons.map(({ code }) => code),
      ['cnic_one_digit'],
    )
  })
  it('is kept sealed, opens again with its reasons, and can be told to have found nobody', async () => {
    const { search_id } = await search(as.prosecutorMultan, 'Aslam s/o Akram')
    const { rows } = await root.query(
      'select search::text as kept from register.search where search_id = $1',
      [search_id],
    )
    for (const hidden of ['Aslam', 'akram', Buffer.from('aslam').toString('hex')])
      assert.ok(!rows[0].kept.includes(hidden))
    const opened = (await as.prosecutorMultan.api.get(`/searches/${search_id}`)).body as Search
    assert.deepEqual([opened.kind, opened.none_said_at], ['name', null])
    assert.equal(opened.results[0]?.score?.reasons[0]?.code, 'part_same')
    const said = await as.prosecutorMultan.form(`/searches/${search_id}/none`)
    assert.deepEqual([said.status, said.location], [303, `/searches/${search_id}`])
    const again = (await as.prosecutorMultan.api.get(`/searches/${search_id}`)).body as Search
    assert.ok(again.none_said_at)
    assert.equal((await lastEvent(register, 'search.none_fits'))?.subject_id, search_id)
  })
  it('keeps no name of anybody under another key: after an erasure the reasons are gone too', async () => {
    const gone = await named('Zulfiqar Lashari', 'ذوالفقار لاشاری', 'Wazir')
    const { search_id } = await search(as.prosecutorMultan, 'Zulfiqar Lashari')
    await root.query('update register.person set wrapped_key = null where person_id = $1', [gone.person_id])
    const reply = await as.prosecutorMultan.api.get(`/searches/${search_id}`)
    const [one] = (reply.body as Search).results
    assert.deepEqual([one?.name, one?.score], [{ latin: null, ur: null }, null])
  })
  it('is no way for an investigator', async () => {
    assert.equal((await as.investigatorMultan.api.post('/searches', asked('Aslam s/o Akram'))).status, 404)
  })
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'POST', path: () => '/searches', body: () => asked('Aslam s/o Akram'), status: 201 },
      ...{ allowed: r.as.prosecutorMultan, elsewhere: r.as.investigatorMultan },
      ...{ event: 'search.made', is_look: true },
    }),
  )
})

describe('saying that it is none of these', () => {
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'POST', status: 201, allowed: r.as.prosecutorMultan, elsewhere: r.as.deputyMultan },
      path: async () =>
        `/searches/${(await search(r.as.prosecutorMultan, 'Aslam s/o Akram')).search_id}/none`,
      ...{ event: 'search.none_fits', is_look: true },
    }),
  )
})
