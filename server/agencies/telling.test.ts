import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { after, describe, it } from 'node:test'
import type { Agency, AgencyEvents } from '../../contract/agencies.ts'
import type { CheckShown } from '../../contract/checks.ts'
import { isSigned } from '../../domain/agency/webhook-signature.ts'
import {
  givenAgency,
  givenAgencyChange,
  givenConsent,
  givenSecret,
  OTHER_CLIENT,
  openReceiver,
  openTokenProvider,
  runJob,
  systemOf,
} from '../../tests/support/agency-system.ts'
import { type Given, given } from '../../tests/support/given.ts'
import { checkSteps, givenProposedAnswer, TICKED } from '../../tests/support/given-check.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister, type Reply } from '../../tests/support/register.ts'
import { waitFor } from '../../tests/support/wait-for.ts'
import { createApp } from '../app.ts'
import { NIGHT_WORK } from '../platform/night-work.ts'
import { MOST_TRIES, sendAgencyEvent, tellAgencies } from './tell-job.ts'

// The demo's register: messages may go to this machine.
const register = await openTestRegister({ is_demo: true })
const { as, root } = register
const officer = as.investigatorMultan
const provider = await openTokenProvider()
const program = { ...register.program, agencies: provider.door }
const app = await createApp(program, {
  requests_per_minute: 1_000_000,
  onFault: (fault) => console.error(fault),
})
after(() => app.close())
const receiver = await openReceiver()
const agency_id = await givenAgency(register, { webhook_url: receiver.url })
const link_id = await givenConsent(officer, agency_id)
const old_secret = await givenSecret(register, agency_id)
const token = await provider.token()
const system = systemOf(app, { token, officer: officer.name })
const asSystem: As = { ...officer, api: system }

const ok = <R = { check_id: string; body_version: number; print_id: string; approval_id: string }>(
  reply: Reply,
  status = 200,
) => {
  assert.equal(reply.status, status, reply.text)
  return reply.body as R
}
const person = (): Promise<Given> =>
  given.person(register, { custody: [{ from_on: '2025-02-11', to_on: null }] })
/** Asked through the system and released by the Bureau; opened where `opened`. */
async function told(about?: Given, opened = false): Promise<string> {
  const { check_id, ...begun } = ok(await system.post('/checks'), 201)
  let { body_version } = begun
  for (const [step, body] of Object.entries(checkSteps(about ? { cnic: about.cnic ?? '' } : {})))
    body_version = ok(
      await system.post(`/checks/${check_id}/${step}`, { body_version, ...body }),
    ).body_version
  ok(await system.post(`/checks/${check_id}/sendings`, { body_version }))
  ok(await as.prosecutorMultan.api.post(`/checks/${check_id}/forwardings`, TICKED))
  const answer = about ? { outcome: 'record_exists', person_id: about.person_id } : { outcome: 'no_record' }
  const shown_hash = await givenProposedAnswer(register, check_id, answer)
  ok(await as.bureauOfficerTwo.api.post(`/checks/${check_id}/releases`, { shown_hash }))
  if (opened) {
    ok(await officer.api.post(`/agency-links/${link_id}/loans`), 201)
    ok(await system.post(`/checks/${check_id}/openings`), 201)
  }
  return check_id
}
async function rename(about: Given) {
  const looked = { query: about.record_number, purpose: 'correction', case_reference: 'L 7' }
  await as.prosecutorMultan.api.post('/searches', looked)
  const { approval_id } = ok(
    await as.prosecutorMultan.api.post(`/people/${about.person_id}/corrections`, {
      ...{ field: 'name', target_id: about.name_ids[0], after: 'Muhammad Basheer' },
      ...{
        source_kind: 'identity_card',
        source_on: '2026-01-05',
        source_ref: 'NADRA 77',
        asked_by: 'person',
      },
    }),
    201,
  )
  await approve(approval_id)
}
async function approve(approval_id: string) {
  const { shown_hash } = ok<{ shown_hash: string }>(
    await as.bureauOfficerTwo.api.get(`/approvals/${approval_id}`),
  )
  ok(await as.bureauOfficerTwo.api.post(`/approvals/${approval_id}/approve`, { shown_hash }))
}
async function acquit(about: Given) {
  await as.prosecutorMultan.api.post('/searches', {
    ...{ query: about.record_number, purpose: 'correction', case_reference: 'L 7' },
  })
  const path = `/people/${about.person_id}/appeals`
  const order = {
    ...{ conviction_id: about.conviction_ids[0], event: 'acquitted', happened_on: '2025-09-08' },
    ...{ court: 'Lahore High Court', order_number: 'Crl. A. 512/2025' },
  }
  const { effect_hash } = ok<{ effect_hash: string }>(
    await as.prosecutorMultan.api.post(`${path}/effects`, order),
  )
  await approve(ok(await as.prosecutorMultan.api.post(path, { ...order, effect_hash }), 201).approval_id)
}
const eventsOf = async (check_id: string) =>
  (
    await root.query('select * from register.agency_event where check_id = $1 order by event_number', [
      check_id,
    ])
  ).rows
