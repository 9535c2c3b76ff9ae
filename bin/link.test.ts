import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { invented_columns, writeInventedRows } from '../bench/measure/invented-rows.ts'
import { drawFor } from '../domain/invented/draw.ts'
import { parseColumns } from '../domain/linking/columns.ts'
import { type Asked, linkFiles } from './linking/link-files.ts'
import { LEAST_BYTES, sharesOf } from './linking/read-in-threads.ts'

const folder = mkdtempSync(join(tmpdir(), 'link-'))
after(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const program = fileURLToPath(new URL('link.ts', import.meta.url))
const run = (...args: string[]) =>
  new Promise<{ code: number; err: string }>((done) => {
    const child = execFile(process.execPath, [program, ...args], (_, __, err) =>
      done({ code: child.exitCode ?? -1, err }),
    )
  })

const edges = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

const people = [
  ['Rashid Minhas', 'راشد منہاس', '1981-02-17', '91234-5678901-3', 'Multan'],
  ['Gulzar Begum', 'گلزار بیگم', '1975-11-30', '92222-1000001-2', 'Quetta'],
  ['Tariq Mehmood', 'طارق محمود', '1990-04-03', '93333-2000002-1', 'Lahore'],
  ['Shehzad Lodhi', 'شہزاد لودھی', '1968-07-21', '94444-3000003-7', 'Sukkur'],
  ['Nasreen Akhtar', 'نسرین اختر', '1988-12-05', '95555-4000004-4', 'Gilgit'],
] as const

/** People who are in one file only, so that there is something to tell apart. */
const others = (count: number, seed: number) =>
  Array.from({ length: count }, (_, at) => {
    const draw = drawFor(seed, at, 1)
    const word = () => draw.pick(sounds) + draw.pick(sounds) + draw.pick(sounds)
    const born = `${draw.between(1950, 2000)}-${draw.between(10, 12)}-${draw.between(10, 28)}`
    const towns = people.map(([, , , , town]) => town)
    return [`${word()} ${word()}`, born, `9${10 ** 11 + draw.below(10 ** 11)}`, draw.pick(towns)]
  })
const sounds = ['ba', 'ni', 'mur', 'tal', 'ke', 'sho', 'ran', 'di', 'vel', 'gu', 'pir', 'zo']

describe('the link program', () => {
  const map = file(
    'map.json',
    '{"full_name": "person_name", "born": {"comparator": "date", "right": "dob"}, "cnic": "id", "town": "category"}',
  )
  const left = file(
    'left.csv',
    [
      'ref,full_name,born,cnic,town',
      ...people.map(([name, , born, cnic, town], at) => `l${at},${name},${born},${cnic},${town}`),
      ...others(150, 17).map((cells, at) => `x${at},${cells.join(',')}`),
    ].join('\n'),
  )
  const right = file(
    'right.csv',
    // Urdu names, the day first, no dashes, a semicolon between cells, and columns in another order.
    [
      'dob;town;full_name;cnic;ref',
      ...people.map(
        ([, name, born, cnic, town], at) =>
          `${born.split('-').reverse().join('/')};${town};"${name}";${at === 1 ? '' : cnic.replaceAll('-', '')};r${at}`,
      ),
      ...others(150, 23).map(([name, born, cnic, town], at) => `${born};${town};${name};${cnic};y${at}`),
    ].join('\r\n'),
  )

  it('links two files across scripts, headings and ways of writing, and tells how each column agrees', async () => {
    const out = join(folder, 'across.csv')
    const { code, err } = await run(
      '--in',
      left,
      '--right',
      right,
      '--id',
      'ref',
      '--columns',
      map,
      '--out',
      out,
    )
    assert.equal(code, 0, err)
    assert.match(
      readFileSync(out, 'utf8'),
      /^left_id,right_id,weight_bits,probability,full_name,born,cnic,town\n/,
    )
    const found = edges(out)
    assert.deepEqual(found.map(([one, two]) => `${one}-${two}`).sort(), [
      'l0-r0',
      'l1-r1',
      'l2-r2',
      'l3-r3',
      'l4-r4',
    ])
    const gulzar = found.find(([one]) => one === 'l1')
    assert.deepEqual(gulzar?.slice(5), ['exact', 'missing', 'exact'])
    assert.equal(existsSync(`${out}.state`), false)
  })

  const refusals: readonly (readonly [string, string[], RegExp])[] = [
    [
      'a comparator it does not know',
      ['--columns', file('bad.json', '{"town": "city"}')],
      /^not linked: column "town": unknown comparator "city"; known are name, .*\n$/,
    ],
    [
      'a column the file has not',
      ['--columns', file('none.json', '{"street": "text"}')],
      /not linked: .*left\.csv has no column "street"; its columns are ref, .*\n$/,
    ],
    ['a map that is no JSON', ['--columns', left], /^not linked: .*left\.csv is not JSON\n$/],
    [
      'an id that would be evidence',
      ['--columns', file('id.json', '{"ref": "id"}')],
      /^not linked: the map names no column but "ref", which names the rows\n$/,
    ],
    [
      'a threshold that is none',
      ['--columns', map, '--threshold', '2'],
      /^not linked: --threshold must be from 0 to 1\n$/,
    ],
  ]
  for (const [what, args, line] of refusals)
    it(`refuses ${what} with one line`, async () => {
      const { code, err } = await run('--in', left, '--id', 'ref', '--out', join(folder, 'no.csv'), ...args)
      assert.equal(code, 1)
      assert.match(err.replace(/^reading\n/, ''), line)
      assert.equal(existsSync(join(folder, 'no.csv')), false)
    })
})

describe('rows read and compared by several threads', async () => {
  const rows = join(folder, 'invented.csv')
  // Above the size from which the file itself is read by several.
  await writeInventedRows(rows, 9000, 900, 3)
  const linked = async (threads: number) => {
    const out = join(folder, `by-${threads}.csv`)
    const { edges: count } = await linkFiles({
      ...{ left: rows, right: null, id: 'id', right_id: 'id', out, threads, threshold: 0.5 },
      ...{ columns: parseColumns(invented_columns), beginning: 'anew' as const, say: () => undefined },
    })
    assert.ok(count > 600, `${count} edges`)
    return createHash('sha256').update(readFileSync(out)).digest('hex')
  }
  it('give the same edges to the byte', async () => {
    assert.ok(statSync(rows).size > LEAST_BYTES)
    assert.deepEqual(sharesOf(parseColumns(invented_columns), 2), [
      [0, 1, 3],
      [2, 4, 5, 6, 7],
    ])
    assert.equal(await linked(2), await linked(1))
  })
})

const shared = new URL('../../shared/data/names/', import.meta.url)
const has_samples = existsSync(shared)

describe('the FEBRL records', { skip: !has_samples && 'not beside this repository' }, () => {
  const said: string[] = []
  const asked = (out: string): Asked => ({
    ...{
      left: fileURLToPath(new URL('febrl_dataset3.csv', shared)),
      right: null,
      id: 'rec_id',
      right_id: 'rec_id',
    },
    columns: parseColumns({
      ...{ given_name: 'name', surname: 'name', street_number: 'id', address_1: 'text', address_2: 'text' },
      ...{ suburb: 'text', postcode: 'id', state: 'category', date_of_birth: 'date', soc_sec_id: 'id' },
    }),
    ...{
      out: join(folder, out),
      threshold: 0.5,
      beginning: 'anew' as const,
      threads: 1,
      say: (what) => said.push(what),
    },
  })

  it('are linked when broken off and taken up again, without doing a finished pass twice', async () => {
    const stopping = new AbortController()
    const say = (what: string) => what.startsWith('pass 2 of') && stopping.abort()
    const stopped = linkFiles({ ...asked('febrl.csv'), say, signal: stopping.signal })
    await assert.rejects(stopped, { message: 'stopped; --resume goes on after the last finished pass' })
    assert.equal(existsSync(join(folder, 'febrl.csv')), false)
    await linkFiles({ ...asked('febrl.csv'), beginning: 'resume' })
    const done = said.filter((what) => / done:/.test(what))
    assert.ok(done.length > 2 && !done.some((what) => /^pass [12] of/.test(what)), done.join('\n'))
    assert.ok(!said.includes('choosing passes'))

    const found = edges(join(folder, 'febrl.csv'))
    const person = (id = '') => /^rec-(\d+)-/.exec(id)?.[1]
    const true_ones = found.filter(([one, two]) => person(one) === person(two)).length
    const f1 = (2 * true_ones) / (found.length + 6538)
    assert.ok(f1 > 0.985, `F1 ${f1}`)
  })
})
