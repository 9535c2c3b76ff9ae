// Who may do what about appeals, striking out, certificates and their handing over: the four proofs of each.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Approval } from '../../contract/approvals.ts'
import type { EffectSeen } from '../../contract/duties.ts'
import type { ExitList } from '../../contract/exits.ts'
import { type Given, given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as, root, clock } = register
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
