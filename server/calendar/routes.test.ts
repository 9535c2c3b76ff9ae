import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CalendarReply, ClosingShown, DueShown } from '../../contract/calendar.ts'
import { given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { refreshDuties } from '../duties/project.ts'
import { asActor } from '../platform/database.ts'

const register = await openTestRegister()
const { as, clock, program, root } = register
clock.set('2025-08-27T06:00:00Z')

const refresh = async (person_id: string) =>
  asActor(program.database, await as.bureauOfficer.token(), (tx) =>
    refreshDuties(tx, [person_id], clock.now()),
  )

/** Released on 3 March 2025 and told on that day: he confirms by 3 September. */
async function givenDue(station_id = 'pb_multan_saddar') {
  const person = await given.person(register, {
    ...{ station_id, custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }] },
  })
  await givenFacts(register, person.person_id, { served_at: '2025-03-03T05:00:00Z' })
  await refresh(person.person_id)
  return person
}
const bashir = await givenDue()

const calendar = async (who: As, query = ''): Promise<CalendarReply> => {
  const reply = await who.api.get(`/calendar?on=2025-09-03${query}`)
  assert.equal(reply.status, 200, reply.text)
  return reply.body as CalendarReply
}
const dueOf = ({ days }: CalendarReply, person_id = bashir.person_id): DueShown | undefined =>
  days.flatMap(({ due }) => due).find((one) => one.person_id === person_id)
const closing = { from_on: '2025-09-03', to_on: '2025-09-05', cause: 'flood' }

/** Counts, then records with that count. */
async function close(who: As, what: Record<string, unknown>) {
  const counted = await who.api.post('/closed-desks/counts', what)
  assert.equal(counted.status, 200, counted.text)
  const { moved_count } = counted.body as { moved_count: number }
  const reply = await who.api.post('/closed-desks', { ...what, moved_count })
  assert.equal(reply.status, 201, reply.text)
  return reply.body as { act_id: string; moved_count: number }
}
const strikeAll = async () => {
  for (const table of ['closed_desk', 'outage'])
    await root.query(`update register.${table} set superseded_at = now() where superseded_at is null`)
  await refresh(bashir.person_id)
}
/** The database judges the end of a proposal by its own clock, which is not this test's. */
const keepOpen = () => root.query("update register.approval set expires_at = '2099-01-01'")

describe('the calendar of a station', () => {
  provesAccess(
    () => register,
    (r) => ({
      ...{
        method: 'GET',
        path: () => '/calendar',
        allowed: r.as.officerSaddar,
        elsewhere: r.as.prosecutorMultan,
      },
      event: 'calendar.viewed',
    }),
  )
  it('shows the week from Monday, and who has something due', async () => {
    const week = await calendar(as.officerSaddar)
    assert.deepEqual([week.days[0]?.on, week.days[6]?.on, week.days.length], ['2025-09-01', '2025-09-07', 7])
    assert.deepEqual(
      [dueOf(week)?.due_on, dueOf(week)?.moved, dueOf(week)?.record_number],
      ['2025-09-03', null, bashir.record_number],
    )
    assert.equal(week.days[6]?.closure, 'closed_weekday')
    assert.equal(JSON.stringify(week).includes('Bashir'), false)
  })
  it('is not the calendar of another station, nor of another district', async () => {
    assert.equal((await as.officerSaddar.api.get('/calendar?station_id=pb_multan_cantt')).status, 404)
    assert.equal((await as.dpoMultan.api.get('/calendar?district_id=pb_vehari')).status, 404)
    assert.equal(dueOf(await calendar(as.shoVehari)), undefined)
    assert.equal((await calendar(as.dpoMultan)).place?.en, 'Multan')
    assert.equal((await calendar(as.bureauOfficer)).place, null)
  })
  it('counts by day in a month of whole weeks', async () => {
    const month = await calendar(as.officerSaddar, '&view=month')
    assert.deepEqual([month.days[0]?.on, month.days.length], ['2025-09-01', 35])
    assert.equal(month.days.find(({ on }) => on === '2025-09-03')?.due_count, 1)
    assert.deepEqual(
      month.days.flatMap(({ due }) => due),
      [],
    )
  })
})

