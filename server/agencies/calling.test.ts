import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { AnswerRead } from '../../contract/check-openings.ts'
import type { CheckDraft, CheckList, CheckShown } from '../../contract/checks.ts'
import {
  agencySession,
  type Call,
  CLIENT,
  givenAgency,
  givenAgencyChange,
  givenConsent,
  openTokenProvider,
  ownSession,
  runJob,
  systemOf,
} from '../../tests/support/agency-system.ts'
import { given } from '../../tests/support/given.ts'
import { checkSteps, givenAskedCheck, givenProposedAnswer, TICKED } from '../../tests/support/given-check.ts'
import { lastEvent } from '../../tests/support/proofs.ts'
import { openTestRegister, type Reply } from '../../tests/support/register.ts'
import { waitFor } from '../../tests/support/wait-for.ts'
import { createApp } from '../app.ts'
import { asActor } from '../platform/database.ts'
import { sweepAgencyCalls } from './sweep-job.ts'

const register = await openTestRegister()
const { as, root } = register
const officer = as.investigatorMultan
const provider = await openTokenProvider()
const program = { ...register.program, agencies: provider.door }
const app = await createApp(program, {
  requests_per_minute: 1_000_000,
  onFault: (fault) => console.error(fault),
})
after(() => app.close())
const agency_id = await givenAgency(register)
const link_id = await givenConsent(officer, agency_id)
const system = systemOf(app, { token: await provider.token(), officer: officer.name })
const bashir = await given.person(register, { custody: [{ from_on: '2025-02-11', to_on: null }] })
const lend = async () => assert.equal((await officer.api.post(`/agency-links/${link_id}/loans`)).status, 201)

const titleOf = (reply: Reply) => (reply.body as { title: string }).title
const ok = <R = { check_id: string; print_id: string; body_version: number }>(reply: Reply, status = 200) => {
  assert.equal(reply.status, status, reply.text)
  return reply.body as R
}
/** A request with all its steps, saved through the system and not sent. */
async function drafted(cnic?: string) {
  const { check_id, ...begun } = ok(await system.post('/checks'), 201)
  let { body_version } = begun
  for (const [step, body] of Object.entries(checkSteps(cnic === undefined ? {} : { cnic }))) {
    const saved = ok(await system.post(`/checks/${check_id}/${step}`, { body_version, ...body }))
    body_version = saved.body_version
  }
  return { check_id, body_version }
}
async function asked(cnic?: string) {
  const { check_id, body_version } = await drafted(cnic)
  ok(await system.post(`/checks/${check_id}/sendings`, { body_version }))
  return check_id
}
async function answered(answer: { outcome: string; person_id?: string }, cnic?: string) {
  const check_id = await asked(cnic)
  ok(await as.prosecutorMultan.api.post(`/checks/${check_id}/forwardings`, TICKED))
  const shown_hash = await givenProposedAnswer(register, check_id, answer)
  ok(await as.bureauOfficerTwo.api.post(`/checks/${check_id}/releases`, { shown_hash }))
  return check_id
}
const countOf = async (statement: string, values: unknown[] = []) =>
  (await root.query(`select count(*)::int as n from ${statement}`, values)).rows[0].n as number

