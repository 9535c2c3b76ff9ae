import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { after, describe, it } from 'node:test'
import { given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { startGateway } from '../../tests/support/message-gateway.ts'
import { provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { refreshDuties } from '../duties/project.ts'
import { asActor, asGate, send } from '../platform/database.ts'
import type { AsJob, Job } from '../platform/jobs.ts'
import { NIGHT_WORK } from '../platform/night-work.ts'
import { OPEN_SESSION } from '../platform/session-statements.ts'
import { hashOf, newToken } from '../platform/tokens.ts'
import { planReminders } from './plan-job.ts'
import { sendReminder, textOf } from './send-job.ts'

const gateway = await startGateway()
after(gateway.stop)
const register = await openTestRegister()
const { program, root, clock, as } = register
program.reminders = { gateway: gateway.gateway, daily_limit: 3 }
const planned: string[] = []
program.jobs.addAll = async (_task, payloads) => void planned.push(...payloads.map(({ id }) => id))

const token = newToken()
await asGate(program.database, (tx) =>
  send(tx, OPEN_SESSION, [hashOf(token), crypto.randomUUID(), NIGHT_WORK.posting_id, 'job', 'en', false]),
)
const asNight: AsJob = (work) =>
  asActor(program.database, token, (tx, session) => {
    assert.ok(session)
    return work(tx, session)
  })
const run = (job: Job, id: string = NIGHT_WORK.officer_id) => {
  const payload = { id, posting_id: NIGHT_WORK.posting_id }
  return job({ program, payload, as: asNight, attempt: 1, signal: new AbortController().signal })
}
/** Plans, and sends what was planned, as the queue would. */
async function remind() {
  planned.length = 0
  await run(planReminders)
  for (const id of planned) await run(sendReminder, id)
}
const outbox = () =>
  existsSync(gateway.outbox)
    ? readFileSync(gateway.outbox, 'utf8')
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : []

/** Released on 3 March 2025, told, and with a number where one is given: due on 3 September. */
async function givenDue(number?: string) {
  const person = await given.person(register, { custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }] })
  const { person_id } = person
  await givenFacts(register, person_id, { served_at: '2025-03-03T05:00:00Z' })
  await asActor(program.database, await as.bureauOfficer.token(), (tx) =>
    refreshDuties(tx, [person_id], clock.now()),
  )
  if (number) {
    const body = { number, language: 'ur', is_agreed: true }
    assert.equal((await as.officerSaddar.api.post(`/people/${person_id}/phones`, body)).status, 201)
  }
  return person_id
}
const reminders = async (person_id: string) =>
  (
    await root.query(
      'select step_days, sent_at is not null as is_sent, dropped_because, attempt_count, last_fault from register.reminder where person_id = $1 order by step_days desc',
      [person_id],
    )
  ).rows

clock.set('2025-08-19T05:00:00Z')
const reached = await givenDue('۰۳۰۰-۱۲۳۴۵۶۷')
const unreached = await givenDue()

describe('a number for reminders', () => {
  const body = { number: '0300-7654321', language: 'en', is_agreed: true }
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'POST', path: () => `/people/${unreached}/phones`, body: () => body, status: 201 },
      ...{ allowed: r.as.officerSaddar, elsewhere: r.as.shoVehari, event: 'contact.added' },
    }),
  )
  it('is sealed, replaced, withdrawn, and not kept without agreement', async () => {
    const { rows } = await root.query('select number_enc, number_index from register.person_contact')
    assert.equal(
      rows.some(({ number_enc }) => number_enc.includes('7654321')),
      false,
    )
    const post = (what: object) =>
      as.officerSaddar.api.post(`/people/${unreached}/phones`, { ...body, ...what })
    assert.equal((await post({ is_agreed: false })).status, 400)
    assert.equal((await post({ number: '042-35761999' })).status, 400)
    assert.equal((await post({ number: '03001111111' })).status, 201)
    assert.equal((await post({ number: null, is_agreed: false })).status, 201)
    const live = await root.query(
      'select count(*)::int from register.person_contact where person_id = $1 and superseded_at is null',
      [unreached],
    )
    assert.equal(live.rows[0].count, 0)
  })
})

