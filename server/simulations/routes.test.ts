import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { ExportList } from '../../contract/disclosures.ts'
import type {
  Simulated,
  Simulation,
  SimulationDistricts,
  SimulationList,
} from '../../contract/simulations.ts'
import { fillDraft } from '../../tests/support/drafts.ts'
import { given } from '../../tests/support/given.ts'
import { givenFacts } from '../../tests/support/given-facts.ts'
import { givenLink } from '../../tests/support/given-match.ts'
import { givenPack as givenPackInForce, undoPack } from '../../tests/support/given-pack.ts'
import { lastEvent, provesAccess } from '../../tests/support/proofs.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { givenPack, givenSimulation, runSimulationOf } from '../../tests/support/simulating.ts'
import { asActor } from '../platform/database.ts'

const r = await openTestRegister()
const { legalOfficer, bureauSupervisor, bureauOfficer, officerSaddar, analyst } = r.as
r.clock.set('2026-11-20T06:00:00Z')
const FROM = '2026-11-27'
const TO_OTHERS = [officerSaddar, analyst, r.as.prosecutorMultan, r.as.investigatorMultan, r.as.dpoMultan]

/** Released 3 Mar 2025 and told; until 3 Mar 2035 by ten years. */
async function released(convictions: Parameters<typeof given.person>[1] = {}) {
  const person = await given.person(r, {
    custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }],
    ...convictions,
  })
  await givenFacts(r, person.person_id, { served_at: '2025-03-03T05:00:00Z' })
  return person
}
const bashir = await released()
const of_man = await released({ convictions: [{ victim: 'other' }], station_id: 'pb_vehari_city' })
// The same man again, at another station: he is counted once, in the district of his oldest record.
await givenLink(r, await released({ convictions: [{ victim: 'other' }] }), of_man)
const early = await released({ convictions: [{ convicted_on: '2023-11-01', offence_on: '2023-01-01' }] })
await given.person(r) // in custody
const closed = await fillDraft(r.as.prosecutorMultan, {
  sentence: { disposal: 'probation', years: null, fine_pkr: null, custody: [] },
  until: 'sentence',
})
const { body_version } = closed
const submitted = await r.as.prosecutorMultan.api.post(`/drafts/${closed.draft_id}/submissions`, {
  body_version,
})
assert.equal((submitted.body as { stage: string }).stage, 'not_registrable', submitted.text)

const pack_id = await givenPack(r, {
  ...{ period_years: '12', eligibility_policy: 'both', entries_from: '2023-01-01' },
  disposals_not_convictions: 'conditional_discharge',
})
const simulation_id = await givenSimulation(r, pack_id, FROM)
const read = async (query = '', who = legalOfficer) =>
  (await who.api.get(`/simulations/${simulation_id}${query}`)).body as Simulation
const everything = async () => {
  const tables = ['person', 'conviction', 'custody', 'draft', 'duty_standing', 'duty_due', 'exit', 'approval']
  const all = await Promise.all(
    tables.map((table) =>
      r.root.query(`select md5(string_agg(t::text, '|' order by t::text)) from register.${table} t`),
    ),
  )
  return all.map(({ rows }) => rows[0])
}

describe('beginning a simulation', () => {
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'POST', path: () => `/packs/${pack_id}/simulations`, allowed: legalOfficer, status: 201 },
      ...{ elsewhere: officerSaddar, body: () => ({ from_on: FROM }), event: 'simulation.begun' },
    }),
  )
  it('is refused for a day that has begun, naming the field', async () => {
    const reply = await legalOfficer.api.post(`/packs/${pack_id}/simulations`, { from_on: '2026-11-20' })
    const { fields } = reply.body as { fields: { field: string }[] }
    assert.deepEqual([reply.status, fields[0]?.field], [400, 'from_on'])
  })
  it('is for nobody but a legal officer', async () => {
    for (const who of [bureauSupervisor, bureauOfficer, ...TO_OTHERS])
      assert.equal((await who.api.post(`/packs/${pack_id}/simulations`, { from_on: FROM })).status, 404)
  })
})

