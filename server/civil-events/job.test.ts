import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { DayReply } from '../../contract/day.ts'
import type { CivilEvent } from '../../contract/identities.ts'
import type { PersonIdentity } from '../../contract/people.ts'
import { startAgency } from '../../tests/support/agency.ts'
import { freshCnic, type GivenPerson, given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { givenLink } from '../../tests/support/given-match.ts'
import { lastEvent } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { asActor, asGate, send } from '../platform/database.ts'
import type { AsJob } from '../platform/jobs.ts'
import { NIGHT_WORK } from '../platform/night-work.ts'
import { OPEN_SESSION } from '../platform/session-statements.ts'
import { hashOf, newToken } from '../platform/tokens.ts'
import { readCivilEvents } from './job.ts'

const agency = await startAgency()
after(() => agency.stop())
const register = await openTestRegister({ identity: agency.identity })
const { program, root, as } = register

const token = newToken()
await asGate(program.database, (tx) =>
  send(tx, OPEN_SESSION, [hashOf(token), crypto.randomUUID(), NIGHT_WORK.posting_id, 'job', 'en', false]),
)
const asJob: AsJob = (work) =>
  asActor(program.database, token, (tx, session) => {
    assert.ok(session)
    return work(tx, session)
  })
const run = () => {
  const { officer_id, posting_id } = NIGHT_WORK
  const signal = new AbortController().signal
  return readCivilEvents({ program, payload: { id: officer_id, posting_id }, as: asJob, attempt: 1, signal })
}

let event_no = 0
const happens = (what: Partial<CivilEvent> & { cnic: string }): CivilEvent => {
  event_no += 1
  const changed = { latin: 'Muhammad Waqas', urdu: 'محمد وقاص' }
  return {
    event_no,
    kind: 'name_change',
    happened_on: '2026-03-10',
    new_name: changed,
    new_cnic: null,
    ...what,
  }
}
const all: CivilEvent[] = []
const publish = (...events: CivilEvent[]) => {
  all.push(...events)
  agency.setEvents(all)
}
const person = (more: GivenPerson = {}) => given.person(register, more)
const openOf = async (who: As) => {
  const { sections } = (await who.api.get('/')).body as DayReply
  return (
    sections.find(({ key }) => key === 'civil_events')?.rows.map(({ note, flags }) => [note?.en, flags[0]]) ??
    []
  )
}
const rowsOf = async (person_id: string) =>
  (
    await root.query(
      'select kind, change_id, detail_enc from register.civil_event where person_id = $1 order by event_no',
      [person_id],
    )
  ).rows
const changesOf = async (person_id: string) =>
  (
    await root.query('select changed_on::text, source_kind from register.change where person_id = $1', [
      person_id,
    ])
  ).rows

describe('what the civil register says', () => {
  it('is kept of people on the register, sealed, once, and of nobody else', async () => {
    const cnic = freshCnic()
    const one = await person({ cnic })
    publish(happens({ cnic: freshCnic() }), happens({ cnic, kind: 'death', new_name: null }))
    await run()
    await run()
    assert.deepEqual(
      (await rowsOf(one.person_id)).map(({ kind }) => kind),
      ['death'],
    )
    const { rows } = await root.query(
      'select last_no::int, event_count, held_count from register.civil_reading',
    )
    assert.deepEqual(rows, [{ last_no: 2, event_count: 2, held_count: 1 }])
    const event = await lastEvent(register, 'civil_event.read')
    assert.deepEqual([event?.subject_id, event?.row_after?.length], [one.person_id, 32])
  })
  it('of a change of name that nobody told of opens a task of his station, and counts as an untold change', async () => {
    const cnic = freshCnic()
    const free = [{ from_on: '2025-03-01', to_on: '2025-06-01' }]
    const one = await person({ cnic, station_id: 'pb_vehari_city', custody: free })
    await givenFacts(register, one.person_id, { served_at: '2025-06-02T05:00:00Z' })
    publish(happens({ cnic }))
    await run()
    assert.deepEqual(await changesOf(one.person_id), [
      { changed_on: '2026-03-10', source_kind: 'civil_register' },
    ])
    assert.deepEqual(await openOf(as.shoVehari), [[one.record_number, 'civil_name_change']])
    assert.ok(
      !JSON.stringify(await openOf(as.shoSaddar)).includes(one.record_number),
      'not of another station',
    )
    const seen = await as.shoVehari.api.get(`/people/${one.person_id}/identity`)
    const { civil, names } = seen.body as PersonIdentity
    assert.deepEqual(
      civil.map(({ new_name }) => new_name),
      [{ latin: 'Muhammad Waqas', ur: 'محمد وقاص' }],
    )
    assert.ok(names.some(({ text, superseded_at }) => text === 'Muhammad Bashir' && superseded_at === null))
    assert.ok(!names.some(({ text }) => text === 'Muhammad Waqas'), 'not renamed by another agency alone')
    const [row] = await rowsOf(one.person_id)
    assert.ok(row && !row.detail_enc.includes('Waqas'))
    const { rows } = await root.query(
      "select due_on::text, met from register.duty_due where person_id = $1 and duty = 'notify_name_change'",
      [one.person_id],
    )
    assert.deepEqual(rows, [{ due_on: '2026-03-17', met: null }], 'seven days after it happened')
  })
  it('of a change that he told of himself opens nothing', async () => {
    const cnic = freshCnic()
    const one = await person({ cnic, station_id: 'pb_vehari_city' })
    await root.query(
      `insert into register.change (change_id, person_id, kind, changed_on, source_kind, recorded_by)
       values (gen_random_uuid(), $1, 'name', '2026-03-01', 'notice', $2)`,
      [one.person_id, as.shoVehari.officer_id],
    )
    publish(happens({ cnic }))
    await run()
    assert.equal((await changesOf(one.person_id)).length, 1)
    assert.deepEqual(
      (await rowsOf(one.person_id)).map(({ change_id }) => change_id),
      [null],
    )
    assert.ok(!JSON.stringify(await openOf(as.shoVehari)).includes(one.record_number))
  })
  it('of a change that was told at another station, where he has another record, opens nothing there or here', async () => {
    const cnic = freshCnic()
    const [one, other] = [await person({ cnic }), await person({ cnic, station_id: 'pb_vehari_city' })]
    await givenLink(register, other, one)
    await root.query(
      `insert into register.change (change_id, person_id, kind, changed_on, source_kind, recorded_by)
       values (gen_random_uuid(), $1, 'name', '2026-03-01', 'notice', $2)`,
      [other.person_id, as.shoVehari.officer_id],
    )
    publish(happens({ cnic }))
    await run()
    assert.deepEqual(
      [(await changesOf(one.person_id)).length, (await changesOf(other.person_id)).length],
      [0, 1],
    )
    // Untold it is recorded once, on the record that keeps his duties.
    publish(happens({ cnic, happened_on: '2026-05-10' }))
    await run()
    assert.deepEqual(
      [(await changesOf(one.person_id)).length, (await changesOf(other.person_id)).length],
      [1, 1],
    )
  })
  it('of who left the register is not kept', async () => {
    const cnic = freshCnic()
    const one = await person({ cnic })
    await root.query('update register.person set closed_at = now() where person_id = $1', [one.person_id])
    publish(happens({ cnic }))
    await run()
    assert.deepEqual([await rowsOf(one.person_id), await changesOf(one.person_id)], [[], []])
  })
  it('of a change of name is a task until a notice tells of it, and again when that was struck out', async () => {
    const cnic = freshCnic()
    const one = await person({ cnic })
    publish(happens({ cnic }))
    await run()
    const is_open = async () => JSON.stringify(await openOf(as.shoSaddar)).includes(one.record_number)
    assert.ok(await is_open())
    await root.query(
      `insert into register.notice (notice_id, person_id, duty, about_id, received_at, received_how, document_seen, facts_enc, recorded_by)
       select gen_random_uuid(), person_id, 'notify_name_change', change_id, now(), 'in_person', 'cnic', '\\x00', $2
         from register.change where person_id = $1`,
      [one.person_id, as.shoSaddar.officer_id],
    )
    assert.ok(!(await is_open()))
    await root.query('update register.notice set superseded_at = now() where person_id = $1', [one.person_id])
    assert.ok(await is_open())
  })
  it('of a new card is a task until the record has the number', async () => {
    const [cnic, new_cnic] = [freshCnic(), freshCnic()]
    const one = await person({ cnic })
    publish(happens({ cnic, kind: 'new_cnic', new_name: null, new_cnic }))
    await run()
    assert.ok(JSON.stringify(await openOf(as.shoSaddar)).includes(one.record_number))
    await root.query(
      `insert into register.person_document (document_id, person_id, kind, number_enc, number_index, source_kind, added_by)
       select gen_random_uuid(), person_id, 'cnic', detail_enc, number_index, 'correction', $2
         from register.civil_event where person_id = $1`,
      [one.person_id, as.shoSaddar.officer_id],
    )
    assert.ok(!JSON.stringify(await openOf(as.shoSaddar)).includes(one.record_number))
  })
  it('is asked again when the civil register cannot be reached', async () => {
    agency.setOutage(true)
    await assert.rejects(run(), /status_503/)
    agency.setOutage(false)
    await run()
  })
})
