import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { openCheckpoint } from '../../domain/audit/checkpoint.ts'
import { rootOf } from '../../domain/audit/merkle.ts'
import { parseSigner, signerText } from '../../domain/audit/signed-note.ts'
import { waitFor } from '../../tests/support/wait-for.ts'
import { writeEvent } from './scratch-event.ts'
import { openScratchLog, type ScratchLog, SECRET } from './scratch-log.ts'
import { sequencePending, startSequencer } from './sequencer.ts'

const folder = mkdtempSync(join(tmpdir(), 'amanat-signed-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const optionsOf = (log: ScratchLog) => ({ url: log.url('amanat_sequencer'), signer: log.signer })
const rethrow = (fault: unknown) => {
  throw fault
}

async function listLeaves(
  log: ScratchLog,
): Promise<{ leaf_index: number; event_no: number; hash: Buffer }[]> {
  const { rows } = await log.root.query(
    'select leaf_index::int, event_no::int, leaf_hash as hash from audit.leaf order by leaf_index',
  )
  return rows
}

/** Every committed event has one leaf, and the newest checkpoint signs exactly these leaves. */
async function assertComplete(log: ScratchLog): Promise<number> {
  const leaves = await listLeaves(log)
  const { rows: events } = await log.root.query('select event_no::int from audit.event order by event_no')
  assert.deepEqual(
    leaves.map((l) => l.event_no).sort((a, b) => a - b),
    events.map((e) => e.event_no),
  )
  assert.deepEqual(
    leaves.map((l) => l.leaf_index),
    leaves.map((_, i) => i),
  )
  const { rows: heads } = await log.root.query(
    'select note from audit.checkpoint order by tree_size desc limit 1',
  )
  const head = openCheckpoint(heads[0].note, log.signer)
  assert.equal(head?.tree_size, leaves.length)
  assert.deepEqual(head?.root_hash, rootOf(leaves.map((l) => l.hash)))
  return leaves.length
}

const until = (holds: () => Promise<boolean>) => waitFor('the sequencer', holds)

test('committed events enter the log once, and nothing is signed when nothing is new', async () => {
  const log = await openScratchLog()
  for (let i = 0; i < 5; i++) await writeEvent(log.app)
  assert.equal(await sequencePending(optionsOf(log)), 5)
  assert.equal(await sequencePending(optionsOf(log)), 0)
  await writeEvent(log.app)
  assert.equal(await sequencePending({ ...optionsOf(log), batch: 1 }), 1)
  assert.equal(await assertComplete(log), 6)
  const { rows } = await log.root.query(
    'select tree_size::int as size from audit.checkpoint order by tree_size',
  )
  assert.deepEqual(rows, [{ size: 5 }, { size: 6 }])
})

test('an event that commits late enters behind those that overtook it', async () => {
  const log = await openScratchLog()
  const slow = await log.connect('amanat_app')
  await slow.query('begin')
  await writeEvent(slow)
  const sequencer = startSequencer({ ...optionsOf(log), pause_ms: 10 }, rethrow)
  for (let i = 0; i < 3; i++) await writeEvent(log.app)
  await until(async () => (await listLeaves(log)).length === 3)
  await wait(100)
  await slow.query('commit')
  await until(async () => (await listLeaves(log)).length === 4)
  await sequencer.stop()
  assert.deepEqual(
    (await listLeaves(log)).map((l) => l.event_no),
    [2, 3, 4, 1],
  )
  await assertComplete(log)
})

test('a number drawn by a transaction that has no id yet is waited for', async () => {
  const log = await openScratchLog()
  await writeEvent(log.app) // the first draw of a sequence is logged and so gives an id; later ones are not
  const slow = await log.connect('amanat_app')
  await log.root.query('select pg_advisory_lock(1)')
  const drawn = slow.query(
    `insert into audit.event (event_id, action, outcome, body_salt, body_commitment)
     values (gen_random_uuid(), (select 'slow' from pg_advisory_lock_shared(1)), 'done', decode(repeat('00', 16), 'hex'), sha256('x'))`,
  )
  const isDrawn = async () =>
    (await log.root.query('select last_value::int as no from audit.event_event_no_seq')).rows[0].no === 2
  await until(isDrawn)
  const sequencer = startSequencer({ ...optionsOf(log), pause_ms: 5 }, rethrow)
  for (let i = 0; i < 20; i++) {
    await writeEvent(log.app)
    await wait(10)
  }
  await until(async () => (await listLeaves(log)).length === 21) // all but the one that was drawn
  await log.root.query('select pg_advisory_unlock(1)')
  await drawn
  await until(async () => (await listLeaves(log)).length === 22)
  await sequencer.stop()
  assert.ok((await listLeaves(log)).findIndex((l) => l.event_no === 2) > 1, 'event 2 was not late')
  await assertComplete(log)
})

test('numbers of undone transactions are settled, so that old events are not read again', async () => {
  const log = await openScratchLog()
  await log.app.query('begin')
  await writeEvent(log.app)
  await log.app.query('rollback')
  const sequencer = startSequencer({ ...optionsOf(log), pause_ms: 5 }, rethrow)
  const settled = async () => {
    await writeEvent(log.app)
    const { rows } = await log.root.query('select max(settled_to)::int as settled_to from audit.checkpoint')
    return rows[0].settled_to > 2
  }
  await until(settled)
  await sequencer.stop()
  await sequencePending(optionsOf(log))
  await assertComplete(log)
})

test('two sequencers at once do the work of one', async () => {
  const log = await openScratchLog()
  const both = [1, 2].map(() => startSequencer({ ...optionsOf(log), pause_ms: 5 }, () => undefined))
  for (let i = 0; i < 50; i++) await writeEvent(log.app)
  await until(async () => (await listLeaves(log)).length === 50)
  await both[0]?.stop()
  await writeEvent(log.app)
  await until(async () => (await listLeaves(log)).length === 51)
  await both[1]?.stop()
  await assertComplete(log)
})

/** A sequencer in a process of its own, to be killed. */
function spawnSequencer(log: ScratchLog, last_signed_file: string) {
  const program = `
    import { startSequencer } from ${JSON.stringify(new URL('sequencer.ts', import.meta.url).href)}
    import { parseSigner } from ${JSON.stringify(new URL('../../domain/audit/signed-note.ts', import.meta.url).href)}
    const { url, secret, last_signed_file } = JSON.parse(process.env.GIVEN)
    startSequencer({ url, signer: parseSigner(secret), last_signed_file, pause_ms: 2, batch: 50 }, (fault) => console.error(fault))`
  const GIVEN = JSON.stringify({ url: log.url('amanat_sequencer'), secret: SECRET, last_signed_file })
  return spawn(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, GIVEN },
    stdio: 'inherit',
  })
}

