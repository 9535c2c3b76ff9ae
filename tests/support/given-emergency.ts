/** People on the register today, and uses of the emergency access as officers make them through the site. */
import assert from 'node:assert/strict'
import { pakistanDay } from '../../server/platform/clock.ts'
import { type Given, type GivenPerson, given } from './given.ts'
import type { As, TestRegister } from './register.ts'

/** A person whom the projection shows as active; entered by the site he would have it at once. */
export async function givenActive(register: TestRegister, what: GivenPerson = {}): Promise<Given> {
  const person = await given.person(register, what)
  await register.root.query(
    `insert into register.duty_standing (person_id, status, standing, computed_on, generation)
     values ($1, 'active', 'compliant', (now() at time zone 'Asia/Karachi')::date, 0)
     on conflict (person_id) do nothing`,
    [person.person_id],
  )
  return person
}

/** What an officer of Multan types; a station is named unless it is left out. */
export const emergencyAsked = (register: TestRegister, number: string, more: object = {}) => ({
  ...{ number, danger: 'threat_to_kill', words: 'He rang and said that he is on his way' },
  ...{ names_confirmed: false, reference_kind: 'diary', reference_station_id: 'pb_multan_saddar' },
  ...{ reference_number: 17, reference_on: pakistanDay(register.clock.now()), ...more },
})

/** A use of the emergency access; its id. */
export async function givenEmergency(
  register: TestRegister,
  who: As,
  number: string,
  more: object = {},
): Promise<string> {
  const reply = await who.api.post('/emergencies', emergencyAsked(register, number, more))
  assert.equal(reply.status, 201, reply.text)
  return (reply.body as { emergency_id: string }).emergency_id
}

/** Lets so many hours pass since a use, in the database too. */
export const letPass = (register: TestRegister, emergency_id: string, hours: number) =>
  register.root.query(
    `update register.emergency set used_at = used_at - make_interval(hours => $2), until_at = until_at - make_interval(hours => $2)
      where emergency_id = $1`,
    [emergency_id, hours],
  )

/** Gives officers a day's accesses anew. */
export const forgetUses = (register: TestRegister) =>
  register.root.query(
    `with own as (delete from register.quota_use where act = 'emergency') delete from register.quota_pool where act = 'emergency'`,
  )
