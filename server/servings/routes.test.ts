import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import type { PersonIdentity } from '../../contract/people.ts'
import type { Serving, ServingForm } from '../../contract/servings.ts'
import { duty_names } from '../../domain/duty/facts.ts'
import { verifyCode } from '../../domain/receipt/verify.ts'
import { given } from '../../tests/support/given.ts'
import { SIGNER } from '../../tests/support/given-code.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { asActor } from '../platform/database.ts'

const register = await openTestRegister()
const { as, clock, root } = register
clock.set('2025-09-10T06:00:00Z') // 11:00 in Pakistan

const person = (custody: { from_on: string; to_on: string | null }[]) => given.person(register, { custody })
const released = () => person([{ from_on: '2024-02-01', to_on: '2025-03-03' }])
const inside = () => person([{ from_on: '2024-02-01', to_on: null }])
const asked = (more: object = {}) => ({
  ...{
    duties: duty_names,
    language: 'ur',
    served_on: '2025-09-10',
    served_time: '10:30',
    proof: 'thumb_mark',
  },
  ...more,
})
type Made = { serving_id: string; fields?: { field: string; code: string }[] }
const serve = (person_id: string, more: object = {}, who: As = as.officerSaddar) =>
  who.api.post(`/people/${person_id}/servings`, asked(more))
const faults = async (person_id: string, more: object) => {
  const reply = await serve(person_id, more)
  assert.equal(reply.status, 400, reply.text)
  return ((reply.body as Made).fields ?? []).map(({ field, code }) => `${field} ${code}`)
}
const search = (who: As, query: string) =>
  who.api.post('/searches', { query, purpose: 'supervision', case_reference: 'Diary 7' })
const form = async (one: { person_id: string; record_number: string }, language = 'ur') => {
  await search(as.officerSaddar, one.record_number)
  const asked_for = language && `?language=${language}`
  const reply = await as.officerSaddar.api.get(`/people/${one.person_id}/servings/new${asked_for}`)
  return reply.body as ServingForm
}
const exceptions = async (person_id: string) =>
  (await root.query('select exceptions from register.duty_standing where person_id = $1', [person_id]))
    .rows[0]?.exceptions

