import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { TransferForm, TransferList, TransferShown } from '../../contract/transfers.ts'
import { given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { computeDuties } from '../duties/compute.ts'
import { pakistanDay } from '../platform/clock.ts'
import { asActor } from '../platform/database.ts'
import { answerTransfer, countUnowned, countWaiting } from './queries.ts'

const register = await openTestRegister()
const { as, root, clock, program } = register

const today = () => Temporal.PlainDate.from(pakistanDay(clock.now()))
const day = (days: number) => today().add({ days }).toString()
const TO = { to_station_id: 'pb_vehari_city', cause: 'moved_house' }

/** Supervised by Saddar, Multan; released in the last months, so that a confirmation lies ahead. */
async function free(more: object = {}) {
  const person = await given.person(register, {
    custody: [{ from_on: '2024-02-01', to_on: day(-60) }],
    convictions: [{ convicted_on: '2025-02-11' }],
    ...more,
  })
  await givenFacts(register, person.person_id, { served_at: `${day(-59)}T05:00:00Z` })
  return person
}
const offer = async (person_id: string, who = as.officerSaddar, more: object = TO) => {
  const reply = await who.api.post(`/people/${person_id}/transfers`, more)
  assert.equal(reply.status, 201, reply.text)
  return (reply.body as { transfer_id: string }).transfer_id
}
const offered = async () => {
  const person = await free()
  return { ...person, transfer_id: await offer(person.person_id) }
}
const act = (who: As, transfer_id: string, what: string, body: object = {}) =>
  who.api.post(`/transfers/${transfer_id}/${what}`, body)
const see = async (who: As, transfer_id: string) => {
  const reply = await who.api.get(`/transfers/${transfer_id}`)
  assert.equal(reply.status, 200, reply.text)
  return reply.body as TransferShown
}
const ownerOf = async (person_id: string) =>
  (await root.query('select station_id, district_id from register.person where person_id = $1', [person_id]))
    .rows[0]
const titleOf = (reply: { body: unknown }) => (reply.body as { title: string }).title
const look = (who: As, person_id: string) =>
  who.api.post(`/people/${person_id}/looks`, { purpose: 'supervision', case_reference: 'Diary 4' })
const unowned = async () =>
  asActor(program.database, await as.bureauOfficer.token(), (tx) => countUnowned(tx))
const age = (transfer_id: string, days: number) =>
  root.query(
    `update register.transfer set offered_at = offered_at - make_interval(days => $2) where transfer_id = $1`,
    [transfer_id, days],
  )

describe('an offer', () => {
  it('shows the other station the number, the name, from where and the next duty, and no more', async () => {
    const { person_id, record_number, transfer_id } = await offered()
    const shown = await see(as.shoVehari, transfer_id)
    assert.equal(shown.seen?.record_number, record_number)
    assert.deepEqual(shown.seen?.name, { latin: 'Muhammad Bashir', ur: 'محمد بشیر' })
    assert.equal(shown.seen?.next_duty?.duty, 'confirm_in_person')
    assert.deepEqual([shown.from.en, shown.person_id], ['Saddar Multan', null])
    assert.equal((await as.shoVehari.api.get(`/people/${person_id}`)).status, 404)
    assert.deepEqual(shown.may, { accept: true, refuse: true, withdraw: false, assign: false })
  })
  it('changes nothing: the old station owns the person until the new one accepts', async () => {
    const { person_id } = await offered()
    assert.deepEqual(await ownerOf(person_id), { station_id: 'pb_multan_saddar', district_id: 'pb_multan' })
  })
  it('is one at a time, whoever offers at once', async () => {
    const { person_id } = await free()
    const replies = await Promise.all(
      [1, 2, 3].map(() => as.officerSaddar.api.post(`/people/${person_id}/transfers`, TO)),
    )
    assert.deepEqual(replies.map(({ status }) => status).sort(), [201, 409, 409])
  })
  it('goes to another station that there is', async () => {
    const { person_id } = await free()
    for (const to_station_id of ['pb_multan_saddar', 'pb_nowhere'])
      assert.equal(
        (await as.officerSaddar.api.post(`/people/${person_id}/transfers`, { ...TO, to_station_id })).status,
        400,
      )
  })
  it('cannot be written for a person of another station', async () => {
    const { person_id } = await free({ station_id: 'pb_vehari_city' })
    const writing = asActor(program.database, await as.officerSaddar.token(), (tx) =>
      tx
        .insertInto('register.transfer')
        .values({
          ...{
            transfer_id: randomUUID(),
            person_id,
            cause: 'moved_house',
            shown_enc: Buffer.alloc(1),
            kek_id: 'x',
          },
          ...{ from_station_id: 'pb_vehari_city', from_district_id: 'pb_vehari' },
          ...{ to_station_id: 'pb_multan_saddar', to_district_id: 'pb_multan' },
          offered_by: as.officerSaddar.officer_id,
        })
        .execute(),
    )
    await assert.rejects(writing, /row-level security/)
  })
})

describe('an acceptance', () => {
  it('moves the person at once: his record opens to the new station and closes to the old one', async () => {
    const { person_id, transfer_id } = await offered()
    await look(as.officerSaddar, person_id)
    assert.equal((await act(as.shoVehari, transfer_id, 'acceptances')).status, 200)
    assert.deepEqual(await ownerOf(person_id), { station_id: 'pb_vehari_city', district_id: 'pb_vehari' })
    assert.equal((await as.shoVehari.api.get(`/people/${person_id}`)).status, 200)
    for (const who of [as.officerSaddar, as.dpoMultan, as.prosecutorMultan])
      assert.equal((await who.api.get(`/people/${person_id}`)).status, 404, who.name)
    assert.equal(await unowned(), 0)
  })
  it('begins a supervision today, and works the dates out anew', async () => {
    const { person_id, transfer_id } = await offered()
    await act(as.shoVehari, transfer_id, 'acceptances')
    const { rows } = await root.query(
      'select station_id, from_on::text from register.supervision where person_id = $1 order by began_at',
      [person_id],
    )
    assert.deepEqual(rows.at(-1), { station_id: 'pb_vehari_city', from_on: day(0) })
    const standing = await root.query(
      'select computed_on::text from register.duty_standing where person_id = $1',
      [person_id],
    )
    assert.equal(standing.rows[0]?.computed_on, day(0))
  })
  it('leaves the old station its own act, without the name', async () => {
    const { transfer_id } = await offered()
    await act(as.shoVehari, transfer_id, 'acceptances')
    const shown = await see(as.officerSaddar, transfer_id)
    assert.deepEqual([shown.answer, shown.seen, shown.person_id], ['accepted', null, null])
  })
  it('is not for the station that offers, another station, the district or the Bureau', async () => {
    const { person_id, transfer_id } = await offered()
    for (const who of [as.officerSaddar, as.dpoMultan, as.bureauOfficer, as.prosecutorVehari, as.analyst])
      assert.equal((await act(who, transfer_id, 'acceptances')).status, 404, who.name)
    for (const who of [as.officerSaddar, as.dpoMultan, as.prosecutorVehari, as.legalOfficer]) {
      const said = await asActor(program.database, await who.token(), (tx) =>
        answerTransfer(tx, { transfer_id, answer: 'accepted', reason: null }),
      )
      assert.equal(said, 'not_found', who.name)
    }
    assert.equal((await ownerOf(person_id)).station_id, 'pb_multan_saddar')
  })
  it('of a transfer offered to another station does not exist', async () => {
    const { person_id } = await free({ station_id: 'pb_vehari_city' })
    const transfer_id = await offer(person_id, as.shoVehari, { ...TO, to_station_id: 'pb_multan_cantt' })
    assert.equal((await act(as.shoSaddar, transfer_id, 'acceptances')).status, 404)
    assert.equal((await as.shoSaddar.api.get(`/transfers/${transfer_id}`)).status, 404)
  })
  it('cannot be written past the function: the application may not change a person’s station', async () => {
    const { person_id } = await offered()
    const moving = asActor(program.database, await as.shoVehari.token(), (tx) =>
      tx
        .updateTable('register.person')
        .set({ station_id: 'pb_vehari_city' })
        .where('person_id', '=', person_id)
        .execute(),
    )
    await assert.rejects(moving, /permission denied/)
    const answering = asActor(program.database, await as.shoVehari.token(), (tx) =>
      tx.updateTable('register.transfer').set({ answer: 'accepted' }).execute(),
    )
    await assert.rejects(answering, /permission denied/)
  })
})

describe('any other answer', () => {
  it('of refusal needs a reason and leaves the owner what he was', async () => {
    const { person_id, transfer_id } = await offered()
    assert.equal((await act(as.shoVehari, transfer_id, 'refusals')).status, 400)
    assert.equal(
      (await act(as.shoVehari, transfer_id, 'refusals', { reason: 'not_living_here' })).status,
      200,
    )
    const shown = await see(as.officerSaddar, transfer_id)
    assert.deepEqual([shown.answer, shown.answer_reason], ['refused', 'not_living_here'])
    assert.equal((await see(as.shoVehari, transfer_id)).seen, null)
    assert.equal((await ownerOf(person_id)).station_id, 'pb_multan_saddar')
    assert.ok(await offer(person_id))
  })
  it('comes once: the second finds the first', async () => {
    const { transfer_id } = await offered()
    assert.equal((await act(as.officerSaddar, transfer_id, 'withdrawals')).status, 200)
    const reply = await act(as.shoVehari, transfer_id, 'acceptances')
    assert.deepEqual([reply.status, titleOf(reply)], [409, 'transfer_answered'])
  })
  it('races fairly: of accepting and withdrawing at once exactly one wins, and the owner fits it', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { person_id, transfer_id } = await offered()
      const [accepted, withdrawn] = await Promise.all([
        act(as.shoVehari, transfer_id, 'acceptances'),
        act(as.officerSaddar, transfer_id, 'withdrawals'),
      ])
      assert.deepEqual([accepted.status, withdrawn.status].sort(), [200, 409])
      const { station_id } = await ownerOf(person_id)
      assert.equal(station_id, accepted.status === 200 ? 'pb_vehari_city' : 'pb_multan_saddar')
      const { rows } = await root.query(
        'select count(*)::int as count from register.supervision where person_id = $1',
        [person_id],
      )
      assert.equal(rows[0].count, accepted.status === 200 ? 2 : 1)
    }
    assert.equal(await unowned(), 0)
  })
})

