// A slip given in error is taken back by two officers, a request is refused by the second; what heeds slips heeds it.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Approval } from '../../contract/approvals.ts'
import type { CheckDesk } from '../../contract/check-answers.ts'
import type { CheckShown } from '../../contract/checks.ts'
import type { Clearance, ClearanceList } from '../../contract/clearances.ts'
import { paths } from '../../contract/paths.ts'
import type { SearchMade } from '../../contract/searches.ts'
import { attempt } from '../../tests/attacks/attempt.ts'
import { freshCnic, given } from '../../tests/support/given.ts'
import { givenForwardedCheck } from '../../tests/support/given-check.ts'
import { givenAskedSlip, givenSlip, slipForm } from '../../tests/support/given-clearance.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister, type Reply } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as, root } = register
const [BUREAU, SECOND, ASKER] = [as.bureauOfficer, as.bureauOfficerTwo, as.investigatorMultan]

const person = await given.person(register, {
  names: [
    { kind: 'name', script: 'Latn', text: 'Safdar Abbas Gondal' },
    { kind: 'father', script: 'Latn', text: 'Rahim Dad Gondal' },
  ],
  ...{ cnic: null, custody: [{ from_on: '2025-02-11', to_on: null }] },
})
const suspect = (cnic: string) => ({ name_latin: 'Safdar Abbas Gondal', cnic })
const titleOf = (reply: Reply) => (reply.body as { title: string }).title
const WHY = { reason_code: 'he_is', reason: 'The photograph on the card is that of the record' }

const open = async (who: As, clearance_id: string) =>
  (await who.api.get(paths.clearance(clearance_id))).body as Clearance
async function proposed(who: As, clearance_id: string) {
  const reply = await who.api.post(paths.clearanceWithdrawals(clearance_id), WHY)
  assert.equal(reply.status, 201, reply.text)
  return (reply.body as { approval_id: string }).approval_id
}
async function decide(who: As, approval_id: string, act = 'approve', more: object = {}) {
  const { shown_hash } = (await who.api.get(paths.approval(approval_id))).body as Approval
  return who.api.post(`${paths.approval(approval_id)}/${act}`, { shown_hash, ...more })
}

