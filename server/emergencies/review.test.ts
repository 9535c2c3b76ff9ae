import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EmergencyList, EmergencyShown } from '../../contract/emergencies.ts'
import { EMERGENCIES } from '../../law/emergencies.ts'
import {
  emergencyAsked,
  forgetUses,
  givenActive,
  givenEmergency,
  letPass,
} from '../../tests/support/given-emergency.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as, root } = register
const { investigatorMultan: io, shoSaddar: sho, dpoMultan: dpo, bureauSupervisor: supervisor } = as
/** Somebody of another district, whom none of the police of Multan sees. */
const away = await givenActive(register, { station_id: 'pb_vehari_city' })
const cnic = away.cnic ?? ''
const asked = (more: object = {}) => emergencyAsked(register, cnic, more)
const use = async (who: As, more: object = {}) => {
  await forgetUses(register)
  return givenEmergency(register, who, cnic, more)
}
const word = { finding: 'justified', reasons: 'The diary names this man', names_confirmed: false }
const review = (who: As, id: string, more: object = {}) =>
  who.api.post(`/emergencies/${id}/reviews`, { ...word, ...more })
const shown = async (who: As, id: string) =>
  (await who.api.get(`/emergencies/${id}/review`)).body as EmergencyShown
const list = async (who: As) => (await who.api.get('/emergencies')).body as EmergencyList
const fieldsOf = (reply: { body: unknown }) =>
  (reply.body as { fields: { field: string; code: string }[] }).fields.map(({ field, code }) => [field, code])

describe('reviewing a use', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: async () => `/emergencies/${await use(io)}/review` },
      ...{ event: 'emergency.review_seen', allowed: dpo, elsewhere: sho },
    }),
  )
  provesAccess(
    () => register,
    () => ({
      ...{
        method: 'POST',
        path: async () => `/emergencies/${await use(io)}/reviews`,
        body: () => word,
        status: 201,
      },
      ...{ event: 'emergency.reviewed', allowed: dpo, elsewhere: as.shoVehari },
    }),
  )
  it('shows a name and a number until the word is said, and the officer’s words, paper and the fields', async () => {
    const id = await use(io)
    const before = await shown(dpo, id)
    assert.deepEqual(
      [before.about?.name.latin, before.about?.record_number, before.words, before.reference.station?.en],
      ['Muhammad Bashir', away.record_number, 'He rang and said that he is on his way', 'Saddar Multan'],
    )
    assert.equal(
      (await lastEvent(register, 'emergency.review_seen', dpo.officer_id))?.purpose,
      'danger_to_life',
    )
    assert.equal((await review(dpo, id)).status, 201)
    const looks = async () =>
      (
        await root.query(
          `select count(*)::int as n from audit.event where action = 'emergency.review_seen' and subject_kind = 'person'`,
        )
      ).rows[0].n
    const looked = await looks()
    const after = await shown(dpo, id)
    assert.deepEqual(
      [after.about, after.review?.finding, after.review?.reasons],
      [null, 'justified', word.reasons],
    )
    assert.equal(await looks(), looked, 'who is shown nothing of a person has not looked at him')
  })
  it('is said once, with a fresh passkey, without a number in the reasons', async () => {
    const id = await use(io)
    assert.deepEqual(fieldsOf(await review(dpo, id, { reasons: 'he has 0300 1234567' })), [
      ['reasons', 'checks.fault.number'],
    ])
    await root.query('update access.session set step_up_at = null where officer_id = $1', [dpo.officer_id])
    assert.equal((await review(dpo, id)).status, 403)
    await root.query('update access.session set step_up_at = now() where officer_id = $1', [dpo.officer_id])
    assert.equal((await review(dpo, id)).status, 201)
    assert.equal((await review(dpo, id)).status, 409)
  })
  it('is not done by who has declared a conflict about it', async () => {
    const id = await use(sho)
    assert.equal((await dpo.api.post(`/conflicts/emergency/${id}`, { reason_code: 'relative' })).status, 201)
    const refused = await review(dpo, id)
    assert.deepEqual(
      [refused.status, (await lastEvent(register, 'emergency.reviewed'))?.policy],
      [403, 'forbid-conflict'],
    )
  })
  it('goes to the Bureau’s supervisor when it is late, or the district has no other officer for it', async () => {
    const id = await use(io)
    assert.deepEqual(
      [(await review(supervisor, id)).status, (await shown(supervisor, id)).may.review],
      [403, false],
    )
    await letPass(register, id, EMERGENCIES.review_hours.value - 1)
    assert.deepEqual((await shown(dpo, id)).clock?.is_near, true)
    await letPass(register, id, 1)
    assert.deepEqual([(await shown(dpo, id)).clock?.is_late, (await shown(dpo, id)).may.review], [true, true])
    assert.equal((await review(supervisor, id)).status, 201)
    const ours = await use(as.bureauOfficer, { reference_station_id: null })
    assert.equal((await review(dpo, ours)).status, 404)
    assert.equal((await review(supervisor, ours)).status, 201)
    for (const [takes_away, gives_back] of [
      [`update access.officer set suspended_at = now()`, `update access.officer set suspended_at = null`],
      [
        `update access.officer set vetted_until = '2025-01-01'`,
        `update access.officer set vetted_until = '2030-01-01'`,
      ],
    ] as const) {
      const unable = await use(io)
      await root.query(`${takes_away} where officer_id = $1`, [dpo.officer_id])
      assert.equal((await shown(supervisor, unable)).may.review, true, takes_away)
      await root.query(`${gives_back} where officer_id = $1`, [dpo.officer_id])
      assert.equal((await shown(supervisor, unable)).may.review, false)
    }
    const partial = await use(io)
    const declared = `insert into register.conflict (officer_id, subject_id, reason_code) values ($1, $2, 'relative')`
    await root.query(declared, [dpo.officer_id, partial])
    assert.equal((await shown(supervisor, partial)).may.review, true)
    const alone = await use(io)
    await root.query(`update access.posting set to_on = '2025-01-01' where posting_id = $1`, [dpo.posting_id])
    assert.equal((await shown(supervisor, alone)).may.review, true)
    await root.query('update access.posting set to_on = null where posting_id = $1', [dpo.posting_id])
  })
})

