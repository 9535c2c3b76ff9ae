// Appeals, striking out, certificates and their handing over: the four proofs of each; and the end of a period.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { Approval } from '../../contract/approvals.ts'
import type { EffectSeen, PersonDuties } from '../../contract/duties.ts'
import type { DutyListReply } from '../../contract/duty-lists.ts'
import type { ExitList } from '../../contract/exits.ts'
import { type Given, given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { givenPack } from '../../tests/support/given-pack.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { refreshDuties } from '../duties/project.ts'
import { asActor } from '../platform/database.ts'

const register = await openTestRegister()
const { as, root, clock, program } = register
clock.set('2025-09-10T06:00:00Z')

/** Released on 3 March 2025 and told that day; he did not come on 3 September. */
async function released(): Promise<Given> {
  const person = await given.person(register, { custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }] })
  await givenFacts(register, person.person_id, { served_at: '2025-03-03T05:00:00Z' })
  return person
}
const order = (event: string, { conviction_ids }: Given) => ({
  ...{ conviction_id: conviction_ids[0], event, happened_on: '2025-09-08' },
  ...{ court: 'Lahore High Court, Multan Bench', order_number: 'Crl. A. 512/2025' },
})
/** The order with the hash of its effect, as somebody who has seen it sends it. */
async function seen(who: As, person: Given, event: string) {
  const fact = order(event, person)
  const { body } = await who.api.post(`/people/${person.person_id}/appeals/effects`, fact)
  return { ...fact, effect_hash: (body as EffectSeen).effect_hash }
}
/** An acquittal that the Bureau approved, and the exit that it began. */
async function exitOf(): Promise<string> {
  const person = await released()
  const asked = await seen(as.prosecutorMultan, person, 'acquitted')
  const { body } = await as.prosecutorMultan.api.post(`/people/${person.person_id}/appeals`, asked)
  const { approval_id } = body as { approval_id: string }
  // The database judges expiry by its own clock, which the tests leave where it is.
  await root.query("update register.approval set expires_at = '2099-01-01'")
  const { shown_hash } = (await as.bureauOfficer.api.get(`/approvals/${approval_id}`)).body as Approval
  const done = await as.bureauOfficer.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
  assert.equal(done.status, 200, done.text)
  const { exits } = (await as.officerSaddar.api.get('/exits')).body as ExitList
  return exits.find((one) => one.person_id === person.person_id)?.exit_id ?? ''
}
async function certified() {
  const exit_id = await exitOf()
  const made = await as.officerSaddar.api.post(`/exits/${exit_id}/certificates`)
  assert.equal(made.status, 201, made.text)
  return { exit_id, print_id: (made.body as { print_id: string }).print_id }
}
const bashir = await released()
await as.officerSaddar.api.post(`/people/${bashir.person_id}/looks`, {
  ...{ purpose: 'supervision', case_reference: 'Diary 1' },
})
const filed = await seen(as.prosecutorMultan, bashir, 'filed')
const { rows: held } = await root.query('select custody_id from register.custody where person_id = $1', [
  bashir.person_id,
])
const STATION = { allowed: as.officerSaddar, elsewhere: as.shoVehari }
const PROSECUTION = { allowed: as.prosecutorMultan, elsewhere: as.prosecutorVehari }

describe('an appeal: seeing what an order changes', () =>
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: () => `/people/${bashir.person_id}/appeals/effects`, ...PROSECUTION },
      ...{ body: () => order('filed', bashir), event: 'appeal.effect_seen', is_look: true },
    }),
  ))
describe('an appeal: recording what needs no second officer', () =>
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: () => `/people/${bashir.person_id}/appeals`, ...PROSECUTION },
      ...{ body: () => filed, event: 'appeal.recorded', status: 201 },
    }),
  ))
describe('an appeal on its page', () => {
  for (const [event, says] of [
    ['acquitted', 'Send to a second officer'],
    ['filed', 'Save'],
  ] as const)
    it(`says ${says} where it was ${event}`, async () => {
      const person = await released()
      const { person_id } = person
      await as.prosecutorMultan.api.post(`/people/${person_id}/looks`, {
        ...{ purpose: 'registration', case_reference: 'SC 41/2024' },
      })
      const sent = await as.prosecutorMultan.form(`/people/${person_id}/appeals/effects`, {
        ...(order(event, person) as Record<string, string>),
      })
      const { text } = await as.prosecutorMultan.page(sent.location ?? '')
      assert.match(text, new RegExp(`<button[^>]*>${says}<`), text.slice(-3000))
    })
})
describe('a strikeout: the event that is wrong', () =>
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', ...STATION, event: 'strikeout.form_seen' },
      path: () => `/people/${bashir.person_id}/strikeouts/custody/${held[0].custody_id}`,
    }),
  ))
describe('a strikeout: proposing it', () =>
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', ...STATION, event: 'strikeout.proposed', status: 201 },
      path: () => `/people/${bashir.person_id}/strikeouts/custody/${held[0].custody_id}`,
      body: () => ({ reason: 'It was another man of that name.' }),
    }),
  ))
describe('a certificate: printing it', () =>
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', ...STATION, event: 'exit.certified', status: 201 },
      path: async () => `/exits/${await exitOf()}/certificates`,
    }),
  ))
