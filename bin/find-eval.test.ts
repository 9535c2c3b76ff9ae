// The program by which others judge the search with names of their own.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'

const folder = mkdtempSync(join(tmpdir(), 'amanat-find-eval-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, lines: readonly unknown[]) => {
  const file = join(folder, name)
  writeFileSync(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  )
  return file
}
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/find-eval.ts', ...args], { encoding: 'utf8' })

const PEOPLE = [
  {
    id: 'a',
    names: ['Muhammad Aslam', 'محمد اسلم'],
    father: 'Akram',
    born_year: 1986,
    district: 'Kasur',
    cnic: null,
  },
  { id: 'b', names: ['Nasreen Bibi'], father: null, born_year: null, district: 'Atlantis', sex: 'female' },
  { id: 7, names: ['John Masih'], father: ['Yousaf Masih'], cnic: '91234-5678901-3' },
]

describe('find-eval', () => {
  it('reads files that are packed, and says so when one is cut off', () => {
    const pack = (name: string, bytes: Buffer) => {
      const file = join(folder, `${name}.jsonl.gz`)
      writeFileSync(file, bytes)
      return file
    }
    const people = pack('people', gzipSync(readFileSync(write('packed.jsonl', PEOPLE))))
    const asked = gzipSync(JSON.stringify({ name: 'Md Aslum s/o Akrum', expect: 'a' }))
    const done = run('--people', people, '--queries', pack('asked', asked))
    assert.equal(done.status, 0, done.stderr)
    assert.deepEqual([JSON.parse(done.stdout).people, JSON.parse(done.stdout)['recall@1']], [3, 1])
    const failed = run('--people', people, '--queries', pack('cut', asked.subarray(0, -9)))
    assert.equal(failed.status, 1)
    assert.match(failed.stderr, /unexpected end of file/)
  })
  it('finds people under other spellings and prints its figures as one object', () => {
    const queries = [
      { name: 'Md Aslum s/o Akrum', expect: 'a' },
      { name: 'محمد اسلم', district: 'قصور', expect: 'a' },
      { name: 'Nasrin', district: 'atlantis', expect: 'b' },
      { name: 'Jon Maseeh', cnic: '9123456789031', expect: '7' },
      { name: 'Zorawar Lashari', father: 'Wazir', expect: null },
    ]
    const out = join(folder, 'hits.jsonl')
    const done = run(
      '--people',
      write('people.jsonl', PEOPLE),
      '--queries',
      write('q.jsonl', queries),
      '--out',
      out,
    )
    assert.equal(done.status, 0, done.stderr)
    const figures = JSON.parse(done.stdout)
    assert.deepEqual(
      [figures.people, figures.queries, figures['recall@1'], figures['recall@50'], figures.alarms],
      [3, 5, 1, 1, 0],
    )
    for (const key of ['recall@10', 'p50_ms', 'p99_ms', 'build_s', 'memory_mb'])
      assert.equal(typeof figures[key], 'number', key)
    const hits = readFileSync(out, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.deepEqual([hits.length, hits[0].hits[0].id], [5, 'a'])
  })
  it('names the line and the field that cannot be used, and runs nothing', () => {
    const cases: [unknown, RegExp][] = [
      ['{"name":', /line 1: line: must be one JSON object/],
      [{ name: 'Aslam', born_year: '1986', expect: null }, /line 1: born_year: must be a year/],
      [{ name: 'Aslam' }, /line 1: expect: must be an id or null/],
      [{ expect: null }, /line 1: name: must be a text/],
    ]
    for (const [line, fault] of cases) {
      const done = run('--people', write('people.jsonl', PEOPLE), '--queries', write('q.jsonl', [line]))
      assert.deepEqual([done.status, done.stdout], [1, ''])
      assert.match(done.stderr, fault)
    }
  })
  it('explains itself', () => {
    assert.match(run('--help').stderr, /--people people\.jsonl/)
    assert.equal(run().status, 2)
  })
})
