// The name index: who is found by which spelling, within which walls, and by which index.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { NOTHING_KNOWN, type PersonFacts } from '../../domain/matching/evidence.ts'
import { MODEL } from '../../domain/matching/model.ts'
import { parseName } from '../../domain/names/parse.ts'
import { given } from '../../tests/support/given.ts'
import { type As, openTestRegister } from '../../tests/support/register.ts'
import { refreshCard } from '../people/card.ts'
import { asActor, asGate, type RegisterTx, send } from '../platform/database.ts'
import type { AsJob } from '../platform/jobs.ts'
import { openDataKey } from '../platform/keys.ts'
import { NIGHT_WORK } from '../platform/night-work.ts'
import { OPEN_SESSION } from '../platform/session-statements.ts'
import { hashOf, newToken } from '../platform/tokens.ts'
import { BY_KEYS, keysAsked } from './candidates.ts'
import { findPeople } from './find.ts'
import { indexNames } from './index-job.ts'

const SCALE = { model: MODEL, frequencies: MODEL.frequencies }
const register = await openTestRegister()
const { program, as, root } = register
const names = (name: string, ur: string, father: string) => [
  { kind: 'name' as const, script: 'Latn' as const, text: name },
  { kind: 'name' as const, script: 'Arab' as const, text: ur },
  { kind: 'father' as const, script: 'Latn' as const, text: father },
]
const aslam = await given.person(register, { names: names('Muhammad Aslam', 'محمد اسلم', 'Akram Warraich') })
const nasreen = await given.person(register, {
  ...{ station_id: 'pb_vehari_city', names: names('Nasreen Bibi', 'نسرین بی بی', 'Ghulam Rasool') },
  sex: 'female',
})
const as_written = (name: string, more: Partial<PersonFacts> = {}): PersonFacts => {
  const parsed = parseName(name)
  return { ...NOTHING_KNOWN, names: [parsed], fathers: parsed.father ? [parsed.father] : [], ...more }
}
const within = async <T>(who: As, work: (tx: RegisterTx) => Promise<T>) =>
  asActor(program.database, await who.token(), (tx) => work(tx))
const found = async (who: As, asked: PersonFacts) =>
  (await within(who, (tx) => findPeople(tx, program.keyring, asked))).map((one) => one.person_id)
const keyOf = async (person_id: string) => {
  const text = 'select wrapped_key, kek_id from register.person where person_id = $1'
  const key = openDataKey(program.keyring, person_id, (await root.query(text, [person_id])).rows[0])
  assert.ok(key)
  return key
}