describe('an agency’s system asks in the name of its officer', () => {
  it('step by step, and the officer is the one who asked, on his own screens too', async () => {
    const { check_id, body_version } = await drafted()
    const draft = ok<CheckDraft>(await system.get(`/checks/${check_id}/send`))
    assert.deepEqual(draft.missing, [])
    ok(await system.post(`/checks/${check_id}/sendings`, { body_version }))
    const seen = ok<CheckShown>(await system.get(`/checks/${check_id}`))
    assert.deepEqual([seen.stage, seen.asked_by.en], ['asked', 'Bushra Naz'])
    assert.equal((await officer.api.get(`/checks/${check_id}`)).status, 200)
    const event = await lastEvent(register, 'check.asked')
    assert.deepEqual([event?.outcome, event?.officer_id], ['done', officer.officer_id])
    const { rows } = await root.query(
      `select s.method, s.agency_id, s.ended_at is not null as is_over from access.session s join audit.event e using (session_id)
        where e.action = 'check.asked' order by e.event_no desc limit 1`,
    )
    assert.deepEqual(rows, [{ method: 'agency', agency_id, is_over: true }])
  })
  it('leaves his own session as it is', async () => {
    await system.get('/checks')
    assert.equal((await officer.api.get('/checks')).status, 200)
  })
  it('sees what was asked through it, and not what he asked himself', async () => {
    const own = await givenAskedCheck(officer)
    const through = await asked()
    assert.equal((await system.get(`/checks/${own}`)).status, 404)
    const { waiting, others } = ok<CheckList>(await system.get('/checks'))
    const ids = [...waiting, ...others].map(({ check_id }) => check_id)
    assert.deepEqual([ids.includes(own), ids.includes(through)], [false, true])
  })
  it('hears the rule that refuses, and the gloss of the policy', async () => {
    const { check_id, body_version } = ok(await system.post('/checks'), 201)
    const fir = { ...checkSteps().fir, station_id: 'pb_vehari_city' }
    const refused = await system.post(`/checks/${check_id}/fir`, {
      body_version: Number(body_version),
      ...fir,
    })
    assert.deepEqual([refused.status, refused.headers['content-type']], [400, 'application/problem+json'])
    assert.match(refused.text, /checks\.rule\./)
    const waiting = await answered({ outcome: 'no_record' })
    const stale = await system.post(`/checks/${waiting}/openings`)
    assert.deepEqual([stale.status, titleOf(stale)], [403, 'step_up_needed'])
    assert.ok((stale.body as { detail: { ur: string } }).detail.ur)
  })
  it('reaches nothing but check requests', async () => {
    for (const path of [
      '/agency-links',
      '/officers',
      '/approvals',
      '/searches',
      '/session',
      '/day',
      '/agencies',
    ])
      assert.equal((await system.get(path)).status, 404, path)
    assert.equal((await system.post(`/agency-links/${link_id}/loans`)).status, 404)
    assert.equal((await system.post('/agency-links', { agency_id })).status, 404)
  })
})

describe('the answer, through an agency’s system', () => {
  it('opens only while the officer lent his passkey, is counted, and bears who, through whom, when, which number', async () => {
    const check_id = await answered(
      { outcome: 'record_exists', person_id: bashir.person_id },
      bashir.cnic ?? '',
    )
    assert.equal(titleOf(await system.post(`/checks/${check_id}/openings`)), 'step_up_needed')
    await lend()
    const { print_id } = ok(await system.post(`/checks/${check_id}/openings`), 201)
    const path = `/checks/${check_id}/openings/${print_id}`
    const read = ok<AnswerRead>(await system.get(path))
    assert.deepEqual([read.opened_count, read.content.record?.record_number], [1, bashir.record_number])
    const marks = read.watermark.en.split(' · ')
    assert.deepEqual([marks[0], marks[1], marks[2]], ['Bushra Naz', 'investigatorMultan', 'Punjab Police'])
    assert.ok(read.watermark.ur.includes('پنجاب پولیس') && marks.at(-1) === read.print_number)
    ok(await system.post(`${path}/confirmations`, { said: 'him', identifiers: ['father', 'cnic_tail'] }), 201)
    await root.query(`update access.agency_officer set lent_at = now() - interval '6 minutes'`)
    assert.equal(titleOf(await system.post(`/checks/${check_id}/openings`)), 'step_up_needed')
  })
})

