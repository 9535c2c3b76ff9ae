import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { CheckDraft, CheckList, CheckShown } from '../../contract/checks.ts'
import {
  checkSteps,
  type Drafted,
  givenAskedCheck,
  givenDraftedCheck,
  hashOf,
} from '../../tests/support/given-check.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, ORIGIN, openSession, openTestRegister, type Reply } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'

const register = await openTestRegister()
const { as, root, app } = register
const me = as.investigatorMultan

const fieldsOf = (reply: Reply) =>
  (reply.body as { fields?: { field: string; code: string; values?: object }[] }).fields ?? []
const titleOf = (reply: Reply) => (reply.body as { title: string }).title
const save = (drafted: Drafted, step: string, body: object) =>
  me.api.post(`/checks/${drafted.check_id}/${step}`, { body_version: drafted.body_version, ...body })
const see = async ({ check_id }: { check_id: string }) =>
  (await me.api.get(`/checks/${check_id}/send`)).body as CheckDraft

const given = await givenDraftedCheck(me)
const asked_id = await givenAskedCheck(me)

/** A second investigator of the same unit. */
async function colleague(): Promise<
  (path: string, payload?: object) => Promise<{ status: number; body: unknown }>
> {
  const [officer_id, posting_id] = [randomUUID(), randomUUID()]
  await root.query(
    `insert into access.officer (officer_id, badge, name_en, name_ur, vetted_until, trained_until)
     values ($1, $2, 'Asma Noor', 'اسماء نور', '2099-01-01', '2099-01-01')`,
    [officer_id, officer_id.slice(0, 8)],
  )
  await root.query(
    `insert into access.posting (posting_id, officer_id, unit_id, role, from_on) values ($1, $2, 'ssoiu_pb_multan', 'investigator', '2024-01-01')`,
    [posting_id, officer_id],
  )
  const token = await openSession(register.program, posting_id)
  return async (path, payload) => {
    const reply = await app.inject({
      ...{ method: payload ? 'POST' : 'GET', url: `/api/v1${path}` },
      headers: { origin: ORIGIN, cookie: `__Host-amanat=${token}` },
      ...(payload ? { payload } : {}),
    })
    return { status: reply.statusCode, body: reply.json() }
  }
}
const other = await colleague()

describe('the list of requests', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => '/checks', event: 'check.listed' },
      ...{ allowed: me, elsewhere: as.auditor },
    }),
  )
  it('shows an investigator his own, those at his desk first, and nobody else any draft of his', async () => {
    const { waiting, others, may } = (await me.api.get('/checks')).body as CheckList
    assert.ok(waiting.some(({ check_id }) => check_id === given.check_id))
    assert.deepEqual(
      others.map(({ check_id, clock }) => [check_id, clock?.hours_left]),
      [[asked_id, 47]],
    )
    assert.equal(may.ask, true)
    const theirs = (await other('/checks')).body as CheckList
    assert.deepEqual([theirs.waiting, theirs.others], [[], []])
  })
})

describe('beginning a request', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: () => '/checks', status: 201, event: 'check.begun' },
      ...{ allowed: me, elsewhere: as.prosecutorMultan },
    }),
  )
  it('cannot be done in another district’s name, whatever is written', async () => {
    const writing = asActor(register.program.database, await me.token(), (tx) =>
      tx
        .insertInto('register.check_request')
        .values({
          ...{ check_id: randomUUID(), district_id: 'pb_vehari', stage: 'drafting', kek_id: 'x' },
          ...{ asked_by: me.officer_id, posting_id: me.posting_id, body_enc: Buffer.alloc(1) },
        })
        .execute(),
    )
    await assert.rejects(writing, /row-level security/)
  })
})