describe('a closed desk', () => {
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'POST', path: () => '/closed-desks/counts', allowed: r.as.officerSaddar },
      ...{ elsewhere: r.as.shoVehari, event: 'closed_desk.counted', is_look: true },
      body: () => ({ ...closing, station_id: 'pb_multan_saddar' }),
    }),
  )
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'POST', path: () => '/closed-desks', allowed: r.as.officerSaddar, status: 201 },
      ...{ elsewhere: r.as.shoVehari, event: 'closed_desk.recorded' },
      body: () => ({ ...closing, station_id: 'pb_multan_saddar', moved_count: 1 }),
    }),
  )
  it('moves the date of whoever was due, and the calendar shows from where, to where and why', async () => {
    await strikeAll()
    const { moved_count, act_id } = await close(as.officerSaddar, closing)
    assert.equal(moved_count, 1)
    const week = await calendar(as.officerSaddar)
    const moved = { from_on: '2025-09-03', because: 'closed_desk' }
    assert.deepEqual([dueOf(week)?.due_on, dueOf(week)?.moved], ['2025-09-05', moved])
    const away = week.days.find(({ on }) => on === '2025-09-03')
    assert.deepEqual([away?.closure, away?.moved_away[0]?.due_on], ['closed_desk', '2025-09-05'])
    assert.equal(week.closings.find((one) => one.act_id === act_id)?.recorded_by?.en, 'Ghulam Abbas')
    const { rows } = await root.query(
      `select due_on::text from register.duty_due where person_id = $1 and key = '1.1'`,
      [bashir.person_id],
    )
    assert.equal(rows[0].due_on, '2025-09-05')
  })
  it('of the station is seen by its district and the Bureau: nothing is closed in secret', async () => {
    const shown = async (who: As) =>
      (await calendar(who)).closings.map(({ place, cause }) => [place?.en, cause])
    for (const who of [as.dpoMultan, as.bureauOfficer])
      assert.deepEqual(await shown(who), [['Saddar Multan', 'flood']])
    assert.deepEqual(await shown(as.shoVehari), [])
    for (const who of [as.dpoMultan, as.bureauOfficer]) {
      const { sections } = (await who.api.get('/')).body as { sections: { key: string; count: number }[] }
      assert.equal(sections.find(({ key }) => key === 'closures')?.count, 1)
    }
  })
  it('is not recorded with a count that is no longer so, and the new one is told', async () => {
    await strikeAll()
    const reply = await as.officerSaddar.api.post('/closed-desks', { ...closing, moved_count: 7 })
    assert.equal(reply.status, 409)
    assert.match(reply.text, /count_changed/)
  })
  it('is recorded for its own station only', async () => {
    for (const elsewhere of [{ station_id: 'pb_multan_cantt' }, { district_id: 'pb_multan' }])
      assert.equal(
        (await as.officerSaddar.api.post('/closed-desks', { ...closing, ...elsewhere, moved_count: 0 }))
          .status,
        404,
      )
  })
  it('is refused twice over, out of order, too far back and too long', async () => {
    await strikeAll()
    await close(as.officerSaddar, closing)
    const fault = async (what: object, who = as.officerSaddar) => {
      const reply = await who.api.post('/closed-desks/counts', { ...closing, ...what })
      return reply.status === 400
        ? (reply.body as { fields: { code: string }[] }).fields[0]?.code
        : reply.status
    }
    assert.equal(await fault({}), 'calendar.fault.covered')
    assert.equal(await fault({ from_on: '2025-09-04' }), 'calendar.fault.covered')
    assert.equal(await fault({ to_on: '2025-09-06' }), 200)
    assert.equal(await fault({ to_on: '2025-09-03' }), 'calendar.fault.order')
    assert.equal(await fault({ from_on: '2025-07-20', to_on: '2025-07-21' }), 'calendar.fault.too_far_back')
    assert.equal(await fault({ from_on: '2026-09-20', to_on: '2026-09-21' }), 'calendar.fault.too_far_ahead')
    assert.equal(await fault({ to_on: '2025-11-01' }), 'calendar.fault.too_long')
    assert.equal(await fault({ from_on: '2025-07-20', to_on: '2025-07-21' }, as.bureauOfficer), 200)
  })
  it('that overlaps and touches others counts with them', async () => {
    await strikeAll()
    await close(as.officerSaddar, { ...closing, to_on: '2025-09-05' })
    await close(as.officerSaddar, { ...closing, from_on: '2025-09-04', to_on: '2025-09-06' })
    await close(as.bureauOfficer, {
      ...closing,
      from_on: '2025-09-06',
      to_on: '2025-09-07',
      cause: 'holiday',
    })
    assert.equal(dueOf(await calendar(as.officerSaddar)), undefined)
    const next = (await as.officerSaddar.api.get('/calendar?on=2025-09-10')).body as CalendarReply
    assert.equal(dueOf(next)?.due_on, '2025-09-08')
  })
  it('of a district holds for each of its stations, of the country for all', async () => {
    await strikeAll()
    await close(as.bureauOfficer, { ...closing, district_id: 'pb_multan' })
    const { rows } = await root.query(
      'select count(*)::int from register.closed_desk where superseded_at is null',
    )
    assert.equal(rows[0].count, program.places.stationsOf('pb_multan').length)
    const shown = (await calendar(as.bureauOfficer)).closings as ClosingShown[]
    assert.deepEqual(
      shown.map(({ place, station_count }) => [place?.en, station_count]),
      [['Multan', rows[0].count]],
    )
  })
  it('is recorded through the form: counted, shown with the count, then saved', async () => {
    await strikeAll()
    const counted = await as.officerSaddar.form('/closed-desks/counts', closing)
    assert.equal(counted.status, 303)
    const page = await as.officerSaddar.page(counted.location ?? '')
    assert.match(page.text, /1 person move/)
    const saved = await as.officerSaddar.form('/closed-desks', { ...closing, moved_count: '1' })
    assert.equal(saved.location, '/calendar?on=2025-09-03')
    assert.match((await as.officerSaddar.page(saved.location ?? '')).text, /→/)
  })
})

