import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Approval } from '../../contract/approvals.ts'
import type { NoticeForm } from '../../contract/notices.ts'
import type { PersonIdentity } from '../../contract/people.ts'
import { given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { ADDRESS, NAME, noticeDesk, type Recorded, TRIP, typed } from '../../tests/support/given-notices.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as, clock, root } = register
const { released, record, search, shown, dues } = noticeDesk(register)
const preview = async (person_id: string, more: object = {}) => {
  const reply = await as.officerSaddar.api.post(`/people/${person_id}/notices/previews`, typed(more))
  assert.equal(reply.status, 201, reply.text)
  return reply.body as Recorded
}
const identity = async (person: { person_id: string; record_number: string }) => {
  await search(as.officerSaddar, person.record_number)
  return (await as.officerSaddar.api.get(`/people/${person.person_id}/identity`)).body as PersonIdentity
}
const live = (addresses: PersonIdentity['addresses']) =>
  addresses
    .filter((one) => one.superseded_at === null)
    .map(({ text, from_on, to_on }) => ({ text, from_on, to_on }))

describe('a notice', () => {
  it('of an address closes the old one, opens the new one, and meets its duty in time', async () => {
    const person = await released()
    const { notice_id } = await record(person.person_id, ADDRESS)
    const { addresses } = await identity(person)
    assert.deepEqual(
      live(addresses).sort((a, b) => a.text.localeCompare(b.text)),
      [
        { text: 'Chak 12, tehsil Shujabad', from_on: '2025-09-05', to_on: null },
        { text: 'House 12-B, Mohalla Qadirabad, Multan', from_on: '2025-03-03', to_on: '2025-09-05' },
      ],
    )
    const { met, told, may_strike, offers_transfer } = await shown(as.officerSaddar, notice_id)
    assert.deepEqual(met, [
      { duty: 'notify_address_change', due_on: '2025-09-12', due_at: null, state: 'met' },
    ])
    assert.deepEqual(
      [told.kind, told.text, may_strike, offers_transfer],
      ['address', 'Chak 12, tehsil Shujabad', 'alone', false],
    )
    assert.ok(
      (await dues(person.person_id)).some(
        ({ duty, met }) => duty === 'notify_address_change' && met === 'met',
      ),
    )
  })
  it('of an address in another district says that a transfer is due', async () => {
    const { person_id } = await released()
    const { notice_id } = await record(person_id, { ...ADDRESS, address_district_id: 'pb_vehari' })
    assert.equal((await shown(as.officerSaddar, notice_id)).offers_transfer, true)
  })
  it('of a name writes it in both scripts, keeps the old one, and renews the card', async () => {
    const person = await released()
    await record(person.person_id, NAME)
    const { person: head, names } = await identity(person)
    assert.deepEqual(head.name, { latin: 'Muhammad Aslam', ur: 'محمد اسلم' })
    assert.deepEqual(head.father, { latin: 'Allah Ditta', ur: 'اللہ دتہ' })
    assert.ok(names.some((n) => n.text === 'Muhammad Bashir' && n.superseded_at !== null))
    const found = (await search(as.officerSaddar, person.record_number)).body as {
      results: { name: object }[]
    }
    assert.deepEqual(found.results[0]?.name, { latin: 'Muhammad Aslam', ur: 'محمد اسلم' })
  })
  it('of a trip told in time puts a confirmation off until a week after the return', async () => {
    clock.set('2025-08-20T06:00:00Z')
    const { person_id } = await released()
    const days = {
      received_on: '2025-08-18',
      back_dated_reason: 'The line was down',
      departs_on: '2025-09-01',
    }
    const { duties } = await preview(person_id, { ...TRIP, ...days })
    const confirmation = duties.find(
      ({ duty, before }) => duty === 'confirm_in_person' && before?.due_on === '2025-09-03',
    )
    assert.deepEqual([confirmation?.effect, confirmation?.after?.due_on], ['moved', '2025-10-13'])
    assert.equal(duties.find(({ duty }) => duty === 'notify_travel_abroad')?.effect, 'met')
    clock.set('2025-09-10T06:00:00Z')
  })
  it('of a confirmation meets what is open, late where it is late', async () => {
    const { person_id } = await released()
    const { duties } = await preview(person_id)
    assert.deepEqual(
      duties.map(({ duty, effect, before }) => [duty, effect, before?.state]),
      [['confirm_in_person', 'met_late', 'overdue']],
    )
  })
  it('has one event with the purpose and the hash of its row', async () => {
    const { person_id } = await released()
    const { notice_id } = await record(person_id)
    const { rows } = await root.query(
      'select purpose, second_id, subject_id, row_after from audit.event where action = $1 order by event_no desc limit 1',
      ['notice.recorded'],
    )
    assert.deepEqual(
      [rows[0].purpose, rows[0].second_id, rows[0].subject_id, rows[0].row_after.length],
      ['supervision', notice_id, person_id, 32],
    )
  })
  it('of what is recorded already tells of it by its id', async () => {
    const person = await released({ changes: [{ kind: 'address', on: '2025-09-01' }] })
    await search(as.officerSaddar, person.record_number)
    const form = (await as.officerSaddar.api.get(`/people/${person.person_id}/notices/new`))
      .body as NoticeForm
    const [about_id] = person.change_ids
    assert.deepEqual(form.untold, [{ about_id, duty: 'notify_address_change', happens_on: '2025-09-01' }])
    const recorded = await record(person.person_id, { duty: 'notify_address_change', about_id })
    assert.equal(recorded.about_id, about_id)
    const { rows } = await root.query('select count(*)::int from register.change where person_id = $1', [
      person.person_id,
    ])
    assert.equal(rows[0].count, 1)
  })
})

describe('the preview', () => {
  for (const [what, more] of Object.entries({ confirmation: {}, address: ADDRESS, name: NAME, trip: TRIP }))
    it(`of a ${what} is what the duties are after saving, and nothing is written before`, async () => {
      const { person_id } = await released()
      const { duties, preview_hash } = await preview(person_id, more)
      const { rows } = await root.query('select count(*)::int from register.notice where person_id = $1', [
        person_id,
      ])
      assert.equal(rows[0].count, 0)
      await record(person_id, { ...more, preview_hash })
      const after = await dues(person_id)
      for (const one of duties) {
        if (!one.after) continue
        const { due_on, state } = one.after
        const kept = after.find((row) => row.duty === one.duty && row.due_on === due_on)
        assert.ok(kept, `${one.duty} ${due_on}`)
        assert.equal(kept.met, state.startsWith('met') ? state : null)
      }
    })
  it('shown for something else is not saved', async () => {
    const { person_id } = await released()
    const { preview_hash } = await preview(person_id)
    const reply = await as.officerSaddar.api.post(
      `/people/${person_id}/notices`,
      typed({ ...ADDRESS, preview_hash }),
    )
    assert.deepEqual([reply.status, (reply.body as { title: string }).title], [409, 'effect_changed'])
  })
  it('comes back as a page with the form as it was typed, for its officer alone', async () => {
    const person = await released()
    await search(as.officerSaddar, person.record_number)
    const fields = typed(ADDRESS) as Record<string, string>
    const sent = await as.officerSaddar.form(`/people/${person.person_id}/notices/previews`, fields)
    assert.equal(sent.status, 303)
    const page = await as.officerSaddar.page(sent.location ?? '')
    assert.equal(page.status, 200, page.text)
    assert.match(page.text, /Chak 12, tehsil Shujabad/)
    await search(as.shoSaddar, person.record_number)
    assert.equal((await as.shoSaddar.page(sent.location ?? '')).status, 404)
  })
})

describe('a notice is refused', () => {
  const refused = async (person_id: string, more: object) => {
    const reply = await as.officerSaddar.api.post(`/people/${person_id}/notices`, typed(more))
    assert.equal(reply.status, 400, reply.text)
    return (reply.body as { fields: { field: string; code: string }[] }).fields.map(
      ({ field, code }) => `${field} ${code}`,
    )
  }
  it('about a trip or change of another person, even by a row written past the program', async () => {
    const [one, other] = [
      await released(),
      await released({ trips: [{ kind: 'abroad', departs_at: '2025-10-01T05:00:00Z', returns_at: null }] }),
    ]
    const about_id = other.trip_ids[0]
    assert.deepEqual(await refused(one.person_id, { duty: 'notify_travel_abroad', about_id }), [
      'about_id notices.fault.not_his',
    ])
    await assert.rejects(
      givenFacts(register, one.person_id, {
        notices: [
          { duty: 'notify_travel_abroad', about: about_id ?? '', received_at: '2025-09-01T05:00:00Z' },
        ],
      }),
      (fault: { code: string }) => fault.code === 'AM005',
    )
  })
  it('where a text may tell who the survivor is, and that text is kept nowhere', async () => {
    const person = await released()
    const address_text = 'House of the victim Ayesha, Multan'
    const fields = typed({ ...ADDRESS, address_text }) as Record<string, string>
    assert.deepEqual(await refused(person.person_id, fields), ['address_text drafts.doubt.survivor_identity'])
    const reply = await as.officerSaddar.form(`/people/${person.person_id}/notices/previews`, fields)
    await search(as.officerSaddar, person.record_number)
    const page = await as.officerSaddar.page(reply.location ?? '')
    assert.equal(page.status, 200)
    assert.doesNotMatch(page.text, /Ayesha/)
    assert.match(page.text, /pb_multan/)
  })
  it('of somebody who is not on the register', async () => {
    const { person_id } = await given.person(register, { convictions: [{ disposal: 'probation' }] })
    const reply = await as.officerSaddar.api.post(`/people/${person_id}/notices`, typed())
    assert.deepEqual([reply.status, (reply.body as { title: string }).title], [409, 'not_on_register'])
  })
  it('where it is typed in later without a reason', async () => {
    const { person_id } = await released()
    assert.deepEqual(await refused(person_id, { received_on: '2025-09-09' }), [
      'back_dated_reason notices.fault.reason_needed',
    ])
    const { notice_id } = await record(person_id, {
      received_on: '2025-09-09',
      back_dated_reason: 'The line was down',
    })
    assert.equal((await shown(as.officerSaddar, notice_id)).back_dated_reason, 'The line was down')
  })
})

describe('striking out', () => {
  const strike = (who: As, notice_id: string, reason = 'Another person stood at the desk') =>
    who.api.post(`/notices/${notice_id}/strikes`, { reason })
  it('is done alone by its author on the same day, and all is as it was before', async () => {
    const person = await released()
    const before = live((await identity(person)).addresses)
    const { notice_id } = await record(person.person_id, ADDRESS)
    assert.ok((await dues(person.person_id)).some(({ duty }) => duty === 'notify_address_change'))
    const reply = await strike(as.officerSaddar, notice_id)
    assert.deepEqual(
      [reply.status, (reply.body as { is_struck: boolean }).is_struck],
      [201, true],
      reply.text,
    )
    assert.deepEqual(live((await identity(person)).addresses), before)
    assert.deepEqual(
      (await dues(person.person_id)).map(({ duty, due_on, met }) => [duty, due_on, met]),
      [
        ['confirm_in_person', '2025-09-03', null],
        ['confirm_in_person', '2026-03-03', null],
      ],
    )
    const kept = await shown(as.officerSaddar, notice_id)
    assert.deepEqual(
      [kept.strike?.reason, kept.strike?.is_by_two, kept.may_strike],
      ['Another person stood at the desk', false, null],
    )
    assert.equal((await strike(as.officerSaddar, notice_id)).status, 409)
  })
  it('of a name lets the old name stand again, on the card as well', async () => {
    const person = await released()
    const { notice_id } = await record(person.person_id, NAME)
    await strike(as.officerSaddar, notice_id)
    assert.deepEqual((await identity(person)).person.name, { latin: 'Muhammad Bashir', ur: 'محمد بشیر' })
    const found = (await search(as.officerSaddar, person.record_number)).body as {
      results: { name: object }[]
    }
    assert.deepEqual(found.results[0]?.name, { latin: 'Muhammad Bashir', ur: 'محمد بشیر' })
  })
  it('by anybody else, or later, needs a second officer', async () => {
    // A decision is judged by the database's clock, so that this happens today.
    const now = Temporal.Now.instant()
    const yesterday = now.subtract({ hours: 24 }).toZonedDateTimeISO('Asia/Karachi')
    clock.set(now.subtract({ hours: 24 }).toString())
    const { person_id } = await released()
    const received = { received_on: yesterday.toPlainDate().toString(), received_time: '00:00' }
    const { notice_id } = await record(person_id, received)
    clock.set(now.toString())
    const reply = await strike(as.officerSaddar, notice_id)
    const { is_struck, approval_id } = reply.body as { is_struck: boolean; approval_id: string }
    assert.equal(is_struck, false)
    assert.equal((await shown(as.officerSaddar, notice_id)).strike, null)
    const { shown_hash, rows } = (await as.bureauOfficer.api.get(`/approvals/${approval_id}`))
      .body as Approval
    assert.equal(rows.find(({ field }) => field === 'reason')?.after, 'Another person stood at the desk')
    const approved = await as.bureauOfficer.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
    assert.equal(approved.status, 200, approved.text)
    assert.equal((await shown(as.officerSaddar, notice_id)).strike?.is_by_two, true)
    assert.equal((await dues(person_id)).filter(({ met }) => met !== null).length, 0)
    clock.set('2025-09-10T06:00:00Z')
  })
})
