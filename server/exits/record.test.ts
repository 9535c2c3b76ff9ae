// The dated events of a life, from a visit to the certificate: effect first, then the fact, then what follows from it.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import type { Approval } from '../../contract/approvals.ts'
import type { EffectSeen, PersonDuties } from '../../contract/duties.ts'
import type { Exit, ExitList } from '../../contract/exits.ts'
import type { PersonAddresses } from '../../contract/visits.ts'
import { verifyCode } from '../../domain/receipt/verify.ts'
import { type Given, given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { refreshDuties } from '../duties/project.ts'
import { asActor } from '../platform/database.ts'

const register = await openTestRegister()
const { as, root, program, clock } = register
clock.set('2025-09-10T06:00:00Z')

/** Convicted 11 Feb 2025, released 3 Mar 2025, told that day; his first confirmation is 3 Sep 2025. */
async function released(more: Parameters<typeof given.person>[1] = {}): Promise<Given> {
  const person = await given.person(register, {
    custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }],
    ...more,
  })
  await givenFacts(register, person.person_id, { served_at: '2025-03-03T05:00:00Z' })
  await refresh(person)
  return person
}
const refresh = async ({ person_id }: Given) =>
  asActor(program.database, await as.bureauOfficer.token(), (tx) =>
    refreshDuties(tx, [person_id], clock.now()),
  )
const why = { purpose: 'registration', case_reference: 'Diary 12' }
const open = (who: As, { person_id }: Given, more = {}) =>
  who.api.post(`/people/${person_id}/looks`, { ...why, ...more })
const duties = async (who: As, { person_id }: Given) =>
  (await who.api.get(`/people/${person_id}/duties`)).body as PersonDuties

/** Sees the effect of a fact, then saves it. */
async function save(who: As, path: string, fact: object) {
  const seen = await who.api.post(`${path}/effects`, fact)
  assert.equal(seen.status, 200, seen.text)
  const { effect_hash, effect } = seen.body as EffectSeen
  const saved = await who.api.post(path, { ...fact, effect_hash })
  assert.equal(saved.status, 201, saved.text)
  return { effect, body: saved.body as Record<string, string> }
}
const approve = async (who: As, approval_id: string) => {
  // The database judges expiry by its own clock, which the tests leave where it is.
  await root.query("update register.approval set expires_at = '2099-01-01' where approval_id = $1", [
    approval_id,
  ])
  const { shown_hash, rows } = (await who.api.get(`/approvals/${approval_id}`)).body as Approval
  return { rows, reply: await who.api.post(`/approvals/${approval_id}/approve`, { shown_hash }) }
}
const order = { court: 'Lahore High Court, Multan Bench', order_number: 'Crl. A. 512/2025' }
const acquittal = ({ conviction_ids }: Given, more = {}) => ({
  ...{ conviction_id: conviction_ids[0], event: 'acquitted', happened_on: '2025-09-08', ...order, ...more },
})
const visit = (result: string, visited_on: string, address_id: string | null) => ({
  result,
  visited_on,
  address_id,
})

describe('the duties of a person', () => {
  it('stand on his page with state, days, inputs and every step; the station comes by the duty itself', async () => {
    const person = await released()
    const { duties: list, reason, person: head, laws } = await duties(as.officerSaddar, person)
    const [first] = list
    assert.deepEqual(
      [first?.duty, first?.due_on, first?.state, first?.days, first?.inputs.released_on],
      ['confirm_in_person', '2025-09-03', 'overdue', -7, '2025-03-03'],
    )
    assert.deepEqual(
      [reason.code, reason.since_on, reason.days, reason.overdue_count],
      ['late', '2025-09-03', 7, 1],
    )
    assert.equal(head.purpose, 'supervision')
    assert.ok(first?.steps.some(({ because }) => because.code === 'confirm_usual'))
    assert.ok(laws.some(({ key }) => key === first?.law))
  })
  provesAccess(
    () => register,
    (r) => ({
      ...{
        method: 'GET',
        allowed: r.as.officerSaddar,
        elsewhere: r.as.shoVehari,
        event: 'person.duties_seen',
      },
      path: async () => `/people/${(await released()).person_id}/duties`,
    }),
  )
})