/** Writes events in transactions of changing length until told to stop, and at least 300; every third is undone. */
async function writeUntil(client: pg.Client, seed: number, isOver: () => boolean): Promise<number> {
  let kept = 0
  for (let i = 0; i < 300 || !isOver(); i++) {
    const is_undone = (i + seed) % 3 === 0
    await client.query('begin')
    await writeEvent(client)
    if ((i * 7 + seed) % 5 === 0) await wait((i * 13 + seed) % 40)
    await client.query(is_undone ? 'rollback' : 'commit')
    if (!is_undone) kept++
  }
  return kept
}

const KILLS = 4

test('eight writers, undone transactions and a sequencer killed again and again lose no event and double none', async () => {
  const log = await openScratchLog()
  const last_signed_file = join(folder, 'race')
  const writers = await Promise.all(Array.from({ length: 8 }, () => log.connect('amanat_app')))
  let kills = 0
  const written = Promise.all(writers.map((writer, seed) => writeUntil(writer, seed, () => kills >= KILLS)))
  while (kills < KILLS) {
    const before = (await listLeaves(log)).length
    const sequencer = spawnSequencer(log, last_signed_file)
    await until(async () => (await listLeaves(log)).length > before) // killed at work, however slow the machine
    sequencer.kill('SIGKILL')
    await new Promise((ended) => sequencer.once('exit', ended))
    kills++
  }
  const kept = (await written).reduce((sum, count) => sum + count, 0)
  await sequencePending({ ...optionsOf(log), last_signed_file })
  assert.equal(await assertComplete(log), kept)
  assert.ok(kept >= 1600)
  const { rows } = await log.root.query('select count(*)::int as count from audit.tile')
  assert.deepEqual(rows, [{ count: Math.floor(kept / 256) }])
})

