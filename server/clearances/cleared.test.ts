// Whom a slip shields, from what, and until when.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CheckDesk } from '../../contract/check-answers.ts'
import type { Clearance } from '../../contract/clearances.ts'
import type { Match } from '../../contract/matches.ts'
import { paths } from '../../contract/paths.ts'
import { freshCnic, type GivenPerson, given } from '../../tests/support/given.ts'
import { givenForwardedCheck, givenProposedAnswer } from '../../tests/support/given-check.ts'
import { givenSlip, givenTakenFor, slipForm } from '../../tests/support/given-clearance.ts'
import { givenLink, givenPair } from '../../tests/support/given-match.ts'
import { openTestRegister, type Reply } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'
import { cnicIndex, openSlipsBetween } from './cleared.ts'

const register = await openTestRegister()
const { as, root, program } = register
const [BUREAU, SECOND] = [as.bureauOfficer, as.bureauOfficerTwo]

const onRegister = (name: string, more: GivenPerson = {}) =>
  given.person(register, {
    names: [
      { kind: 'name', script: 'Latn', text: name },
      { kind: 'father', script: 'Latn', text: 'Fazal Karim' },
    ],
    ...{ cnic: null, custody: [{ from_on: '2025-02-11', to_on: null }], ...more },
  })
const titleOf = (reply: Reply) => (reply.body as { title: string }).title
const faultsOf = (reply: Reply) =>
  (reply.body as { fields?: { code: string }[] }).fields?.map(({ code }) => code) ?? [titleOf(reply)]
const bearsFromNowOn = (person: { person_id: string }, cnic: string) =>
  root.query('update register.person_document set number_index = $2 where person_id = $1', [
    person.person_id,
    cnicIndex(program.keyring, cnic),
  ])

/** Which of these records a slip keeps the man of a new request from. */
async function shieldedFrom(cnic: string, name_latin: string, records: readonly { record_number: string }[]) {
  const check_id = await givenForwardedCheck(register, { name_latin, cnic })
  const found: string[] = []
  for (const { record_number } of records) {
    const desk = (await BUREAU.api.get(`/checks/${check_id}/answer?record=${record_number}`))
      .body as CheckDesk
    const one = desk.candidates.find((person) =>
      [person, ...person.records].some((record) => record.record_number === record_number),
    )
    assert.ok(one, record_number)
    if (one.is_cleared) found.push(record_number)
  }
  return { check_id, found }
}
const answerNone = (check_id: string) =>
  BUREAU.api.post(`/checks/${check_id}/answers`, { outcome: 'no_record', needs: [] })