describe('a step', () => {
  for (const step of ['fir', 'suspect', 'reasons', 'papers', 'send'])
    it(`${step} opens for the one who asks and does not exist for a colleague`, async () => {
      assert.equal((await me.page(`/checks/${given.check_id}/${step}`)).status, 200)
      assert.equal((await other(`/checks/${given.check_id}/${step}`)).status, 404)
    })
  for (const [step, event] of [
    ['fir', 'check.fir_saved'],
    ['suspect', 'check.suspect_saved'],
    ['reasons', 'check.reasons_saved'],
    ['papers', 'check.papers_saved'],
  ] as const)
    describe(`${step}, saved`, () => {
      let drafted: Drafted | undefined
      const steps = checkSteps()
      provesAccess(
        () => register,
        () => ({
          ...{ method: 'POST', event, allowed: me, elsewhere: as.shoSaddar },
          path: async () => {
            drafted ??= (await me.api.post('/checks')).body as Drafted
            return `/checks/${drafted.check_id}/${step}`
          },
          body: () => ({ body_version: 1, ...steps[step] }),
        }),
      )
    })
  it('that was changed in another window is refused, and nothing is overwritten', async () => {
    const drafted = await givenDraftedCheck(me)
    const old = { ...drafted, body_version: drafted.body_version - 1 }
    assert.equal(titleOf(await save(old, 'reasons', checkSteps().reasons)), 'check_changed')
  })
  it('keeps what was typed sealed: no column holds the name or the number', async () => {
    const cnic = '9123456789777'
    const { check_id } = await givenDraftedCheck(me, { cnic, name_latin: 'Zargul Khan' })
    const shown = (await me.api.get(`/checks/${check_id}/send`)).body as CheckDraft
    assert.equal(shown.asked.suspect?.cnic, cnic)
    const { rows } = await root.query(
      'select c::text as line from register.check_request c where check_id = $1',
      [check_id],
    )
    for (const word of [cnic, 'Zargul', Buffer.from(cnic).toString('hex')])
      assert.equal(rows[0].line.includes(word), false)
  })
  it('warns softly of a CNIC whose last digit is another sex’s', async () => {
    const { asked, doubts } = await see(await givenDraftedCheck(me, { cnic: '9123456789012' }))
    assert.equal(asked.suspect?.cnic, '9123456789012')
    assert.deepEqual(doubts.includes('cnic_last_digit'), true)
  })
  it('takes an age for a year of birth where the year is not known', async () => {
    const { asked } = await see(await givenDraftedCheck(me, { age: 30 }))
    const year = Number(register.clock.now().toZonedDateTimeISO('Asia/Karachi').year)
    assert.equal(asked.suspect?.born_year, year - 30)
  })
})

describe('a request that a rule refuses', () => {
  const empty = async () => (await me.api.post('/checks')).body as Drafted
  const fir = checkSteps().fir
  it('is of a station outside the district: refused at the station, and not saved', async () => {
    const drafted = await empty()
    const refused = await save(drafted, 'fir', { ...fir, station_id: 'pb_vehari_city' })
    assert.deepEqual(fieldsOf(refused), [{ field: 'station_id', code: 'checks.rule.other_station' }])
    assert.equal((await see(drafted)).station_id, null)
    assert.equal((await lastEvent(register, 'check.fir_saved'))?.outcome, 'refused')
  })
  it('names no offence of the Act: refused at the sections', async () => {
    const refused = await save(await empty(), 'fir', { ...fir, offences: [], other_sections: '379 PPC' })
    assert.deepEqual(fieldsOf(refused), [{ field: 'offences', code: 'checks.rule.outside_act' }])
  })
  it('is about somebody who is no suspect in the case: refused with the rule', async () => {
    const refused = await save(await empty(), 'reasons', { ...checkSteps().reasons, relevance: 'unrelated' })
    assert.deepEqual(fieldsOf(refused), [{ field: 'relevance', code: 'checks.rule.unrelated' }])
  })
  it('is in an FIR in which another officer asked, until the order is named', async () => {
    const { rows } = await root.query('select fir_number from register.check_request where check_id = $1', [
      asked_id,
    ])
    const same = { ...fir, fir_number: rows[0].fir_number }
    const begun = (await other('/checks', {})).body as Drafted
    const path = `/checks/${begun.check_id}/fir`
    const refused = await other(path, { body_version: 1, ...same })
    assert.deepEqual(fieldsOf(refused as Reply), [
      { field: 'transfer_order', code: 'checks.rule.anothers_fir' },
    ])
    const taken = await other(path, { body_version: 1, ...same, transfer_order: 'DPO 411/INV' })
    assert.equal(taken.status, 200)
  })
  it('says the rule on the page, in words, with the text it rests on', async () => {
    const drafted = await empty()
    const sent = await me.form(`/checks/${drafted.check_id}/fir`, {
      ...{ body_version: '1', station_id: 'pb_vehari_city', fir_number: '12', fir_year: '2026' },
      ...{ offences: 'PPC-376', other_sections: '' },
    })
    const page = await me.page(sent.location ?? '')
    assert.match(page.text, /own FIR only \(Register procedures 2024\)/)
  })
})