describe('a use without reason', () => {
  const found = async (who = sho) => {
    await root.query(
      `insert into register.emergency_follow_up (emergency_id, did, done_by)
       select emergency_id, 'kept', $1 from register.emergency_review on conflict do nothing`,
      [as.administrator.officer_id],
    )
    const id = await use(who)
    await letPass(register, id, EMERGENCIES.review_hours.value)
    const said = await review(supervisor, id, {
      finding: 'not_justified',
      reasons: 'No such entry in the diary',
    })
    assert.equal(said.status, 201, said.text)
    return id
  }
  const follow = (did: string, id: string, who = as.administrator) =>
    who.api.post(`/emergencies/${id}/follow-ups`, { did })
  it('closes the access to the officer, and stands on the day of an administrator, who never sees about whom', async () => {
    const id = await found()
    const refused = await sho.api.post('/emergencies', asked())
    assert.deepEqual(
      [refused.status, (await lastEvent(register, 'emergency.opened'))?.policy],
      [403, 'forbid-emergency-while-unjustified'],
    )
    assert.equal((await list(sho)).may.open, false)
    const { findings, emergencies } = await list(as.administrator)
    const finding = findings.find((one) => one.emergency_id === id)
    assert.deepEqual([finding?.used_by.en, finding?.reasons], ['Tahir Mehmood', 'No such entry in the diary'])
    assert.deepEqual([emergencies, JSON.stringify(findings).includes(away.record_number)], [[], false])
    const { sections } = (await as.administrator.api.get('/')).body as {
      sections: { key: string; count: number }[]
    }
    assert.equal(sections.find(({ key }) => key === 'emergencies_unjustified')?.count, 1)
    // What he says was done must have been done.
    for (const [did, fault] of [
      ['suspended', 'not_suspended'],
      ['posting_ended', 'posting_goes_on'],
    ] as const)
      assert.deepEqual(fieldsOf(await follow(did, id)), [['did', `emergencies.fault.${fault}`]])
    assert.equal((await follow('kept', id)).status, 201)
    assert.equal((await follow('kept', id)).status, 409)
    await forgetUses(register)
    assert.equal((await sho.api.post('/emergencies', asked())).status, 201)
  })
  it('is followed up as a suspension once the officer is suspended', async () => {
    const id = await found()
    await root.query('update access.officer set suspended_at = now() where officer_id = $1', [sho.officer_id])
    assert.equal((await follow('suspended', id)).status, 201)
    await root.query('update access.officer set suspended_at = null where officer_id = $1', [sho.officer_id])
  })
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: async () => `/emergencies/${await found(io)}/follow-ups` },
      ...{ body: () => ({ did: 'kept' }), status: 201, event: 'emergency.followed_up' },
      ...{ allowed: as.administrator, elsewhere: as.auditor },
    }),
  )
})