describe('a certificate: opening a print of it', () =>
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', ...STATION, event: 'exit.certificate_shown' },
      async path() {
        const { exit_id, print_id } = await certified()
        return `/exits/${exit_id}/certificates/${print_id}`
      },
    }),
  ))
describe('a handover', () =>
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', ...STATION, event: 'exit.handed_over', status: 201 },
      path: async () => `/exits/${(await certified()).exit_id}/handovers`,
      body: () => ({ handed_on: '2025-09-10', handed_how: 'in_person' }),
    }),
  ))
describe('the certificates that wait', () =>
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => '/exits', event: 'exit.listed' },
      ...{ allowed: as.officerSaddar, elsewhere: as.auditor },
    }),
  ))

/** Convicted in February 2024, and told a year later what he owes. */
async function convicted(custody: { from_on: string; to_on: string | null }[]): Promise<Given> {
  const convictions = [{ convicted_on: '2024-02-01', offence_on: '2023-05-01' }]
  const person = await given.person(register, { convictions, custody })
  await givenFacts(register, person.person_id, { served_at: '2025-03-03T05:00:00Z' })
  return person
}
const ends = await convicted([{ from_on: '2024-01-01', to_on: '2024-02-02' }])
const of_unknown_custody = await convicted([])
const beginning = ({ person_id }: Given) => as.officerSaddar.api.post(`/people/${person_id}/exits`)
const waiting = async () => ((await as.officerSaddar.api.get('/exits')).body as ExitList).exits
/** Writes an exit past the program. */
async function forge(
  who: As,
  { person_id, station_id }: Given,
  told: { ground: 'ended' | 'law_change'; approval_id: string | null; left_on: string },
) {
  return asActor(program.database, await who.token(), (tx) =>
    tx
      .insertInto('register.exit')
      .values({
        ...{ exit_id: randomUUID(), person_id, station_id, ...told, conviction_id: null },
        ...{ about_enc: Buffer.alloc(40), kek_id: 'k', wrapped_key: Buffer.alloc(60) },
        ...{ begun_by: who.officer_id, begun_at: clock.now().toString() },
      })
      .execute(),
  )
}
const isRefused = ({ code }: { code: string }) => code === '42501'

describe('the end of the period', () => {
  it('is not begun for somebody who is still on the register', async () => {
    assert.equal((await beginning(bashir)).status, 404)
  })
  it('is on the station’s list by itself, begins an exit, and closes the record with the certificate', async () => {
    await givenPack(register, 'pk-one-year', '2025-01-01', { period_years: 1 })
    const ids = [ends.person_id, of_unknown_custody.person_id]
    await asActor(program.database, await as.bureauOfficer.token(), (tx) =>
      refreshDuties(tx, ids, clock.now()),
    )
    const found = (await waiting()).find(({ person_id }) => person_id === ends.person_id)
    assert.deepEqual([found?.ground, found?.left_on, found?.exit_id], ['ended', '2025-02-02', null])
    const begun = await beginning(ends)
    assert.equal(begun.status, 201, begun.text)
    const { exit_id } = begun.body as { exit_id: string }
    const page = () => as.officerSaddar.api.get(`/people/${ends.person_id}`)
    assert.equal((await page()).status, 200)
    await as.officerSaddar.api.post(`/exits/${exit_id}/certificates`)
    const handed = { handed_on: '2025-09-10', handed_how: 'by_post' }
    assert.equal((await as.officerSaddar.api.post(`/exits/${exit_id}/handovers`, handed)).status, 201)
    assert.equal((await page()).status, 404)
  })
  it('is none while the custody is unknown: he stays an exception, on the register', async () => {
    const { person_id } = of_unknown_custody
    const list = (await as.officerSaddar.api.get('/duties?list=custody_unknown')).body as DutyListReply
    assert.ok(list.rows.some((row) => row.person_id === person_id))
    assert.ok(!(await waiting()).some((exit) => exit.person_id === person_id))
    assert.equal((await beginning(of_unknown_custody)).status, 404)
    const { person, exceptions, reason } = (await as.officerSaddar.api.get(`/people/${person_id}/duties`))
      .body as PersonDuties
    assert.deepEqual([person.status, person.ends_on, reason.code], ['active', null, 'ended'])
    assert.deepEqual(exceptions, ['custody_unknown'])
  })
  it('is none by an old projection either, nor past the program: the database refuses', async () => {
    const left_on = '2025-02-01'
    await root.query('update register.duty_standing set ends_on = $1 where person_id = $2', [
      ...[left_on, of_unknown_custody.person_id],
    ])
    assert.equal((await beginning(of_unknown_custody)).status, 409)
    const told = { ground: 'ended', approval_id: null, left_on } as const
    await assert.rejects(forge(as.officerSaddar, of_unknown_custody, told), isRefused)
  })
})
describe('an exit by a change of the rules', () =>
  it('is not written by the approval of anything else', async () => {
    const person = await exitOf()
    const { rows } = await root.query(
      'select approval_id, left_on::text from register.exit where exit_id = $1',
      [person],
    )
    await root.query('update register.exit set reversed_at = now() where exit_id = $1', [person])
    const told = { ground: 'law_change', approval_id: rows[0].approval_id, left_on: rows[0].left_on } as const
    await assert.rejects(forge(as.bureauOfficer, bashir, told), isRefused)
  }))