describe('the reasons', () => {
  it('with a CNIC or a telephone number are refused, and the number is kept nowhere', async () => {
    const drafted = await givenDraftedCheck(me)
    for (const number of ['91234-5678901-3', '۰۳۰۰ ۱۲۳۴۵۶۷', '0300.1234567']) {
      const reasons = `He rang from ${number}`
      const refused = await save(drafted, 'reasons', { ...checkSteps().reasons, reasons })
      assert.deepEqual(fieldsOf(refused), [{ field: 'reasons', code: 'checks.fault.number' }])
      const form = await me.form(`/checks/${drafted.check_id}/reasons`, {
        ...{ body_version: String(drafted.body_version), relevance: 'arrested', reasons },
      })
      assert.equal((await me.page(form.location ?? '')).text.includes(number), false)
    }
  })
  it('with a name after a word for kin are marked, and stand only when confirmed', async () => {
    const drafted = await givenDraftedCheck(me)
    const reasons = 'Recognised by the neighbour’s daughter Zulaikha'
    const given_reasons = { ...checkSteps().reasons, reasons }
    const [fault] = fieldsOf(await save(drafted, 'reasons', given_reasons))
    assert.deepEqual(
      [fault?.field, fault?.code, fault?.values],
      ['names_confirmed', 'checks.fault.name_like', { words: 'Zulaikha' }],
    )
    const saved = await save(drafted, 'reasons', { ...given_reasons, names_confirmed: true })
    assert.equal(saved.status, 200)
    assert.deepEqual((await see(drafted)).marked, ['Zulaikha'])
  })
  it('have at most 200 characters', async () => {
    const refused = await save(given, 'reasons', { ...checkSteps().reasons, reasons: 'a'.repeat(201) })
    assert.equal(fieldsOf(refused)[0]?.field, 'reasons')
  })
})

describe('a paper as a file', () => {
  async function send(who: As, drafted: Drafted, paper: string, text: string) {
    const form = new FormData()
    form.append('body_version', String(drafted.body_version))
    form.append('file', new Blob([text]), 'scan.pdf')
    const sent = new Response(form)
    return app.inject({
      ...{ method: 'POST', url: `/api/v1/checks/${drafted.check_id}/files/${paper}` },
      headers: {
        ...{ origin: ORIGIN, cookie: `__Host-amanat=${await who.token()}` },
        'content-type': sent.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await sent.arrayBuffer()),
    })
  }
  it('leaves its fingerprint and nothing else, with its event; a prosecutor sends none', async () => {
    const drafted = await givenDraftedCheck(me)
    const sent = await send(me, drafted, 'fir', 'the copy of the FIR')
    assert.equal(sent.statusCode, 200, sent.body)
    const event = await lastEvent(register, 'check.file_hashed', me.officer_id)
    assert.deepEqual([event?.outcome, event?.row_after?.length], ['done', 32])
    assert.equal((await see(drafted)).asked.fir_hash, hashOf('the copy of the FIR'))
    assert.equal((await send(as.prosecutorMultan, drafted, 'fir', 'x')).statusCode, 404)
    const { rows } = await root.query(
      'select c::text as line from register.check_request c where check_id = $1',
      [drafted.check_id],
    )
    assert.equal(rows[0].line.includes(Buffer.from('copy of the FIR').toString('hex')), false)
  })
  it('is not taken twice for both papers', async () => {
    const drafted = await givenDraftedCheck(me)
    const sent = await send(me, drafted, 'annexure', 'fir')
    assert.equal(sent.statusCode, 400)
  })
})