const listed = async (query = '') => ok<AgencyEvents>(await system.get(`/agency/events${query}`))
const sent = (check_id: string) => receiver.received.filter(({ body }) => body.includes(check_id))
const signatureOf = (headers: Record<string, string>) => headers['webhook-signature'] ?? ''
const messageOf = ({ headers, body }: (typeof receiver.received)[number]) => ({
  ...{ id: headers['webhook-id'] ?? '', timestamp: headers['webhook-timestamp'] ?? '', body },
})

describe('what an agency is told', () => {
  it('is written with the release, and with nothing that was refused', async () => {
    const check_id = await told()
    const [event] = await eventsOf(check_id)
    assert.deepEqual([event.kind, event.agency_id, event.planned_at], ['answered', agency_id, null])
    const again = await as.bureauOfficerTwo.api.post(`/checks/${check_id}/releases`, {
      shown_hash: 'a'.repeat(64),
    })
    assert.notEqual(again.status, 200)
    assert.equal((await eventsOf(check_id)).length, 1)
  })
  it('arrives through the queue, signed, with opaque ids and nothing else', async () => {
    const check_id = await told(await person())
    await register.startJobs()
    await program.jobs.add('agencies.tell', { id: NIGHT_WORK.officer_id, posting_id: NIGHT_WORK.posting_id })
    await waitFor('the message', () => sent(check_id).length > 0)
    const [message] = sent(check_id)
    assert.ok(message)
    const said = JSON.parse(message.body)
    assert.deepEqual(Object.keys(said).sort(), ['check_id', 'event_id', 'happened_at', 'kind'])
    assert.deepEqual([said.kind, said.event_id], ['answered', message.headers['webhook-id']])
    const now = Math.floor(Date.now() / 1000)
    assert.equal(isSigned(old_secret, messageOf(message), signatureOf(message.headers), now), true)
    const event = await waitFor('the note that it was delivered', async () => {
      const [event] = await eventsOf(check_id)
      return event.delivered_at && event
    })
    assert.equal(event.attempts_count, 1)
    assert.equal((await lastEvent(register, 'agency.event_sent'))?.outcome, 'done')
  })
  it('says nothing of what the answer says: each reads alike', async () => {
    const bodies = [await told(), await told(await person())].map(async (check_id) => {
      // Not how often it was tried: the clockwork may have sent the one and not yet the other.
      const [{ kind, last_fault }] = await eventsOf(check_id)
      return JSON.stringify([kind, last_fault])
    })
    assert.equal(new Set(await Promise.all(bodies)).size, 1)
  })
  it('is a correction or a withdrawal of a copy that was opened; of one never opened, nothing', async () => {
    const [named, acquitted, unopened] = [await person(), await person(), await person()]
    const corrected = await told(named, true)
    const withdrawn = await told(acquitted, true)
    const closed = await told(unopened)
    await rename(named)
    await acquit(acquitted)
    await rename(unopened)
    const kinds = async (check_id: string) => (await eventsOf(check_id)).map(({ kind }) => kind)
    assert.deepEqual(await kinds(corrected), ['answered', 'corrected'])
    assert.deepEqual(await kinds(withdrawn), ['answered', 'withdrawn'])
    assert.deepEqual(await kinds(closed), ['answered'])
    const { recalls } = ok<{ recalls: { recall_id: string; may_confirm: boolean }[] }>(
      await system.get('/recalls'),
    )
    assert.ok(recalls.length >= 2)
    const [one] = recalls
    ok(await system.post(`/recalls/${one?.recall_id}/confirmations`, { said: 'destroyed' }), 201)
  })
  it('does not hear elsewhere what it is not told: an answer never opened reads alike, whatever became of it', async () => {
    const somebody = await person()
    const [nobody, called_back] = [await told(), await told(somebody)]
    await rename(somebody)
    const seen = async (check_id: string) => {
      const { answer, asked } = ok<CheckShown>(await system.get(`/checks/${check_id}`))
      const { released_at: _, opens_until_at: __, ...rest } = answer ?? {}
      return [rest, asked.suspect !== null]
    }
    assert.deepEqual(await seen(called_back), await seen(nobody))
    const recalls = async (api: { get: (path: string) => Promise<Reply> }) =>
      ok<{ recalls: { recall_id: string }[] }>(await api.get('/recalls')).recalls.map((one) => one.recall_id)
    const { rows } = await root.query('select recall_id from register.recall where check_id = $1', [
      called_back,
    ])
    const [{ recall_id }] = rows
    assert.deepEqual(
      [(await recalls(system)).includes(recall_id), (await recalls(officer.api)).includes(recall_id)],
      [false, true],
    )
    const said = await system.post(`/recalls/${recall_id}/confirmations`, { said: 'never_kept' })
    assert.equal(said.status, 404)
    // Who opens it, by passkey, is told.
    ok(await officer.api.post(`/agency-links/${link_id}/loans`), 201)
    assert.equal((await system.post(`/checks/${called_back}/openings`)).status, 410)
  })
  it('is not of requests on the register’s own screens', async () => {
    const before = (await root.query('select count(*)::int as n from register.agency_event')).rows[0].n
    const { givenReleasedAnswer } = await import('../../tests/support/given-check.ts')
    await givenReleasedAnswer(register, { outcome: 'no_record' })
    assert.equal((await root.query('select count(*)::int as n from register.agency_event')).rows[0].n, before)
  })
})

