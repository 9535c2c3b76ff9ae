import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Deputies } from '../../contract/check-screening.ts'
import type { CheckDraft, CheckList, CheckShown } from '../../contract/checks.ts'
import { CHECKLIST } from '../../domain/check/screen.ts'
import { ageCheck, givenAskedCheck, TICKED } from '../../tests/support/given-check.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister, type Reply } from '../../tests/support/register.ts'
import { pakistanDay } from '../platform/clock.ts'
import { asActor } from '../platform/database.ts'

const register = await openTestRegister()
const { as, root, clock } = register
const { investigatorMultan: asker, prosecutorMultan: me, deputyMultan: deputy } = as

const today = () => Temporal.PlainDate.from(pakistanDay(clock.now()))
const titleOf = (reply: Reply) => (reply.body as { title: string }).title
const fieldsOf = (reply: Reply) => (reply.body as { fields: { field: string; code: string }[] }).fields
const see = async (who: As, check_id: string) => (await who.api.get(`/checks/${check_id}`)).body as CheckShown
const act = (who: As, check_id: string, what: string, body: object = TICKED) =>
  who.api.post(`/checks/${check_id}/${what}`, body)
const listed = async (who: As) => {
  const { waiting, others } = (await who.api.get('/checks')).body as CheckList
  return [...waiting, ...others].map(({ check_id }) => check_id)
}
const asked_id = await givenAskedCheck(asker, { name_latin: 'Karim Dad', cnic: '9123456700013' })

describe('a request at the prosecutor’s desk', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => `/checks/${asked_id}`, event: 'check.seen' },
      ...{ allowed: me, elsewhere: as.prosecutorVehari },
    }),
  )
  it('shows who is asked about, the clock, and what the prosecutor may say', async () => {
    const { asked, clock: left, may, desk } = await see(me, asked_id)
    assert.deepEqual([asked.suspect?.cnic, left?.hours_left, desk], ['9123456700013', 47, 'prosecutor'])
    assert.equal(may.screen, true)
  })
  it('is seen by his deputy and, as a copy, by the District Police Officer, who decide nothing', async () => {
    for (const who of [deputy, as.dpoMultan]) {
      assert.equal((await see(who, asked_id)).may.screen, false, who.name)
      assert.notEqual((await act(who, asked_id, 'forwardings')).status, 200)
    }
  })
  it('is seen by no station, no Bureau and no other district', async () => {
    for (const who of [as.shoSaddar, as.bureauOfficer, as.legalOfficer, as.prosecutorVehari, as.analyst])
      assert.equal((await who.api.get(`/checks/${asked_id}`)).status, 404, who.name)
    assert.deepEqual(await listed(as.prosecutorVehari), [])
  })
  it('is not moved by another district, by who asked it or by the Bureau, whatever is written', async () => {
    const moving = async (who: As) =>
      asActor(register.program.database, await who.token(), async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('register.check_request')
          .set({ stage: 'forwarded', screened_by: who.officer_id })
          .where('check_id', '=', asked_id)
          .executeTakeFirst()
        return numUpdatedRows
      })
    for (const who of [asker, as.prosecutorVehari, as.bureauOfficer, as.dpoMultan])
      assert.equal(await moving(who), 0n, who.name)
  })
})

describe('forwarding', () => {
  let check_id: string | undefined
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', event: 'check.forwarded', body: () => TICKED },
      path: async () => {
        check_id ??= await givenAskedCheck(asker)
        return `/checks/${check_id}/forwardings`
      },
      ...{ allowed: me, elsewhere: as.prosecutorVehari },
    }),
  )
  it('asks for every point of the list; one left open is named', async () => {
    for (const item of CHECKLIST) {
      const refused = await act(me, asked_id, 'forwardings', { ...TICKED, [item]: false })
      assert.deepEqual(fieldsOf(refused), [{ field: item, code: 'checks.fault.unticked' }])
    }
    assert.equal((await see(me, asked_id)).stage, 'asked')
  })
  it('starts the Bureau’s clock and says who did it', async () => {
    const id = await givenAskedCheck(asker)
    assert.equal((await act(me, id, 'forwardings')).status, 200)
    const { stage, clock: left, steps } = await see(asker, id)
    assert.deepEqual([stage, left?.hours_left], ['forwarded', 23])
    assert.deepEqual(
      steps.map((step) => [step.act, step.done_by.en]),
      [
        ['asked', 'Bushra Naz'],
        ['forwarded', 'Nadia Tariq'],
      ],
    )
  })
  it('happens once: of two who decide at once one is told', async () => {
    const id = await givenAskedCheck(asker)
    const replies = await Promise.all([
      act(me, id, 'forwardings'),
      act(me, id, 'refusals', { refusal_reason: 'not_needed' }),
    ])
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409])
  })
})

