/** Check requests as officers of Multan make them, through the site, so far as a test needs. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { CheckDesk } from '../../contract/check-answers.ts'
import { CHECKLIST } from '../../domain/check/screen.ts'
import type { As, TestRegister } from './register.ts'

export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

export type GivenSuspect = Partial<{
  name_latin: string
  name_urdu: string
  father_name_latin: string
  cnic: string
  age: number
  born_year: number
  slip_number: string
}>

const NONE = {
  ...{ name_latin: null, name_urdu: null, father_name_latin: null, father_name_urdu: null, aliases: null },
  ...{ sex: null, age: null, born_year: null, cnic: null, district_id: null, slip_number: null },
}

let serial = 4_000

/** The steps of a request as they are sent, without their version. */
export const checkSteps = (suspect: GivenSuspect = {}, fir: object = {}) => ({
  fir: {
    ...{ station_id: 'pb_multan_saddar', fir_number: serial++, fir_year: 2026, transfer_order: null },
    ...{ offences: ['PPC-376'], other_sections: null, ...fir },
  },
  suspect: { ...NONE, name_latin: 'Rashid Mehmood', name_urdu: 'راشد محمود', sex: 'male', ...suspect },
  reasons: { relevance: 'named_in_fir', reasons: 'Named as accused; denies', names_confirmed: false },
  papers: { fir_hash: hashOf('fir'), annexure_hash: hashOf('annexure') },
})

export type Drafted = { check_id: string; body_version: number }

/** Begins a request and saves its steps; left out ones are not given. */
export async function givenDraftedCheck(
  who: As,
  suspect: GivenSuspect = {},
  more: Partial<ReturnType<typeof checkSteps>> = {},
): Promise<Drafted> {
  const begun = await who.api.post('/checks')
  assert.equal(begun.status, 201, begun.text)
  let { check_id, body_version } = begun.body as Drafted
  for (const [step, body] of Object.entries({ ...checkSteps(suspect), ...more })) {
    const saved = await who.api.post(`/checks/${check_id}/${step}`, { body_version, ...body })
    assert.equal(saved.status, 200, `${step}: ${saved.text}`)
    body_version = (saved.body as Drafted).body_version
  }
  return { check_id, body_version }
}

/** A request that was sent to the prosecutor. */
export async function givenAskedCheck(
  who: As,
  ...more: Parameters<typeof givenDraftedCheck> extends [As, ...infer R] ? R : never
) {
  const { check_id, body_version } = await givenDraftedCheck(who, ...more)
  const sent = await who.api.post(`/checks/${check_id}/sendings`, { body_version })
  assert.equal(sent.status, 200, sent.text)
  return check_id
}

/** Every point of the prosecutor's list, ticked. */
export const TICKED = Object.fromEntries(CHECKLIST.map((item) => [item, true]))

/** Puts the instants of a request so many hours back. */
export const ageCheck = (register: TestRegister, check_id: string, hours: number) =>
  register.root.query(
    `update register.check_request set asked_at = asked_at - make_interval(hours => $2),
            screened_at = screened_at - make_interval(hours => $2) where check_id = $1`,
    [check_id, hours],
  )

type Asking = Parameters<typeof givenDraftedCheck> extends [As, ...infer R] ? R : never

/** A request that the prosecutor of Multan sent on to the Bureau. */
export async function givenForwardedCheck({ as }: TestRegister, ...more: Asking): Promise<string> {
  const check_id = await givenAskedCheck(as.investigatorMultan, ...more)
  const sent = await as.prosecutorMultan.api.post(`/checks/${check_id}/forwardings`, TICKED)
  assert.equal(sent.status, 200, sent.text)
  return check_id
}

export type GivenAnswer = { outcome: string; person_id?: string; needs?: string[] }

/** An answer proposed by the first officer of the Bureau; returns what the second is shown. */
export async function givenProposedAnswer({ as }: TestRegister, check_id: string, answer: GivenAnswer) {
  const proposed = await as.bureauOfficer.api.post(`/checks/${check_id}/answers`, { needs: [], ...answer })
  assert.equal(proposed.status, 201, proposed.text)
  const desk = await as.bureauOfficerTwo.api.get(`/checks/${check_id}/answer`)
  return (desk.body as CheckDesk).proposed?.shown_hash ?? ''
}

/** A request answered and released by two officers of the Bureau. */
export async function givenReleasedAnswer(
  register: TestRegister,
  answer: GivenAnswer,
  ...more: Asking
): Promise<string> {
  const check_id = await givenForwardedCheck(register, ...more)
  const shown_hash = await givenProposedAnswer(register, check_id, answer)
  const released = await register.as.bureauOfficerTwo.api.post(`/checks/${check_id}/releases`, { shown_hash })
  assert.equal(released.status, 200, released.text)
  return check_id
}
