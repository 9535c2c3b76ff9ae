// A run of the link program that was broken off: gone on with, and refused where it was of something else.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { invented_columns, writeInventedRows } from '../bench/measure/invented-rows.ts'
import { parseColumns } from '../domain/linking/columns.ts'
import { type Asked, linkFiles } from './linking/link-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'resume-'))
after(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const rows = at('rows.csv')
const map = at('map.json')

const asked = (out: string, more: Partial<Asked> = {}): Asked => ({
  ...{ left: rows, right: null, id: 'id', right_id: 'id', out: at(out), threshold: 0.5, threads: 2 },
  ...{ columns: parseColumns(invented_columns), beginning: 'anew', say: () => undefined },
  ...more,
})
/** Breaks a run off as soon as it says this; with one thread, so that no other pass ends meanwhile. */
async function brokenOff(out: string, at_words: RegExp, more: Partial<Asked> = {}): Promise<void> {
  const stopping = new AbortController()
  const say = (what: string) => at_words.test(what) && stopping.abort()
  const run = linkFiles(asked(out, { threads: 1, say, signal: stopping.signal, ...more }))
  await assert.rejects(run, { message: 'stopped; --resume goes on after the last finished pass' })
}

const program = fileURLToPath(new URL('link.ts', import.meta.url))
const run = (out: string, ...more: string[]) =>
  new Promise<{ code: number; err: string }>((done) => {
    const base = ['--in', rows, '--id', 'id', '--columns', map, '--out', at(out), '--threads', '1']
    const child = execFile(process.execPath, [program, ...base, ...more], (_, __, err) =>
      done({ code: child.exitCode ?? -1, err }),
    )
  })

describe('a run that was broken off', () => {
  let whole = ''
  before(async () => {
    await writeInventedRows(rows, 2200, 400, 7)
    writeFileSync(map, JSON.stringify(invented_columns))
    await linkFiles(asked('whole.csv'))
    whole = readFileSync(at('whole.csv'), 'utf8')
    await brokenOff('broken.csv', /^pass 2 of .* done/)
  })
  /** A copy of the broken run under another name. */
  const copied = (name: string) => {
    cpSync(at('broken.csv.state'), at(`${name}.state`), { recursive: true })
    return name
  }

  for (const words of [/^choosing passes/, /^pass 1:/, /^pass 3 of .* done/])
    it(`at ${words.source} gives the same edges to the byte as one that was not`, async () => {
      await brokenOff('again.csv', words)
      await linkFiles(asked('again.csv', { beginning: 'resume' }))
      assert.equal(readFileSync(at('again.csv'), 'utf8'), whole)
    })
  it('twice does so too, and under a moved file', async () => {
    const moved = at('moved.csv')
    copyFileSync(rows, moved)
    await brokenOff('twice.csv', /^pass 1 of .* done/)
    await brokenOff('twice.csv', /^pass 3 of .* done/, { left: moved, beginning: 'resume' })
    const said: string[] = []
    await linkFiles(asked('twice.csv', { beginning: 'resume', say: (what) => said.push(what) }))
    assert.equal(readFileSync(at('twice.csv'), 'utf8'), whole)
    assert.ok(!said.some((what) => /^pass [123] of .* done/.test(what)), said.join('\n'))
  })

  const other_map = (change: object) => {
    writeFileSync(at('other.json'), JSON.stringify(change))
    return ['--columns', at('other.json')]
  }
  const [first, ...rest] = Object.entries(invented_columns)
  const cases: readonly (readonly [string, () => string[], RegExp])[] = [
    ['another threshold', () => ['--threshold', '0.7'], /--threshold was 0\.5 and is 0\.7/],
    ['a file to the right', () => ['--right', rows], /--right was not given/],
    ['another id', () => ['--id', 'cnic'], /--id was id and is cnic/],
    [
      'another file',
      () => {
        writeFileSync(at('more.csv'), `${readFileSync(rows, 'utf8').trim()}\n`.replace(/a/, 'b'))
        return ['--in', at('more.csv')]
      },
      /the file of --in has another content/,
    ],
    [
      'a column less',
      () => other_map(Object.fromEntries(rest)),
      new RegExp(`column "${first?.[0]}" is gone`),
    ],
    [
      'another comparator',
      () => other_map({ ...invented_columns, [first?.[0] ?? '']: 'category' }),
      new RegExp(`column "${first?.[0]}" was .* and is category`),
    ],
    [
      'another option',
      () =>
        other_map({
          ...invented_columns,
          [first?.[0] ?? '']: { comparator: first?.[1], term_frequency: false },
        }),
      new RegExp(`column "${first?.[0]}" has other options`),
    ],
    ['another order', () => other_map(Object.fromEntries([...rest, first ?? []])), /stand in another order/],
  ]
  for (const [n, [what, options, says]] of cases.entries())
    it(`is not gone on with, nor lost, with ${what}`, async () => {
      const out = copied(`refused-${n}.csv`)
      const { code, err } = await run(out, '--resume', ...options())
      assert.equal(code, 2, err)
      assert.match(err, /^not linked: the run that was broken off differs: .*\. --restart begins anew\n$/)
      assert.match(err, says)
      assert.ok(existsSync(at(`${out}.state/pass-1`)), 'what was done is still there')
      assert.ok(!existsSync(at(out)))
    })
  it('begins anew where --restart says so, and tells why', async () => {
    const out = copied('restarted.csv')
    writeFileSync(at(`${out}.state/run`), 'what an earlier version of the program wrote')
    const { code, err } = await run(out, '--resume', '--restart')
    assert.equal(code, 0, err)
    assert.match(err, /it was made by another version of this program\. It begins anew\n/)
    assert.match(err, /^choosing passes/m)
    assert.equal(readFileSync(at(out), 'utf8'), whole)
  })
  it('is gone on with by --restart where nothing differs; and where there is none, that is said', async () => {
    const out = copied('same.csv')
    const { code, err } = await run(out, '--resume', '--restart')
    assert.equal(code, 0, err)
    assert.doesNotMatch(err, /^choosing passes/m)
    assert.equal(readFileSync(at(out), 'utf8'), whole)
    const none = await run('none.csv', '--resume')
    assert.match(none.err, /^there is no run to go on with: it begins anew\n/)
    assert.equal(readFileSync(at('none.csv'), 'utf8'), whole)
  })
})
