import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Approval } from '../../contract/approvals.ts'
import type { CorrectionForm } from '../../contract/corrections.ts'
import type { PersonIdentity } from '../../contract/people.ts'
import { type Given, given } from '../../tests/support/given.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as } = register

const asked = (more: object = {}) => ({
  ...{ field: 'name', after: 'Muhammad Basheer', source_kind: 'identity_card', source_on: '2026-01-05' },
  ...{ source_ref: 'NADRA 77', asked_by: 'person', ...more },
})
type Proposed = { correction_id: string; approval_id: string }
const propose = async (who: As, person: Given, more: object = {}) => {
  const reply = await who.api.post(`/people/${person.person_id}/corrections`, asked(more))
  assert.equal(reply.status, 201, reply.text)
  return reply.body as Proposed
}
const approval = async (who: As, { approval_id }: Proposed) =>
  (await who.api.get(`/approvals/${approval_id}`)).body as Approval
const approve = async (who: As, proposed: Proposed) => {
  const { shown_hash } = await approval(as.bureauOfficer, proposed)
  return who.api.post(`/approvals/${proposed.approval_id}/approve`, { shown_hash })
}
const search = (who: As, query: string) =>
  who.api.post('/searches', { query, purpose: 'correction', case_reference: 'Letter 7' })
const identity = async (person: Given) => {
  await search(as.bureauOfficer, person.record_number)
  return (await as.bureauOfficer.api.get(`/people/${person.person_id}/identity`)).body as PersonIdentity
}
const events = async (action: string) =>
  (
    await register.root.query(
      'select row_before, row_after, second_id from audit.event where action = $1 and outcome = $2 order by event_no desc limit 1',
      [action, 'done'],
    )
  ).rows[0]

const bashir = await given.person(register)
await search(as.prosecutorMultan, bashir.record_number)