describe('the simulations of a pack', () => {
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'GET', path: () => `/packs/${pack_id}/simulations`, allowed: bureauSupervisor },
      ...{ elsewhere: officerSaddar, event: 'simulation.listed' },
    }),
  )
  it('come newest first, each with its counts', async () => {
    const { simulations } = (await legalOfficer.api.get(`/packs/${pack_id}/simulations`))
      .body as SimulationList
    const one = simulations.find((each) => each.simulation_id === simulation_id)
    assert.deepEqual([one?.state, one?.stale, one?.counts.lengthens], ['done', null, 1])
  })
})

describe('a simulation', () => {
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'GET', path: () => `/simulations/${simulation_id}`, allowed: bureauOfficer },
      ...{ elsewhere: officerSaddar, event: 'simulation.viewed' },
    }),
  )
  it('counts who enters, leaves, stays longer and is unchanged, and says whom it touches', async () => {
    const { counts, rows, changes, done_count, of_count } = await read()
    assert.deepEqual(counts, {
      ...{ enters: 2, leaves: 1, lengthens: 1, shortens: 0, duties_change: 0, unchanged: 1 },
    })
    assert.deepEqual([done_count, of_count], [5, 5])
    const by = new Map(rows.map((row) => [row.subject_id, row]))
    const bashirs = by.get(bashir.person_id)
    assert.deepEqual(
      [bashirs?.class, bashirs?.before.ends_on, bashirs?.after.ends_on, bashirs?.ends_moved_days],
      ['lengthens', '2035-03-03', '2037-03-03', 731],
    )
    assert.deepEqual(
      [by.get(of_man.person_id)?.class, by.get(early.person_id)?.class, by.get(closed.draft_id)?.class],
      ['leaves', 'enters', 'enters'],
    )
    assert.deepEqual(
      changes
        .map(({ name, before, after }) => [name, before, after])
        .find(([name]) => name === 'period_years'),
      ['period_years', '10', '12'],
    )
  })
  it('is filtered by class and by district, and goes on by key', async () => {
    const leaving = await read('?class=leaves&district_id=pb_vehari')
    assert.deepEqual(
      leaving.rows.map(({ subject_id }) => subject_id),
      [of_man.person_id],
    )
    assert.deepEqual((await read('?class=leaves&district_id=pb_multan')).rows, [])
    const all = (await read()).rows.map(({ subject_id }) => subject_id)
    const [first = ''] = all
    assert.deepEqual(
      (await read(`?after=${first}`)).rows.map(({ subject_id }) => subject_id),
      all.slice(1),
    )
  })
  it('says what it cannot hold', async () => {
    const { left_out } = await read()
    assert.deepEqual(left_out, {
      ...{ under_way_count: 0, discarded_count: 0, refused_count: 0, open_end_count: 1 },
    })
  })
  it('names nobody', async () => {
    for (const page of [
      `/simulations/${simulation_id}`,
      `/simulations/${simulation_id}/people/${bashir.person_id}`,
    ])
      assert.doesNotMatch((await legalOfficer.page(page)).text, /Bashir|Ditta|بشیر/)
  })
  it('changes nobody', async () => {
    const before = await everything()
    await givenSimulation(r, pack_id, FROM)
    assert.deepEqual(await everything(), before)
  })
  it('comes out the same twice, but for its own name', async () => {
    const again = await givenSimulation(r, pack_id, FROM)
    const rows = async (id: string) =>
      (
        await r.root.query(
          `select to_jsonb(t) - 'simulation_id' as row from register.simulation_row t where simulation_id = $1 order by subject_id`,
          [id],
        )
      ).rows
    assert.deepEqual(await rows(again), await rows(simulation_id))
  })
  it('of a draft that changes nothing finds nobody', async () => {
    const same = await givenPack(r, {})
    const id = await givenSimulation(r, same, FROM)
    const { counts, rows } = (await legalOfficer.api.get(`/simulations/${id}`)).body as Simulation
    assert.deepEqual([counts.unchanged, rows], [5, []])
  })
  it('is compared with rules that are approved but come into force only before its day', async () => {
    const approved = await givenPackInForce(r, 'approved-meanwhile', '2026-11-25', { period_years: 12 })
    const same_id = await givenSimulation(r, await givenPack(r, { period_years: '12' }), FROM)
    const same = (await legalOfficer.api.get(`/simulations/${same_id}`)).body as Simulation
    await undoPack(r, approved)
    const alone_id = await givenSimulation(r, await givenPack(r, { period_years: '12' }), FROM)
    const alone = (await legalOfficer.api.get(`/simulations/${alone_id}`)).body as Simulation
    assert.deepEqual([same.counts.lengthens, same.changes], [0, []])
    assert.ok(alone.counts.lengthens > 0)
    assert.deepEqual(
      alone.changes.map(({ name }) => name),
      ['period_years'],
    )
  })
  it('is stale once the draft is changed', async () => {
    const other = await givenPack(r, { period_years: '8' })
    const id = await givenSimulation(r, other, FROM)
    const stale = async () => ((await legalOfficer.api.get(`/simulations/${id}`)).body as Simulation).stale
    assert.equal(await stale(), null)
    const value = { name: 'period_years', value: '9', basis: 'REGISTER-ASSUMPTIONS', status: 'assumed' }
    const reasons = { reason_en: 'To try it.', reason_ur: 'آزمانے کے لیے۔' }
    await legalOfficer.api.post(`/packs/${other}/values`, { ...value, ...reasons })
    assert.equal(await stale(), 'draft_changed')
  })
})

