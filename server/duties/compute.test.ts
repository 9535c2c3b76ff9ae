import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { DayReply } from '../../contract/day.ts'
import type { DutyListReply } from '../../contract/duty-lists.ts'
import { given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { givenPack, undoPack } from '../../tests/support/given-pack.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { asActor, type RegisterTx } from '../platform/database.ts'
import { computeDuties } from './compute.ts'
import { refreshDuties } from './project.ts'
import { shownDuties } from './shown.ts'

const register = await openTestRegister()
const { program, as, root, clock } = register
clock.set('2025-09-10T06:00:00Z')

const asStation = async <T>(work: (tx: RegisterTx) => Promise<T>) =>
  asActor(program.database, await as.officerSaddar.token(), (tx) => work(tx))
const compute = async (person_id: string, on: string) => {
  const computed = await asStation((tx) => computeDuties(tx, [person_id], on))
  const one = computed.get(person_id)
  assert.ok(one)
  return one
}
/** Convicted 11 Feb 2025 and released 3 Mar 2025. */
const released = () => given.person(register, { custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }] })

describe('the duties of a person of the register', () => {
  it('come from his rows, as the example of the rules', async () => {
    const { person_id } = await released()
    await givenFacts(register, person_id, {
      served_at: '2025-03-03T05:00:00Z',
      changes: [{ change_id: '00000000-0000-4000-8000-000000000001', kind: 'address', on: '2025-06-10' }],
      notices: [
        {
          duty: 'notify_address_change',
          about: '00000000-0000-4000-8000-000000000001',
          received_at: '2025-06-16T06:20:00Z',
        },
        { duty: 'confirm_in_person', received_at: '2025-08-27T04:00:00Z' },
      ],
    })
    const { result, exceptions } = await compute(person_id, '2025-09-10')
    assert.deepEqual(
      result.duties.map(({ duty, due_on, state }) => [duty, due_on, state]),
      [
        ['notify_address_change', '2025-06-17', 'met'],
        ['confirm_in_person', '2025-09-03', 'met'],
        ['confirm_in_person', '2026-03-03', 'not_due'],
      ],
    )
    assert.deepEqual([result.standing, exceptions], ['compliant', []])
  })
  it('are an exception from the day of release while nobody told him', async () => {
    const { person_id } = await released()
    assert.deepEqual((await compute(person_id, '2025-03-02')).exceptions, [])
    assert.deepEqual((await compute(person_id, '2025-03-03')).exceptions, ['not_served'])
  })
  it('are an exception where he is imprisoned and nobody knows since when', async () => {
    const { person_id } = await given.person(register, { custody: [] })
    await givenFacts(register, person_id, { served_at: '2025-03-03T05:00:00Z' })
    assert.deepEqual((await compute(person_id, '2025-09-10')).exceptions, ['custody_unknown'])
  })
  it('roll by closed desks of his station and of the country, not of another station', async () => {
    const { person_id } = await released()
    await givenFacts(register, person_id, { served_at: '2025-03-03T05:00:00Z' })
    const due = async () => (await compute(person_id, '2025-09-10')).result.duties[0]?.due_on
    const close = (station_id: string | null, from_on: string, to_on: string) =>
      root.query(
        `insert into register.closed_desk (closed_desk_id, station_id, from_on, to_on, cause, recorded_by)
         values (gen_random_uuid(), $1, $2, $3, 'flood', $4)`,
        [station_id, from_on, to_on, as.bureauOfficer.officer_id],
      )
    assert.equal(await due(), '2025-09-03')
    await close('pb_vehari_city', '2025-09-03', '2025-09-06')
    assert.equal(await due(), '2025-09-03')
    await close('pb_multan_saddar', '2025-09-03', '2025-09-05')
    assert.equal(await due(), '2025-09-05')
    await close(null, '2025-09-05', '2025-09-06')
    assert.equal(await due(), '2025-09-06')
    await root.query('update register.closed_desk set superseded_at = now()')
    assert.equal(await due(), '2025-09-03')
  })
  it('never fall due earlier for a desk that is closed more', async () => {
    const { person_id } = await released()
    const changes = ['2025-03-25', '2025-06-10', '2025-08-08'].map((on, at) => ({
      ...{ change_id: `00000000-0000-4000-8000-00000000001${at}`, kind: 'address' as const, on },
    }))
    await givenFacts(register, person_id, { served_at: '2025-03-03T05:00:00Z', changes })
    const dates = async () => {
      const { result } = await compute(person_id, '2025-09-10')
      return result.duties.map(({ due_on }) => due_on ?? '9999-12-31').sort()
    }
    let before = await dates()
    for (const [from_on, days] of [
      ...([
        ['2025-06-17', 1],
        ['2025-04-01', 3],
        ['2025-09-03', 400],
        ['2025-04-03', 2],
        ['2025-08-15', 9],
      ] as const),
    ] as const) {
      await root.query(
        `insert into register.closed_desk (closed_desk_id, station_id, from_on, to_on, cause, recorded_by)
         values (gen_random_uuid(), 'pb_multan_saddar', $1, $1::date + $2::integer, 'flood', $3)`,
        [from_on, days, as.bureauOfficer.officer_id],
      )
      const after = await dates()
      assert.equal(after.length, before.length)
      for (const [at, date] of after.entries()) assert.ok(date >= (before[at] ?? ''), `${from_on} ${at}`)
      assert.notDeepEqual(after, before)
      before = after
    }
    assert.equal(before.at(-1), '9999-12-31')
    await root.query('update register.closed_desk set superseded_at = now()')
  })
  it('leave out facts that were struck out', async () => {
    const { person_id } = await released()
    await givenFacts(register, person_id, {
      served_at: '2025-03-03T05:00:00Z',
      notices: [{ duty: 'confirm_in_person', received_at: '2025-08-27T04:00:00Z' }],
    })
    await root.query('update register.notice set superseded_at = now() where person_id = $1', [person_id])
    assert.equal((await compute(person_id, '2025-09-10')).result.duties[0]?.state, 'overdue')
  })
  it('of somebody of another district are not to be had', async () => {
    const { person_id } = await given.person(register, { station_id: 'pb_vehari_city' })
    assert.equal((await asStation((tx) => computeDuties(tx, [person_id], '2025-09-10'))).size, 0)
  })
})

