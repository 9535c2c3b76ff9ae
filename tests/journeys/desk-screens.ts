/** The screens of a station's desk: telling duties, notices and receipts, the calendar, reminders, certificates. */
import { paths } from '../../contract/paths.ts'
import { refreshDuties } from '../../server/duties/project.ts'
import { asActor } from '../../server/platform/database.ts'
import { type Given, given } from '../support/given.ts'
import { givenFacts } from '../support/given-facts.ts'
import type { As, TestRegister } from '../support/register.ts'
import { fieldOf, of, refusedAt, type Screen, sentTo } from './screen.ts'

const day = (days: number) => Temporal.Now.plainDateISO('Asia/Karachi').add({ days }).toString()

export type DeskWorld = {
  told: Given
  untold: Given
  serving_id: string
  notice_id: string
  trip_id: string
  print_id: string
  closure_id: string
  outage_id: string
  exits: Record<'waiting' | 'handed', string>
}

/** Due within days; what he owes was told to him unless said otherwise. */
async function released(register: TestRegister, days: number, is_told = true): Promise<Given> {
  const person = await given.person(register, {
    convictions: [{ convicted_on: day(days - 30) }],
    custody: [{ from_on: day(days - 400), to_on: day(days) }],
  })
  if (is_told) await givenFacts(register, person.person_id, { served_at: `${day(days)}T05:00:00Z` })
  const { program, as, clock } = register
  await asActor(program.database, await as.bureauOfficer.token(), (tx) =>
    refreshDuties(tx, [person.person_id], clock.now()),
  )
  return person
}

const look = (who: As, { person_id }: Given, purpose = 'supervision') =>
  who.api.post(`${paths.person(person_id)}/looks`, { purpose, case_reference: 'Diary 7' })

const typed = (more: object = {}) => ({
  ...{ duty: 'confirm_in_person', received_on: day(0), received_time: '00:01' },
  ...{ received_how: 'in_person', document_seen: 'cnic', ...more },
})
const TRIP = {
  ...{ duty: 'notify_travel_abroad', country: 'SA', destination: 'Jeddah' },
  ...{ departs_on: day(20), departs_time: '04:00', returns_on: day(35), returns_time: '23:00' },
}
const ADDRESS = {
  ...{ duty: 'notify_address_change', address_text: 'Chak 12, tehsil Shujabad' },
  ...{ address_district_id: 'pb_multan', address_from_on: day(-1) },
}

/** Acquitted by two, so that his certificate waits; handed over too, if asked. */
async function acquitted(register: TestRegister, is_handed: boolean): Promise<string> {
  const { prosecutorMultan, bureauOfficer, officerSaddar } = register.as
  const person = await released(register, -190)
  await look(prosecutorMultan, person, 'registration')
  const path = `${paths.person(person.person_id)}/appeals`
  const order = {
    ...{ conviction_id: person.conviction_ids[0], event: 'acquitted', happened_on: day(-2) },
    ...{ court: 'Lahore High Court, Multan Bench', order_number: 'Crl. A. 512/2025' },
  }
  const effect_hash = fieldOf(await prosecutorMultan.api.post(`${path}/effects`, order), 'effect_hash')
  const proposed = await prosecutorMultan.api.post(path, { ...order, effect_hash })
  const approval = paths.approval(fieldOf(proposed, 'approval_id'))
  const shown_hash = fieldOf(await bureauOfficer.api.get(approval), 'shown_hash')
  fieldOf(await bureauOfficer.api.post(`${approval}/approve`, { shown_hash }), 'approval_id')
  const { body } = await officerSaddar.api.get(paths.exits())
  const { exits } = body as { exits: { exit_id: string; person_id: string }[] }
  const exit_id = exits.find((one) => one.person_id === person.person_id)?.exit_id ?? ''
  if (!is_handed) return exit_id
  fieldOf(await officerSaddar.api.post(`${paths.exit(exit_id)}/certificates`), 'print_id')
  const handed = { handed_on: day(0), handed_how: 'in_person' }
  fieldOf(await officerSaddar.api.post(`${paths.exit(exit_id)}/handovers`, handed), 'exit_id')
  return exit_id
}