describe('striking out a closed desk', () => {
  const long = { from_on: '2025-09-03', to_on: '2025-09-26', cause: 'strike' }
  it('is proposed by its station and decided by another at the Bureau, and the next 14 days stay closed', async () => {
    await strikeAll()
    const { act_id } = await close(as.officerSaddar, long)
    const proposed = await as.officerSaddar.api.post(`/closures/${act_id}/strike-outs`, {
      reason: 'Called off.',
    })
    assert.equal(proposed.status, 201, proposed.text)
    const { approval_id } = proposed.body as { approval_id: string }
    assert.equal(
      (await as.officerSaddar.api.post(`/approvals/${approval_id}/approve`, { shown_hash: 'a'.repeat(64) }))
        .status,
      403,
    )
    await keepOpen()
    const shown = (await as.bureauOfficer.api.get(`/approvals/${approval_id}`)).body as { shown_hash: string }
    const { shown_hash } = shown
    const approved = await as.bureauOfficer.api.post(`/approvals/${approval_id}/approve`, { shown_hash })
    assert.equal(approved.status, 200, approved.text)
    const { rows } = await root.query(
      'select from_on::text, to_on::text, recorded_by from register.closed_desk where act_id = $1 and superseded_at is null',
      [act_id],
    )
    // On 27 August every day up to 10 September may have been told.
    assert.deepEqual(rows, [
      { from_on: '2025-09-03', to_on: '2025-09-11', recorded_by: as.bureauOfficer.officer_id },
    ])
  })
  it('leaves nothing of days that lie further ahead, and cannot touch what is over or near', async () => {
    await strikeAll()
    const far = await close(as.bureauOfficer, {
      from_on: '2025-10-01',
      to_on: '2025-10-03',
      cause: 'election',
    })
    const near = await close(as.bureauOfficer, { ...closing })
    const propose = (act_id: string) =>
      as.bureauOfficer.api.post(`/closures/${act_id}/strike-outs`, { reason: 'Entered by mistake.' })
    assert.equal((await propose(near.act_id)).status, 400)
    const { approval_id } = (await propose(far.act_id)).body as { approval_id: string }
    const { shown_hash } = (await as.bureauOfficerTwo.api.get(`/approvals/${approval_id}`)).body as {
      shown_hash: string
    }
    await keepOpen()
    // The author decides nothing of his own.
    assert.equal(
      (await as.bureauOfficer.api.post(`/approvals/${approval_id}/approve`, { shown_hash })).status,
      403,
    )
    assert.equal(
      (await as.bureauOfficerTwo.api.post(`/approvals/${approval_id}/approve`, { shown_hash })).status,
      200,
    )
    const { rows } = await root.query(
      'select count(*)::int from register.closed_desk where act_id = $1 and superseded_at is null',
      [far.act_id],
    )
    assert.equal(rows[0].count, 0)
  })
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'POST', allowed: r.as.officerSaddar, elsewhere: r.as.shoVehari, status: 201 },
      path: async () =>
        `/closures/${(await close(r.as.shoSaddar, { ...long, to_on: freshDay() })).act_id}/strike-outs`,
      ...{ body: () => ({ reason: 'Called off.' }), event: 'closed_desk.strike_out_proposed' },
    }),
  )
})