describe('a correction', () => {
  it('is shown to the second officer before beside after, with its paper, and changes nothing before', async () => {
    const person = await given.person(register)
    const proposed = await propose(as.shoSaddar, person, { target_id: person.name_ids[0] })
    const { rows, is_own } = await approval(as.bureauOfficer, proposed)
    const row = (field: string) => rows.find((r) => r.field === field)
    assert.deepEqual([row('name')?.before, row('name')?.after], ['Muhammad Bashir', 'Muhammad Basheer'])
    assert.deepEqual(
      [row('source_ref')?.after, row('asked_by')?.after, is_own],
      ['NADRA 77', 'person', false],
    )
    assert.equal((await identity(person)).person.name.latin, 'Muhammad Bashir')
  })

  it('makes a new version when approved and keeps the old one, with both rows in the event', async () => {
    const person = await given.person(register)
    const proposed = await propose(as.shoSaddar, person, { target_id: person.name_ids[0] })
    assert.equal((await events('correction.proposed')).row_after.length, 32)
    assert.equal((await approve(as.bureauOfficer, proposed)).status, 200)
    const { names, person: head } = await identity(person)
    assert.equal(head.name.latin, 'Muhammad Basheer')
    const [next, old] = ['Muhammad Basheer', 'Muhammad Bashir'].map((text) =>
      names.find((n) => n.text === text),
    )
    assert.deepEqual(
      [next?.superseded_at, next?.source_kind, next?.name_id],
      [null, 'correction', proposed.correction_id],
    )
    assert.notEqual(old?.superseded_at, null)
    const event = await events('approval.approved')
    assert.deepEqual(
      [event.row_before.length, event.row_after.length, event.second_id],
      [32, 32, person.person_id],
    )
  })

  it('of a number makes the new one findable, and the old one too, marked', async () => {
    const person = await given.person(register, { cnic: '9111111111111' })
    const target_id = person.document_ids[0]
    const proposed = await propose(as.shoSaddar, person, {
      field: 'cnic',
      after: '92222-2222222-1',
      target_id,
    })
    assert.equal((await approve(as.bureauOfficer, proposed)).status, 200)
    for (const [cnic, is_superseded] of [
      ['9222222222221', false],
      ['9111111111111', true],
    ] as const) {
      const { results } = (await search(as.bureauOfficer, cnic)).body as {
        results: { person_id: string; cnic_tail: string; matched: object }[]
      }
      assert.deepEqual(
        [results[0]?.person_id, results[0]?.cnic_tail, results[0]?.matched],
        [person.person_id, '221', { on: 'cnic', is_superseded }],
      )
    }
  })

  it('of the birth date leaves the sex as it was', async () => {
    const person = await given.person(register)
    const proposed = await propose(as.shoSaddar, person, { field: 'born_on', after: '۱۹۸۹-۰۳-۱۴' })
    assert.equal((await approve(as.bureauOfficer, proposed)).status, 200)
    const { details } = await identity(person)
    assert.deepEqual(
      details.map((d) => [d.born_on, d.born_year, d.sex, d.superseded_at === null]),
      [
        ['1989-03-14', 1989, 'male', true],
        ['1988-03-14', 1988, 'male', false],
      ],
    )
  })

  it('may add an alias or an address beside what is held', async () => {
    const person = await given.person(register)
    const alias = await propose(as.prosecutorMultan, person, { field: 'alias', after: 'شیدا' })
    const address = await propose(as.prosecutorMultan, person, {
      ...{ field: 'address', after: 'House 9, Cantt', target_id: person.address_id },
    })
    for (const one of [alias, address]) assert.equal((await approve(as.bureauOfficer, one)).status, 200)
    const { names, addresses } = await identity(person)
    assert.deepEqual(names.find((n) => n.kind === 'alias')?.script, 'Arab')
    assert.deepEqual(addresses.map((a) => [a.text, a.superseded_at === null]).at(0), ['House 9, Cantt', true])
  })

  it('is never approved by who proposed it, nor twice, nor when the version has changed since', async () => {
    const person = await given.person(register)
    const own = await propose(as.bureauOfficer, person, { target_id: person.name_ids[0] })
    assert.equal((await approve(as.bureauOfficer, own)).status, 403)
    const other = await propose(as.shoSaddar, person, { target_id: person.name_ids[0], after: 'M. Bashir' })
    assert.equal((await approve(as.bureauOfficerTwo, own)).status, 200)
    assert.equal((await approve(as.bureauOfficerTwo, own)).status, 409)
    assert.equal((await approve(as.bureauOfficerTwo, other)).status, 409)
    const { names } = await identity(person)
    assert.equal(names.filter((n) => n.kind === 'name' && n.script === 'Latn' && !n.superseded_at).length, 1)
  })

  it('gives the deciding officer the purpose to look at the person', async () => {
    const person = await given.person(register)
    await propose(as.shoSaddar, person, { target_id: person.name_ids[0] })
    assert.equal((await as.bureauSupervisor.api.get(`/people/${person.person_id}`)).status, 200)
    assert.equal((await lastEvent(register, 'person.seen'))?.purpose, 'correction')
  })

  it('is refused with the field when it cannot be', async () => {
    const person = await given.person(register)
    const fault = async (more: object) => {
      const reply = await as.shoSaddar.api.post(`/people/${person.person_id}/corrections`, asked(more))
      const [field] = (reply.body as { fields?: { field: string; code: string }[] }).fields ?? []
      return [reply.status, field?.field, field?.code]
    }
    assert.deepEqual(await fault({ field: 'cnic' }), [400, 'after', 'corrections.fault.not_a_cnic'])
    assert.deepEqual(await fault({ after: 'Muhammad Bashir' }), [400, 'after', 'corrections.fault.unchanged'])
    assert.deepEqual(await fault({ source_on: '2090-01-01' }), [400, 'source_on', 'in_future'])
    assert.deepEqual(await fault({ target_id: person.document_ids[0] }), [
      ...[400, 'target_id', 'corrections.fault.not_live'],
    ])
  })

  it('keeps before, after and its paper sealed', async () => {
    const person = await given.person(register)
    const { correction_id } = await propose(as.shoSaddar, person, { after: 'Zafarullah Virk' })
    const { rows } = await register.root.query(
      'select c::text as kept from register.correction c where correction_id = $1',
      [correction_id],
    )
    for (const text of ['Zafarullah', 'NADRA 77'])
      assert.equal(rows[0].kept.includes(Buffer.from(text).toString('hex')), false)
  })

  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: () => `/people/${bashir.person_id}/corrections`, status: 201 },
      ...{ body: () => asked(), allowed: as.prosecutorMultan, elsewhere: as.prosecutorVehari },
      event: 'correction.proposed',
    }),
  )
})

describe('the form of a correction', () => {
  it('lists what may be replaced, and of numbers only the end', async () => {
    const person = await given.person(register)
    await search(as.prosecutorMultan, person.record_number)
    const { targets } = (await as.prosecutorMultan.api.get(`/people/${person.person_id}/corrections`))
      .body as CorrectionForm
    assert.equal(targets.find((t) => t.field === 'cnic')?.text, `…${person.cnic?.slice(-3)}`)
    assert.ok(targets.some((t) => t.text === 'محمد بشیر'))
  })
  it('comes back with what was typed', async () => {
    const person = await given.person(register)
    await search(as.prosecutorMultan, person.record_number)
    const path = `/people/${person.person_id}/corrections`
    const posted = await as.prosecutorMultan.form(path, asked({ field: 'cnic', after: '92' }))
    assert.equal(posted.status, 303)
    const page = await as.prosecutorMultan.page(posted.location ?? '')
    assert.match(page.text, /A CNIC has 13 digits/)
    const sent = await as.prosecutorMultan.form(path, asked())
    assert.match(sent.location ?? '', /^\/approvals\//)
    assert.equal((await as.prosecutorMultan.page(sent.location ?? '')).status, 200)
  })
  provesAccess(
    () => register,
    () => ({
      ...{
        method: 'GET',
        path: () => `/people/${bashir.person_id}/corrections`,
        event: 'correction.form_seen',
      },
      ...{ allowed: as.prosecutorMultan, elsewhere: as.prosecutorVehari },
    }),
  )
})