describe('a message', () => {
  it('is signed with both secrets while one replaces the other', async () => {
    const new_secret = await givenSecret(register, agency_id)
    const check_id = await told()
    await runJob(program, tellAgencies)
    await runJob(program, sendAgencyEvent, (await eventsOf(check_id))[0].event_id)
    const [message] = sent(check_id)
    assert.ok(message)
    const signature = signatureOf(message.headers)
    assert.equal(signature.split(' ').length, 2)
    for (const secret of [old_secret, new_secret])
      assert.equal(isSigned(secret, messageOf(message), signature, Math.floor(Date.now() / 1000)), true)
  })
  it('that is not taken is tried again, given up after twelve times, and sent once it is asked for', async () => {
    const check_id = await told()
    const { event_id } = (await eventsOf(check_id))[0]
    receiver.answer(500)
    await assert.rejects(runJob(program, sendAgencyEvent, event_id, 1), /status_500/)
    await runJob(program, sendAgencyEvent, event_id, MOST_TRIES)
    receiver.answer(204)
    const dead = ok<Agency>(await as.administrator.api.get(`/agencies/${agency_id}`))
    assert.deepEqual([dead.dead_count, dead.events[0]?.event_id], [1, event_id])
    assert.equal(dead.events[0]?.last_fault, 'status_500')
    const before = sent(check_id).length
    await runJob(program, sendAgencyEvent, event_id)
    assert.equal(sent(check_id).length, before, 'what was given up is not sent by itself')
    ok(await system.post(`/agency/events/${event_id}/replays`), 201)
    await runJob(program, tellAgencies)
    await waitFor('the message sent again', () => sent(check_id).length > before)
  })
  it('that was taken is sent again where the agency asks, and is known by its id', async () => {
    const { events } = await listed()
    const { event_id = '', check_id = '' } = events[0] ?? {}
    const before = sent(check_id).length
    ok(await system.post(`/agency/events/${event_id}/replays`), 201)
    await runJob(program, tellAgencies)
    await waitFor('the message sent again', () => sent(check_id).length > before)
    assert.equal(sent(check_id).at(-1)?.headers['webhook-id'], event_id)
  })
  it('is not sent without a secret, nor twice', async () => {
    const [one] = await eventsOf(await told())
    await root.query("update access.agency_secret set ends_at = now() - interval '1 day'")
    await assert.rejects(runJob(program, sendAgencyEvent, one.event_id), /no_secret/)
    await givenSecret(register, agency_id)
    await runJob(program, sendAgencyEvent, one.event_id)
    await root.query('update register.agency_event set planned_at = happened_at where event_id = $1', [
      one.event_id,
    ])
    await runJob(program, sendAgencyEvent, one.event_id)
    assert.equal(sent(one.check_id).length, 1)
  })
})