describe('the projection', () => {
  it('holds what the engine says, and is made anew with the facts', async () => {
    const { person_id } = await released()
    await givenFacts(register, person_id, { served_at: '2025-03-03T05:00:00Z' })
    const refresh = () => asStation((tx) => refreshDuties(tx, [person_id], clock.now()))
    const read = async () => {
      const due = await root.query(
        'select duty, key, due_on::text, met from register.duty_due where person_id = $1 order by due_on',
        [person_id],
      )
      const standing = await root.query(
        'select standing, next_due_on::text, exceptions from register.duty_standing where person_id = $1',
        [person_id],
      )
      return [due.rows.map((row) => [row.key, row.due_on, row.met]), standing.rows[0]]
    }
    await refresh()
    assert.deepEqual(await read(), [
      [
        ['1.1', '2025-09-03', null],
        ['1.2', '2026-03-03', null],
      ],
      { standing: 'late', next_due_on: '2025-09-03', exceptions: [] },
    ])
    await givenFacts(register, person_id, {
      notices: [{ duty: 'confirm_in_person', received_at: '2025-09-09T04:00:00Z' }],
    })
    await refresh()
    assert.deepEqual(await read(), [
      [
        ['1.1', '2025-09-03', 'met_late'],
        ['1.2', '2026-03-03', null],
      ],
      { standing: 'compliant', next_due_on: '2026-03-03', exceptions: [] },
    ])
  })
})

describe('a pack that lengthens the interval', () => {
  it('counts on where the one before it left off, and the projection holds both', async () => {
    const { person_id } = await released()
    await givenFacts(register, person_id, { served_at: '2025-03-03T05:00:00Z' })
    clock.set('2027-04-01T06:00:00Z')
    const in_force_id = await givenPack(register, 'yearly', '2026-04-01', { confirm_every_months: 12 })
    await asStation((tx) => refreshDuties(tx, [person_id], clock.now()))
    const { rows } = await root.query(
      'select key, due_on::text from register.duty_due where person_id = $1 order by due_on',
      [person_id],
    )
    assert.deepEqual(
      rows.map(({ key, due_on }) => [key, due_on]),
      [
        ['1.1', '2025-09-03'],
        ['1.2', '2026-03-03'],
        ['1.2-2', '2027-03-03'],
        ['1.3', '2028-03-03'],
      ],
    )
    const named = shownDuties(await compute(person_id, '2027-04-01')).map(({ key, pack }) => [key, pack.pack])
    assert.deepEqual(named, [
      ...[
        ['1.1', 'pk-assumed'],
        ['1.2', 'pk-assumed'],
        ['1.2-2', 'yearly'],
        ['1.3', 'yearly'],
      ],
    ])
    await undoPack(register, in_force_id)
    clock.set('2025-09-10T06:00:00Z')
  })
})

describe('people about whom the two calculators differ', () => {
  it('are listed for the Bureau and their station, with what they differ about, and on the day of both', async () => {
    const { person_id } = await released()
    const detail = {
      first: 'yes|active|2025-02-11|2025-03-03|2035-03-03|late|k,1,1|confirm_in_person,1.1,2025-09-03',
      second: 'yes|active|2025-02-11|2025-03-03|2035-03-03|compliant|k,1,1|confirm_in_person,1.1,2025-09-04',
    }
    const insert = `insert into register.duty_exception (exception_id, person_id, kind, detail, opened_at, closed_at)
      values (gen_random_uuid(), $1, $2, $3, $4, $5)`
    await asStation((tx) => refreshDuties(tx, [person_id], clock.now()))
    const opened_at = '2025-09-08T20:00:00Z'
    await root.query(insert, [person_id, 'calculators_differ', detail, opened_at, null])
    const { person_id: settled } = await released()
    await root.query(insert, [settled, 'calculators_differ', detail, opened_at, clock.now().toString()])
    await root.query(insert, [settled, 'projection_differs', {}, opened_at, null])

    for (const who of [as.bureauOfficer, as.officerSaddar]) {
      const { body } = await who.api.get('/duties?list=calculators_differ')
      const { rows, counts } = body as DutyListReply
      assert.deepEqual(
        rows.map((row) => [row.person_id, row.on, row.differs, row.act]),
        [[person_id, '2025-09-09', ['standing', 'duties'], 'open']],
      )
      assert.equal(counts.find(({ list }) => list === 'calculators_differ')?.count, 1)
      const page = await who.page('/duties?list=calculators_differ')
      assert.ok(page.text.includes('no missed duty can be opened for them'))
      const day = (await who.api.get('/')).body as DayReply
      const section = day.sections.find(({ key }) => key === 'calculators_differ')
      assert.deepEqual(
        section?.rows.map(({ id, flags }) => [id, flags]),
        [[person_id, ['differs_standing', 'differs_duties']]],
      )
    }
    const elsewhere = (await as.shoVehari.api.get('/duties?list=calculators_differ')).body as DutyListReply
    assert.deepEqual(elsewhere.rows, [])
  })
})
