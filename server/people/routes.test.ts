import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type {
  NumbersShown,
  PersonConvictions,
  PersonIdentity,
  PersonLookers,
  PersonSummary,
  PersonTimeline,
  PhotoShown,
} from '../../contract/people.ts'
import { given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as } = register
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const bashir = await given.person(register, {
  passport: 'AB1234567',
  photo: PIXEL,
  names: [
    { kind: 'name', script: 'Latn', text: 'Muhammad Bashir' },
    { kind: 'name', script: 'Latn', text: 'Mohd Basheer', superseded_at: '2026-03-01T08:00:00Z' },
    { kind: 'name', script: 'Arab', text: 'محمد بشیر' },
    { kind: 'father', script: 'Arab', text: 'اللہ دتہ' },
    { kind: 'alias', script: 'Latn', text: '@ Sheeda' },
  ],
  custody: [{ from_on: '2024-02-01', to_on: '2025-08-14' }],
  convictions: [{ appeal: [{ event: 'filed', on: '2025-03-01' }] }],
})
const person = `/people/${bashir.person_id}`
const search = (who: As, purpose: string, record_number = bashir.record_number) =>
  who.api.post('/searches', { query: record_number, purpose, case_reference: 'SC 41/2024' })
await search(as.bureauOfficer, 'court_order')
await search(as.prosecutorMultan, 'registration')
await search(as.shoSaddar, 'supervision')
await search(as.dpoMultan, 'supervision')

const TABS = [
  ['', 'person.seen'],
  ['/convictions', 'person.convictions_seen'],
  ['/duties', 'person.duties_seen'],
  ['/addresses', 'person.addresses_seen'],
  ['/travel', 'person.travel_seen'],
  ['/identity', 'person.identity_seen'],
  ['/timeline', 'person.timeline_seen'],
  ['/lookers', 'person.lookers_seen'],
] as const