describe('a person', () => {
  it('is found under another spelling, in the other script, with the father or the district', async () => {
    const { bureauOfficer } = as
    for (const asked of [
      as_written('Mohd. Aslum s/o Akrum'),
      as_written('محمد اسلم ولد محمد اکرم'),
      as_written('Ch. Md Aslam', { district_id: 'pb_multan' }),
      as_written('Aslam', { birth: { kind: 'age', years: 39, on: '2026-11-01' } }),
    ])
      assert.deepEqual(await found(bureauOfficer, asked), [aslam.person_id])
    assert.deepEqual(await found(bureauOfficer, as_written('Nasrin Begum d/o Gh. Rasul')), [
      nasreen.person_id,
    ])
  })
  it('is found by a CNIC with one wrong digit, two changed over, one left out or one too many', async () => {
    const cnic = aslam.cnic ?? ''
    const other = (digit: string | undefined) => String((Number(digit) + 1) % 10)
    for (const typed of [
      ...[cnic, cnic.slice(0, 5) + other(cnic[5]) + cnic.slice(6), cnic.slice(0, 4) + cnic.slice(5)],
      `${cnic.slice(0, 7)}${other(cnic[3])}${cnic.slice(7)}`,
    ])
      assert.deepEqual(await found(as.bureauOfficer, { ...NOTHING_KNOWN, cnics: [typed] }), [aslam.person_id])
  })
  it('is found only by who may see him, and moves with his owner', async () => {
    const asked = as_written('Muhammad Aslam s/o Akram')
    assert.deepEqual(await found(as.prosecutorMultan, asked), [aslam.person_id])
    assert.deepEqual(await found(as.prosecutorVehari, asked), [])
    const move = (station_id: string, district_id: string) =>
      root.query('update register.person set station_id = $2, district_id = $3 where person_id = $1', [
        ...[aslam.person_id, station_id, district_id],
      ])
    await move('pb_vehari_city', 'pb_vehari')
    assert.deepEqual(await found(as.prosecutorMultan, asked), [])
    assert.deepEqual(await found(as.prosecutorVehari, asked), [aslam.person_id])
    await move('pb_multan_saddar', 'pb_multan')
  })
  it('is found by the Bureau alone once his record is closed', async () => {
    const asked = as_written('Muhammad Aslam s/o Akram')
    const close = (at: string | null) =>
      root.query('update register.person set closed_at = $2 where person_id = $1', [aslam.person_id, at])
    await close('2026-01-01')
    assert.deepEqual(await found(as.prosecutorMultan, asked), [])
    const shown = (who: As) =>
      within(who, (tx) => tx.selectFrom('register.person_key').select('person_id').distinct().execute())
    assert.deepEqual(await shown(as.officerSaddar), [])
    assert.deepEqual(await found(as.bureauOfficer, asked), [aslam.person_id])
    await close(null)
    assert.deepEqual(await found(as.officerSaddar, asked), [aslam.person_id])
  })
  it('is found by a name that was replaced, and by the new one once the card is made anew', async () => {
    const { person_id, name_ids } = await given.person(register, {
      names: names('Zulfiqar Lashari', 'ذوالفقار لاشاری', 'Wazir'),
    })
    await root.query('update register.person_name set superseded_at = now() where name_id = $1', [
      name_ids[0],
    ])
    const key = await keyOf(person_id)
    await within(as.bureauOfficer, (tx) => refreshCard(tx, program.keyring, key, person_id))
    assert.deepEqual(await found(as.bureauOfficer, as_written('Zulfikar Lashari')), [person_id])
  })
  it('leaves nothing that finds him when his key is destroyed', async () => {
    const { person_id } = await given.person(register, { names: names('Qurban Ali', 'قربان علی', 'Sher') })
    await root.query('update register.person set wrapped_key = null where person_id = $1', [person_id])
    const left = await root.query(
      `select person_id from register.person_key where person_id = $1 union all select person_id from register.match_card where person_id = $1`,
      [person_id],
    )
    assert.equal(left.rowCount, 0)
  })
})

