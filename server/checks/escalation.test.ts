// What is late reaches somebody who asks why; and an officer who is partial has no desk in a check, which goes to another.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CheckDesk } from '../../contract/check-answers.ts'
import type { CheckList, CheckShown } from '../../contract/checks.ts'
import type { DayReply } from '../../contract/day.ts'
import { paths } from '../../contract/paths.ts'
import { CHECKS } from '../../law/checks.ts'
import { freshCnic, given } from '../../tests/support/given.ts'
import {
  ageCheck,
  givenAskedCheck,
  givenForwardedCheck,
  givenProposedAnswer,
  TICKED,
} from '../../tests/support/given-check.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as, root } = register
const { prosecutorMultan: prosecutor, deputyMultan: deputy, bureauOfficer: me, bureauOfficerTwo: second } = as

const declare = async (who: As, kind: 'check' | 'person', id: string) => {
  const reply = await who.api.post(paths.newConflict(kind, id), { reason_code: 'relative' })
  assert.equal(reply.status, 201, reply.text)
}
const dayRow = async (who: As, key: string, id: string) =>
  ((await who.api.get('/')).body as DayReply).sections
    .find((one) => one.key === key)
    ?.rows.find((row) => row.id === id)
const forward = (who: As, id: string) => who.api.post(`/checks/${id}/forwardings`, TICKED)
const none = { outcome: 'no_record', needs: [] }
/** Sends a step past the application, as its database login would. */
const stepPast = (who: As, id: string, act: string) =>
  root.query(
    `insert into register.check_step (step_id, check_id, act, done_by, happened_at)
     values (gen_random_uuid(), $1, $2, $3, now())`,
    [id, act, who.officer_id],
  )

describe('a screening that is late', () => {
  it('stands on the day of the District Police Officer and of the Bureau’s supervisor after 48 hours, and not before', async () => {
    const id = await givenAskedCheck(as.investigatorMultan)
    const hours = CHECKS.screen_hours.value
    await ageCheck(register, id, hours - 1)
    for (const who of [as.dpoMultan, as.bureauSupervisor])
      assert.equal(await dayRow(who, 'checks_late', id), undefined, who.name_en)
    assert.ok(await dayRow(prosecutor, 'checks_screen', id))
    await ageCheck(register, id, 2)
    for (const who of [as.dpoMultan, as.bureauSupervisor]) {
      const row = await dayRow(who, 'checks_late', id)
      assert.ok(row?.clock && row.clock.days_left < 0, who.name_en)
      const page = await who.page('/')
      assert.ok(page.text.includes('Check requests that are late'), who.name_en)
    }
    assert.equal(await dayRow(me, 'checks_answer', id), undefined, 'no key is skipped')
    assert.equal((await forward(deputy, id)).status, 200, 'any deputy of the office may screen it now')
  })
})

describe('an answer that is late', () => {
  it('stands on the same days after the Bureau’s hours, whether it waits for the first or the second officer', async () => {
    const id = await givenForwardedCheck(register)
    await ageCheck(register, id, CHECKS.answer_hours.value + 1)
    for (const who of [as.dpoMultan, as.bureauSupervisor])
      assert.ok(await dayRow(who, 'checks_late', id), who.name_en)
    await givenProposedAnswer(register, id, none)
    assert.ok(await dayRow(as.bureauSupervisor, 'checks_late', id))
    const { waiting } = (await second.api.get('/checks')).body as CheckList
    assert.equal(waiting[0]?.check_id, id, 'the longest waiting stands first in the queue')
  })
  it('is never pushed out of the list by newer ones', async () => {
    const id = await givenForwardedCheck(register)
    await ageCheck(register, id, 500)
    const others = (stage: string) =>
      root.query(
        `insert into register.check_request
         select (r).* from (select jsonb_populate_record(c, jsonb_build_object('check_id', gen_random_uuid(), 'updated_at', now(),
                  'asked_at', now(), 'screened_at', now())) as r
           from register.check_request c, generate_series(1, 60) where c.check_id = $1 and c.stage = $2) x`,
        [id, stage],
      )
    assert.equal((await others('forwarded')).rowCount, 60)
    assert.ok(await dayRow(as.bureauSupervisor, 'checks_late', id))
    await root.query(
      `update register.check_request set stage = 'refused' where check_id <> $1 and stage = 'forwarded'`,
      [id],
    )
  })
})