describe('a simulation by district', () => {
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'GET', path: () => `/simulations/${simulation_id}/districts`, allowed: legalOfficer },
      ...{ elsewhere: officerSaddar, event: 'simulation.districts_seen' },
    }),
  )
  it('adds up to the whole', async () => {
    const reply = await bureauSupervisor.api.get(`/simulations/${simulation_id}/districts`)
    const { districts } = reply.body as SimulationDistricts
    assert.deepEqual(
      districts.map(({ district_id, counts }) => [district_id, counts.leaves]),
      [
        ['pb_multan', 0],
        ['pb_vehari', 1],
      ],
    )
  })
})

describe('the file of a simulation', () => {
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'GET', path: () => `/simulations/${simulation_id}/rows.csv`, allowed: bureauOfficer },
      ...{ elsewhere: officerSaddar, event: 'simulation.downloaded' },
    }),
  )
  it('has a row for each, by record number and never by name', async () => {
    const { text, headers } = await legalOfficer.api.get(`/simulations/${simulation_id}/rows.csv`)
    const { exports } = (await bureauOfficer.api.get('/exports')).body as ExportList
    const taken = exports.find(({ taken_by }) => taken_by.en === legalOfficer.name_en)
    assert.equal(taken?.row_count, text.trim().split('\r\n').length - 1, 'who took how many is written down')
    assert.match(String(headers['content-type']), /text\/csv/)
    const lines = text.trim().split('\r\n')
    assert.equal(lines.length, 1 + 4)
    assert.ok(lines.some((one) => one.startsWith(`${bashir.record_number},Multan,lengthens,active,active,`)))
    assert.ok(lines.some((one) => one.startsWith('Closed entry,')))
    assert.doesNotMatch(text, /Bashir|بشیر/)
    assert.equal((await lastEvent(r, 'simulation.downloaded'))?.subject_id, simulation_id)
  })
})