describe('an idempotency key', () => {
  const keyed = (key: string | undefined = ''): Call => ({ key })
  it('is needed for every write, and is no word of a few letters', async () => {
    for (const key of ['', 'short', 'with space in it'])
      assert.equal(
        titleOf(await system.post('/checks', undefined, keyed(key))),
        'idempotency_key_needed',
        key,
      )
  })
  it('gives the same reply to the same request, which is done once', async () => {
    const key = randomUUID()
    const before = await countOf('register.check_request')
    const first = await system.post('/checks', undefined, keyed(key))
    const again = await system.post('/checks', undefined, keyed(key))
    assert.deepEqual([again.status, again.body], [201, first.body])
    assert.equal((await countOf('register.check_request')) - before, 1)
    const event = await lastEvent(register, 'agency.call_repeated')
    assert.deepEqual(
      [event?.outcome, event?.subject_id],
      ['done', (first.body as { check_id: string }).check_id],
    )
  })
  it('of twenty at once does one, and answers all of them alike', async () => {
    const { check_id, body_version } = await drafted()
    const key = randomUUID()
    const used = async () =>
      (await root.query(`select used_count from register.quota_use where act = 'ask_check'`)).rows[0]
        ?.used_count
    const before = await used()
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        system.post(`/checks/${check_id}/sendings`, { body_version }, keyed(key)),
      ),
    )
    assert.equal(new Set(replies.map(({ status, text }) => `${status} ${text}`)).size, 1)
    assert.equal(replies[0]?.status, 200, replies[0]?.text ?? '')
    assert.equal(await countOf(`register.check_step where check_id = $1 and act = 'asked'`, [check_id]), 1)
    assert.equal((await used()) - before, 1, 'counted once against the quota')
  })
  it('of a twentieth opening of an answer opens it once', async () => {
    const check_id = await answered(
      { outcome: 'record_exists', person_id: bashir.person_id },
      bashir.cnic ?? '',
    )
    await lend()
    const key = randomUUID()
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => system.post(`/checks/${check_id}/openings`, undefined, keyed(key))),
    )
    assert.equal(new Set(replies.map(({ text }) => text)).size, 1, replies[0]?.text ?? '')
    assert.equal(await countOf('register.check_print where check_id = $1', [check_id]), 1)
  })
  it('with another body or address is refused', async () => {
    const { check_id, body_version } = await drafted()
    const key = randomUUID()
    const papers = { body_version, fir_hash: 'a'.repeat(64), annexure_hash: 'b'.repeat(64) }
    ok(await system.post(`/checks/${check_id}/papers`, papers, keyed(key)))
    const other = await system.post(`/checks/${check_id}/papers`, { ...papers, fir_hash: null }, keyed(key))
    assert.deepEqual([other.status, titleOf(other)], [422, 'idempotency_key_reused'])
    assert.equal((await system.post('/checks', undefined, keyed(key))).status, 422)
  })
  it('of a call that was refused and done later counts its day from there', async () => {
    const check_id = await answered({ outcome: 'no_record' })
    await root.query('update access.agency_officer set lent_at = null')
    const key = randomUUID()
    const open = () => system.post(`/checks/${check_id}/openings`, undefined, keyed(key))
    assert.equal((await open()).status, 403)
    await root.query(`update register.agency_call set called_at = called_at - interval '25 hours'`)
    await lend()
    const done = await open()
    await runJob(program, sweepAgencyCalls)
    assert.deepEqual([(await open()).body, done.status], [done.body, 201])
    assert.equal(await countOf('register.check_print where check_id = $1', [check_id]), 1)
  })
  it('of a refused request may be sent again: a refusal is not kept', async () => {
    const check_id = await answered({ outcome: 'no_record' })
    await root.query('update access.agency_officer set lent_at = null')
    const key = randomUUID()
    assert.equal((await system.post(`/checks/${check_id}/openings`, undefined, keyed(key))).status, 403)
    await lend()
    assert.equal((await system.post(`/checks/${check_id}/openings`, undefined, keyed(key))).status, 201)
  })
  it('and its reply lie sealed, and are gone after a day', async () => {
    await asked()
    const { rows } = await root.query(
      'select reply_enc, request_hash from register.agency_call where reply_enc is not null',
    )
    assert.ok(rows.length > 0 && rows.every((row) => !row.reply_enc.includes(Buffer.from('check_id'))))
    await runJob(program, sweepAgencyCalls)
    assert.ok((await countOf('register.agency_call')) > 0)
    const later = { now: () => program.clock.now().add({ hours: 25 }) }
    await runJob({ ...program, clock: later }, sweepAgencyCalls)
    assert.equal(await countOf('register.agency_call'), 0)
    assert.equal((await lastEvent(register, 'agency.calls_swept'))?.outcome, 'done')
  })
})

