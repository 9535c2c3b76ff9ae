/** What the screens of missed duties and of transfers have to show. */
import { paths } from '../../contract/paths.ts'
import { given } from '../support/given.ts'
import { givenFacts } from '../support/given-facts.ts'
import type { As, Reply, TestRegister } from '../support/register.ts'

const day = (days: number) => {
  const today = Temporal.Now.instant().toZonedDateTimeISO('Asia/Karachi').toPlainDate()
  return today.add({ days }).toString()
}

/** Released a good seven months ago and told that day, but nobody came to confirm. */
async function late(register: TestRegister) {
  const released = day(-220)
  const person = await given.person(register, {
    convictions: [{ convicted_on: '2025-02-11' }],
    custody: [{ from_on: '2024-02-01', to_on: released }],
  })
  await givenFacts(register, person.person_id, { served_at: `${released}T05:00:00Z` })
  return person
}

export type BreachWorld = {
  lapsed_id: string
  breach_id: string
  approval_id: string
  person_id: string
  transfer_id: string
}

const field = (reply: Reply, name: string) => {
  if (reply.status !== 201) throw new Error(reply.text)
  return (reply.body as Record<string, string>)[name] ?? ''
}

/** A lapse, a breach whose decision waits for its sign-off, and a transfer that waits for its answer. */
export async function givenBreachWorld(register: TestRegister): Promise<BreachWorld> {
  const { officerSaddar: who } = register.as
  const [lapsed, decided, moving] = [await late(register), await late(register), await late(register)]
  const duty = { duty: 'confirm_in_person', key: '1.1' }
  await look(who, lapsed.person_id)
  const breach_id = field(await who.api.post(paths.personBreaches(decided.person_id), duty), 'breach_id')
  const made = { kind: 'visit', made_on: day(-1), outcome: 'spoke', note: 'Ill; will come on Monday.' }
  field(await who.api.post(paths.contacts(decided.person_id), { ...duty, ...made }), 'person_id')
  const asked = { decision: 'refer', ground: 'answered_without_cause', reason: 'Spoken to at home.' }
  const approval_id = field(await who.api.post(paths.breachDecisions(breach_id), asked), 'approval_id')
  const offer = { to_station_id: 'pb_vehari_city', cause: 'moved_house' }
  const transfer_id = field(await who.api.post(paths.personTransfers(moving.person_id), offer), 'transfer_id')
  return { lapsed_id: lapsed.person_id, breach_id, approval_id, person_id: moving.person_id, transfer_id }
}

const look = (who: As, person_id: string) =>
  who.api.post(`${paths.person(person_id)}/looks`, { purpose: 'supervision', case_reference: 'Diary 4' })