describe('one person of a simulation', () => {
  const path = (person_id: string) => `/simulations/${simulation_id}/people/${person_id}`
  provesAccess(
    () => r,
    () => ({
      ...{ method: 'GET', path: () => path(bashir.person_id), allowed: legalOfficer },
      ...{ elsewhere: officerSaddar, event: 'simulation.person_seen' },
    }),
  )
  it('stands by both sides with the steps, and with the values that alone change something', async () => {
    const { before, after, causes, convictions } = (await legalOfficer.api.get(path(bashir.person_id)))
      .body as Simulated
    assert.deepEqual([before.registration.ends_on, after.registration.ends_on], ['2035-03-03', '2037-03-03'])
    assert.ok(after.registration.steps.some(({ because }) => because.values['years'] === 12))
    assert.deepEqual([causes, convictions[0]?.after], [['period_years'], 'yes'])
    const of_other = (await legalOfficer.api.get(path(of_man.person_id))).body as Simulated
    assert.deepEqual([of_other.causes, of_other.convictions[0]?.after], [['eligibility_policy'], 'no'])
  })
  it('is a look at him, with its purpose', async () => {
    await legalOfficer.api.get(path(bashir.person_id))
    const event = await lastEvent(r, 'simulation.person_seen', legalOfficer.officer_id)
    assert.deepEqual(
      [event?.subject_kind, event?.subject_id, event?.purpose],
      [...['person', bashir.person_id, 'legal_review']],
    )
  })
  it('is not for an officer who is partial about him, until he withdraws that', async () => {
    await r.root.query(
      `insert into register.conflict (officer_id, subject_id, reason_code) values ($1, $2, 'relative')`,
      [bureauOfficer.officer_id, early.person_id],
    )
    assert.equal((await bureauOfficer.api.get(path(early.person_id))).status, 403)
    await r.root.query(
      'update register.conflict set withdrawn_at = now(), withdrawal_id = (select approval_id from register.approval_decision limit 1)',
    )
    assert.equal((await bureauOfficer.api.get(path(early.person_id))).status, 200)
  })
  it('is not there where the draft changes nothing for him', async () => {
    assert.equal((await legalOfficer.api.get(path(randomUUID()))).status, 404)
  })
})

describe('stopping and going on', () => {
  const begun = async () => {
    const reply = await legalOfficer.api.post(`/packs/${pack_id}/simulations`, { from_on: FROM })
    return (reply.body as { simulation_id: string }).simulation_id
  }
  const states = async (id: string) =>
    ((await legalOfficer.api.get(`/simulations/${id}`)).body as Simulation).state
  for (const [act, event] of [
    ['stop', 'simulation.stopped'],
    ['resume', 'simulation.resumed'],
  ] as const)
    provesAccess(
      () => r,
      () => ({
        ...{ method: 'POST', allowed: legalOfficer, elsewhere: officerSaddar, event },
        async path() {
          const id = await begun()
          if (act === 'resume') await legalOfficer.api.post(`/simulations/${id}/stop`)
          return `/simulations/${id}/${act}`
        },
      }),
    )
  it('compares nobody while it is stopped, and everybody after', async () => {
    const id = await begun()
    await legalOfficer.api.post(`/simulations/${id}/stop`)
    await runSimulationOf(r, id)
    assert.equal(await states(id), 'stopped')
    assert.equal((await legalOfficer.api.post(`/simulations/${id}/stop`)).status, 409)
    await legalOfficer.api.post(`/simulations/${id}/resume`)
    await runSimulationOf(r, id)
    assert.equal(await states(id), 'done')
  })
  it('goes on where the program was killed, and comes out the same', async () => {
    const id = await begun()
    await assert.rejects(runSimulationOf(r, id, { most: 4 }), /killed/)
    assert.equal(await states(id), 'running')
    await runSimulationOf(r, id)
    const { counts, state } = (await legalOfficer.api.get(`/simulations/${id}`)).body as Simulation
    assert.deepEqual([state, counts], ['done', (await read()).counts])
  })
  it('comes out the same by threads', async () => {
    const id = await begun()
    await runSimulationOf(r, id, { threads_from: 0 })
    const { counts, state } = (await legalOfficer.api.get(`/simulations/${id}`)).body as Simulation
    assert.deepEqual([state, counts], ['done', (await read()).counts])
  })
  it('ends once: what is done stays as it is', async () => {
    await runSimulationOf(r, simulation_id)
    const moving = asActor(r.program.database, await legalOfficer.token(), (tx) =>
      tx
        .updateTable('register.simulation')
        .set({ state: 'stopped' })
        .where('state', '=', 'done')
        .executeTakeFirst(),
    )
    assert.equal((await moving).numUpdatedRows, 0n)
    const adding = asActor(r.program.database, await legalOfficer.token(), (tx) =>
      tx
        .insertInto('register.simulation_count')
        .values({ simulation_id, district_id: 'pb_lahore', class: 'leaves', found_count: 1 })
        .execute(),
    )
    await assert.rejects(adding, { code: '42501' })
  })
})