describe('sending', () => {
  let drafted: Drafted | undefined
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', event: 'check.asked', allowed: me, elsewhere: as.prosecutorVehari },
      path: async () => {
        drafted ??= await givenDraftedCheck(me)
        return `/checks/${drafted.check_id}/sendings`
      },
      body: () => ({ body_version: drafted?.body_version }),
    }),
  )
  it('shows before it what is asked and of whom, and what is missing stops it', async () => {
    const begun = (await me.api.post('/checks')).body as Drafted
    const shown = await see(begun)
    assert.equal(shown.missing.length, 9)
    assert.match(shown.to.prosecutor.en, /District Public Prosecutor, Multan/)
    assert.match(shown.to.police.en, /District Police Officer, Multan/)
    const refused = await me.api.post(`/checks/${begun.check_id}/sendings`, { body_version: 1 })
    assert.equal(titleOf(refused), 'check_not_ready')
  })
  it('closes the request to changes, and starts the clock of 48 hours', async () => {
    const check_id = await givenAskedCheck(me)
    const { stage, desk, clock, steps, may } = (await me.api.get(`/checks/${check_id}`)).body as CheckShown
    assert.deepEqual([stage, desk, clock?.hours_left, clock?.is_late], ['asked', 'prosecutor', 47, false])
    assert.deepEqual([steps.map(({ act }) => act), may.change], [['asked'], false])
    const late = await me.api.post(`/checks/${check_id}/reasons`, {
      body_version: 5,
      ...checkSteps().reasons,
    })
    assert.equal(titleOf(late), 'check_closed')
  })
  it('is the only way to the prosecutor: the database takes no further stage from who asks', async () => {
    const { check_id } = await givenDraftedCheck(me)
    for (const stage of ['forwarded', 'proposed', 'released', 'refused'] as const) {
      const jumping = asActor(register.program.database, await me.token(), (tx) =>
        tx.updateTable('register.check_request').set({ stage }).where('check_id', '=', check_id).execute(),
      )
      await assert.rejects(jumping, /row-level security|check constraint/)
    }
  })
})

describe('one request', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => `/checks/${asked_id}`, event: 'check.seen' },
      ...{ allowed: me, elsewhere: as.administrator },
    }),
  )
  it('does not exist for a colleague of the same unit', async () => {
    assert.equal((await other(`/checks/${asked_id}`)).status, 404)
  })
})

describe('discarding', () => {
  let drafted: Drafted | undefined
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', event: 'check.discarded', allowed: me, elsewhere: as.bureauOfficer },
      path: async () => {
        drafted ??= await givenDraftedCheck(me)
        return `/checks/${drafted.check_id}/discards`
      },
      body: () => ({ body_version: drafted?.body_version }),
    }),
  )
  it('destroys the key of what was typed and the forms that were refused', async () => {
    const one = await givenDraftedCheck(me)
    await me.form(`/checks/${one.check_id}/suspect`, { body_version: String(one.body_version), cnic: '12' })
    const forms = () => root.query('select 1 from register.form_state where subject_id = $1', [one.check_id])
    assert.equal((await forms()).rowCount, 1)
    assert.equal(
      (await me.api.post(`/checks/${one.check_id}/discards`, { body_version: one.body_version })).status,
      200,
    )
    const { rows } = await root.query('select wrapped_key from register.check_request where check_id = $1', [
      one.check_id,
    ])
    assert.deepEqual([rows[0].wrapped_key, (await forms()).rowCount], [null, 0])
    assert.equal(titleOf(await me.api.get(`/checks/${one.check_id}/send`)), 'check_erased')
  })
  it('is not for a request that was sent', async () => {
    const reply = await me.api.post(`/checks/${asked_id}/discards`, { body_version: 5 })
    assert.equal(titleOf(reply), 'check_closed')
  })
})
