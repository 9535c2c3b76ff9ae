import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EmergencyList, EmergencyRead } from '../../contract/emergencies.ts'
import type { PersonLookers } from '../../contract/people.ts'
import { EMERGENCIES } from '../../law/emergencies.ts'
import {
  emergencyAsked,
  forgetUses,
  givenActive,
  givenEmergency,
} from '../../tests/support/given-emergency.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as, root, clock } = register
const { investigatorMultan: io, shoSaddar: sho, dpoMultan: dpo, bureauSupervisor: supervisor } = as
/** Somebody of another district, whom none of the police of Multan sees. */
const away = await givenActive(register, { station_id: 'pb_vehari_city' })
const cnic = away.cnic ?? ''
const asked = (more: object = {}) => emergencyAsked(register, cnic, more)
const use = async (who: As, more: object = {}) => {
  await forgetUses(register)
  return givenEmergency(register, who, cnic, more)
}
const read = async (who: As, id: string) => who.api.get(`/emergencies/${id}`)
const word = { finding: 'justified', reasons: 'The diary names this man', names_confirmed: false }
const review = (who: As, id: string, more: object = {}) =>
  who.api.post(`/emergencies/${id}/reviews`, { ...word, ...more })
const list = async (who: As) => (await who.api.get('/emergencies')).body as EmergencyList
const fieldsOf = (reply: { body: unknown }) =>
  (reply.body as { fields: { field: string; code: string }[] }).fields.map(({ field, code }) => [field, code])