describe('a visit', () => {
  it('that finds nobody makes the whereabouts unknown, said before it is saved; one that finds him mends it', async () => {
    const person = await released()
    const path = `/people/${person.person_id}/visits`
    const missed = await save(
      as.officerSaddar,
      path,
      visit('not_at_address', '2025-09-09', person.address_id),
    )
    assert.deepEqual(missed.effect.values, [
      { about: 'standing', before: 'late', after: 'whereabouts_unknown' },
    ])
    assert.equal((await duties(as.officerSaddar, person)).reason.code, 'whereabouts_unknown')
    await save(as.officerSaddar, path, visit('found', '2025-09-10', person.address_id))
    assert.equal((await duties(as.officerSaddar, person)).reason.code, 'late')
    const { addresses } = (await as.officerSaddar.api.get(`/people/${person.person_id}/addresses`))
      .body as PersonAddresses
    assert.deepEqual([addresses[0]?.grade, addresses[0]?.verified_on], ['within_3', '2025-09-10'])
    const event = await lastEvent(register, 'visit.recorded')
    assert.deepEqual([event?.subject_id, event?.purpose], [person.person_id, 'supervision'])
  })
  it('is not saved unseen, nor with another effect than was seen', async () => {
    const person = await released()
    const path = `/people/${person.person_id}/visits`
    const fact = visit('not_at_address', '2025-09-09', null)
    assert.equal((await as.officerSaddar.api.post(path, fact)).status, 409)
    const { effect_hash } = (await as.officerSaddar.api.post(`${path}/effects`, fact)).body as EffectSeen
    const other = await as.officerSaddar.api.post(path, { ...fact, visited_on: '2025-09-08', effect_hash })
    assert.equal(other.status, 409)
    assert.equal(
      (await root.query('select from register.visit where person_id = $1', [person.person_id])).rowCount,
      0,
    )
  })
  for (const [what, fact, field] of [
    ['in the future', visit('found', '2025-09-11', null), 'visited_on'],
    ['to an address of another', visit('found', '2025-09-10', randomUUID()), 'address_id'],
    [
      'with a survivor in its note',
      { ...visit('found', '2025-09-10', null), note: 'met victim Ayesha there' },
      'note',
    ],
  ] as const)
    it(`${what} is refused`, async () => {
      const { person_id } = await released()
      const reply = await as.officerSaddar.api.post(`/people/${person_id}/visits/effects`, fact)
      assert.equal((reply.body as { fields?: { field: string }[] }).fields?.[0]?.field, field, reply.text)
    })
  provesAccess(
    () => register,
    (r) => ({
      ...{
        method: 'POST',
        allowed: r.as.officerSaddar,
        elsewhere: r.as.shoVehari,
        event: 'visit.effect_seen',
        is_look: true,
      },
      path: async () => `/people/${(await released()).person_id}/visits/effects`,
      body: () => visit('found', '2025-09-10', null),
    }),
  )
})

const source = { source_kind: 'police', source_on: '2025-09-09', source_ref: 'Diary 44' }