describe('the night work', () => {
  const run = async (who?: As) => {
    const token = who ? await who.token() : newToken()
    if (!who)
      await asGate(program.database, (tx) =>
        send(tx, OPEN_SESSION, [
          hashOf(token),
          crypto.randomUUID(),
          NIGHT_WORK.posting_id,
          'job',
          'en',
          false,
        ]),
      )
    const asJob: AsJob = (work) =>
      asActor(program.database, token, (tx, session) => {
        assert.ok(session)
        return work(tx, session)
      })
    const { officer_id, posting_id } = NIGHT_WORK
    const signal = new AbortController().signal
    return indexNames({ program, payload: { id: officer_id, posting_id }, as: asJob, attempt: 1, signal })
  }
  it('indexes whoever has no card, counts the names, and seals the count', async () => {
    const of = [aslam.person_id]
    await root.query('delete from register.person_key where person_id = $1', of)
    await root.query('delete from register.match_card where person_id = $1', of)
    assert.deepEqual(await found(as.bureauOfficer, as_written('Muhammad Aslam s/o Akram')), [])
    await run()
    assert.deepEqual(await found(as.bureauOfficer, as_written('Muhammad Aslam s/o Akram')), [aslam.person_id])
    const { rows } = await root.query('select people_count, counts_enc from register.name_count')
    assert.ok(rows.length === 1 && rows[0].people_count >= 2)
    assert.ok(!rows[0].counts_enc.includes('ASLM'))
    await run()
    assert.equal((await root.query('select from register.name_count')).rowCount, 1, 'not counted twice a day')
  })
  it('makes anew what an older way of making keys made, and leaves nothing of that behind', async () => {
    const of = [aslam.person_id]
    const held = async () =>
      (await root.query('select pair::text from register.person_key where person_id = $1 order by pair', of))
        .rows
    const before = await held()
    await root.query('update register.match_card set version = version - 1 where person_id = $1', of)
    await root.query(
      'insert into register.person_key select 1, person_id, district_id, station_id from register.person where person_id = $1',
      of,
    )
    assert.deepEqual(await found(as.bureauOfficer, as_written('Muhammad Aslam s/o Akram')), of)
    await run()
    assert.deepEqual(await held(), before)
  })
  it('drops keys that too many hold, and they are not kept again', async () => {
    const drop = await root.query(
      `with crowd as (select pair from register.person_key where person_id = $1 limit 1)
       insert into register.common_key select pair, 5000 from crowd returning pair::text`,
      [aslam.person_id],
    )
    await root.query('delete from register.person_key k using register.common_key c where c.pair = k.pair')
    const key = await keyOf(aslam.person_id)
    await within(as.bureauOfficer, (tx) => refreshCard(tx, program.keyring, key, aslam.person_id))
    const left = await root.query('select from register.person_key where pair = $1', [drop.rows[0].pair])
    assert.equal(left.rowCount, 0)
    await root.query('delete from register.common_key')
    await within(as.bureauOfficer, (tx) => refreshCard(tx, program.keyring, key, aslam.person_id))
  })
  it('is done by nobody else', async () => {
    await assert.rejects(run(as.bureauOfficer), /only the night work/)
  })
})

describe('the keys', () => {
  it('are asked by their index, and by nothing else first, under row-level security', async () => {
    const values = keysAsked(program.keyring, as_written('Muhammad Aslam s/o Akram Khan'), SCALE)
    const token = await as.prosecutorMultan.token()
    const client = await program.database.app.connect()
    await client.query('begin')
    await client.query('set local enable_bitmapscan = off') // so few rows are read as well by a bitmap
    await client.query('select * from sec.begin_act($1, null)', [token])
    const plan = await client.query(`explain (costs off) ${BY_KEYS.text}`, values)
    await client.query('rollback')
    client.release()
    const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n')
    assert.match(
      text,
      /Index Only Scan using person_key_pkey on person_key x\s+Index Cond: \(pair = q\.pair\)/,
    )
  })
  it('can be added neither by a district nor by hand', async () => {
    const key = await keyOf(aslam.person_id)
    await assert.rejects(
      within(as.prosecutorMultan, (tx) => refreshCard(tx, program.keyring, key, aslam.person_id)),
      { code: 'AM005' },
    )
    const insert = () =>
      within(as.bureauOfficer, (tx) =>
        tx
          .insertInto('register.person_key')
          .values({ pair: 1, person_id: aslam.person_id, district_id: 'pb_multan', station_id: 'x' })
          .execute(),
      )
    await assert.rejects(insert, { code: '42501' })
  })
  it('stand in the database as numbers that change with the index key', async () => {
    const { rows } = await root.query(
      'select count(*)::int as n from register.person_key where person_id = $1',
      [aslam.person_id],
    )
    assert.ok(rows[0].n >= 5)
    const other = { ...program.keyring, index_key: Buffer.alloc(32, 7) }
    const asked = as_written('Muhammad Aslam s/o Akram')
    assert.notDeepEqual(keysAsked(other, asked, SCALE), keysAsked(program.keyring, asked, SCALE))
  })
})
