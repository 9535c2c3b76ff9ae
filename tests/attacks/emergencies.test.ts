// Attacks on the emergency access below the site: the owner's functions called as no policy meant them to be called.
import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { type Opening, openPerson, readName, readPerson } from '../../server/emergencies/queries.ts'
import { pakistanDay } from '../../server/platform/clock.ts'
import { asActor } from '../../server/platform/database.ts'
import { blindIndex } from '../../server/platform/keys.ts'
import { forgetUses, givenActive, letPass } from '../support/given-emergency.ts'
import { type As, openTestRegister } from '../support/register.ts'
import { attempt } from './attempt.ts'

const register = await openTestRegister()
const { as, root, program, clock } = register
const { investigatorMultan: io, dpoMultan: dpo, shoSaddar: sho } = as
const away = await givenActive(register, { station_id: 'pb_vehari_city' })
const PARALLEL = 20

let serial = 1
const opening = (more: Partial<Opening> = {}): Opening => ({
  ...{ emergency_id: randomUUID(), kind: 'cnic', record_number: null, danger: 'threat_to_kill' },
  number_index: blindIndex(program.keyring, 'cnic', away.cnic ?? ''),
  ...{ reference_kind: 'diary', reference_station_id: 'pb_multan_saddar', reference_number: 1 },
  reference_on: pakistanDay(clock.now()),
  ...{ words_enc: randomBytes(40), wrapped_key: randomBytes(40), kek_id: 'k' },
  ...{ fields: ['name'], basis: 'CONSTITUTION-1973', print_number: `X-${serial++}`, ...more },
})
const inName = <T>(token: string, work: Parameters<typeof asActor<T>>[2]) =>
  asActor(program.database, token, work)
const open = async (who: As | string, more: Partial<Opening> = {}) =>
  inName(typeof who === 'string' ? who : await who.token(), (tx) => openPerson(tx, opening(more)))
const opened = async (who: As, more: Partial<Opening> = {}) => {
  await forgetUses(register)
  const emergency_id = randomUUID()
  assert.equal(await open(who, { emergency_id, ...more }), 'record')
  return emergency_id
}
const read = async (who: As | string, id: string) =>
  inName(
    typeof who === 'string' ? who : await who.token(),
    async (tx) => (await readPerson(tx, id)) !== undefined,
  )
const named = async (who: As, id: string) =>
  inName(await who.token(), async (tx) => (await readName(tx, id)) !== undefined)
const countOf = async (table: string) =>
  Number((await root.query(`select count(*)::int as count from register.${table}`)).rows[0].count)
const kept = async () => [await countOf('emergency'), await countOf('disclosure')]