describe('an address that does not answer', () => {
  it('keeps one message waiting, and no other work of the register', async () => {
    const sockets = new Set<Socket>()
    let most = 0
    const silent = createTcpServer((socket) => {
      sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined))
      most = Math.max(most, sockets.size)
    }).listen(0, '127.0.0.1')
    after(() => {
      for (const socket of sockets) socket.destroy()
      silent.close()
    })
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const path = `/agencies/${agency_id}/addresses`
    await givenAgencyChange(register, path, { webhook_url: `http://127.0.0.1:${port}/` })
    for (let n = 0; n < 3; n += 1) await told()
    await root.query(
      `insert into register.form_state (form_id, officer_id, wrapped_key, kek_id, body_enc, created_at)
       values (gen_random_uuid(), $1, 'k', 'k', 'b', now() - interval '2 days')`,
      [officer.officer_id],
    )
    const { officer_id: id, posting_id } = NIGHT_WORK
    await program.jobs.add('agencies.tell', { id, posting_id })
    await waitFor('a call', () => sockets.size > 0)
    await program.jobs.add('agency_calls.sweep', { id, posting_id })
    const swept = async () => (await lastEvent(register, 'agency.calls_swept'))?.outcome === 'done'
    await waitFor('the sweeping', swept)
    assert.equal(most, 1)
    await givenAgencyChange(register, path, { webhook_url: receiver.url })
  })
})

describe('the list of events', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => '/agency/events', event: 'agency.events_listed' },
      ...{ allowed: asSystem, elsewhere: officer },
    }),
  )
  it('goes on from any of them, in order, and is no other agency’s', async () => {
    const { events } = await listed()
    assert.ok(events.length >= 5)
    const rest = await listed(`?after=${events[1]?.event_id}`)
    assert.deepEqual(rest.events, events.slice(2))
    await givenAgency(register, { client_id: OTHER_CLIENT.client_id, name_en: 'Another' }).then((id) =>
      givenConsent(officer, id),
    )
    const other = systemOf(app, { token: await provider.token(OTHER_CLIENT), officer: officer.name })
    assert.deepEqual(ok<AgencyEvents>(await other.get('/agency/events')).events, [])
    const { event_id = '' } = events[0] ?? {}
    assert.equal((await other.post(`/agency/events/${event_id}/replays`)).status, 404)
    assert.equal((await other.get(`/agency/events?after=${event_id}`)).status, 404)
  })
})

describe('having an event sent again', () => {
  provesAccess(
    () => register,
    () => ({
      ...{
        method: 'POST',
        event: 'agency.event_replayed',
        status: 201,
        allowed: asSystem,
        elsewhere: officer,
      },
      path: async () => `/agency/events/${(await listed()).events[0]?.event_id}/replays`,
    }),
  )
})