describe('using the emergency access', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: () => '/emergencies', body: asked, status: 201 },
      ...{ event: 'emergency.opened', allowed: io, elsewhere: as.officerSaddar },
    }),
  )
  it('shows the least of a record of another district, and nothing else of it', async () => {
    const { body } = await read(io, await use(io))
    const { outcome, record, district, badge, print_number } = body as EmergencyRead
    assert.equal(outcome, 'record')
    assert.deepEqual(record, {
      ...{ record_number: away.record_number, district_id: 'pb_vehari', born_year: 1988 },
      name: { latin: 'Muhammad Bashir', ur: 'محمد بشیر' },
      father: { latin: 'Allah Ditta', ur: 'اللہ دتہ' },
      cnic_tail: cnic.slice(-3),
      convictions: [{ offences: ['PPC-376'], convicted_on: null, court: null }],
    })
    assert.deepEqual([district?.en, badge], ['Vehari', 'investigatorMultan'])
    assert.match(print_number, /^P-20\d\d-\d{6}$/)
  })
  it('is open to a station head and to an officer of the Bureau, each on a paper of his own place', async () => {
    assert.equal((await read(sho, await use(sho))).status, 200)
    const bureau = { reference_station_id: null }
    assert.equal((await read(as.bureauOfficer, await use(as.bureauOfficer, bureau))).status, 200)
    for (const who of [
      dpo,
      supervisor,
      as.prosecutorMultan,
      as.legalOfficer,
      as.administrator,
      as.analyst,
      as.auditor,
    ])
      assert.equal((await who.api.post('/emergencies', asked())).status, 404, who.name)
  })
  it('says in the same shape that there is no record, and keeps nothing of whom it was asked about', async () => {
    await forgetUses(register)
    const id = await givenEmergency(register, io, '90000-7654321-1')
    const found = (await read(io, id)).body as EmergencyRead
    assert.deepEqual([found.outcome, found.record, found.district], ['no_record', null, null])
    assert.deepEqual(
      Object.keys(found).sort(),
      Object.keys((await read(io, await use(io))).body as object).sort(),
    )
    const { rows } = await root.query('select * from register.emergency where emergency_id = $1', [id])
    assert.deepEqual([rows[0].person_id, rows[0].fields], [null, []])
    assert.ok(!JSON.stringify(rows[0]).includes('7654321'))
    assert.equal((await lastEvent(register, 'emergency.opened', io.officer_id))?.subject_kind, 'emergency')
  })
  it('finds nobody who has left the register, is not active, was erased, or bears the number no more', async () => {
    const left = []
    for (let n = 0; n < 5; n += 1) left.push(await givenActive(register))
    const [closed, ended, over, corrected, erased] = left.map(({ person_id }) => person_id)
    await root.query('update register.person set closed_at = now() where person_id = $1', [closed])
    await root.query(`update register.duty_standing set status = 'void' where person_id = $1`, [ended])
    await root.query('update register.duty_standing set ends_on = current_date - 1 where person_id = $1', [
      over,
    ])
    await root.query('update register.person_document set superseded_at = now() where person_id = $1', [
      corrected,
    ])
    await root.query('update register.person set wrapped_key = null where person_id = $1', [erased])
    for (const person of left) {
      await forgetUses(register)
      const id = await givenEmergency(register, io, person.cnic ?? '')
      assert.equal(((await read(io, id)).body as EmergencyRead).outcome, 'no_record')
    }
  })
  it('leaves out a conviction that a court undid', async () => {
    const undone = { offences: ['PPC-377'], appeal: [{ event: 'acquitted' as const, on: '2026-01-05' }] }
    const person = await givenActive(register, { convictions: [{}, undone] })
    await forgetUses(register)
    const { record } = (await read(io, await givenEmergency(register, io, person.record_number)))
      .body as EmergencyRead
    assert.deepEqual(record?.convictions[0]?.offences, ['PPC-376'])
  })
  it('takes no name, no part of a number, no FIR, and no paper of elsewhere or of another day', async () => {
    const fault = async (more: object, who = io) => fieldsOf(await who.api.post('/emergencies', asked(more)))
    for (const number of ['Muhammad Bashir', '12', cnic.slice(0, 9), 'FIR 117/24 Saddar Multan'])
      assert.deepEqual(await fault({ number }), [['number', 'emergencies.fault.number']], number)
    const place = (rule: string) => [['reference_station_id', `emergencies.fault.${rule}`]]
    assert.deepEqual(await fault({ reference_station_id: 'pb_vehari_city' }), place('other_place'))
    assert.deepEqual(await fault({ reference_station_id: 'nowhere' }), place('other_place'))
    assert.deepEqual(await fault({ reference_station_id: null }), place('station_needed'))
    assert.deepEqual(await fault({ reference_station_id: 'pb_multan_cantt' }, sho), place('other_place'))
    const on = (reference_on: string) => fault({ reference_on })
    assert.deepEqual(await on('2099-01-01'), [['reference_on', 'emergencies.fault.in_future']])
    assert.deepEqual(await on('2026-01-01'), [['reference_on', 'emergencies.fault.too_old']])
  })
  it('keeps no number in the words, and asks about what looks like a name', async () => {
    const words = async (text: string, names_confirmed = false) =>
      io.api.post('/emergencies', asked({ words: text, names_confirmed }))
    assert.deepEqual(fieldsOf(await words('ring 0300 1234567')), [['words', 'checks.fault.number']])
    const marked = await words('he follows his niece Ayesha Bibi')
    assert.deepEqual(fieldsOf(marked), [['names_confirmed', 'checks.fault.name_like']])
    await forgetUses(register)
    assert.equal((await words('he follows his sister-in-law Rukhsana', true)).status, 201)
    const refused = await io.form('/emergencies', { ...asked(), words: 'ring 0300 1234567' } as never)
    assert.match(refused.location ?? '', /^\/emergencies\/new\?form=/)
    assert.ok(!(await io.page(refused.location ?? '')).text.includes('1234567<'))
  })
  it('asks for the passkey again', async () => {
    await root.query(
      `update access.session set step_up_at = now() - interval '6 minutes' where officer_id = $1`,
      [io.officer_id],
    )
    const reply = await io.api.post('/emergencies', asked())
    assert.deepEqual([reply.status, /step_up_needed/.test(reply.text)], [403, true])
    await root.query('update access.session set step_up_at = now() where officer_id = $1', [io.officer_id])
  })
  it('is refused from the fourth of a day on, and says which limit stands in the way', async () => {
    await forgetUses(register)
    for (let n = 0; n < 3; n += 1) await givenEmergency(register, io, cnic)
    const reply = await io.api.post('/emergencies', asked())
    assert.equal(reply.status, 429)
    assert.match(reply.text, /Your own limit of 3 emergency accesses a day/)
  })
})