describe('a slip given in error', () => {
  let slip: Awaited<ReturnType<typeof givenSlip>> | undefined
  const getSlip = async () => {
    slip ??= await givenSlip(register, person, suspect(freshCnic()))
    return slip
  }
  let next = ''
  describe('is proposed to be withdrawn', () => {
    provesAccess(
      () => register,
      () => ({
        ...{ method: 'POST', status: 201, body: () => WHY, event: 'clearance.withdrawal_proposed' },
        ...{ allowed: BUREAU, elsewhere: ASKER },
        path: async () => {
          if (next === '') next = (await getSlip()).clearance_id
          return paths.clearanceWithdrawals(next)
        },
      }),
    )
  })
  it('counts until another officer approves, and is proposed once', async () => {
    const { clearance_id } = await getSlip()
    const shown = await open(SECOND, clearance_id)
    assert.ok(shown.approval_id)
    assert.deepEqual([shown.may_withdraw, shown.withdrawn_at], [false, null])
    assert.equal((await SECOND.api.post(paths.clearanceWithdrawals(clearance_id), WHY)).status, 409)
    assert.equal((await decide(BUREAU, shown.approval_id)).status, 403)
    assert.equal(
      (await lastEvent(register, 'approval.approved', BUREAU.officer_id))?.policy,
      'forbid-own-proposal',
    )
  })
  it('is shown to the second officer as what it is: slip, record, reason, and nobody’s name', async () => {
    const { clearance_id, slip_number } = await getSlip()
    const { approval_id } = await open(SECOND, clearance_id)
    const { rows } = (await SECOND.api.get(paths.approval(approval_id ?? ''))).body as Approval
    const facts = Object.fromEntries(rows.map(({ field, after }) => [field, after]))
    assert.deepEqual(facts, { slip_number, record_number: person.record_number, ...WHY })
    const page = await SECOND.page(paths.approval(approval_id ?? ''))
    for (const words of [
      'Clearance slip to be withdrawn',
      'See the slip',
      'may be, the person of the record',
    ])
      assert.ok(page.text.includes(words), words)
  })
  it('is not proposed with words that may tell who the survivor is', async () => {
    const { clearance_id } = await givenSlip(register, person, suspect(freshCnic()))
    const told = { ...WHY, reason: 'Daughter of Nasreen Bibi, 0300-1234567' }
    assert.equal((await BUREAU.api.post(paths.clearanceWithdrawals(clearance_id), told)).status, 400)
  })
  it('stays when the proposal is refused, withdrawn by its author, or the officer is partial', async () => {
    const { clearance_id } = await givenSlip(register, person, suspect(freshCnic()))
    const refused = await decide(SECOND, await proposed(BUREAU, clearance_id), 'refuse', { reason: 'No' })
    assert.equal(refused.status, 200, refused.text)
    await decide(BUREAU, await proposed(BUREAU, clearance_id), 'withdraw')
    assert.equal((await open(BUREAU, clearance_id)).withdrawn_at, null)
    const approval_id = await proposed(BUREAU, clearance_id)
    const supervisor = as.bureauSupervisor
    await root.query(
      `insert into register.conflict (officer_id, subject_id, reason_code) values ($1, $2, 'relative')`,
      [supervisor.officer_id, person.person_id],
    )
    assert.equal((await decide(supervisor, approval_id)).status, 403)
  })
  it('withdrawn, is followed by no desk any more, and its paper is not printed again', async () => {
    const cnic = freshCnic()
    const { clearance_id, check_id, slip_number } = await givenSlip(register, person, suspect(cnic))
    const query = { query: `Safdar Abbas Gondal ${cnic}`, purpose: 'registration', case_reference: 'Diary 3' }
    const cleared = async () =>
      ((await BUREAU.api.post('/searches', query)).body as SearchMade).answer?.cleared_ids
    assert.deepEqual(await cleared(), [person.person_id])
    const approved = await decide(SECOND, await proposed(BUREAU, clearance_id))
    assert.equal(approved.status, 200, approved.text)
    assert.deepEqual(await cleared(), [])

    const shown = await open(BUREAU, clearance_id)
    assert.deepEqual([shown.withdrawn_for, shown.may_withdraw, shown.may_issue], ['he_is', false, false])
    assert.deepEqual(shown.withdrawn_by, { en: SECOND.name_en, ur: SECOND.name_ur })
    assert.equal((await BUREAU.api.get(paths.clearanceFile(clearance_id))).status, 404)
    assert.equal((await ASKER.api.get(paths.checkSlip(check_id))).status, 404)
    const { counts, clearances } = (await BUREAU.api.get(paths.clearanceList('withdrawn')))
      .body as ClearanceList
    assert.equal(counts.withdrawn, clearances.length)
    assert.ok(clearances.some((one) => one.slip_number === slip_number))

    const next_check = await givenForwardedCheck(register, { ...suspect(cnic), slip_number })
    const desk = (await BUREAU.api.get(`/checks/${next_check}/answer?record=${person.record_number}`))
      .body as CheckDesk
    assert.ok(desk.candidates.every(({ is_cleared }) => !is_cleared))
    // Of its CNIC alone it is not even shown; whoever shows its number is told that it does not count.
    assert.deepEqual(
      desk.slips.map((one) => [one.slip_number, one.withdrawn_at !== null]),
      [[slip_number, true]],
    )
    assert.ok((await BUREAU.page(`/checks/${next_check}/answer`)).text.includes('do not follow it'))
    const another = await givenForwardedCheck(register, suspect(cnic))
    assert.deepEqual(((await BUREAU.api.get(`/checks/${another}/answer`)).body as CheckDesk).slips, [])
  })
  it('withdrawn, is told to who passed it on, and the man may ask anew', async () => {
    const cnic = freshCnic()
    const { clearance_id, check_id, slip_number } = await givenSlip(register, person, suspect(cnic))
    assert.equal((await decide(SECOND, await proposed(BUREAU, clearance_id))).status, 200)
    const check = (await ASKER.api.get(paths.check(check_id))).body as CheckShown
    assert.deepEqual([check.slip?.slip_number, check.may.ask_slip], [slip_number, true])
    assert.ok((await ASKER.page(paths.check(check_id))).text.includes('it does not count any more'))
    const again = await ASKER.api.post(`/checks/${check_id}/slips`, slipForm(register, cnic))
    assert.equal(again.status, 201, again.text)
    assert.equal((await ASKER.api.post(`/checks/${check_id}/slips`, slipForm(register, cnic))).status, 409)
  })
})