describe('a reminder', () => {
  it('is not sent earlier than 14 days before', async () => {
    await remind()
    assert.deepEqual(await reminders(reached), [])
  })
  it('goes to whoever gave a number, once a step, and says nothing of what it is about', async () => {
    clock.set('2025-08-20T05:00:00Z')
    await remind()
    await remind()
    assert.deepEqual(await reminders(unreached), [])
    const [row] = await reminders(reached)
    assert.deepEqual([row.step_days, row.is_sent, row.attempt_count], [14, true, 1])
    assert.equal(outbox().length, 1)
    assert.equal(outbox()[0].to, '+923001234567')
    assert.equal(outbox()[0].text, textOf('ur', '2025-09-03'))
  })
  it('names neither the register nor anybody, in either language', () => {
    for (const language of ['ur', 'en'] as const)
      assert.doesNotMatch(
        textOf(language, '2025-09-03'),
        /regist|offend|police|station|notice|رجسٹر|تھان|پولیس|جرم|NSOR|\d{5}/i,
      )
  })
  it('is tried again when the gateway fails, and sent once', async () => {
    // Since the first reminder he was served, and asked for his language.
    await root.query(
      `insert into register.person_language (language_id, person_id, language, source_kind, asked_on, added_at, added_by)
       values ($1, $2, 'en', 'serving', '2025-08-21', '2025-08-21T05:00:00Z', $3)`,
      [crypto.randomUUID(), reached, as.officerSaddar.officer_id],
    )
    clock.set('2025-08-27T05:00:00Z')
    gateway.setOutage(true)
    await assert.rejects(remind(), /message gateway/)
    gateway.setOutage(false)
    const [, failed] = await reminders(reached)
    assert.deepEqual([failed.step_days, failed.is_sent, failed.last_fault], [7, false, 'status_503'])
    const [id] = planned
    await run(sendReminder, id)
    await run(sendReminder, id)
    assert.equal((await reminders(reached))[1].is_sent, true)
    assert.equal(outbox().length, 2)
    assert.equal(outbox()[1].text, textOf('en', '2025-09-03'), 'in the language he speaks')
  })
  it('is not sent once the duty is met', async () => {
    clock.set('2025-09-02T05:00:00Z')
    planned.length = 0
    await run(planReminders)
    assert.equal(planned.length, 1)
    await givenFacts(register, reached, {
      notices: [{ duty: 'confirm_in_person', received_at: '2025-09-02T04:00:00Z' }],
    })
    await run(sendReminder, planned[0])
    assert.deepEqual((await reminders(reached))[2].dropped_because, 'not_owed')
    assert.equal(outbox().length, 2)
  })
  it('is not sent beyond the day’s limit', async () => {
    program.reminders.daily_limit = 0
    const another = await givenDue('03331234567')
    await remind()
    assert.deepEqual((await reminders(another))[0].dropped_because, 'limit')
  })
  it('is planned by the night work alone', async () => {
    await assert.rejects(
      asActor(program.database, await as.bureauOfficer.token(), (tx) =>
        tx
          .insertInto('register.reminder')
          .values({
            ...{
              reminder_id: crypto.randomUUID(),
              person_id: reached,
              duty: 'confirm_in_person',
              key: '9.9',
            },
            ...{ contact_id: crypto.randomUUID(), step_days: 7, due_on: '2025-09-03' },
          })
          .execute(),
      ),
      { code: '42501' },
    )
  })
})

describe('the form of a number', () => {
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'GET', path: () => `/people/${reached}/phones/new`, event: 'contact.form_seen' },
      ...{ allowed: r.as.officerSaddar, elsewhere: r.as.shoVehari },
    }),
  )
})

describe('the lists of duties', () => {
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'GET', path: () => '/duties', allowed: r.as.officerSaddar, elsewhere: r.as.auditor },
      event: 'duty.listed',
    }),
  )
})

describe('the list of whom to remind', () => {
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'GET', path: () => '/reminders', allowed: r.as.officerSaddar, elsewhere: r.as.auditor },
      event: 'reminder.listed',
    }),
  )
  it('names the people of the station and says who has no number', async () => {
    clock.set('2025-08-27T05:00:00Z')
    const { rows } = (await as.officerSaddar.api.get('/reminders')).body as {
      rows: { person_id: string; channel: string; name: { latin: string } }[]
    }
    const row = rows.find(({ person_id }) => person_id === unreached)
    assert.deepEqual([row?.channel, row?.name.latin], ['print', 'Muhammad Bashir'])
    assert.equal((await as.shoVehari.api.get('/reminders')).text.includes(unreached), false)
  })
})
