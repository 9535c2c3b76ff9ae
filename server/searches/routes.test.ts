import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Static } from 'typebox'
import type { Search, SearchMade } from '../../contract/searches.ts'
import { urduDigits } from '../../domain/text/digits.ts'
import { given } from '../../tests/support/given.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister, type Reply } from '../../tests/support/register.ts'

const register = await openTestRegister()
const bashir = await given.person(register, { passport: 'AB1234567' })
const sadiq = await given.person(register, {
  station_id: 'pb_vehari_city',
  names: [{ kind: 'name', script: 'Latn', text: 'Sadiq Ali' }],
  convictions: [{ fir_station: 'صدر ملتان', fir_number: 9 }],
})

const asked = (query: string, more: object = {}) => ({
  ...{ query, purpose: 'registration', case_reference: 'SC 41/2024' },
  ...more,
})
const made = (reply: Reply) => reply.body as Static<typeof SearchMade>
const found = (reply: Reply) => made(reply).results.map((r) => r.person_id)
const search = (who: As, query: string, more: object = {}) => who.api.post('/searches', asked(query, more))

describe('looking a person up by a number', () => {
  it('finds a CNIC in any digits and with any dashes', async () => {
    const cnic = bashir.cnic ?? ''
    const dashed = `${cnic.slice(0, 5)}–${cnic.slice(5, 12)}—${cnic.slice(12)}`
    for (const typed of [cnic, dashed, urduDigits(dashed), ` ${cnic} `])
      assert.deepEqual(found(await search(register.as.bureauOfficer, typed)), [bashir.person_id], typed)
  })

  it('finds a passport, a record number and an FIR', async () => {
    const { bureauOfficer } = register.as
    const serial = String(Number(bashir.record_number.slice(-6)))
    for (const typed of ['ab 123 4567', bashir.record_number, serial, '117/24 PS Saddar Multan'])
      assert.deepEqual(found(await search(bureauOfficer, typed)), [bashir.person_id], typed)
  })

  it('knows the station of an FIR by its name in either language', async () => {
    assert.deepEqual(found(await search(register.as.bureauOfficer, '9/2024 Saddar Multan')), [
      sadiq.person_id,
    ])
  })

  it('shows the least that tells one person from another, and never the whole number', async () => {
    const reply = await search(register.as.prosecutorMultan, bashir.cnic ?? '')
    const [one] = made(reply).results
    assert.deepEqual(one?.name, { latin: 'Muhammad Bashir', ur: 'محمد بشیر' })
    assert.deepEqual(one?.father, { latin: 'Allah Ditta', ur: 'اللہ دتہ' })
    assert.equal(one?.cnic_tail, bashir.cnic?.slice(-3))
    assert.deepEqual(one?.matched, { on: 'cnic', is_superseded: false })
    assert.equal(reply.text.includes(bashir.cnic ?? '-'), false)
  })

  it('finds nobody of another district, and says so as for a number that nobody has', async () => {
    const elsewhere = made(await search(register.as.prosecutorVehari, bashir.cnic ?? ''))
    const nobody = made(await search(register.as.prosecutorVehari, '9000000000001'))
    assert.deepEqual([elsewhere.results, elsewhere.kind], [nobody.results, nobody.kind])
    assert.deepEqual(elsewhere.results, [])
  })

  it('leaves an event about the person with the purpose, and one for each person shown', async () => {
    await search(register.as.bureauOfficer, bashir.cnic ?? '', { purpose: 'court_order' })
    const event = await lastEvent(register, 'search.made')
    assert.deepEqual(
      [event?.subject_kind, event?.subject_id, event?.purpose],
      ['person', bashir.person_id, 'court_order'],
    )
    const two = [{ fir_station: 'Cantt Multan', fir_number: 77 }]
    const people = [
      await given.person(register, { convictions: two }),
      await given.person(register, { convictions: two }),
    ]
    const reply = await search(register.as.bureauOfficer, '77/2024 Cantt Multan')
    assert.equal(found(reply).length, 2)
    const { rows } = await register.root.query('select subject_id from audit.event where second_id = $1', [
      made(reply).search_id,
    ])
    assert.deepEqual(rows.map((r) => r.subject_id).sort(), people.map((p) => p.person_id).sort())
  })

  it('keeps what was typed sealed', async () => {
    const { search_id } = made(await search(register.as.bureauOfficer, bashir.cnic ?? ''))
    const { rows } = await register.root.query(
      'select search::text as kept from register.search where search_id = $1',
      [search_id],
    )
    const hex = Buffer.from(bashir.cnic ?? '').toString('hex')
    assert.equal(rows[0].kept.includes(hex) || rows[0].kept.includes(bashir.cnic), false)
  })

  it('asks for a number of the kind named, and for a purpose that is the officer’s work', async () => {
    const faults = async (query: string, more: object = {}) => {
      const reply = await search(register.as.prosecutorMultan, query, more)
      return [reply.status, (reply.body as { fields?: { code: string }[] }).fields?.[0]?.code]
    }
    assert.deepEqual(await faults('—'), [400, 'searches.fault.any'])
    assert.deepEqual(await faults('Muhammad Aslam'), [400, 'searches.fault.weak'])
    assert.deepEqual(await faults('—', { kind: 'name' }), [400, 'searches.fault.name'])
    assert.deepEqual(await faults('123', { kind: 'cnic' }), [400, 'searches.fault.cnic'])
    assert.deepEqual(await faults('123', { purpose: undefined }), [400, 'required'])
    assert.deepEqual(await faults('123', { case_reference: '' }), [400, 'required'])
    assert.deepEqual(await faults('123', { surname: 'x' }), [400, 'unknown_key'])
    assert.equal((await search(register.as.prosecutorMultan, '123', { purpose: 'supervision' })).status, 403)
  })

  it('ends with the quota of the day', async () => {
    const { officerSaddar } = register.as
    await register.root.query(
      "update register.quota_limit set per_day = 1 where act = 'search' and role = 'station_officer'",
    )
    const more = { purpose: 'supervision' }
    assert.equal((await search(officerSaddar, '123', more)).status, 201)
    assert.equal((await search(officerSaddar, '123', more)).status, 429)
  })

  it('is gone from an officer’s view when the person is erased, and names nobody', async () => {
    const gone = await given.person(register)
    await register.root.query('update register.person set wrapped_key = null where person_id = $1', [
      gone.person_id,
    ])
    const [one] = made(await search(register.as.bureauOfficer, gone.record_number)).results
    assert.deepEqual([one?.name, one?.cnic_tail], [{ latin: null, ur: null }, null])
  })

  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'POST', path: () => '/searches', body: () => asked('123'), status: 201 },
      ...{
        allowed: r.as.prosecutorMultan,
        elsewhere: r.as.investigatorMultan,
        event: 'search.made',
        is_look: true,
      },
    }),
  )
})