describe('a transfer that nobody answers', () => {
  const assign = (transfer_id: string) =>
    act(as.bureauOfficer, transfer_id, 'assignments', {
      reason: 'not_answered',
      station_id: 'pb_vehari_city',
    })
  it('is late after a week, and after another the Bureau may assign the person', async () => {
    const { person_id, transfer_id } = await offered()
    assert.equal((await see(as.dpoMultan, transfer_id)).clock?.stage, 'waiting')
    await age(transfer_id, 8)
    assert.equal((await see(as.dpoMultan, transfer_id)).clock?.stage, 'late')
    assert.equal((await assign(transfer_id)).status, 409)
    await age(transfer_id, 8)
    const shown = await see(as.bureauOfficer, transfer_id)
    assert.deepEqual([shown.clock?.stage, shown.may.assign], ['escalated', true])
    assert.equal((await assign(transfer_id)).status, 200)
    assert.equal((await ownerOf(person_id)).station_id, 'pb_vehari_city')
    assert.equal((await see(as.shoVehari, transfer_id)).answer, 'assigned')
    assert.equal(await unowned(), 0)
  })
  it('is counted where it waits', async () => {
    const count = async (who: As, station: string | null) =>
      asActor(program.database, await who.token(), (tx) => countWaiting(tx, station))
    const before = await count(as.shoVehari, 'pb_vehari_city')
    await offered()
    assert.equal(await count(as.shoVehari, 'pb_vehari_city'), before + 1)
    assert.equal(await count(as.officerSaddar, 'pb_multan_saddar'), 0)
  })
})