/** People of one station at every point of what its desk does. */
export async function givenDeskWorld(register: TestRegister): Promise<DeskWorld> {
  const { officerSaddar: who, bureauOfficer } = register.as
  const told = await released(register, -180)
  const untold = await released(register, -3, false)
  await released(register, -174) // due within the week, and to be reminded
  for (const person of [told, untold]) await look(who, person)
  const of_told = (noun: string) => `${paths.person(told.person_id)}/${noun}`
  const served = {
    ...{ duties: ['confirm_in_person'], language: 'ur', proof: 'signature' },
    ...{ served_on: day(0), served_time: '00:01' },
  }
  const serving_id = fieldOf(await who.api.post(of_told('servings'), served), 'serving_id')
  const notice_id = fieldOf(await who.api.post(of_told('notices'), typed(ADDRESS)), 'notice_id')
  const trip_id = fieldOf(await who.api.post(of_told('notices'), typed(TRIP)), 'about_id')
  const print_id = fieldOf(await who.api.post(`${paths.notice(notice_id)}/receipts`), 'print_id')
  const closing = { station_id: 'pb_multan_saddar', from_on: day(1), to_on: day(3), cause: 'flood' }
  const moved_count = Number(fieldOf(await who.api.post('/closed-desks/counts', closing), 'moved_count'))
  const closed = await who.api.post('/closed-desks', { ...closing, moved_count })
  const outage = { from_on: day(0), from_time: '00:01', cause: 'power', district_id: 'pb_multan' }
  const counted = Number(fieldOf(await bureauOfficer.api.post('/outages/counts', outage), 'moved_count'))
  const lasting = await bureauOfficer.api.post('/outages', { ...outage, moved_count: counted })
  return {
    ...{ told, untold, serving_id, notice_id, trip_id, print_id },
    ...{ closure_id: fieldOf(closed, 'act_id'), outage_id: fieldOf(lasting, 'act_id') },
    exits: { waiting: await acquitted(register, false), handed: await acquitted(register, true) },
  }
}

/** Notices, what is told to a person and what he tells. */
function notices(register: TestRegister, world: DeskWorld): Screen[] {
  const { officerSaddar: who } = register.as
  const { person_id } = world.told
  const noun = (name: string) => `${paths.person(person_id)}/${name}`
  const previewed = (fields: object) => () =>
    sentTo(register, who, noun('notices/previews'), typed(fields) as Record<string, string>)
  return of('officerSaddar', [
    ['serving', paths.newServing(world.untold.person_id)],
    ['serving, in English', `${paths.newServing(world.untold.person_id)}?language=en`],
    ['serving again', paths.newServing(person_id)],
    ['serving, refused', refusedAt(register, who, noun('servings'), { witness: '' })],
    ['served', paths.serving(world.serving_id)],
    ['notice', paths.newNotice(person_id)],
    ['notice, refused', refusedAt(register, who, noun('notices'), { received_how: 'in_person' })],
    ['notice of an address, effect', previewed({ ...ADDRESS, address_from_on: day(0) })],
    ['notice of a journey, effect', previewed(TRIP)],
    ['notice recorded', paths.notice(world.notice_id)],
    ['notice, strike refused', refusedAt(register, who, `${paths.notice(world.notice_id)}/strikes`)],
    ['journey', paths.trip(person_id, world.trip_id)],
    ['receipt', paths.print(world.print_id)],
    ['person, duties', noun('duties')],
    ['person, travel', noun('travel')],
    ['number for reminders', paths.newContact(person_id)],
    ['number for reminders, refused', refusedAt(register, who, noun('phones'), { number: '12' })],
  ])
}

/** The calendar, its lists, and the certificates, as the desk has them. */
function desk(register: TestRegister, world: DeskWorld): Screen[] {
  const { officerSaddar: who } = register.as
  const closing = { station_id: 'pb_multan_saddar', from_on: day(8), to_on: day(9), cause: 'strike' }
  const waiting = paths.exit(world.exits.waiting)
  return of('officerSaddar', [
    ['calendar', paths.calendar()],
    ['calendar of a month', MONTH],
    ['closed desk', paths.newClosedDesk()],
    ['closed desk, counted', () => sentTo(register, who, '/closed-desks/counts', closing)],
    ['closed desk, refused', refusedAt(register, who, '/closed-desks/counts', { cause: 'flood' })],
    ['closed desk recorded', paths.closure(world.closure_id)],
    ['duties overdue', `${paths.duties()}?list=overdue`],
    ['duties due', `${paths.duties()}?list=due`],
    ['reminders', paths.reminders()],
    ['certificates', paths.exits()],
    ['certificate to hand over', waiting],
    ['certificate, refused', refusedAt(register, who, `${waiting}/handovers`)],
  ])
}

const MONTH = `${paths.calendar()}?view=month`

/** All screens of the desk. */
export const deskScreens = (register: TestRegister, world: DeskWorld): Screen[] => [
  ...notices(register, world),
  ...desk(register, world),
  ...of('shoSaddar', [
    ['calendar', paths.calendar()],
    ['notice of a colleague', paths.notice(world.notice_id)],
  ]),
  ...of('shoVehari', [
    ['calendar with nothing in it', paths.calendar()],
    ['reminders of nobody', paths.reminders()],
    ['duties of nobody', `${paths.duties()}?list=overdue`],
    ['certificates of nobody', paths.exits()],
  ]),
  ...of('dpoMultan', [
    ['calendar of the district', paths.calendar()],
    ['calendar of a month', MONTH],
  ]),
  ...of('bureauOfficer', [
    ['calendar of a district', `${paths.calendar()}?district_id=pb_multan`],
    ['outage', paths.newOutage()],
    ['outage, refused', refusedAt(register, register.as.bureauOfficer, '/outages/counts')],
    ['outage that lasts', paths.closure(world.outage_id)],
    ['certificate handed over', paths.exit(world.exits.handed)],
  ]),
]