describe('serving the duties', () => {
  it('tells each duty with the values of the pack in force, and where they are assumed', async () => {
    const { told, not_served, may_serve } = await form(await released())
    assert.deepEqual(
      told.map(({ duty }) => duty),
      [...duty_names],
    )
    const [rule] = told.find(({ duty }) => duty === 'notify_address_change')?.rules ?? []
    assert.deepEqual(rule, {
      ...{
        rule: 'notify_address_change_days',
        count: 7,
        law: 'SOR-RULES-2023',
        section: null,
        status: 'assumed',
      },
    })
    assert.deepEqual([not_served, may_serve], [[...duty_names], true])
  })
  it('ends the exception that nobody told him, and is kept with its proof', async () => {
    const one = await released()
    const reply = await serve(one.person_id, { duties: ['confirm_in_person'] })
    assert.equal(reply.status, 201, reply.text)
    assert.deepEqual(await exceptions(one.person_id), ['not_served'])
    const rest = duty_names.filter((duty) => duty !== 'confirm_in_person')
    const refused = {
      duties: rest,
      proof: 'refused_before_witnesses',
      witness: 'ASI Rafiq, Constable Akbar s/o Din',
    }
    const { serving_id } = (await serve(one.person_id, refused)).body as Made
    assert.deepEqual(await exceptions(one.person_id), [])
    const kept = (await as.officerSaddar.api.get(`/servings/${serving_id}`)).body as Serving
    assert.deepEqual(
      [kept.proof, kept.witness],
      ['refused_before_witnesses', 'ASI Rafiq, Constable Akbar s/o Din'],
    )
    assert.deepEqual((await form(one)).not_served, [])
  })
  it('is sealed: a witness stands in no column', async () => {
    const one = await released()
    await serve(one.person_id, { proof: 'refused_before_witnesses', witness: 'Qari Nazeer' })
    const { rows } = await root.query('select * from register.serving where person_id = $1', [one.person_id])
    assert.ok(!rows[0].witness_enc.includes('Nazeer'))
  })
  it('in prison before release counts from the release', async () => {
    const one = await inside()
    assert.equal((await serve(one.person_id)).status, 201)
    assert.deepEqual(await exceptions(one.person_id), [])
  })
  it('before release is refused where he was not in prison', async () => {
    const one = await person([{ from_on: '2025-03-01', to_on: '2025-08-01' }])
    const back = { back_dated_reason: 'Taken over from the prison book' }
    assert.deepEqual(await faults(one.person_id, { served_on: '2025-02-20', ...back }), [
      'served_on servings.fault.before_release',
    ])
    assert.equal((await serve(one.person_id, { served_on: '2025-07-31', ...back })).status, 201)
  })
  it('to come, or typed in later without a reason, is refused', async () => {
    const one = await released()
    assert.deepEqual(await faults(one.person_id, { served_on: '2025-09-11' }), ['served_on in_future'])
    assert.deepEqual(await faults(one.person_id, { served_time: '11:01' }), ['served_time in_future'])
    assert.deepEqual(await faults(one.person_id, { served_on: '2025-09-01' }), [
      'back_dated_reason servings.fault.reason_needed',
    ])
    assert.deepEqual(await faults(one.person_id, { proof: 'refused_before_witnesses' }), ['witness required'])
  })
  it('with a reason that may tell who the survivor is, is refused', async () => {
    const one = await released()
    const back_dated_reason = 'the victim Ayesha was ill'
    assert.deepEqual(await faults(one.person_id, { served_on: '2025-09-01', back_dated_reason }), [
      'back_dated_reason drafts.doubt.survivor_identity',
    ])
  })
  it('asks for his language, keeps it with the day, and reads out in it from then on', async () => {
    const one = await released()
    assert.deepEqual((await form(one, '')).language, 'ur')
    assert.deepEqual(await faults(one.person_id, { spoken: 'en' }), [
      'spoken servings.fault.not_his_language',
    ])
    assert.equal((await serve(one.person_id, { spoken: 'skr' })).status, 201)
    assert.equal((await form(one, '')).person.language, 'skr')
    assert.equal((await serve(one.person_id, { spoken: 'en', language: 'en' })).status, 201)
    assert.equal((await form(one, '')).language, 'en')
    const { rows } = await root.query(
      `select language, source_kind, asked_on::text, superseded_at is null as is_live
         from register.person_language where person_id = $1 order by is_live`,
      [one.person_id],
    )
    const told = { source_kind: 'serving', asked_on: '2025-09-10' }
    assert.deepEqual(rows, [
      { language: 'skr', ...told, is_live: false },
      { language: 'en', ...told, is_live: true },
    ])
    const identity = await as.officerSaddar.api.get(`/people/${one.person_id}/identity`)
    assert.deepEqual(
      (identity.body as PersonIdentity).languages.map(({ language }) => language),
      ['en', 'skr'],
    )
  })
  it('recorded in error is struck out by two, and what it proved is not owed any more', async () => {
    const one = await released()
    const { serving_id } = (await serve(one.person_id)).body as Made
    assert.deepEqual(await exceptions(one.person_id), [])
    await search(as.officerSaddar, one.record_number)
    const path = `/people/${one.person_id}/strikeouts/serving/${serving_id}`
    const proposed = await as.officerSaddar.api.post(path, { reason: 'It was his brother who was told.' })
    assert.equal(proposed.status, 201, proposed.text)
    assert.equal((await as.officerSaddar.api.get(`/servings/${serving_id}`)).status, 200)
    const { approval_id } = proposed.body as { approval_id: string }
    // The database judges the end of a proposal by its own clock, which is not this test's.
    await root.query("update register.approval set expires_at = '2099-01-01'")
    const shown = (await as.bureauOfficer.api.get(`/approvals/${approval_id}`)).body as { shown_hash: string }
    const reply = await as.bureauOfficer.api.post(`/approvals/${approval_id}/approve`, {
      shown_hash: shown.shown_hash,
    })
    assert.equal(reply.status, 200, reply.text)
    assert.deepEqual(await exceptions(one.person_id), ['not_served'])
    assert.equal((await as.officerSaddar.api.get(`/servings/${serving_id}`)).status, 404)
    const { rows } = await root.query('select superseded_at from register.serving where serving_id = $1', [
      serving_id,
    ])
    assert.notEqual(rows[0].superseded_at, null)
  })
  it('is not struck out by one officer: the database changes nothing', async () => {
    const one = await released()
    const { serving_id } = (await serve(one.person_id)).body as Made
    const struck = await asActor(register.program.database, await as.bureauOfficer.token(), (tx) =>
      tx
        .updateTable('register.serving')
        .set({ superseded_at: '2025-09-10T06:00:00Z' })
        .where('serving_id', '=', serving_id)
        .executeTakeFirst(),
    )
    assert.equal(Number(struck.numUpdatedRows), 0)
  })
  it('of somebody who is not on the register is refused', async () => {
    const { person_id } = await given.person(register, { convictions: [{ disposal: 'probation' }] })
    assert.equal((await serve(person_id)).status, 409)
  })
})