describe('the lists of duties', () => {
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'GET', path: () => '/duties?list=due', allowed: r.as.officerSaddar },
      ...{ elsewhere: r.as.prosecutorMultan, event: 'duty.listed' },
    }),
  )
  it('lead to the act whoever may do it, and to the record whoever may not', async () => {
    await strikeAll()
    const actFor = async (who: As) => {
      const { rows } = (await who.api.get('/duties?list=due')).body as {
        rows: { record_number: string; act: string }[]
      }
      return rows.find(({ record_number }) => record_number === bashir.record_number)?.act
    }
    const acts = await Promise.all([as.officerSaddar, as.bureauOfficer, as.dpoMultan].map(actFor))
    assert.deepEqual(acts, ['record_notice', 'record_notice', 'open'])
  })
})

let fresh = 0
/** Another end for each act, so that none is covered by the one before. */
const freshDay = () => `2025-09-${String(27 + fresh++).padStart(2, '0')}`

describe('an outage', () => {
  const all_day = { from_on: '2025-08-27', from_time: '07:00', cause: 'power' }
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'POST', path: () => '/outages/counts', allowed: r.as.officerSaddar },
      ...{ elsewhere: r.as.shoVehari, event: 'outage.counted', is_look: true },
      body: () => ({ ...all_day, station_id: 'pb_multan_saddar' }),
    }),
  )
  provesAccess(
    () => register,
    (r) => ({
      ...{ method: 'POST', path: () => '/outages', allowed: r.as.officerSaddar, status: 201 },
      ...{ elsewhere: r.as.shoVehari, event: 'outage.recorded' },
      body: () => ({
        ...all_day,
        from_time: '10:45',
        to_on: '2025-08-27',
        to_time: '10:50',
        station_id: 'pb_multan_saddar',
        moved_count: 0,
      }),
    }),
  )
  it('that lasts puts every later date off; ended today, the dates come back', async () => {
    await strikeAll()
    const counted = (await as.officerSaddar.api.post('/outages/counts', all_day)).body as {
      moved_count: number
    }
    assert.equal(counted.moved_count, 1)
    const reply = await as.officerSaddar.api.post('/outages', {
      ...all_day,
      moved_count: counted.moved_count,
    })
    assert.equal(reply.status, 201, reply.text)
    const { act_id } = reply.body as { act_id: string }
    const lasting = await calendar(as.officerSaddar)
    assert.equal(dueOf(lasting), undefined)
    const week = (await as.officerSaddar.api.get('/calendar?on=2025-08-27')).body as CalendarReply
    const all = [...week.days, ...lasting.days]
    const down = all.flatMap((day) => (day.closure === 'outage' ? [day.on] : []))
    assert.equal(down.at(-1), '2025-08-27', 'no day to come is marked')
    assert.deepEqual(
      all.flatMap(({ is_down_still, on }) => (is_down_still ? [on] : [])),
      ['2025-08-27'],
    )
    const end = (to_time: string, who = as.officerSaddar) =>
      who.api.post(`/closures/${act_id}/ends`, { to_time })
    assert.equal((await end('10:00', as.shoVehari)).status, 404)
    assert.equal((await end('23:00')).status, 400)
    assert.equal((await end('06:00')).status, 400)
    assert.equal((await end('10:00')).status, 200)
    assert.equal((await end('10:00')).status, 404)
    assert.equal((await lastEvent(register, 'outage.ended'))?.subject_id, act_id)
    assert.equal(dueOf(await calendar(as.officerSaddar))?.due_on, '2025-09-03')
  })
  it('cannot be ended on a day that has passed, since dates of that day were put off', async () => {
    await strikeAll()
    const reply = await as.officerSaddar.api.post('/outages', { ...all_day, moved_count: 1 })
    clock.set('2025-08-28T03:00:00Z')
    const { act_id } = reply.body as { act_id: string }
    const ended = await as.officerSaddar.api.post(`/closures/${act_id}/ends`, { to_time: '07:30' })
    assert.equal(ended.status, 200, ended.text)
    const { rows } = await root.query(
      'select to_at from register.outage where act_id = $1 and superseded_at is null',
      [act_id],
    )
    assert.equal(rows[0].to_at.toISOString(), '2025-08-28T02:30:00.000Z')
    clock.set('2025-08-27T06:00:00Z')
  })
  it('lies in the past and in order', async () => {
    const fault = async (what: object) =>
      (await as.officerSaddar.api.post('/outages/counts', { ...all_day, ...what })).status
    assert.equal(await fault({ from_time: '23:00' }), 400)
    assert.equal(await fault({ to_on: '2025-08-27', to_time: '06:00' }), 400)
    assert.equal(await fault({ to_on: '2025-08-27' }), 400)
    assert.equal(await fault({ from_on: '2025-06-01' }), 400)
    assert.equal(await fault({ from_time: '25:00' }), 400)
  })
})
