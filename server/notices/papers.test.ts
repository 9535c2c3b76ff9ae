import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { groupsOf } from '../../domain/receipt/token.ts'
import { verifyCode } from '../../domain/receipt/verify.ts'
import { SIGNER } from '../../tests/support/given-code.ts'
import { ADDRESS, NAME, noticeDesk, TRIP, typed } from '../../tests/support/given-notices.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister } from '../../tests/support/register.ts'

const register = await openTestRegister()
const { as, root } = register
const { released, record, search, shown, dues } = noticeDesk(register)

describe('the receipt', () => {
  const print = async (notice_id: string) => {
    const reply = await as.officerSaddar.api.post(`/notices/${notice_id}/receipts`)
    assert.equal(reply.status, 201, reply.text)
    return reply.body as { print_id: string; print_number: string }
  }
  const textOf = async (print_id: string) => {
    const reply = await register.app.inject({
      ...{ method: 'GET', url: `/prints/${print_id}/file` },
      headers: { cookie: `__Host-amanat=${await as.officerSaddar.token()}` },
    })
    const document = await getDocumentProxy(new Uint8Array(reply.rawPayload))
    const { totalPages, text } = await extractText(document, { mergePages: true })
    assert.equal(totalPages, 1)
    return text.replace(/\s+/g, ' ')
  }
  for (const [what, more] of Object.entries({ confirmation: {}, address: ADDRESS, name: NAME, trip: TRIP }))
    it(`of a ${what} is one page with its number, signed so that anybody can check it`, async () => {
      const { person_id, record_number } = await released()
      const { notice_id } = await record(person_id, more)
      const { print_id, print_number } = await print(notice_id)
      const text = await textOf(print_id)
      const { notice_number, prints } = await shown(as.officerSaddar, notice_id)
      for (const part of [print_number, notice_number, record_number]) assert.ok(text.includes(part), part)
      assert.deepEqual(
        prints.map((one) => one.print_number),
        [print_number],
      )
      const { rows } = await root.query('select code from register.print where print_id = $1', [print_id])
      const verdict = await verifyCode(rows[0].code, SIGNER.published)
      assert.equal(verdict.verdict === 'sound' && verdict.statement.print_number, print_number)
      for (const group of groupsOf(rows[0].code)) assert.ok(text.includes(group))
    })
  it('says how late the notice came, and what is due next', async () => {
    const { person_id } = await released()
    const { notice_id } = await record(person_id)
    const text = await textOf((await print(notice_id)).print_id)
    assert.match(text, /Given 7 days late/)
    assert.match(text, /due 3 Mar 2026/)
  })
  it('printed a second time is marked, also where it came by letter', async () => {
    const { person_id } = await released()
    const { notice_id } = await record(person_id, {
      ...ADDRESS,
      received_how: 'by_letter',
      document_seen: 'none',
    })
    const [first, second] = [await print(notice_id), await print(notice_id)]
    assert.match(await textOf(second.print_id), new RegExp(`Reprint of ${first.print_number}`))
  })
  it('with a letter that no paper can print is refused in words, and the notice is kept', async () => {
    const { person_id } = await released()
    const { notice_id } = await record(person_id, { ...ADDRESS, address_text: 'Chak 漢' })
    const reply = await as.officerSaddar.api.post(`/notices/${notice_id}/receipts`)
    assert.deepEqual([reply.status, (reply.body as { title: string }).title], [409, 'not_printable'])
  })
})