describe('moving house to another district', () => {
  const moveTo = async (person_id: string, district_id: string) => {
    await root.query(`update register.person_address set to_on = $2 where person_id = $1`, [
      person_id,
      day(-10),
    ])
    await root.query(
      `insert into register.person_address (address_id, person_id, text_enc, district_id, from_on, source_kind, added_by)
       values ($1, $2, '\\x00', $3, $4, 'notice', $5)`,
      [randomUUID(), person_id, district_id, day(-10), as.officerSaddar.officer_id],
    )
  }
  const moved = async () => ((await as.officerSaddar.api.get('/transfers')).body as TransferList).moved
  it('is a task for the owner until he has offered the person', async () => {
    const { person_id } = await free()
    const has = async () => (await moved()).some((one) => one.person_id === person_id)
    assert.equal(await has(), false)
    await moveTo(person_id, 'pb_vehari')
    assert.equal(await has(), true)
    await look(as.officerSaddar, person_id)
    const form = (await as.officerSaddar.api.get(`/people/${person_id}/transfers/new`)).body as TransferForm
    assert.deepEqual([form.moved_to?.en, form.district_id], ['Vehari', 'pb_vehari'])
    assert.ok(form.stations.some(({ id }) => id === 'pb_vehari_city'))
    await offer(person_id)
    assert.equal(await has(), false)
  })
})

