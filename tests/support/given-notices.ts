/** What the tests of notices begin with: a released person who was told his duties, and each kind of notice as typed. */
import assert from 'node:assert/strict'
import type { NoticeShown } from '../../contract/notices.ts'
import { given } from './given.ts'
import { type GivenFacts, givenFacts } from './given-facts.ts'
import type { As, TestRegister } from './register.ts'

export const typed = (more: object = {}) => ({
  ...{ duty: 'confirm_in_person', received_on: '2025-09-10', received_time: '10:30' },
  ...{ received_how: 'in_person', document_seen: 'cnic', ...more },
})
export const ADDRESS = {
  ...{
    duty: 'notify_address_change',
    address_text: 'Chak 12, tehsil Shujabad',
    address_district_id: 'pb_multan',
  },
  address_from_on: '2025-09-05',
}
export const NAME = {
  ...{ duty: 'notify_name_change', name_latin: 'Muhammad Aslam', name_ur: 'محمد اسلم' },
  name_changed_on: '2025-09-08',
}
export const TRIP = {
  ...{ duty: 'notify_travel_abroad', country: 'SA', destination: 'Jeddah', departs_on: '2025-09-20' },
  ...{ departs_time: '04:00', returns_on: '2025-10-05', returns_time: '23:00' },
}

type Side = { due_on: string | null; state: string } | null
type Effect = { duty: string; effect: string; before: Side; after: Side }
export type Recorded = {
  notice_id: string
  person_id: string
  about_id: string | null
  preview_hash: string
  duties: Effect[]
}

/** The acts of the desk about notices; the clock stands at 11:00 in Pakistan on 10 September 2025. */
export function noticeDesk(register: TestRegister) {
  const { as, clock, root } = register
  clock.set('2025-09-10T06:00:00Z')
  return {
    async released(what: GivenFacts = {}) {
      const custody = [{ from_on: '2024-02-01', to_on: '2025-03-03' }]
      const person = await given.person(register, { custody })
      const told = { served_at: '2025-03-03T05:00:00Z', ...what }
      return { ...person, ...(await givenFacts(register, person.person_id, told)) }
    },
    async record(person_id: string, more: object = {}, who: As = as.officerSaddar) {
      const reply = await who.api.post(`/people/${person_id}/notices`, typed(more))
      assert.equal(reply.status, 201, reply.text)
      return reply.body as Recorded
    },
    search: (who: As, query: string) =>
      who.api.post('/searches', { query, purpose: 'supervision', case_reference: 'Diary 7' }),
    shown: async (who: As, notice_id: string) =>
      (await who.api.get(`/notices/${notice_id}`)).body as NoticeShown,
    async dues(person_id: string) {
      const text =
        'select duty, due_on::text, met from register.duty_due where person_id = $1 order by due_on, duty'
      return (await root.query(text, [person_id])).rows
    },
  }
}