describe('a request for a slip', () => {
  let waiting = ''
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', event: 'clearance.refused', allowed: BUREAU, elsewhere: as.shoSaddar },
      body: () => ({ reason_code: 'another_card' }),
      path: async () => {
        if (waiting === '')
          waiting = (await givenAskedSlip(register, person, suspect(freshCnic()))).clearance_id
        return paths.clearanceRefusals(waiting)
      },
    }),
  )
  it('that was refused waits no more and is not issued; the man may ask anew', async () => {
    const shown = await open(BUREAU, waiting)
    assert.deepEqual([shown.withdrawn_for, shown.may_issue, shown.may_refuse], ['another_card', false, false])
    assert.equal(titleOf(await SECOND.api.post(paths.clearanceIssues(waiting))), 'already_decided')
    const { clearances } = (await BUREAU.api.get(paths.clearances())).body as ClearanceList
    assert.ok(clearances.every(({ clearance_id }) => clearance_id !== waiting))
    const check = (await ASKER.api.get(paths.check(shown.check_id ?? ''))).body as CheckShown
    assert.equal(check.may.ask_slip, true)
  })
})

describe('past the application', () => {
  const set = (clearance_id: string, what: string) =>
    `update register.clearance set ${what} where clearance_id = '${clearance_id}' returning 1`
  const gone = (officer_id: string, approval = 'null') =>
    `withdrawn_at = now(), withdrawn_by = '${officer_id}', withdrawn_for = 'other', withdrawal_approval_id = ${approval}`
  it('nobody withdraws a slip without a decision about it, nor by another’s, nor who asked or issued it', async () => {
    const { clearance_id } = await givenSlip(register, person, suspect(freshCnic()))
    const other = await givenSlip(register, person, suspect(freshCnic()))
    const approval_id = await proposed(BUREAU, other.clearance_id)
    assert.equal((await decide(SECOND, approval_id)).status, 200)
    for (const [who, approval] of [
      [BUREAU, 'null'],
      [SECOND, 'null'],
      [BUREAU, `'${approval_id}'`],
      [SECOND, `'${approval_id}'`],
    ] as const)
      await assert.rejects(
        attempt(register, {
          token: await who.token(),
          statement: set(clearance_id, gone(who.officer_id, approval)),
        }),
        /row-level security/,
      )
    const asker = { token: await ASKER.token(), statement: set(clearance_id, gone(ASKER.officer_id)) }
    assert.deepEqual(await attempt(register, asker), [])
  })
  it('what was issued is not issued otherwise, and what was withdrawn does not come back', async () => {
    const { clearance_id } = await givenSlip(register, person, suspect(freshCnic()))
    for (const what of [`slip_number = 'P-1'`, 'issued_at = null, issued_by = null, slip_number = null'])
      await assert.rejects(root.query(set(clearance_id, what)), /already_decided/)
    assert.equal((await decide(SECOND, await proposed(BUREAU, clearance_id))).status, 200)
    const back =
      'withdrawn_at = null, withdrawn_by = null, withdrawn_for = null, withdrawal_approval_id = null'
    await assert.rejects(root.query(set(clearance_id, back)), /already_decided/)
  })
})