describe('a trip', () => {
  const change = (person_id: string, trip_id: string | null, more: object) =>
    as.officerSaddar.api.post(`/people/${person_id}/trips/${trip_id}/changes`, {
      on: '2025-09-10',
      time: '10:45',
      ...more,
    })
  it('called off before it begins is owed no more', async () => {
    const { person_id } = await released()
    const { about_id } = await record(person_id, TRIP)
    assert.ok((await dues(person_id)).some(({ duty }) => duty === 'notify_travel_abroad'))
    const reply = await change(person_id, about_id, { change: 'cancelled' })
    assert.equal(reply.status, 201, reply.text)
    assert.ok(!(await dues(person_id)).some(({ duty }) => duty === 'notify_travel_abroad'))
    assert.equal((await change(person_id, about_id, { change: 'cancelled' })).status, 400)
  })
  it('ends on the day he came back, and its place stays known', async () => {
    const person = await released({
      trips: [{ kind: 'abroad', departs_at: '2025-09-01T05:00:00Z', returns_at: null }],
    })
    const [trip_id = ''] = person.trip_ids
    assert.equal(
      (await change(person.person_id, trip_id, { change: 'returned', on: '2025-09-09' })).status,
      201,
    )
    const { rows } = await root.query(
      'select returns_at, superseded_at is null as live from register.trip where trip_id = $1 order by returns_at nulls first',
      [trip_id],
    )
    assert.deepEqual(
      rows.map(({ live }) => live),
      [false, true],
    )
    assert.equal(rows[1].returns_at.toISOString(), '2025-09-09T05:45:00.000Z')
  })
  it('of another person is not found', async () => {
    const [one, other] = [
      await released(),
      await released({ trips: [{ kind: 'abroad', departs_at: '2025-10-01T05:00:00Z', returns_at: null }] }),
    ]
    assert.equal((await change(one.person_id, other.trip_ids[0] ?? '', { change: 'cancelled' })).status, 404)
  })
})

const bashir = await released({
  trips: [{ kind: 'abroad', departs_at: '2025-12-01T05:00:00Z', returns_at: null }],
})
await search(as.officerSaddar, bashir.record_number)
const { notice_id } = await record(bashir.person_id)

describe('who may', () => {
  const { officerSaddar: allowed, shoVehari: elsewhere } = as
  const at = (path: string) => () => `/people/${bashir.person_id}${path}`
  const trip = `/trips/${bashir.trip_ids[0]}`
  describe('open the form', () =>
    provesAccess(
      () => register,
      () => ({ method: 'GET', path: at('/notices/new'), allowed, elsewhere, event: 'notice.form_seen' }),
    ))
  describe('see the effect', () =>
    provesAccess(
      () => register,
      () => ({
        method: 'POST',
        path: at('/notices/previews'),
        body: typed,
        allowed,
        elsewhere,
        status: 201,
        event: 'notice.previewed',
        is_look: true,
      }),
    ))
  describe('record a notice', () =>
    provesAccess(
      () => register,
      () => ({
        method: 'POST',
        path: at('/notices'),
        body: typed,
        allowed,
        elsewhere,
        status: 201,
        event: 'notice.recorded',
      }),
    ))
  describe('see a notice', () =>
    provesAccess(
      () => register,
      () => ({
        method: 'GET',
        path: () => `/notices/${notice_id}`,
        allowed,
        elsewhere,
        event: 'notice.seen',
      }),
    ))
  describe('print its receipt', () =>
    provesAccess(
      () => register,
      () => ({
        ...{ method: 'POST', path: () => `/notices/${notice_id}/receipts`, allowed, elsewhere },
        ...{ status: 201, event: 'receipt.printed' },
      }),
    ))
  describe('strike a notice out', () =>
    provesAccess(
      () => register,
      () => ({
        ...{
          method: 'POST',
          path: async () => `/notices/${(await record(bashir.person_id)).notice_id}/strikes`,
        },
        ...{
          body: () => ({ reason: 'Wrong person' }),
          allowed,
          elsewhere,
          status: 201,
          event: 'notice.strike_asked',
        },
      }),
    ))
  describe('see a trip', () =>
    provesAccess(
      () => register,
      () => ({ method: 'GET', path: at(trip), allowed, elsewhere, event: 'trip.seen' }),
    ))
  describe('change a trip', () =>
    provesAccess(
      () => register,
      () => ({
        ...{
          method: 'POST',
          path: at(`${trip}/changes`),
          allowed,
          elsewhere,
          status: 201,
          event: 'trip.changed',
        },
        body: () => ({ change: 'cancelled', on: '2025-09-10', time: '10:45' }),
      }),
    ))
  it('record for a person of another station: nobody, and a prosecutor nowhere', async () => {
    for (const who of [
      as.shoVehari,
      as.prosecutorMultan,
      as.investigatorMultan,
      as.auditor,
      as.administrator,
    ])
      assert.ok(
        [403, 404].includes((await who.api.post(`/people/${bashir.person_id}/notices`, typed())).status),
        who.name,
      )
    assert.equal((await lastEvent(register, 'notice.recorded'))?.outcome, 'refused')
  })
})