describe('a conflict of interest about a check', () => {
  it('takes the prosecutor’s desk away and gives it to his deputy at once', async () => {
    const id = await givenAskedCheck(as.investigatorMultan)
    assert.equal(((await deputy.api.get(`/checks/${id}`)).body as CheckShown).may.screen, false)
    await declare(prosecutor, 'check', id)
    assert.equal((await forward(prosecutor, id)).status, 403)
    assert.equal(await dayRow(prosecutor, 'checks_screen', id), undefined)
    await assert.rejects(stepPast(prosecutor, id, 'forwarded'), /approval_conflict/)
    const seen = (await deputy.api.get(`/checks/${id}`)).body as CheckShown
    assert.equal(seen.may.screen, true)
    assert.equal((await forward(deputy, id)).status, 200)
  })
  it('takes the Bureau’s desks away from him who declared it, and from nobody else', async () => {
    const id = await givenForwardedCheck(register)
    await declare(me, 'check', id)
    for (const path of [`/checks/${id}`, `/checks/${id}/answer`])
      assert.equal((await me.api.get(path)).status, 403, path)
    assert.equal((await me.api.post(`/checks/${id}/answers`, none)).status, 403)
    await assert.rejects(stepPast(me, id, 'proposed'), /approval_conflict/)
    assert.equal(await dayRow(me, 'checks_answer', id), undefined)
    assert.ok(await dayRow(second, 'checks_answer', id))
    assert.equal((await second.api.post(`/checks/${id}/answers`, none)).status, 201)
    const desk = (await as.bureauSupervisor.api.get(`/checks/${id}/answer`)).body as CheckDesk
    const shown_hash = desk.proposed?.shown_hash
    assert.equal((await me.api.post(`/checks/${id}/releases`, { shown_hash })).status, 403)
    await assert.rejects(stepPast(me, id, 'released'), /approval_conflict/)
    const released = await as.bureauSupervisor.api.post(`/checks/${id}/releases`, { shown_hash })
    assert.equal(released.status, 200, released.text)
  })
  it('is listed among his own, and is withdrawn like any other by two', async () => {
    const page = await me.page(paths.conflicts())
    assert.ok(page.text.includes('Check request'))
  })
})

describe('a conflict about the person whom a suspect may be', () => {
  it('keeps the officer from comparing, answering and releasing, in the application and past it', async () => {
    const cnic = freshCnic()
    const person = await given.person(register, { cnic, custody: [{ from_on: '2025-02-11', to_on: null }] })
    const exists = { outcome: 'record_exists', person_id: person.person_id, needs: [] }
    const id = await givenForwardedCheck(register, { cnic })
    await root.query(
      `insert into register.conflict (officer_id, subject_id, reason_code) values ($1, $2, 'relative')`,
      [me.officer_id, person.person_id],
    )
    assert.equal((await me.api.get(`/checks/${id}/answer`)).status, 403)
    assert.equal((await me.api.post(`/checks/${id}/answers`, exists)).status, 403)
    assert.equal((await second.api.post(`/checks/${id}/answers`, exists)).status, 201)
    const { proposed } = (await as.bureauSupervisor.api.get(`/checks/${id}/answer`)).body as CheckDesk
    const shown_hash = proposed?.shown_hash
    assert.equal((await me.api.post(`/checks/${id}/releases`, { shown_hash })).status, 403)
    await root.query(
      `insert into register.conflict (officer_id, subject_id, reason_code) values ($1, $2, 'relative')`,
      [second.officer_id, person.person_id],
    )
    const late = await as.bureauSupervisor.api.post(`/checks/${id}/releases`, { shown_hash })
    assert.notEqual(late.status, 200, 'who proposed it turned out to be partial')
  })
})
