/** Opens, tries to reach, decides and signs what a lapse leads to, as the officers of a station do. */
import assert from 'node:assert/strict'
import type { Approval } from '../../contract/approvals.ts'
import type { BreachShown, PersonLapses } from '../../contract/breaches.ts'
import { given } from './given.ts'
import { type GivenFacts, givenFacts } from './given-facts.ts'
import type { As, TestRegister } from './register.ts'

export const SERVED = '2025-03-03T05:00:00Z'
export const DUTY = { duty: 'confirm_in_person', key: '1.1' }
export const REFER = {
  decision: 'refer',
  ground: 'answered_without_cause',
  reason: 'Spoken to twice, gave no cause.',
}

export function breachHands(register: TestRegister) {
  /** Released 3 Mar 2025, told that day, due in person on 3 Sep 2025 and not seen since. */
  async function late(facts: GivenFacts = {}, station_id = 'pb_multan_saddar') {
    const person = await given.person(register, {
      station_id,
      custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }],
    })
    await givenFacts(register, person.person_id, { served_at: SERVED, ...facts })
    return person
  }
  const look = async (who: As, person_id: string) =>
    who.api.post(`/people/${person_id}/looks`, { purpose: 'supervision', case_reference: 'Diary 4' })
  const lapsesOf = async (person_id: string, who = register.as.officerSaddar) => {
    await look(who, person_id)
    const reply = await who.api.get(`/people/${person_id}/breaches/new`)
    assert.equal(reply.status, 200, reply.text)
    return (reply.body as PersonLapses).lapses
  }
  const open = (who: As, person_id: string, duty: object = DUTY) =>
    who.api.post(`/people/${person_id}/breaches`, duty)
  const opened = async (who = register.as.officerSaddar, facts: GivenFacts = {}) => {
    const person = await late(facts)
    const reply = await open(who, person.person_id)
    assert.equal(reply.status, 201, reply.text)
    return { ...person, breach_id: (reply.body as { breach_id: string }).breach_id }
  }
  const contact = (who: As, person_id: string, more: object = {}) =>
    who.api.post(`/people/${person_id}/contacts`, {
      ...{ ...DUTY, kind: 'visit', made_on: '2025-09-15', outcome: 'spoke', note: 'Ill, will come', ...more },
    })
  const decide = (who: As, breach_id: string, more: object = REFER) =>
    who.api.post(`/breaches/${breach_id}/decisions`, more)
  const see = async (breach_id: string, who = register.as.officerSaddar) =>
    (await who.api.get(`/breaches/${breach_id}`)).body as BreachShown
  const approvalOf = async (who: As, approval_id: string) =>
    (await who.api.get(`/approvals/${approval_id}`)).body as Approval
  const sign = async (who: As, approval_id: string) => {
    const { shown_hash } = await approvalOf(who, approval_id)
    return who.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
  }
  const proposed = async (more: object = REFER, by = register.as.officerSaddar) => {
    const one = await opened()
    assert.equal((await contact(by, one.person_id)).status, 201)
    const reply = await decide(by, one.breach_id, more)
    assert.equal(reply.status, 201, reply.text)
    // The database judges expiry by its own clock, which no test moves.
    await register.root.query(`update register.approval set expires_at = '2099-01-01'`)
    return { ...one, approval_id: (reply.body as { approval_id: string }).approval_id }
  }
  return { late, lapsesOf, open, opened, contact, decide, see, approvalOf, sign, proposed }
}