describe('giving back', () => {
  let check_id: string | undefined
  const body = () => ({ return_reason: 'annexure', return_note: 'The signature is missing.' })
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', event: 'check.returned', body },
      path: async () => {
        check_id ??= await givenAskedCheck(asker)
        return `/checks/${check_id}/returns`
      },
      ...{ allowed: me, elsewhere: as.investigatorMultan },
    }),
  )
  it('opens the request to who asked it, with the reason; he completes it and sends it again', async () => {
    const id = await givenAskedCheck(asker)
    await act(me, id, 'returns', body())
    const draft = (await asker.api.get(`/checks/${id}/send`)).body as CheckDraft
    assert.deepEqual(draft.returned, { reason: 'annexure', note: 'The signature is missing.' })
    assert.equal(draft.is_open, true)
    const { asked } = await see(me, id)
    assert.equal(asked.suspect, null)
    const sent = await act(asker, id, 'sendings', { body_version: draft.body_version })
    assert.equal(sent.status, 200, sent.text)
    assert.equal((await see(me, id)).may.screen, true)
  })
  it('with a note that tells who the survivor is, is refused and the note is kept nowhere', async () => {
    const id = await givenAskedCheck(asker)
    const note = 'the victim Zulaikha is named'
    const refused = await act(me, id, 'returns', { ...body(), return_note: note })
    assert.equal(fieldsOf(refused)[0]?.field, 'return_note')
    const form = await me.form(`/checks/${id}/returns`, { return_reason: 'survivor', return_note: note })
    assert.equal((await me.page(form.location ?? '')).text.includes('Zulaikha'), false)
  })
})

describe('refusing', () => {
  let check_id: string | undefined
  const body = () => ({ refusal_reason: 'not_own_fir' })
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', event: 'check.refused', body },
      path: async () => {
        check_id ??= await givenAskedCheck(asker)
        return `/checks/${check_id}/refusals`
      },
      ...{ allowed: me, elsewhere: as.prosecutorVehari },
    }),
  )
  it('ends it: nobody takes it up again, and the district sees no more who was asked about', async () => {
    const id = await givenAskedCheck(asker)
    await act(me, id, 'refusals', body())
    const seen = await see(asker, id)
    assert.deepEqual([seen.stage, seen.steps.at(-1)?.reason], ['refused', 'not_own_fir'])
    assert.equal((await see(me, id)).asked.suspect, null)
    assert.equal(titleOf(await act(me, id, 'forwardings')), 'check_closed')
    assert.equal(titleOf(await act(asker, id, 'sendings', { body_version: 5 })), 'check_closed')
  })
})

describe('the deputy who covers', () => {
  const name = (from: number, until: number, who = me) =>
    who.api.post('/checks/deputies', {
      deputy_id: deputy.officer_id,
      from_on: today().add({ days: from }).toString(),
      until_on: today().add({ days: until }).toString(),
    })
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => '/checks/deputies', event: 'check.deputies_listed' },
      ...{ allowed: me, elsewhere: as.deputyMultan },
    }),
  )
  it('acts before he is named only when the 48 hours have run out', async () => {
    const id = await givenAskedCheck(asker)
    assert.equal((await act(deputy, id, 'forwardings')).status, 404)
    await ageCheck(register, id, 49)
    assert.equal((await see(deputy, id)).may.screen, true)
    assert.equal((await act(deputy, id, 'forwardings')).status, 200)
    assert.equal((await see(asker, id)).steps.at(-1)?.done_by.en, 'Hamid Raza')
  })
  describe('is named', () => {
    provesAccess(
      () => register,
      () => ({
        ...{ method: 'POST', path: () => '/checks/deputies', event: 'check.deputy_named', status: 201 },
        body: () => ({
          deputy_id: deputy.officer_id,
          from_on: today().add({ days: 30 }).toString(),
          until_on: today().add({ days: 31 }).toString(),
        }),
        ...{ allowed: me, elsewhere: as.deputyMultan },
      }),
    )
  })
  it('acts on the days for which he is named, and is listed', async () => {
    const id = await givenAskedCheck(asker)
    assert.equal((await name(1, 2)).status, 201)
    assert.equal((await act(deputy, id, 'forwardings')).status, 404)
    assert.equal((await name(0, 0)).status, 201)
    assert.equal((await act(deputy, id, 'forwardings')).status, 200)
    const { covers } = (await me.api.get('/checks/deputies')).body as Deputies
    assert.ok(
      covers.some(({ until_on, deputy: who }) => until_on === today().toString() && who.en === 'Hamid Raza'),
    )
  })
  it('is of the same office, and not named backwards or for days gone by', async () => {
    assert.equal((await name(-1, 2)).status, 400)
    assert.equal((await name(2, 1)).status, 400)
    assert.equal((await name(0, 1, as.prosecutorVehari)).status, 400)
    const writing = asActor(register.program.database, await as.prosecutorVehari.token(), (tx) =>
      tx
        .insertInto('register.check_cover')
        .values({
          ...{ cover_id: asked_id, district_id: 'pb_vehari', deputy_id: deputy.officer_id },
          ...{ named_by: as.prosecutorVehari.officer_id, from_on: '2099-01-01', to_on: '2099-01-02' },
        })
        .execute(),
    )
    await assert.rejects(writing, /row-level security/)
  })
})

describe('whoever asked', () => {
  it('does not screen his own question in another posting of his', async () => {
    const id = await givenAskedCheck(asker)
    await root.query('update register.check_request set asked_by = $1 where check_id = $2', [
      me.officer_id,
      id,
    ])
    const refused = await act(me, id, 'forwardings')
    assert.deepEqual(
      [refused.status, (await lastEvent(register, 'check.forwarded', me.officer_id))?.policy],
      [403, 'forbid-conflict'],
    )
  })
})
