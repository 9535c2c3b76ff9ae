/** What the screens of checks, of clearances and of copies called back have to show. */
import { paths } from '../../contract/paths.ts'
import { freshCnic, given } from '../support/given.ts'
import {
  givenAskedCheck,
  givenDraftedCheck,
  givenForwardedCheck,
  givenProposedAnswer,
  givenReleasedAnswer,
} from '../support/given-check.ts'
import { givenLink, givenPair } from '../support/given-match.ts'
import type { TestRegister } from '../support/register.ts'
import { fieldOf, of, refusedAt, type Screen, sentTo } from './screen.ts'

export type CheckWorld = Record<
  | 'empty_id'
  | 'drafted_id'
  | 'asked_id'
  | 'forwarded_id'
  | 'two_records_id'
  | 'proposed_id'
  | 'released_id'
  | 'not_him_id'
  | 'cleared_id'
  | 'waiting_slip_id'
  | 'issued_slip_id'
  | 'match_pair_id',
  string
>

const today = () => Temporal.Now.instant().toZonedDateTimeISO('Asia/Karachi').toPlainDate().toString()

/** Somebody on the register with his number, as an answer may name him. */
const onRegister = (register: TestRegister) =>
  given.person(register, { cnic: freshCnic(), custody: [{ from_on: '2025-02-11', to_on: null }] })

/** An answer about another man of the name, opened and said not to be him. */
async function takenFor(register: TestRegister, person_id: string, cnic: string): Promise<string> {
  const { investigatorMultan: asker } = register.as
  const namesake = {
    name_latin: 'Muhammad Bashir',
    name_urdu: 'محمد بشیر',
    father_name_latin: 'Rahim Bakhsh',
    cnic,
  }
  const id = await givenReleasedAnswer(register, { outcome: 'record_exists', person_id }, namesake)
  const opened = fieldOf(await asker.api.post(`${paths.check(id)}/openings`), 'print_id')
  const said = { said: 'not_him', identifiers: ['father'] }
  fieldOf(await asker.api.post(`${paths.checkOpening(id, opened)}/confirmations`, said), 'check_id')
  return id
}

async function askedSlip(
  register: TestRegister,
  person_id: string,
): Promise<{ id: string; slip_id: string }> {
  const cnic = freshCnic()
  const id = await takenFor(register, person_id, cnic)
  const form = { cnic, asked_on: today(), asked_himself: true }
  const reply = await register.as.investigatorMultan.api.post(`${paths.check(id)}/slips`, form)
  return { id, slip_id: fieldOf(reply, 'clearance_id') }
}

/** Two records of one name that an officer said are not of one person. */
async function givenApart(register: TestRegister): Promise<string> {
  const [one, other] = [await onRegister(register), await onRegister(register)]
  const { match_pair_id } = await givenPair(register, one, other)
  const said = { decision: 'different', reason_code: 'family', reason: 'Other villages, other brothers' }
  fieldOf(
    await register.as.bureauOfficer.api.post(paths.matchDecisions(match_pair_id), said),
    'match_pair_id',
  )
  return match_pair_id
}

/** Two copies that are called back: one of today, one whose last day is over. */
async function givenRecalls({ root }: TestRegister, ids: readonly string[]): Promise<void> {
  for (const [at, check_id] of ids.entries())
    await root.query(
      `insert into register.recall (recall_id, disclosure_id, answer_id, check_id, recipient, given_to, cause, cause_id, opened_at)
       select gen_random_uuid(), disclosure_id, answer_id, check_id, recipient, given_to, 'correction', gen_random_uuid(),
              now() - make_interval(days => $2) from register.disclosure where check_id = $1`,
      [check_id, at * 9],
    )
}

/** A check about somebody whose records are two: found by the number of one, and by the name of the other. */
async function aboutTwoRecords(register: TestRegister): Promise<string> {
  const [one, other] = [
    await given.person(register, { cnic: null, station_id: 'pb_vehari_city' }),
    await onRegister(register),
  ]
  await givenLink(register, other, one)
  return givenForwardedCheck(register, { cnic: other.cnic ?? '', name_latin: 'Muhammad Bashir', age: 37 })
}