describe('a person of the register', () => {
  for (const [tab, event] of TABS) {
    describe(`the page ${tab || '/'}`, () => {
      provesAccess(
        () => register,
        () => ({
          ...{ method: 'GET', path: () => `${person}${tab}`, event },
          ...{ allowed: as.bureauOfficer, elsewhere: as.prosecutorVehari },
        }),
      )
      it('does not exist for an administrator, an auditor or an investigator', async () => {
        for (const who of [as.administrator, as.auditor, as.investigatorMultan, as.analyst])
          assert.equal((await who.api.get(`${person}${tab}`)).status, 404)
      })
      it('is a page that browsers keep nothing of, whose title names nobody', async () => {
        const page = await as.bureauOfficer.page(`${person}${tab}`)
        assert.equal(page.status, 200, page.text)
        assert.equal(page.headers['cache-control'], 'no-store')
        assert.doesNotMatch(/<title>.*<\/title>/.exec(page.text)?.[0] ?? '', /Bashir|بشیر|NSOR/)
        assert.equal(page.text.includes(bashir.cnic ?? '-'), false)
      })
    })
  }

  it('is shown with both names, the end of the CNIC, the station and what this officer may do', async () => {
    const { person: head } = (await as.shoSaddar.api.get(person)).body as PersonSummary
    assert.deepEqual(head.name, { latin: 'Muhammad Bashir', ur: 'محمد بشیر' })
    assert.equal(head.cnic_tail, bashir.cnic?.slice(-3))
    assert.equal(head.station.en, 'Saddar Multan')
    const may = {
      show_number: true,
      view_photo: true,
      add_photo: false,
      correct: true,
      see_lookers: true,
      ...{
        record_visit: true,
        record_stay: true,
        record_appeal: false,
        propose_strikeout: true,
        view_exit: true,
        prepare_breach: true,
        offer_transfer: true,
        keep_contact: true,
      },
      ...{ record_notice: true, serve: true },
    }
    assert.deepEqual(head.may, may)
    const { person: at_bureau } = (await as.bureauOfficer.api.get(person)).body as PersonSummary
    assert.equal(at_bureau.may.add_photo, true)
    assert.deepEqual([head.status, head.ends_on], ['active', '2035-08-14'])
  })

  it('is on the register for a reason that opens to both tests and to the arithmetic', async () => {
    const reply = (await as.bureauOfficer.api.get(`${person}/convictions`)).body as PersonConvictions
    const [conviction] = reply.convictions
    assert.deepEqual(
      [conviction?.tests.s2h, conviction?.tests.s24, conviction?.tests.outcome],
      [true, true, 'yes'],
    )
    assert.deepEqual(
      conviction?.appeals.map(({ event, happened_on }) => [event, happened_on]),
      [['filed', '2025-03-01']],
    )
    assert.equal(conviction?.judgment_hash?.length, 64)
    assert.deepEqual(
      reply.registration.steps.map((s) => [s.because.code, s.to]),
      [
        ['convicted', '2025-02-11'],
        ['released', '2025-08-14'],
        ['period', '2035-08-14'],
      ],
    )
  })

  it('is void when a court acquitted him', async () => {
    const acquitted = await given.person(register, {
      convictions: [{ appeal: [{ event: 'acquitted', on: '2026-01-10' }] }],
    })
    await search(as.bureauOfficer, 'court_order', acquitted.record_number)
    const { person: head } = (await as.bureauOfficer.api.get(`/people/${acquitted.person_id}`))
      .body as PersonSummary
    assert.equal(head.status, 'void')
  })

  it('says that the custody is unknown, and no end that was worked out from a release nobody knows', async () => {
    const unknown = await given.person(register, { custody: [] })
    await search(as.bureauOfficer, 'court_order', unknown.record_number)
    for (const tab of ['', '/convictions', '/duties']) {
      const { text } = await as.bureauOfficer.page(`/people/${unknown.person_id}${tab}`)
      assert.match(text, /Not known: custody unknown|The end is not known/, tab)
      assert.doesNotMatch(text, /2035/, tab)
    }
  })

  it('lives at the address that has no end, although one that ended was written down later', async () => {
    const moved = await given.person(register)
    await register.root.query(
      `insert into register.person_address (address_id, person_id, text_enc, from_on, to_on, source_kind, added_by, added_at)
       select gen_random_uuid(), person_id, text_enc, '2025-01-01', '2025-02-01', source_kind, added_by, now() + interval '1 hour'
         from register.person_address where person_id = $1`,
      [moved.person_id],
    )
    await search(as.bureauOfficer, 'court_order', moved.record_number)
    const { address } = (await as.bureauOfficer.api.get(`/people/${moved.person_id}`)).body as PersonSummary
    assert.equal(address?.address_id, moved.address_id)
  })

  it('leads from each lapsed duty to what can be done about it, and names each act once', async () => {
    const late = await given.person(register, { custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }] })
    await givenFacts(register, late.person_id, { served_at: '2025-03-03T05:00:00Z' })
    await search(as.officerSaddar, 'supervision', late.record_number)
    const { text } = await as.officerSaddar.page(`/people/${late.person_id}/duties`)
    const count = (address: string) => text.split(address).length - 1
    const at = `/people/${late.person_id}`
    assert.ok(count(`${at}/breaches/new?duty=confirm_in_person`) >= 1, 'from the overdue duty')
    for (const act of [
      '/breaches/new"',
      '/transfers/new"',
      '/phones/new"',
      '/notices/new"',
      '/servings/new"',
    ])
      assert.equal(count(`${at}${act}`), 1, act)
  })

  it('keeps every name ever held, the replaced one too, each with its source', async () => {
    const { names, documents } = (await as.bureauOfficer.api.get(`${person}/identity`)).body as PersonIdentity
    const old = names.find((n) => n.text === 'Mohd Basheer')
    assert.deepEqual(
      [old?.superseded_at, old?.source_kind, old?.added_by.en],
      ['2026-03-01T08:00:00.000Z', 'judgment', 'Nadia Tariq'],
    )
    assert.ok(names.some((n) => n.kind === 'alias' && n.superseded_at === null))
    assert.deepEqual(documents.map((d) => d.number_tail).sort(), ['567', bashir.cnic?.slice(-3)].sort())
  })

  it('has a timeline, newest first, that goes on after any line of it', async () => {
    const reply = (await as.bureauOfficer.api.get(`${person}/timeline`)).body as PersonTimeline
    const kinds = reply.events.map((e) => e.kind)
    assert.deepEqual(kinds, [
      ...kinds.filter((k) => k === 'entered' || k === 'photo_added'),
      ...['custody_ended', 'appeal_filed', 'convicted', 'custody_began'],
    ])
    const after = reply.events[2]?.event_key ?? ''
    const rest = (await as.bureauOfficer.api.get(`${person}/timeline?after=${encodeURIComponent(after)}`))
      .body as PersonTimeline
    assert.deepEqual(rest.events, reply.events.slice(3))
  })

  it('shows who has looked and why', async () => {
    await as.prosecutorMultan.api.get(person)
    const { looks } = (await as.shoSaddar.api.get(`${person}/lookers`)).body as PersonLookers
    const [last] = looks
    assert.deepEqual(
      [last?.action, last?.officer.en, last?.purpose, last?.unit?.en],
      ['person.seen', 'Nadia Tariq', 'registration', 'Office of the District Public Prosecutor, Multan'],
    )
    assert.equal((await as.prosecutorMultan.api.get(`${person}/lookers`)).status, 404)
  })
})