describe('opening', () => {
  it('is refused without a session, with a made-up one, and in a role that may not, and keeps nothing', async () => {
    const before = await kept()
    for (const who of ['', 'nation', io.officer_id]) assert.equal(await open(who), 'refused', who)
    for (const who of [
      as.officerSaddar,
      dpo,
      as.bureauSupervisor,
      as.prosecutorMultan,
      as.administrator,
      as.auditor,
    ])
      assert.equal(await open(who), 'refused', who.name)
    assert.deepEqual(await kept(), before)
    assert.equal(await open(io), 'record')
  })
  it('is refused on a paper of another place, of a day to come, and with a passkey used too long ago', async () => {
    await forgetUses(register)
    assert.equal(await open(io, { reference_station_id: 'pb_vehari_city' }), 'refused')
    assert.equal(await open(io, { reference_station_id: null }), 'refused')
    assert.equal(await open(sho, { reference_station_id: 'pb_multan_cantt' }), 'refused')
    assert.equal(await open(as.bureauOfficer), 'refused')
    assert.equal(
      await open(as.bureauOfficer, { reference_station_id: null, reference_kind: 'fir' }),
      'refused',
    )
    assert.equal(await open(io, { reference_on: '2099-01-01' }), 'refused')
    const fresh = (at: string) =>
      root.query(`update access.session set step_up_at = ${at} where officer_id = $1`, [io.officer_id])
    for (const stale of ['null', `now() - interval '5 minutes'`]) {
      await fresh(stale)
      assert.equal(await open(io), 'refused', stale)
    }
    await fresh('now()')
    assert.equal(await open(io), 'record')
  })
  it('is refused while a use is found not justified, until somebody follows that up', async () => {
    const id = await opened(sho)
    await root.query(
      `insert into register.emergency_review (emergency_id, used_by, finding, reasons_enc, kek_id, reviewed_by)
       values ($1, $2, 'not_justified', 'x', 'k', $3)`,
      [id, sho.officer_id, dpo.officer_id],
    )
    assert.equal(await open(sho), 'refused')
    assert.equal(await read(sho, id), false, 'nor is it read on')
    await root.query(
      `insert into register.emergency_follow_up (emergency_id, did, done_by) values ($1, 'kept', $2)`,
      [id, as.administrator.officer_id],
    )
    assert.equal(await open(sho), 'record')
  })
  it('finds nobody by a name, and nobody by another kind of number', async () => {
    await forgetUses(register)
    assert.equal(await open(io, { kind: 'name', record_number: 'Muhammad Bashir' }), 'no_record')
    assert.equal(await open(io, { kind: 'passport' }), 'no_record')
    assert.equal(
      await open(io, { kind: 'record_number', record_number: `${away.record_number.slice(0, -1)}%` }),
      'no_record',
    )
  })
  it('has no other way in: no row is written, moved or prolonged by hand', async () => {
    const token = await io.token()
    const id = await opened(io)
    const tries = [
      `insert into register.emergency select * from register.emergency where emergency_id = '${id}'`,
      `update register.emergency set until_at = until_at + interval '1 hour'`,
      `delete from register.emergency`,
      `update register.emergency_review set finding = 'justified'`,
      `select * from sec.emergency_session()`,
    ]
    for (const statement of tries)
      await assert.rejects(attempt(register, { token, statement }), /permission denied/, statement)
    const disclose = `insert into register.disclosure (disclosure_id, kind, recipient, person_id, emergency_id, given_to, fields, basis, until_at)
      values (gen_random_uuid(), 'emergency', 'officer', '${away.person_id}', '${id}', '${io.officer_id}', '{name}', 'x', now())`
    await assert.rejects(attempt(register, { token, statement: disclose }), /row-level security/)
    await assert.rejects(
      root.query(
        `update register.emergency set until_at = used_at + interval '31 minutes' where emergency_id = $1`,
        [id],
      ),
      /check constraint/,
    )
  })
})

describe(`${PARALLEL} at once`, () => {
  const burst = async (officers: readonly As[]) => {
    const all = Array.from({ length: PARALLEL }, (_, n) =>
      open(officers[n % officers.length] ?? io, {
        reference_station_id: 'pb_multan_saddar',
      }),
    )
    return (await Promise.all(all)).filter((said) => said === 'record').length
  }
  const limit = async (of_officer: number, of_unit: number, of_nation: number) => {
    await forgetUses(register)
    await root.query(`update register.quota_limit set per_day = $1 where act = 'emergency'`, [of_officer])
    await root.query(
      `update register.quota_pool_limit set per_day = case level when 'unit' then $1::int else $2::int end where act = 'emergency'`,
      [of_unit, of_nation],
    )
  }
  it('give an officer, an office and the nation exactly their numbers, and keep no use beyond them', async () => {
    await limit(3, 10, 200)
    const [before] = await kept()
    assert.equal(await burst([io]), 3)
    assert.equal((await kept())[0], (before ?? 0) + 3)
    await limit(PARALLEL, 4, 200)
    assert.equal(await burst([io]), 4)
    await limit(PARALLEL, PARALLEL, 5)
    assert.equal(await burst([io, sho]), 5)
    await limit(3, 10, 200)
  })
})