describe('custody', () => {
  it('pauses at once and lengthens the period when it ends by a new version; the old one stays', async () => {
    const person = await released()
    const path = `/people/${person.person_id}/stays`
    const began = await save(as.officerSaddar, path, {
      ...{ kind: 'custody', from_on: '2025-09-01', held_district_id: 'pb_lahore', ...source },
    })
    assert.ok(began.effect.values.some(({ about, after }) => about === 'standing' && after === 'in_custody'))
    const ended = await save(as.officerSaddar, `${path}/${began.body['stay_id']}/ends`, {
      to_on: '2025-09-06',
      ...source,
    })
    assert.ok(ended.effect.values.some(({ about, after }) => about === 'ends_on' && after === '2035-03-08'))
    const { rows } = await root.query(
      'select superseded_at is null as is_live, to_on::text, replaces_id, held_district_id from register.custody where person_id = $1 and from_on = $2 order by added_at',
      [person.person_id, '2025-09-01'],
    )
    assert.deepEqual(rows, [
      { is_live: false, to_on: null, replaces_id: null, held_district_id: 'pb_lahore' },
      {
        ...{ is_live: true, to_on: '2025-09-06', replaces_id: began.body['stay_id'] },
        held_district_id: 'pb_lahore',
      },
    ])
    const { stays } = await duties(as.officerSaddar, person)
    const held = stays.find(({ to_on }) => to_on === '2025-09-06')?.held_district
    assert.deepEqual(held?.en, 'Lahore')
    const page = await as.officerSaddar.page(`/people/${person.person_id}/duties`)
    assert.match(page.text, /held in the district of \u2068?Lahore/)
    const again = await as.officerSaddar.api.post(`${path}/${began.body['stay_id']}/ends/effects`, {
      to_on: '2025-09-07',
      ...source,
    })
    assert.equal(again.status, 409)
  })
  it('is not ended on the page of another person, nor recorded twice over', async () => {
    const [one, other] = [await released(), await released()]
    const { body } = await save(as.officerSaddar, `/people/${one.person_id}/stays`, {
      kind: 'hospital',
      from_on: '2025-09-01',
      ...source,
    })
    const forged = `/people/${other.person_id}/stays/${body['stay_id']}/ends/effects`
    assert.equal((await as.officerSaddar.api.post(forged, { to_on: '2025-09-06', ...source })).status, 404)
    for (const wrong of [
      { kind: 'custody', held_district_id: 'pb_nowhere' },
      { kind: 'hospital', held_district_id: 'pb_lahore' },
    ]) {
      const asked = { ...wrong, from_on: '2025-09-08', ...source }
      const reply = await as.officerSaddar.api.post(`/people/${other.person_id}/stays/effects`, asked)
      assert.equal(reply.status, 400, 'a district there is not, or one of a hospital')
    }
    const twice = { kind: 'hospital', from_on: '2025-09-03', to_on: '2025-09-04', ...source }
    assert.equal(
      (await as.officerSaddar.api.post(`/people/${one.person_id}/stays/effects`, twice)).status,
      400,
    )
  })
  it('struck out by two officers counts no more and stays to be seen', async () => {
    const person = await released()
    const { body } = await save(as.officerSaddar, `/people/${person.person_id}/stays`, {
      kind: 'custody',
      from_on: '2025-09-01',
      ...source,
    })
    await open(as.officerSaddar, person, { purpose: 'supervision' })
    const path = `/people/${person.person_id}/strikeouts/custody/${body['stay_id']}`
    const proposed = await as.officerSaddar.api.post(path, { reason: 'It was another man of that name.' })
    assert.equal(proposed.status, 201, proposed.text)
    assert.equal((await duties(as.officerSaddar, person)).reason.code, 'in_custody')
    const { approval_id } = proposed.body as { approval_id: string }
    const { rows, reply } = await approve(as.bureauOfficer, approval_id)
    assert.equal(reply.status, 200, reply.text)
    const row = rows.find(({ field }) => field === 'standing')
    assert.deepEqual([row?.before, row?.after], ['in_custody', 'late'])
    const { reason, stays } = await duties(as.officerSaddar, person)
    assert.deepEqual(
      [reason.code, stays.find((s) => s.stay_id === body['stay_id'])?.is_struck_out],
      ['late', true],
    )
    assert.equal((await as.officerSaddar.api.post(path, { reason: 'again' })).status, 404)
  })
  provesAccess(
    () => register,
    (r) => ({
      ...{
        method: 'POST',
        allowed: r.as.officerSaddar,
        elsewhere: r.as.shoVehari,
        event: 'stay.effect_seen',
        is_look: true,
      },
      path: async () => `/people/${(await released()).person_id}/stays/effects`,
      body: () => ({ kind: 'hospital', from_on: '2025-09-01', ...source }),
    }),
  )
})

async function acquitted() {
  const person = await released()
  const spoken = [person.person_id, as.officerSaddar.officer_id]
  await root.query(
    `insert into register.person_language (language_id, person_id, language, source_kind, asked_on, added_at, added_by)
     values (gen_random_uuid(), $1, 'skr', 'serving', '2025-03-03', now(), $2)`,
    spoken,
  )
  const { body } = await save(as.prosecutorMultan, `/people/${person.person_id}/appeals`, acquittal(person))
  const decided = await approve(as.bureauOfficer, String(body['approval_id']))
  assert.equal(decided.reply.status, 200, decided.reply.text)
  const { exits } = (await as.officerSaddar.api.get('/exits')).body as ExitList
  const exit_id = exits.find((exit) => exit.person_id === person.person_id)?.exit_id ?? ''
  return { person, rows: decided.rows, exit_id }
}