describe('the purpose of a look', () => {
  it('is that of the officer’s own search that found the person', async () => {
    await as.bureauOfficer.api.get(person)
    const event = await lastEvent(register, 'person.seen')
    assert.deepEqual([event?.purpose, event?.subject_id], ['court_order', bashir.person_id])
  })

  it('is asked for where no task gives one, and nothing is shown before', async () => {
    const refused = await as.deputyMultan.api.get(person)
    assert.equal(refused.status, 403)
    assert.doesNotMatch(refused.text, /Bashir/)
    const asked = await as.deputyMultan.page(person)
    assert.deepEqual([asked.status, asked.location], [303, `${person}/purpose`])
    const form = await as.deputyMultan.page(`${person}/purpose`)
    assert.equal(form.status, 200, form.text)
    assert.doesNotMatch(form.text, /Bashir|NSOR/)
    const wrong = await as.deputyMultan.form(`${person}/looks`, {
      purpose: 'registration',
      case_reference: '',
    })
    assert.match(wrong.location ?? '', /purpose\?form=/)
    const given = { purpose: 'correction', case_reference: 'Letter 7 of 2026' }
    assert.equal((await as.deputyMultan.form(`${person}/looks`, given)).location, person)
    assert.equal((await as.deputyMultan.page(person)).status, 200)
    assert.equal((await lastEvent(register, 'person.seen'))?.purpose, 'correction')
  })

  it('is not asked of someone to whom the person does not exist', async () => {
    assert.equal((await as.shoVehari.page(`${person}/purpose`)).status, 404)
    assert.equal((await as.shoVehari.page(person)).status, 404)
  })

  it('must be the officer’s work', async () => {
    const body = { purpose: 'court_order', case_reference: 'x' }
    assert.equal((await as.officerSaddar.api.post(`${person}/looks`, body)).status, 403)
  })

  it('is no longer that of yesterday’s search', async () => {
    const { record_number, person_id } = await given.person(register)
    await search(as.bureauOfficerTwo, 'check', record_number)
    await register.root.query(
      "update register.search set searched_at = now() - interval '13 hours' where officer_id = $1",
      [as.bureauOfficerTwo.officer_id],
    )
    assert.equal((await as.bureauOfficerTwo.api.get(`/people/${person_id}`)).status, 403)
  })

  provesAccess(
    () => register,
    () => ({
      ...{
        method: 'POST',
        path: () => `${person}/looks`,
        event: 'person.purpose_given',
        status: 201,
        is_look: true,
      },
      body: () => ({ purpose: 'registration', case_reference: 'SC 41/2024' }),
      ...{ allowed: as.prosecutorMultan, elsewhere: as.prosecutorVehari },
    }),
  )
})