test('a database rolled back to an older state is not signed again', async () => {
  const log = await openScratchLog()
  const options = { ...optionsOf(log), last_signed_file: join(folder, 'rollback') }
  await writeEvent(log.app)
  await sequencePending(options)
  await writeEvent(log.app)
  await sequencePending(options)
  await log.root.query('delete from audit.checkpoint where tree_size = 2')
  await log.root.query('delete from audit.leaf where leaf_index = 1')
  await assert.rejects(sequencePending(options), /rolled back: 1 leaves, but a checkpoint of 2/)
})

test('a log changed below what was signed is not continued', async () => {
  const log = await openScratchLog()
  const last_signed_file = join(folder, 'changed')
  await writeEvent(log.app)
  await sequencePending({ ...optionsOf(log), last_signed_file })
  const older = readFileSync(last_signed_file, 'utf8')
  await log.root.query("update audit.leaf set leaf_hash = sha256('other')")
  await assert.rejects(sequencePending(optionsOf(log)), /does not come to the root that was signed/)
  await log.root.query('delete from audit.leaf')
  await assert.rejects(sequencePending(optionsOf(log)), /has 0 leaves, its newest checkpoint 1/)
  await log.root.query('delete from audit.checkpoint')
  await writeEvent(log.app)
  await log.root.query("update audit.event set action = 'other' where event_no = 1")
  await sequencePending(optionsOf(log))
  writeFileSync(last_signed_file, older)
  await assert.rejects(sequencePending({ ...optionsOf(log), last_signed_file }), /changed below 1 leaves/)
  const stranger = parseSigner(signerText('test.invalid/audit', Buffer.alloc(32, 6)))
  await assert.rejects(sequencePending({ ...optionsOf(log), signer: stranger }), /not signed with this key/)
})

test('neither the application nor the sequencer can change or remove what was written', async () => {
  const log = await openScratchLog()
  await writeEvent(log.app, 'person.seen', Buffer.from('sealed'))
  await sequencePending(optionsOf(log))
  const sequencer = await log.connect('amanat_sequencer')
  const gate = await log.connect('amanat_gate')
  for (const client of [log.app, gate, sequencer]) {
    for (const table of ['event', 'leaf', 'tile', 'checkpoint']) {
      for (const change of [
        `delete from audit.${table}`,
        `truncate audit.${table} cascade`,
        `update audit.${table} set ${table === 'event' ? 'action' : 'root_hash'} = null`,
      ])
        await assert.rejects(
          client.query(change),
          /permission denied|does not exist/,
          `${client.user}: ${change}`,
        )
    }
  }
  await assert.rejects(sequencer.query('select body from audit.event'), /permission denied/)
  await assert.rejects(sequencer.query('select body_salt from audit.event'), /permission denied/)
  await assert.rejects(
    log.app.query('insert into audit.leaf values (1, 2, $1)', [Buffer.alloc(32)]),
    /permission/,
  )
})

test('the application chooses neither the number nor the instant of an event', async () => {
  const log = await openScratchLog()
  const values = `gen_random_uuid(), 'person.seen', 'done', sha256('x'), sha256('x')`
  for (const [column, value] of [
    ['event_no', '7'],
    ['occurred_at', 'now()'],
  ])
    await assert.rejects(
      log.app.query(
        `insert into audit.event (event_id, action, outcome, body_salt, body_commitment, ${column})
         overriding system value values (${values}, ${value})`,
      ),
      /permission denied/,
    )
})

test('without a session the application sees no event', async () => {
  const log = await openScratchLog()
  await writeEvent(log.app)
  await sequencePending(optionsOf(log))
  for (const table of ['event', 'leaf', 'checkpoint']) {
    const { rows } = await log.app.query(`select count(*)::int as count from audit.${table}`)
    assert.deepEqual(rows, [{ count: 0 }], table)
  }
})

test('every table and column of the log is described', async () => {
  const log = await openScratchLog()
  const { rows } = await log.root.query(
    `select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum >= 0 and not a.attisdropped
      where c.relnamespace = 'audit'::regnamespace and c.relkind = 'r'
        and (col_description(c.oid, a.attnum) is null or obj_description(c.oid) is null)`,
  )
  assert.deepEqual(rows, [])
})