describe('nobody is without an owner', () => {
  it('and it would be seen if somebody were', async () => {
    const { person_id } = await free()
    assert.equal(await unowned(), 0)
    await root.query('delete from register.supervision where person_id = $1', [person_id])
    assert.equal(await unowned(), 1)
    await root.query(
      `insert into register.supervision (supervision_id, person_id, station_id, from_on) values ($1, $2, 'pb_multan_saddar', $3)`,
      [randomUUID(), person_id, day(-1)],
    )
    assert.equal(await unowned(), 0)
  })
})

describe('after a transfer', () => {
  it('a date rolls by the desk of the station that owns the person on it', async () => {
    const { person_id, transfer_id } = await offered()
    const dueOn = async (who: As) => {
      const computed = await asActor(program.database, await who.token(), (tx) =>
        computeDuties(tx, [person_id], day(0)),
      )
      return computed.get(person_id)?.result.duties[0]?.due_on ?? ''
    }
    const due = await dueOn(as.officerSaddar)
    const after = Temporal.PlainDate.from(due).add({ days: 1 }).toString()
    const close = (station: string) =>
      root.query(
        `insert into register.closed_desk (closed_desk_id, station_id, from_on, to_on, cause, recorded_by) values ($1, $2, $3, $4, 'flood', $5)`,
        [randomUUID(), station, due, after, as.bureauOfficer.officer_id],
      )
    await close('pb_vehari_city')
    assert.equal(await dueOn(as.officerSaddar), due)
    await act(as.shoVehari, transfer_id, 'acceptances')
    const moved = await dueOn(as.shoVehari)
    assert.ok(moved > due, `${moved} is not after ${due}`)
    await root.query('delete from register.closed_desk')
    await close('pb_multan_saddar')
    assert.equal(await dueOn(as.shoVehari), due)
    await root.query('delete from register.closed_desk')
  })
})

describe('what is recorded of it', () => {
  it('names the person, the transfer and the purpose', async () => {
    const { person_id, transfer_id } = await offered()
    await see(as.shoVehari, transfer_id)
    const event = await lastEvent(register, 'transfer.viewed')
    assert.deepEqual([event?.subject_id, event?.purpose], [person_id, 'supervision'])
  })
})

const shared = await offered()
describe('GET /transfers', () => {
  provesAccess(
    () => register,
    () => ({
      method: 'GET',
      path: () => '/transfers',
      allowed: as.dpoMultan,
      elsewhere: as.prosecutorMultan,
      event: 'transfer.listed',
    }),
  )
})
describe('GET /people/:person_id/transfers/new', () => {
  provesAccess(
    () => register,
    () => ({
      ...{
        method: 'GET',
        path: () => `/people/${shared.person_id}/transfers/new`,
        event: 'transfer.form_seen',
      },
      ...{ allowed: as.officerSaddar, elsewhere: as.shoVehari },
    }),
  )
})
describe('POST /people/:person_id/transfers', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'POST', path: async () => `/people/${(await free()).person_id}/transfers`, status: 201 },
      ...{ body: () => TO, allowed: as.shoSaddar, elsewhere: as.shoVehari, event: 'transfer.offered' },
    }),
  )
})
describe('GET /transfers/:transfer_id', () => {
  provesAccess(
    () => register,
    () => ({
      ...{ method: 'GET', path: () => `/transfers/${shared.transfer_id}`, event: 'transfer.viewed' },
      ...{ allowed: as.shoVehari, elsewhere: as.prosecutorVehari },
    }),
  )
})
for (const [what, allowed, elsewhere, answer, body] of [
  ['acceptances', as.shoVehari, as.shoSaddar, 'accepted', {}],
  ['refusals', as.shoVehari, as.shoSaddar, 'refused', { reason: 'moved_on' }],
  ['withdrawals', as.officerSaddar, as.shoVehari, 'withdrawn', {}],
  [
    'assignments',
    as.bureauSupervisor,
    as.dpoMultan,
    'assigned',
    { reason: 'not_answered', station_id: 'pb_vehari_city' },
  ],
] as const)
  describe(`POST /transfers/:transfer_id/${what}`, () => {
    const path = async () => {
      const { transfer_id } = await offered()
      await age(transfer_id, 20)
      return `/transfers/${transfer_id}/${what}`
    }
    provesAccess(
      () => register,
      () => ({
        ...{ method: 'POST', path, body: () => body, allowed, elsewhere, event: `transfer.${answer}` },
      }),
    )
  })