type Asked = { showing_id: string }

describe('the full numbers', () => {
  const ask = async (who: As) => ((await who.api.post(`${person}/numbers`)).body as Asked).showing_id
  it('are shown once, after a recorded click', async () => {
    const path = `${person}/numbers/${await ask(as.prosecutorMultan)}`
    const shown = (await as.prosecutorMultan.api.get(path)).body as NumbersShown
    assert.deepEqual(shown.documents, [
      { kind: 'cnic', number: bashir.cnic },
      { kind: 'passport', number: 'AB1234567' },
    ])
    assert.equal((await lastEvent(register, 'person.number_shown'))?.purpose, 'registration')
    assert.equal((await as.prosecutorMultan.api.get(path)).status, 410)
  })
  it('are not shown to another officer, nor after two minutes, nor as a photograph', async () => {
    const mine = await ask(as.prosecutorMultan)
    assert.equal((await as.bureauOfficer.api.get(`${person}/numbers/${mine}`)).status, 410)
    assert.equal((await as.prosecutorMultan.api.get(`${person}/photo-views/${mine}`)).status, 410)
    register.clock.tick(121_000)
    assert.equal((await as.prosecutorMultan.api.get(`${person}/numbers/${mine}`)).status, 410)
    register.clock.tick(-121_000)
  })
  it('come from a form by way of 303', async () => {
    const posted = await as.shoSaddar.form(`${person}/numbers`)
    assert.deepEqual([posted.status, posted.location?.startsWith(`${person}/numbers/`)], [303, true])
    const cnic = bashir.cnic ?? ''
    const page = await as.shoSaddar.page(posted.location ?? '')
    assert.match(page.text, new RegExp(`${cnic.slice(0, 5)}-${cnic.slice(5, 12)}-${cnic.slice(12)}`))
  })
  it('are not for a District Police Officer', async () => {
    assert.equal((await as.dpoMultan.api.post(`${person}/numbers`)).status, 403)
  })
  it('end with the quota of the day', async () => {
    await register.root.query(
      "update register.quota_limit set per_day = 0 where act = 'show_number' and role = 'bureau_officer'",
    )
    assert.equal((await as.bureauOfficer.api.post(`${person}/numbers`)).status, 429)
  })
  provesAccess(
    () => register,
    () => ({
      ...{
        method: 'POST',
        path: () => `${person}/numbers`,
        event: 'person.number_asked',
        status: 201,
        is_look: true,
      },
      ...{ allowed: as.prosecutorMultan, elsewhere: as.prosecutorVehari },
    }),
  )
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', event: 'person.number_shown' },
      path: async () => `${person}/numbers/${await ask(as.prosecutorMultan)}`,
      ...{ allowed: as.prosecutorMultan, elsewhere: as.prosecutorVehari },
    }),
  )
})

describe('the photograph', () => {
  const ask = async (who: As) => ((await who.api.post(`${person}/photo-views`)).body as Asked).showing_id
  it('is shown once, as it was added', async () => {
    const path = `${person}/photo-views/${await ask(as.prosecutorMultan)}`
    const shown = (await as.prosecutorMultan.api.get(path)).body as PhotoShown
    assert.deepEqual(Buffer.from(shown.image_base64, 'base64'), PIXEL)
    assert.equal((await as.prosecutorMultan.api.get(path)).status, 410)
  })
  provesAccess(
    () => register,
    () => ({
      ...{
        method: 'POST',
        path: () => `${person}/photo-views`,
        event: 'person.photo_asked',
        status: 201,
        is_look: true,
      },
      ...{ allowed: as.prosecutorMultan, elsewhere: as.prosecutorVehari },
    }),
  )
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', event: 'person.photo_shown' },
      path: async () => `${person}/photo-views/${await ask(as.prosecutorMultan)}`,
      ...{ allowed: as.prosecutorMultan, elsewhere: as.prosecutorVehari },
    }),
  )
})