describe('an acquittal', () => {
  it('proposed by the prosecutor changes nothing until the Bureau approves; then nothing is owed', async () => {
    const person = await released()
    const { body } = await save(as.prosecutorMultan, `/people/${person.person_id}/appeals`, acquittal(person))
    assert.equal((await duties(as.officerSaddar, person)).registration.status, 'active')
    const own = await approve(as.prosecutorMultan, String(body['approval_id']))
    assert.notEqual(own.reply.status, 200)
    const { rows, reply } = await approve(as.bureauOfficer, String(body['approval_id']))
    assert.equal(reply.status, 200, reply.text)
    const of = (field: string) => rows.find((row) => row.field === field)
    assert.deepEqual([of('status')?.before, of('status')?.after], ['active', 'void'])
    assert.equal(of('open_duties_count')?.after, '0')
    const { rows: due } = await root.query('select from register.duty_due where person_id = $1', [
      person.person_id,
    ])
    assert.equal(due.length, 0)
    await open(as.bureauOfficer, person)
    const seen = await duties(as.bureauOfficer, person)
    assert.deepEqual([seen.registration.status, seen.duties, seen.person.is_closed], ['void', [], true])
  })
  it('closes the record to everybody but the Bureau and its legal officers: page, search and list', async () => {
    const { person } = await acquitted()
    for (const who of [as.officerSaddar, as.shoSaddar, as.prosecutorMultan, as.dpoMultan]) {
      assert.equal((await who.api.get(`/people/${person.person_id}`)).status, 404, who.name)
      assert.equal((await who.api.get(`/people/${person.person_id}/duties`)).status, 404, who.name)
    }
    const asked = { query: person.record_number, purpose: 'supervision', case_reference: 'Diary 1' }
    const found = (await as.officerSaddar.api.post('/searches', asked)).body as { results: unknown[] }
    assert.deepEqual(found.results, [])
    await open(as.legalOfficer, person, { purpose: 'legal_review' })
    assert.equal((await as.legalOfficer.api.get(`/people/${person.person_id}`)).status, 200)
    const visiting = await as.bureauOfficer.api.post(
      `/people/${person.person_id}/visits/effects`,
      visit('found', '2025-09-10', null),
    )
    assert.equal(visiting.status, 403)
  })
  it('begins an exit that the station prints, hands over, and then sees no more of; the certificate is sound', async () => {
    const { exit_id } = await acquitted()
    const handed = { handed_on: '2025-09-10', handed_how: 'in_person' }
    assert.equal((await as.officerSaddar.api.post(`/exits/${exit_id}/handovers`, handed)).status, 409)
    const made = await as.officerSaddar.api.post(`/exits/${exit_id}/certificates`)
    assert.equal(made.status, 201, made.text)
    const { print_id } = made.body as { print_id: string }
    const { rows } = await root.query('select code from register.certificate where print_id = $1', [print_id])
    const verdict = await verifyCode(rows[0].code, program.paper_signer.published)
    assert.ok(verdict.verdict === 'sound' && verdict.statement.kind === 'certificate')
    const file = () => as.officerSaddar.page(`/exits/${exit_id}/certificates/${print_id}`)
    const [one, two] = [await file(), await file()]
    assert.ok(one.text.startsWith('%PDF-') && one.text === two.text)
    const { rawPayload } = await register.app.inject({
      ...{ method: 'GET', url: `/exits/${exit_id}/certificates/${print_id}` },
      headers: { cookie: `__Host-amanat=${await as.officerSaddar.token()}` },
    })
    const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(rawPayload)), {
      mergePages: true,
    })
    assert.equal(totalPages, 1)
    if (process.env['PICTURES']) writeFileSync(`${process.env['PICTURES']}/certificate.pdf`, rawPayload)
    for (const words of [
      'Muhammad Bashir',
      'Crl. A. 512/2025',
      'acquitted by a court',
      '8 Sep 2025',
      'Saraiki',
    ])
      assert.ok(text.replace(/\s+/g, ' ').includes(words), words)
    const exit = (await as.officerSaddar.api.get(`/exits/${exit_id}`)).body as Exit
    assert.deepEqual(
      [exit.ground, exit.about.order_number, exit.about.name.latin],
      ['acquittal', 'Crl. A. 512/2025', 'Muhammad Bashir'],
    )
    assert.equal((await as.officerSaddar.api.post(`/exits/${exit_id}/handovers`, handed)).status, 201)
    assert.equal((await as.shoSaddar.api.get(`/exits/${exit_id}`)).status, 404)
    assert.equal((await as.bureauOfficer.api.get(`/exits/${exit_id}`)).status, 200)
  })
  it('is undone by a restoration that two decide: the record opens again and the exit does not hold', async () => {
    const { person, exit_id } = await acquitted()
    const restored = acquittal(person, { event: 'restored', happened_on: '2025-09-09' })
    const { body } = await save(as.bureauOfficer, `/people/${person.person_id}/appeals`, restored)
    assert.equal((await approve(as.bureauOfficerTwo, String(body['approval_id']))).reply.status, 200)
    assert.equal((await duties(as.officerSaddar, person)).registration.status, 'active')
    assert.notEqual(((await as.bureauOfficer.api.get(`/exits/${exit_id}`)).body as Exit).reversed_at, null)
  })
  it('cannot be written past the second officer: the database refuses', async () => {
    const person = await released()
    const forging = asActor(program.database, await as.bureauOfficer.token(), (tx) =>
      tx
        .insertInto('register.appeal_event')
        .values({
          ...{
            appeal_event_id: randomUUID(),
            conviction_id: person.conviction_ids[0] ?? '',
            event: 'acquitted',
          },
          ...{
            happened_on: '2025-09-08',
            ordinal: 0,
            source_kind: 'court',
            added_by: as.bureauOfficer.officer_id,
          },
        })
        .execute(),
    )
    await assert.rejects(forging, (fault: { code: string }) => fault.code === '42501')
  })
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'GET', allowed: r.as.officerSaddar, elsewhere: r.as.shoVehari, event: 'exit.seen' },
      path: async () => `/exits/${(await acquitted()).exit_id}`,
    }),
  )
})