describe('the notice of duties', () => {
  const print = async (person_id: string, language: 'ur' | 'en') => {
    const reply = await as.officerSaddar.api.post(`/people/${person_id}/servings/prints`, { language })
    assert.equal(reply.status, 201, reply.text)
    return reply.body as { print_id: string; print_number: string }
  }
  const pdfOf = async (print_id: string) => {
    const reply = await register.app.inject({
      ...{ method: 'GET', url: `/prints/${print_id}/file` },
      headers: { cookie: `__Host-amanat=${await as.officerSaddar.token()}` },
    })
    assert.equal(reply.statusCode, 200)
    assert.match(String(reply.headers['cache-control']), /no-store/)
    return reply.rawPayload
  }
  for (const language of ['en', 'ur'] as const)
    it(`is one page in ${language}, signed, and the same when it is opened again`, async () => {
      const one = await released()
      const made = await print(one.person_id, language)
      const pdf = await pdfOf(made.print_id)
      const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
        mergePages: true,
      })
      assert.equal(totalPages, 1)
      assert.ok(text.includes(one.record_number) && text.includes(made.print_number))
      if (language === 'en') assert.match(text.replace(/\s+/g, ' '), /Within 7 days after you move/)
      assert.deepEqual(await pdfOf(made.print_id), pdf)
      const { rows } = await root.query('select code from register.print where print_id = $1', [
        made.print_id,
      ])
      assert.equal((await verifyCode(rows[0].code, SIGNER.published)).verdict, 'sound')
    })
  it('has a number of its own each time, and is linked to the serving', async () => {
    const one = await released()
    const [first, second] = [await print(one.person_id, 'ur'), await print(one.person_id, 'ur')]
    assert.notEqual(first.print_number, second.print_number)
    assert.equal((await serve(one.person_id, { print_id: second.print_id })).status, 201)
    const other = await released()
    assert.deepEqual(await faults(other.person_id, { print_id: first.print_id }), [
      'print_id servings.fault.not_his_print',
    ])
  })
})

const bashir = await released()
await search(as.officerSaddar, bashir.record_number)
const { serving_id } = (await serve(bashir.person_id)).body as Made

describe('who may', () => {
  const { officerSaddar: allowed, shoVehari: elsewhere } = as
  const at = (path: string) => () => `/people/${bashir.person_id}/servings${path}`
  describe('read the duties out', () =>
    provesAccess(
      () => register,
      () => ({ ...{ method: 'GET', path: at('/new'), allowed, elsewhere }, event: 'serving.form_seen' }),
    ))
  describe('print them', () =>
    provesAccess(
      () => register,
      () => ({
        ...{ method: 'POST', path: at('/prints'), body: () => ({ language: 'ur' }), allowed, elsewhere },
        ...{ status: 201, event: 'serving.printed' },
      }),
    ))
  describe('record that they were served', () =>
    provesAccess(
      () => register,
      () => ({
        ...{ method: 'POST', path: at(''), body: () => asked(), allowed, elsewhere, status: 201 },
        event: 'serving.recorded',
      }),
    ))
  describe('see a serving', () =>
    provesAccess(
      () => register,
      () => ({
        ...{ method: 'GET', path: () => `/servings/${serving_id}`, allowed, elsewhere },
        event: 'serving.seen',
      }),
    ))
})