describe('what was opened', () => {
  it('is read by its officer alone, in the posting in which he opened it', async () => {
    const id = await opened(io)
    assert.equal(await read(io, id), true)
    for (const who of [sho, dpo, as.bureauOfficer, as.bureauSupervisor, as.administrator, ''])
      assert.equal(await read(who, id), false, typeof who === 'string' ? who : who.name)
    assert.equal(await read(io, randomUUID()), false)
    await root.query('update register.emergency set posting_id = $1 where emergency_id = $2', [
      sho.posting_id,
      id,
    ])
    assert.equal(await read(io, id), false)
  })
  it('is not read after half an hour, nor when the person has left the register', async () => {
    const id = await opened(io)
    await root.query(
      `update register.emergency set used_at = now() - interval '30 minutes', until_at = now() where emergency_id = $1`,
      [id],
    )
    assert.equal(await read(io, id), false)
    const other = await opened(io)
    await root.query('update register.person set closed_at = now() where person_id = $1', [away.person_id])
    assert.equal(await read(io, other), false)
    await root.query('update register.person set closed_at = null where person_id = $1', [away.person_id])
    assert.equal(await read(io, other), true)
  })
  it('opens nothing else: the person stays outside the officer’s scope', async () => {
    await opened(io)
    for (const table of [
      'person',
      'person_name',
      'person_document',
      'person_address',
      'conviction',
      'registration',
    ])
      assert.deepEqual(
        await attempt(register, {
          token: await io.token(),
          statement: `select 1 from register.${table} where person_id = $1`,
          values: [away.person_id],
        }),
        [],
        table,
      )
  })
})

describe('a review', () => {
  const say = async (who: As, id: string, used_by: string) =>
    attempt(register, {
      token: await who.token(),
      statement: `insert into register.emergency_review (emergency_id, used_by, finding, reasons_enc, kek_id, reviewed_by)
        values ($1, $2, 'justified', 'x', 'k', $3) returning 1`,
      values: [id, used_by, who.officer_id],
    })
  it('is written by a second officer of the place alone, in his own name, never about his own use', async () => {
    const id = await opened(io)
    assert.deepEqual(await say(dpo, id, io.officer_id), [[1]])
    for (const who of [io, sho, as.bureauOfficer, as.administrator])
      await assert.rejects(say(who, id, io.officer_id), /row-level security/, who.name)
    await root.query('update register.emergency set used_by = $1 where emergency_id = $2', [
      dpo.officer_id,
      id,
    ])
    await assert.rejects(say(dpo, id, dpo.officer_id), /nobody_reviews_his_own/)
  })
  it('is refused below the site to who has declared a conflict about the use, its person or its user', async () => {
    for (const subject of ['emergency_id', 'person_id', 'used_by']) {
      const id = await opened(io)
      await root.query(
        `insert into register.conflict (officer_id, subject_id, reason_code) select $1, ${subject}, 'case' from register.emergency where emergency_id = $2`,
        [dpo.officer_id, id],
      )
      await assert.rejects(say(dpo, id, io.officer_id), /approval_conflict/, subject)
      await root.query('delete from register.conflict')
    }
  })
  it('shows a name to who may write it and has not, and to nobody else', async () => {
    const id = await opened(io)
    assert.deepEqual([await named(dpo, id), await named(as.bureauSupervisor, id)], [true, true])
    const usedBy = (who: As) =>
      root.query('update register.emergency set used_by = $1 where emergency_id = $2', [who.officer_id, id])
    await usedBy(dpo)
    assert.equal(await named(dpo, id), false)
    await usedBy(io)
    for (const who of [io, sho, as.shoVehari, as.bureauOfficer, as.administrator, as.auditor])
      assert.equal(await named(who, id), false, who.name)
    await root.query(
      `insert into register.emergency_review (emergency_id, used_by, finding, reasons_enc, kek_id, reviewed_by)
       values ($1, $2, 'justified', 'x', 'k', $3)`,
      [id, io.officer_id, dpo.officer_id],
    )
    assert.equal(await named(dpo, id), false)
  })
  it('tells an administrator the officer of a finding, and no use', async () => {
    const id = await opened(io)
    await letPass(register, id, 80)
    const seen = async (statement: string) =>
      (await attempt(register, { token: await as.administrator.token(), statement })).length
    assert.equal(await seen('select 1 from register.emergency'), 0)
    const found = (
      await root.query(
        `select count(*)::int as n from register.emergency_review where finding = 'not_justified'`,
      )
    ).rows[0].n
    assert.equal(await seen('select 1 from register.emergency_review'), found)
  })
})
