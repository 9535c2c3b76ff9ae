import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { signCheckpoint } from '../../domain/audit/checkpoint.ts'
import { leafBytes } from '../../domain/audit/commitment.ts'
import { leafHash, rootOf } from '../../domain/audit/merkle.ts'
import { parseSigner, signerText } from '../../domain/audit/signed-note.ts'
import { type Finding, sayFinding } from './finding.ts'
import { LEAF_SELECT, type LeafRow, toLeafEvent } from './leaf-rows.ts'
import { writeEvent } from './scratch-event.ts'
import { openScratchLog } from './scratch-log.ts'
import { sequencePending } from './sequencer.ts'
import { verifyLog } from './verify-log.ts'
import { reportLines } from './verify-report.ts'

const TABLES = ['event', 'leaf', 'tile', 'checkpoint'] as const
const log = await openScratchLog()
const folder = mkdtempSync(join(tmpdir(), 'amanat-known-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** 600 events, then three batches of 200; the number 300 was drawn by a transaction that was undone. */
async function fillLog() {
  for (let i = 1; i <= 601; i++) {
    if (i === 300) await log.app.query('begin')
    await writeEvent(log.app, 'person.seen', i % 2 ? Buffer.from(`sealed ${i}`) : undefined)
    if (i === 300) await log.app.query('rollback')
  }
  await sequenceAll()
  await log.root.query('create schema kept')
  for (const table of TABLES) await log.root.query(`create table kept.${table} as table audit.${table}`)
}
const sequenceAll = () =>
  sequencePending({ url: log.url('amanat_sequencer'), signer: log.signer, batch: 200 })
await fillLog()

/** Does the damage, checks the log, puts everything back. */
async function findAfter(damage: () => Promise<unknown>, known: string[] = []): Promise<Finding[]> {
  try {
    await damage()
    return (await verifyLog(log.root, log.signer, known)).findings
  } finally {
    await log.root.query(`truncate ${TABLES.map((t) => `audit.${t}`).join(', ')}`)
    for (const t of TABLES)
      await log.root.query(`insert into audit.${t} overriding system value select * from kept.${t}`)
  }
}

const run = (sql: string) => () => log.root.query(sql)
const newestNote = async (): Promise<string> => {
  const { rows } = await log.root.query('select note from audit.checkpoint order by tree_size desc limit 1')
  return rows[0].note
}

/** The leaf hash that an event comes to as it stands now. */
async function hashOfEvent(event_no: number): Promise<Buffer> {
  const { rows } = await log.root.query<LeafRow>(
    `select ${LEAF_SELECT} from audit.event e where event_no = $1`,
    [event_no],
  )
  assert.ok(rows[0])
  return leafHash(leafBytes(toLeafEvent(rows[0])))
}

/** What an intruder does who knows the format: changes the event and its leaf so that they agree. */
async function changeWithLeaf(event_no: number) {
  await log.root.query("update audit.event set action = 'nothing.seen' where event_no = $1", [event_no])
  await log.root.query('update audit.leaf set leaf_hash = $2 where event_no = $1', [
    event_no,
    await hashOfEvent(event_no),
  ])
}

/** … and the tile too, so that only the signed root is left to contradict. */
async function changeWithTile(event_no: number) {
  await changeWithLeaf(event_no)
  const { rows } = await log.root.query<{ leaf_hash: Buffer }>(
    'select leaf_hash from audit.leaf order by leaf_index limit 256',
  )
  const hashes = rows.map((row) => row.leaf_hash)
  await log.root.query(
    'update audit.tile set hashes = $1, root_hash = $2 where level = 0 and tile_index = 0',
    [Buffer.concat(hashes), rootOf(hashes)],
  )
}

test('an untouched log is found sound', async () => {
  const report = await verifyLog(log.root, log.signer, [await newestNote()])
  assert.deepEqual(report.findings, [])
  assert.deepEqual(
    [report.events_count, report.leaves_count, report.checkpoints_count, report.pending_count],
    [600, 600, 3, 0],
  )
  assert.equal(report.head?.tree_size, 600)
  assert.ok(report.are_bodies_checked)
  assert.match(reportLines(report).join('\n'), /OK/)
})

const place = (event_no: number) => ({ event_no, leaf_index: event_no - (event_no > 300 ? 2 : 1) })

/** Two leaves exchange their places, each true in itself. */
async function swapLeaves(a: number, b: number) {
  const { rows } = await log.root.query('delete from audit.leaf where event_no in ($1, $2) returning *', [
    a,
    b,
  ])
  for (const [i, row] of rows.entries())
    await log.root.query('insert into audit.leaf values ($1, $2, $3)', [
      rows[1 - i].leaf_index,
      row.event_no,
      row.leaf_hash,
    ])
}

const CASES: [string, () => Promise<unknown>, Finding[]][] = [
  [
    'an event with another officer',
    run('update audit.event set officer_id = gen_random_uuid() where event_no = 17'),
    [{ problem: 'event_changed', ...place(17) }],
  ],
  [
    'an event a microsecond earlier',
    run("update audit.event set occurred_at = occurred_at - interval '1 microsecond' where event_no = 599"),
    [{ problem: 'event_changed', ...place(599) }],
  ],
  [
    'an event with another body',
    run("update audit.event set body = 'other' where event_no = 41"),
    [{ problem: 'body_changed', ...place(41) }],
  ],
  [
    'an event whose body was removed',
    run('update audit.event set body = null where event_no = 41'),
    [{ problem: 'body_changed', ...place(41) }],
  ],
  [
    'a removed event',
    run('delete from audit.event where event_no = 450'),
    [{ problem: 'event_removed', ...place(450) }],
  ],
  [
    'an event put in the place of an undone one',
    run(`insert into audit.event overriding system value
         select gen_random_uuid(), 300, ${'occurred_at,officer_id,session_id,posting_id,role,action,outcome,subject_kind,subject_id,second_id,purpose,request_id,policy,row_before,row_after,place_district,body,body_salt,body_commitment'}
           from audit.event where event_no = 299`),
    [{ problem: 'event_inserted', event_no: 300 }],
  ],
  [
    'two events with exchanged numbers',
    async () => {
      await log.root.query('alter table audit.event alter event_no set generated by default')
      await log.root.query('update audit.event set event_no = 9999 where event_no = 20')
      await log.root.query('update audit.event set event_no = 20 where event_no = 21')
      await log.root.query('update audit.event set event_no = 21 where event_no = 9999')
      await log.root.query('alter table audit.event alter event_no set generated always')
    },
    [
      { problem: 'event_changed', ...place(20) },
      { problem: 'event_changed', ...place(21) },
    ],
  ],
  [
    'a removed leaf',
    run('delete from audit.leaf where event_no = 30'),
    [
      { problem: 'leaf_missing', from_index: 29, to_index: 29, after_event_no: 29 },
      { problem: 'leaf_not_in_tile', leaf_index: 29, event_no: undefined },
      { problem: 'event_inserted', event_no: 30 },
    ],
  ],
  [
    'two leaves that changed places',
    () => swapLeaves(10, 12),
    [
      {
        problem: 'root_differs',
        ...{ from_size: 0, tree_size: 200 },
        event_nos: Array.from({ length: 200 }, (_, i) => (i === 9 ? 12 : i === 11 ? 10 : i + 1)),
      },
      { problem: 'leaf_not_in_tile', leaf_index: 9, event_no: 12 },
      { problem: 'leaf_not_in_tile', leaf_index: 11, event_no: 10 },
    ],
  ],
  [
    'an event changed together with its leaf',
    () => changeWithLeaf(100),
    [
      {
        problem: 'root_differs',
        ...{ from_size: 0, tree_size: 200 },
        event_nos: Array.from({ length: 200 }, (_, i) => i + 1),
      },
      { problem: 'leaf_not_in_tile', ...place(100) },
    ],
  ],
  [
    'an event changed together with its leaf and tile',
    () => changeWithTile(210),
    [
      {
        problem: 'root_differs',
        ...{ from_size: 200, tree_size: 400 },
        event_nos: Array.from({ length: 200 }, (_, i) => i + (i < 99 ? 201 : 202)),
      },
    ],
  ],
  [
    'a removed tile',
    run('delete from audit.tile where tile_index = 1'),
    [{ problem: 'tile_missing', level: 0, tile_index: 1 }],
  ],
  [
    'a tile with another root',
    run("update audit.tile set root_hash = sha256('x') where tile_index = 1"),
    [{ problem: 'tile_changed', level: 0, tile_index: 1 }],
  ],
  [
    'a tile of no tree',
    run('insert into audit.tile select 0, 2, hashes, root_hash from audit.tile where tile_index = 1'),
    [{ problem: 'tile_unknown', level: 0, tile_index: 2 }],
  ],
  [
    'a checkpoint that says other than its note',
    run("update audit.checkpoint set root_hash = sha256('x') where tree_size = 400"),
    [{ problem: 'checkpoint_changed', tree_size: 400 }],
  ],
  [
    'a checkpoint with another text',
    run("update audit.checkpoint set note = replace(note, '400', '401') where tree_size = 400"),
    [{ problem: 'checkpoint_unsigned', tree_size: 400 }],
  ],
  [
    'leaves removed at the end',
    run('delete from audit.leaf where leaf_index >= 590'),
    [{ problem: 'checkpoint_beyond_leaves', tree_size: 600 }],
  ],
  [
    'a checkpoint removed at the end',
    run('delete from audit.checkpoint where tree_size = 600'),
    [{ problem: 'leaves_unsigned', from_size: 400, size: 600 }],
  ],
  [
    'a leaf put far out',
    run("insert into audit.leaf values (9000000000000000, 700, sha256('x'))"),
    [{ problem: 'leaf_missing', from_index: 600, to_index: 8_999_999_999_999_999, after_event_no: 601 }],
  ],
]

for (const [what, damage, findings] of CASES) {
  test(`${what} is found and named`, async () => {
    const found = await findAfter(damage)
    assert.deepEqual(found, findings)
    for (const finding of found)
      if ('event_no' in finding && finding.event_no !== undefined)
        assert.match(sayFinding(finding), new RegExp(`\\b${finding.event_no}\\b`))
  })
}

const ROLL_BACK = run(
  `with l as (delete from audit.leaf where leaf_index >= 400), c as (delete from audit.checkpoint where tree_size > 400),
        t as (delete from audit.tile where tile_index = 1)
   delete from audit.event where event_no > 401`,
)

test('a log cut back to an older state is sound in itself, and contradicted by a checkpoint kept elsewhere', async () => {
  const note = await newestNote()
  assert.deepEqual(await findAfter(ROLL_BACK), [])
  assert.deepEqual(await findAfter(ROLL_BACK, [note]), [
    { problem: 'rolled_back', known_size: 600, size: 400 },
  ])
})

test('a log rewritten and signed anew with the stolen key is contradicted by a checkpoint kept elsewhere', async () => {
  const note = await newestNote()
  const rewrite = async () => {
    await log.root.query('truncate audit.leaf, audit.tile, audit.checkpoint')
    await log.root.query("update audit.event set action = 'nothing.seen' where event_no = 5")
    await sequenceAll()
  }
  assert.deepEqual(await findAfter(rewrite), [])
  assert.deepEqual(await findAfter(rewrite, [note]), [{ problem: 'forked', known_size: 600 }])
})

test('with another key no checkpoint is signed', async () => {
  const stranger = parseSigner(signerText(log.signer.name, Buffer.alloc(32, 8)))
  const { findings, head } = await verifyLog(log.root, stranger)
  assert.deepEqual(
    findings.map((f) => f.problem),
    ['checkpoint_unsigned', 'checkpoint_unsigned', 'checkpoint_unsigned', 'leaves_unsigned'],
  )
  assert.equal(head, undefined)
  await assert.rejects(verifyLog(log.root, stranger, [await newestNote()]), /not signed with this key/)
})

test('the sequencer may check all but the bodies, and the report says so', async () => {
  const report = await verifyLog(await log.connect('amanat_sequencer'), log.signer)
  assert.deepEqual([report.findings, report.are_bodies_checked, report.events_count], [[], false, 600])
  assert.match(reportLines(report).join('\n'), /bodies were NOT checked/)
})

/** The command as an operator runs it: exit code and words. */
const command = (...args: string[]) =>
  new Promise<{ code: number; words: string }>((done) => {
    const file = new URL('../../bin/verify-audit.ts', import.meta.url).pathname
    execFile(process.execPath, [file, ...args], (fault, out, err) =>
      done({ code: fault ? Number(fault.code) : 0, words: out + err }),
    )
  })

test('the command says which event was changed and exits 1; 0 for a sound log, 2 when it cannot check', async () => {
  const address = ['--database-url', log.url('postgres'), '--key', log.signer.public_text]
  const known = join(folder, 'known')
  writeFileSync(known, await newestNote())
  const sound = await command(...address, '--known', known)
  assert.deepEqual([sound.code, sound.words.includes('OK')], [0, true], sound.words)
  let changed = { code: 0, words: '' }
  await findAfter(async () => {
    await log.root.query("update audit.event set purpose = 'other' where event_no = 77")
    changed = await command(...address)
  })
  assert.equal(changed.code, 1)
  assert.match(changed.words, /TAMPERED: 1 findings\n- event 77 was changed/)
  assert.equal((await command(...address.slice(0, 2))).code, 2)
  assert.equal((await command('--data', folder, '--key', log.signer.public_text)).code, 2)
  assert.match((await command('--help')).words, /--known/)
  writeFileSync(known, signCheckpoint(601, rootOf([]), log.signer))
  assert.match((await command(...address, '--known', known)).words, /rolled back/)
})

test('an event not yet sequenced is counted as waiting, not as tampering', async () => {
  await writeEvent(log.app)
  const report = await verifyLog(log.root, log.signer)
  assert.deepEqual([report.findings, report.pending_count], [[], 1])
  assert.match(reportLines(report).join('\n'), /1 events wait/)
})

test('in a log of 66,000 events a tile of the second level is compared, and not blamed for a leaf below it', async () => {
  const large = await openScratchLog()
  await large.root.query(
    `insert into audit.event (event_id, action, outcome, body_salt, body_commitment)
     select gen_random_uuid(), 'person.seen', 'done', sha256('x'), sha256(sha256('x')) from generate_series(1, 66000)`,
  )
  await sequencePending({ url: large.url('amanat_sequencer'), signer: large.signer })
  const find = async () => (await verifyLog(large.root, large.signer)).findings
  assert.deepEqual(await find(), [])
  await large.root.query("update audit.leaf set leaf_hash = sha256('x') where event_no = 66")
  assert.deepEqual(
    (await find()).map((f) => ('event_no' in f ? [f.problem, f.event_no] : [f.problem])),
    [['event_changed', 66], ['root_differs'], ['leaf_not_in_tile', 66]],
  )
  await large.root.query(
    `update audit.leaf l set leaf_hash = substring(t.hashes from 65 * 32 + 1 for 32)
       from audit.tile t where t.level = 0 and t.tile_index = 0 and l.event_no = 66`,
  )
  await large.root.query("update audit.tile set root_hash = sha256('x') where level = 1")
  assert.deepEqual(await find(), [{ problem: 'tile_changed', level: 1, tile_index: 0 }])
})