describe('a search that was made', () => {
  const searched = async (who: As) => made(await search(who, bashir.record_number)).search_id
  it('is opened again by its own address, with its purpose', async () => {
    const { prosecutorMultan } = register.as
    const reply = await prosecutorMultan.api.get(`/searches/${await searched(prosecutorMultan)}`)
    const { query, purpose, case_reference, results } = reply.body as Search
    assert.deepEqual([query, purpose, case_reference], [bashir.record_number, 'registration', 'SC 41/2024'])
    assert.equal(results[0]?.person_id, bashir.person_id)
  })
  it('comes from a form by way of 303, and its page names nobody in its title', async () => {
    const { prosecutorMultan } = register.as
    const posted = await prosecutorMultan.form('/searches', asked(bashir.cnic ?? ''))
    assert.deepEqual([posted.status, posted.location?.startsWith('/searches/')], [303, true])
    const page = await prosecutorMultan.page(posted.location ?? '')
    assert.equal(page.status, 200, page.text)
    assert.match(page.text, /Muhammad Bashir/)
    assert.doesNotMatch(/<title>.*<\/title>/.exec(page.text)?.[0] ?? '', /Bashir/)
    assert.equal(page.headers['cache-control'], 'no-store')
  })
  it('comes back with what was typed when the form was wrong', async () => {
    const { prosecutorMultan } = register.as
    const posted = await prosecutorMultan.form('/searches', asked('Ch. Muhammad Aslam'))
    assert.equal(posted.status, 303)
    const page = await prosecutorMultan.page(posted.location ?? '')
    assert.match(page.text, /Ch. Muhammad Aslam/)
    assert.match(page.text, /Too many people bear this name/)
  })
  it('says that nothing was found within what the officer may see', async () => {
    const { prosecutorVehari } = register.as
    const page = await prosecutorVehari.page(`/searches/${await searched(prosecutorVehari)}`)
    assert.match(page.text, /Nothing found within what you may see/)
  })
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'GET', path: async () => `/searches/${await searched(r.as.prosecutorMultan)}` },
      ...{ allowed: r.as.prosecutorMultan, elsewhere: r.as.deputyMultan, event: 'search.opened' },
    }),
  )
})

describe('the page of searches', () => {
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'GET', path: () => '/searches' },
      ...{ allowed: r.as.prosecutorMultan, elsewhere: r.as.auditor, event: 'search.listed' },
    }),
  )
})