describe('a call in flight', () => {
  /** Waits until something of this table is waited for. */
  const isWaitedFor = (table: string) =>
    waitFor(`somebody before ${table}`, async () => {
      const waiting = 'select 1 from pg_locks where not granted and relation = $1::regclass'
      return (await root.query(waiting, [table])).rows.length > 0
    })
  it('is over before its officer hears that he ended his consent, and nothing follows it', async () => {
    const over: string[] = []
    const told = async (name: string, reply: Promise<Reply>) => {
      const { status } = await reply
      over.push(`${name} ${status}`)
    }
    const ended = `/agency-links/${link_id}/endings`
    await root.query('begin; lock table register.check_request in share mode')
    const call = told('call', system.post('/checks'))
    let ending = Promise.resolve()
    let before: string[] = []
    try {
      await isWaitedFor('register.check_request')
      ending = told('ending', officer.api.post(ended))
      await Promise.race([ending, pause(1_000)])
      before = [...over]
    } finally {
      await root.query('rollback')
    }
    assert.deepEqual(before, [], 'the ending waits for the call')
    await Promise.all([call, ending])
    assert.deepEqual(over.toSorted(), ['call 201', 'ending 201'])
    assert.equal((await system.get('/checks')).status, 403)
    await givenConsent(officer, agency_id)
  })
  const isOpen = (token: string) =>
    asActor(program.database, token, async (_tx, session) => session !== undefined)
  const { client_id } = CLIENT
  it('is ended with the consent, and with the agency', async () => {
    const by_consent = await agencySession(program, client_id, officer.name)
    assert.equal(await isOpen(by_consent), true)
    const { rows } = await root.query('select link_id from access.agency_officer where ended_at is null')
    await officer.api.post(`/agency-links/${rows[0].link_id}/endings`)
    assert.equal(await isOpen(by_consent), false)
    await givenConsent(officer, agency_id)
    const by_agency = await agencySession(program, client_id, officer.name)
    await givenAgencyChange(register, `/agencies/${agency_id}/endings`, { to_on: '2099-01-01' })
    assert.equal(await isOpen(by_agency), false)
  })
  it('is not ended by a sign-in of its officer, and is none', async () => {
    const call = await agencySession(program, client_id, officer.name)
    const before = async (token: string) =>
      asActor(program.database, token, async (tx) => {
        const { rows } = await sql<{ opened_at: string }>`select (s).* from sec.sign_in() s`.execute(tx)
        return Object.values(rows[0] ?? {})[0]
      })
    await ownSession(program, officer.posting_id)
    await agencySession(program, client_id, officer.name)
    const second = await ownSession(program, officer.posting_id)
    assert.equal(await isOpen(call), true)
    const { rows } = await root.query(
      `select opened_at from access.session where officer_id = $1 and method = 'passkey' order by opened_at desc offset 1 limit 1`,
      [officer.officer_id],
    )
    assert.equal(await before(second), rows[0].opened_at.toISOString())
  })
  it('and a job leave no session behind for longer than a day, nor does a refused form', async () => {
    await root.query(
      `update access.session set opened_at = opened_at - interval '40 hours', expires_at = expires_at - interval '40 hours'`,
    )
    const passing = `access.session where method in ('agency', 'job')`
    const own = `access.session where method not in ('agency', 'job')`
    const kept = await countOf(own)
    assert.ok((await countOf(passing)) > 0)
    await root.query(
      `insert into register.form_state (form_id, officer_id, wrapped_key, kek_id, body_enc, created_at)
       select gen_random_uuid(), $1, 'k', 'k', 'b', now() - make_interval(hours => h) from unnest(array[23, 25]) h`,
      [officer.officer_id],
    )
    const forms = await countOf('register.form_state')
    await runJob(program, sweepAgencyCalls)
    // The one of this very job is of now.
    assert.deepEqual([await countOf(passing), await countOf(own)], [1, kept])
    assert.equal(forms - (await countOf('register.form_state')), 1)
  })
})