describe('a slip', () => {
  it('after a check is of the man who was asked about, and of no other card', async () => {
    const person = await onRegister('Jamshed Anwar')
    const cnic = freshCnic()
    const check_id = await givenTakenFor(register, person, { name_latin: 'Jamshed Anwar', cnic })
    const ask = (card: string) =>
      as.investigatorMultan.api.post(`/checks/${check_id}/slips`, slipForm(register, card))
    assert.deepEqual(faultsOf(await ask(freshCnic())), ['clearances.fault.not_asked_about'])
    assert.equal((await ask(cnic)).status, 201)
  })
  it('is not issued to whoever bears the number of the record itself, and does not hide him', async () => {
    const cnic = freshCnic()
    const person = await onRegister('Tariq Saleem', { cnic })
    // His own card, though the request named no number.
    const check_id = await givenTakenFor(register, person, { name_latin: 'Tariq Saleem' })
    const asked = await as.investigatorMultan.api.post(`/checks/${check_id}/slips`, slipForm(register, cnic))
    const { clearance_id } = asked.body as { clearance_id: string }
    const shown = (await BUREAU.api.get(paths.clearance(clearance_id))).body as Clearance
    assert.deepEqual([shown.bears_number, shown.may_issue, shown.may_refuse], [true, false, true])
    assert.deepEqual(faultsOf(await BUREAU.api.post(paths.clearanceIssues(clearance_id))), ['slip_of_bearer'])
  })
  it('shields nobody from whoever bears its number by now: a check about it is not answered with no record', async () => {
    const cnic = freshCnic()
    const person = await onRegister('Waseem Sajjad', { cnic: freshCnic() })
    await givenSlip(register, person, { name_latin: 'Waseem Sajjad', cnic })
    assert.deepEqual((await shieldedFrom(cnic, 'Waseem Sajjad', [person])).found, [person.record_number])
    await bearsFromNowOn(person, cnic)
    const { found, check_id } = await shieldedFrom(cnic, 'Waseem Sajjad', [person])
    assert.deepEqual(found, [])
    assert.deepEqual(faultsOf(await answerNone(check_id)), ['checks.fault.same_cnic'])
  })
  it('is against the person, on whichever record: on those joined to it, and not on those taken out again', async () => {
    const cnic = freshCnic()
    const person = await onRegister('Nisar Qureshi')
    const other = await onRegister('Nisar Qureshi', { station_id: 'pb_vehari_city' })
    await givenSlip(register, person, { name_latin: 'Nisar Qureshi', cnic })
    const shielded = async () => (await shieldedFrom(cnic, 'Nisar Qureshi', [person, other])).found
    assert.deepEqual(await shielded(), [person.record_number])
    await givenLink(register, other, person)
    assert.deepEqual(await shielded(), [person.record_number, other.record_number])
    await givenLink(register, other, other)
    assert.deepEqual(await shielded(), [person.record_number])
  })
  it('is heeded once more when the answer is released', async () => {
    const cnic = freshCnic()
    const person = await onRegister('Aftab Shirazi')
    const check_id = await givenForwardedCheck(register, { name_latin: 'Aftab Shirazi', cnic })
    const answer = { outcome: 'record_exists', person_id: person.person_id }
    const shown_hash = await givenProposedAnswer(register, check_id, answer)
    await givenSlip(register, person, { name_latin: 'Aftab Shirazi', cnic })
    const released = await SECOND.api.post(`/checks/${check_id}/releases`, { shown_hash })
    assert.equal(titleOf(released), 'approval_changed')
  })
  it('stands against joining the two until it is withdrawn', async () => {
    const cnic = freshCnic()
    const person = await onRegister('Shahid Mirza')
    const own = await onRegister('Shahid Mirza', { cnic })
    await givenSlip(register, person, { name_latin: 'Shahid Mirza', cnic })
    const { match_pair_id } = await givenPair(register, own, person)
    const match = (await BUREAU.api.get(paths.match(match_pair_id))).body as Match
    assert.deepEqual([match.doubts, match.is_cleared], [['cleared'], true])
    const said = { decision: 'same', reason_code: 'papers', reason: 'The papers of both cases agree' }
    assert.equal(
      titleOf(await BUREAU.api.post(paths.matchDecisions(match_pair_id), said)),
      'merge_not_possible',
    )
  })
  it('says nothing of a record that held its number only by a mistake that was corrected', async () => {
    const cnic = freshCnic()
    const person = await onRegister('Qaiser Javed')
    const corrected = await onRegister('Qaiser Javed', { cnic, station_id: 'pb_vehari_city' })
    await givenSlip(register, person, { name_latin: 'Qaiser Javed', cnic })
    const between = () =>
      BUREAU.token().then((token) =>
        asActor(program.database, token, async (tx) => {
          const records = [corrected, person].map(({ person_id: id }) => ({
            ...{ id, kind: 'record' as const, cnics: id === corrected.person_id ? [cnic] : [] },
          }))
          const slipBetween = await openSlipsBetween(tx, program.keyring, records)
          return slipBetween(person.person_id, corrected.person_id)
        }),
      )
    assert.equal(await between(), 'stands')
    await root.query('update register.person_document set superseded_at = now() where person_id = $1', [
      corrected.person_id,
    ])
    assert.equal(await between(), 'none')
    // Nor does that number ask for a slip any more: it is another man's.
    const { match_pair_id } = await givenPair(register, corrected, person)
    const said = { decision: 'different', reason_code: 'family', reason: 'Other villages, other brothers' }
    assert.equal((await BUREAU.api.post(paths.matchDecisions(match_pair_id), said)).status, 201)
    const { one } = (await BUREAU.api.get(paths.match(match_pair_id))).body as Match
    const side = one.id === corrected.person_id ? 'one' : 'other'
    const asked = await BUREAU.api.post(paths.matchClearances(match_pair_id), {
      ...{ side, ...slipForm(register, cnic) },
    })
    assert.deepEqual(faultsOf(asked), ['clearances.fault.another_card'])
  })
})

describe('a check', () => {
  it('is not answered with no record while another record of the person bears the number', async () => {
    const cnic = freshCnic()
    const person = await onRegister('Mazhar Hayat')
    const closed = await onRegister('Somebody Else', { cnic })
    await root.query('update register.person set closed_at = now() where person_id = $1', [closed.person_id])
    await givenLink(register, closed, person)
    const check_id = await givenForwardedCheck(register, { name_latin: 'Ghulam Rasool', cnic })
    assert.deepEqual(faultsOf(await answerNone(check_id)), ['checks.fault.same_cnic'])
  })
  it('that nobody bears the number is looked at once more when it is released', async () => {
    const cnic = freshCnic()
    const person = await onRegister('Liaqat Bajwa', { cnic: freshCnic() })
    const check_id = await givenForwardedCheck(register, { name_latin: 'Ghulam Rasool', cnic })
    const shown_hash = await givenProposedAnswer(register, check_id, { outcome: 'no_record' })
    await bearsFromNowOn(person, cnic)
    const released = await SECOND.api.post(`/checks/${check_id}/releases`, { shown_hash })
    assert.equal(titleOf(released), 'approval_changed')
  })
})

it('a slip is not issued once the two were said otherwise than different', async () => {
  const cnic = freshCnic()
  const [own, other] = [await onRegister('Ejaz Rana', { cnic }), await onRegister('Ejaz Rana')]
  const { match_pair_id } = await givenPair(register, own, other)
  const say = (decision: string) =>
    BUREAU.api.post(paths.matchDecisions(match_pair_id), {
      ...{ decision, reason_code: 'family', reason: 'Other villages, other brothers' },
    })
  assert.equal((await say('different')).status, 201)
  const { one } = (await BUREAU.api.get(paths.match(match_pair_id))).body as Match
  const asked = await BUREAU.api.post(paths.matchClearances(match_pair_id), {
    ...{ side: one.id === own.person_id ? 'one' : 'other', ...slipForm(register, cnic) },
  })
  assert.equal(asked.status, 201, asked.text)
  assert.equal((await say('unclear')).status, 201)
  const { clearance_id } = asked.body as { clearance_id: string }
  assert.equal(titleOf(await SECOND.api.post(paths.clearanceIssues(clearance_id))), 'match_not_decided')
})