describe('what was opened', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: async () => `/emergencies/${await use(io)}`, event: 'emergency.read' },
      ...{ allowed: io, elsewhere: sho },
    }),
  )
  it('is read by nobody else, not even by who reviews it', async () => {
    const id = await use(io)
    for (const who of [dpo, supervisor, as.bureauOfficer])
      assert.equal((await read(who, id)).status, 404, who.name)
  })
  it('bears who and when across the page', async () => {
    const { text } = await io.page(`/emergencies/${await use(io)}`)
    assert.match(text, /class="watermark"/)
    assert.match(text, /Bushra Naz · investigatorMultan · .* · P-/)
  })
  it('is not there any more after half an hour', async () => {
    const id = await use(io)
    clock.tick((EMERGENCIES.open_minutes.value - 1) * 60_000)
    assert.equal((await read(io, id)).status, 200)
    clock.tick(2 * 60_000)
    assert.equal((await read(io, id)).status, 404)
    clock.tick(-(EMERGENCIES.open_minutes.value + 1) * 60_000)
    assert.deepEqual((await list(io)).emergencies.find((one) => one.emergency_id === id)?.may.read, true)
  })
  it('is closed at once where it is found without reason, though the half hour is not over', async () => {
    const id = await use(io)
    assert.equal((await review(dpo, id, { finding: 'not_justified' })).status, 201)
    assert.equal((await read(io, id)).status, 404)
    assert.equal((await list(io)).emergencies.find((one) => one.emergency_id === id)?.may.read, false)
    await root.query(
      `insert into register.emergency_follow_up (emergency_id, did, done_by) values ($1, 'kept', $2)`,
      [id, as.administrator.officer_id],
    )
    assert.equal((await read(io, id)).status, 404)
  })
  it('stands in the register of disclosures, beside who has looked, and is called back when it turns out wrong', async () => {
    const id = await use(io)
    await read(io, id)
    await as.shoVehari.api.post(`/people/${away.person_id}/looks`, {
      purpose: 'supervision',
      case_reference: 'S 1',
    })
    const { looks, disclosures } = (await as.shoVehari.api.get(`/people/${away.person_id}/lookers`))
      .body as PersonLookers
    assert.deepEqual(
      looks
        .filter(({ purpose }) => purpose === 'danger_to_life')
        .slice(0, 2)
        .map(({ action }) => action),
      ['emergency.read', 'emergency.opened'],
    )
    const [newest] = disclosures
    assert.deepEqual(
      [newest?.kind, newest?.recipient, newest?.given_to?.en],
      ['emergency', 'officer', 'Bushra Naz'],
    )
    assert.deepEqual(newest?.fields, [...EMERGENCIES.disclosure.fields])
    await as.bureauOfficer.token()
    const recalled = await root.query(
      `insert into register.recall (recall_id, disclosure_id, recipient, given_to, cause, cause_id, opened_at)
       select gen_random_uuid(), disclosure_id, recipient, given_to, 'acquittal', gen_random_uuid(), now()
         from register.disclosure where emergency_id = $1 returning recall_id`,
      [id],
    )
    const { recalls } = (await io.api.get('/recalls')).body as {
      recalls: { recall_id: string; may_confirm: boolean }[]
    }
    assert.equal(recalls.find((one) => one.recall_id === recalled.rows[0].recall_id)?.may_confirm, true)
  })
})

describe('the list of uses', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => '/emergencies', event: 'emergency.listed' },
      ...{ allowed: dpo, elsewhere: as.prosecutorMultan },
    }),
  )
  it('is known to the supervisors at once, on their day, and to nobody of another place', async () => {
    const id = await use(io)
    const has = async (who: As) => (await list(who)).emergencies.some((one) => one.emergency_id === id)
    assert.deepEqual([await has(io), await has(dpo), await has(supervisor)], [true, true, true])
    assert.deepEqual(
      [await has(sho), await has(as.shoVehari), await has(as.bureauOfficer)],
      [false, false, false],
    )
    const { body } = await dpo.api.get('/')
    const [first] = (body as { sections: { key: string; rows: { id: string }[] }[] }).sections
    assert.equal(first?.key, 'emergencies')
  })
})