/** A check at every desk, slips that wait and were issued, and copies that are called back. */
export async function givenCheckWorld(register: TestRegister): Promise<CheckWorld> {
  const { investigatorMultan: asker, bureauOfficer } = register.as
  const about = await onRegister(register)
  const suspect = { cnic: about.cnic ?? '', name_latin: 'Muhammad Bashir', age: 37 }
  const exists = { outcome: 'record_exists', person_id: about.person_id }
  const proposed_id = await givenForwardedCheck(register, suspect)
  await givenProposedAnswer(register, proposed_id, exists)
  const [waiting, issued] = [
    await askedSlip(register, about.person_id),
    await askedSlip(register, about.person_id),
  ]
  fieldOf(await bureauOfficer.api.post(paths.clearanceIssues(issued.slip_id)), 'slip_number')
  const called_back = [
    await givenReleasedAnswer(register, exists, suspect),
    await givenReleasedAnswer(register, exists, suspect),
  ]
  await givenRecalls(register, called_back)
  return {
    empty_id: fieldOf(await asker.api.post(paths.checks()), 'check_id'),
    drafted_id: (await givenDraftedCheck(asker, { age: 30, father_name_latin: 'Rahim Bakhsh' })).check_id,
    asked_id: await givenAskedCheck(asker),
    forwarded_id: await givenForwardedCheck(register, suspect),
    two_records_id: await aboutTwoRecords(register),
    ...{ proposed_id, released_id: await givenReleasedAnswer(register, exists, suspect) },
    not_him_id: await takenFor(register, about.person_id, freshCnic()),
    ...{ cleared_id: issued.id, waiting_slip_id: waiting.slip_id, issued_slip_id: issued.slip_id },
    match_pair_id: await givenApart(register),
  }
}

function asking(register: TestRegister, world: CheckWorld): Screen[] {
  const { investigatorMultan: who } = register.as
  const step = (id: string, name: string) => paths.checkStep(id, name)
  const { empty_id, drafted_id, released_id, not_him_id } = world
  return of('investigatorMultan', [
    ['checks', paths.checks()],
    ['new check', paths.newCheck()],
    ['check, FIR', step(empty_id, 'fir')],
    [
      'check, FIR refused',
      refusedAt(register, who, step(empty_id, 'fir'), { body_version: '1', fir_number: 'x' }),
    ],
    ['check, suspect', step(drafted_id, 'suspect')],
    ['check, reasons', step(drafted_id, 'reasons')],
    ['check, papers', step(drafted_id, 'papers')],
    ['check, before sending', step(drafted_id, 'send')],
    ['check, answered', paths.check(released_id)],
    ['check, opened', () => sentTo(register, who, `${paths.check(released_id)}/openings`)],
    ['check, slip to ask', paths.check(not_him_id)],
    ['check, slip refused', refusedAt(register, who, `${paths.check(not_him_id)}/slips`, { cnic: '12' })],
    ['check, slip issued', paths.check(world.cleared_id)],
    ['copies called back', paths.recalls()],
  ])
}

function screening(register: TestRegister, { asked_id }: CheckWorld): Screen[] {
  const { prosecutorMultan: who } = register.as
  return [
    ...of('prosecutorMultan', [
      ['checks', paths.checks()],
      ['check to screen', paths.check(asked_id)],
      ['check to screen, refused', refusedAt(register, who, `${paths.check(asked_id)}/forwardings`)],
      ['deputies', paths.checkDeputies()],
      ['deputies, refused', refusedAt(register, who, paths.checkDeputies())],
      ['conflict about a check', paths.newConflict('check', asked_id)],
    ]),
    ...of('dpoMultan', [['checks', paths.checks()]]),
  ]
}

function answering(register: TestRegister, world: CheckWorld): Screen[] {
  const { bureauOfficer: who } = register.as
  const { forwarded_id, proposed_id, match_pair_id, waiting_slip_id, issued_slip_id } = world
  return [
    ...of('bureauOfficer', [
      ['checks', paths.checks()],
      ['check', paths.check(forwarded_id)],
      ['check to answer', paths.checkDesk(forwarded_id)],
      ['check to answer, two records', paths.checkDesk(world.two_records_id)],
      ['check to answer, refused', refusedAt(register, who, `${paths.check(forwarded_id)}/answers`)],
      ['check answered by oneself', paths.checkDesk(proposed_id)],
      ['slips to issue', paths.clearances()],
      ['slips issued', paths.clearanceList('issued')],
      ['slips withdrawn', paths.clearanceList('withdrawn')],
      ['slip to issue', paths.clearance(waiting_slip_id)],
      ['slip issued', paths.clearance(issued_slip_id)],
      ['two records told apart', paths.match(match_pair_id)],
      ['what left', paths.disclosures()],
      ['files taken out', paths.exports()],
      ['copies called back', paths.recalls()],
      ['copies that are late', paths.recallList('late')],
    ]),
    ...of('bureauOfficerTwo', [['check to release', paths.checkDesk(proposed_id)]]),
  ]
}

/** All screens of checks and of what leaves by them. */
export const checkScreens = (register: TestRegister, world: CheckWorld): Screen[] => [
  ...asking(register, world),
  ...screening(register, world),
  ...answering(register, world),
  ...of('legalOfficer', [
    ['instrument', paths.newInstrument()],
    ['instrument, refused', refusedAt(register, register.as.legalOfficer, paths.instruments())],
  ]),
]
