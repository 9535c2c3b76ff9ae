/** Clearance slips as officers make them, through the site: taken for another, found not to be him, asked for, issued. */
import assert from 'node:assert/strict'
import { paths } from '../../contract/paths.ts'
import { pakistanDay } from '../../server/platform/clock.ts'
import { type GivenSuspect, givenReleasedAnswer } from './given-check.ts'
import type { Reply, TestRegister } from './register.ts'

/** A man's own request, from his card, made today. */
export const slipForm = ({ clock }: TestRegister, cnic: string, more: object = {}) => ({
  ...{ cnic, asked_on: pakistanDay(clock.now()), asked_himself: true },
  ...more,
})

/** A request that was answered with a person of the register, and the investigator said that it is not him. */
export async function givenTakenFor(
  register: TestRegister,
  person: { person_id: string },
  suspect: GivenSuspect,
): Promise<string> {
  const { api } = register.as.investigatorMultan
  const answer = { outcome: 'record_exists', person_id: person.person_id }
  const check_id = await givenReleasedAnswer(register, answer, suspect)
  const opened = await api.post(`/checks/${check_id}/openings`)
  const { print_id } = opened.body as { print_id: string }
  const said = { said: 'not_him', identifiers: ['father'] }
  const sent = await api.post(`/checks/${check_id}/openings/${print_id}/confirmations`, said)
  assert.equal(sent.status, 201, sent.text)
  return check_id
}

const idOf = (reply: Reply) => {
  assert.equal(reply.status, 201, reply.text)
  return (reply.body as { clearance_id: string }).clearance_id
}

/** A slip that waits to be issued, of a man with this CNIC who was taken for a person of the register. */
export async function givenAskedSlip(
  register: TestRegister,
  person: { person_id: string },
  suspect: GivenSuspect & { cnic: string },
  card = suspect.cnic,
) {
  const check_id = await givenTakenFor(register, person, suspect)
  const { api } = register.as.investigatorMultan
  const asked = await api.post(`/checks/${check_id}/slips`, slipForm(register, card))
  return { check_id, clearance_id: idOf(asked) }
}

/** The same, issued by the Bureau. */
export async function givenSlip(
  register: TestRegister,
  person: { person_id: string },
  suspect: GivenSuspect & { cnic: string },
) {
  const { check_id, clearance_id } = await givenAskedSlip(register, person, suspect)
  const issued = await register.as.bureauOfficer.api.post(paths.clearanceIssues(clearance_id))
  idOf(issued)
  return { check_id, clearance_id, slip_number: (issued.body as { slip_number: string }).slip_number }
}
