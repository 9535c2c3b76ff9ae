import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'

const root = new URL('../../', import.meta.url)
const rooms = ['bin', 'law', 'domain', 'contract', 'server', 'pages', 'islands', 'verifier', 'bench', 'tests']

/** Source files of the house by path from its root. */
const sources = rooms
  .filter((room) => existsSync(new URL(room, root)))
  .flatMap((room) =>
    readdirSync(new URL(room, root), { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
  )
  .filter((path) => /\.tsx?$/.test(path))

const importsOf = (path: string): string[] =>
  [...readFileSync(new URL(path, root), 'utf8').matchAll(/(?:\bfrom |\bimport |\bimport\()'([^'\n]+)'/g)].map(
    ([, name]) => name ?? '',
  )

const isInside = (path: string) => path.startsWith('domain/invented/')

describe('the spellings of invented people', () => {
  it('are imported by no file outside their folder, so that no matcher can know them', () => {
    const secret = /invented\/(spelling|naming|words-[a-z]+)\.ts$/
    const outside = sources.filter(
      (path) => !isInside(path) && importsOf(path).some((name) => secret.test(name)),
    )
    assert.deepEqual(outside, [])
  })

  it('are out of the matcher’s reach: it imports nothing of the folder at all', () => {
    const matcher = sources.filter((path) => /^domain\/(names|matching)\//.test(path))
    assert.ok(matcher.length > 20)
    assert.deepEqual(
      matcher.filter((path) => importsOf(path).some((name) => name.includes('invented'))),
      [],
    )
  })

  it('know nothing of matching: the folder imports itself and, for its rows, the columns of a return', () => {
    const inside = sources.filter((path) => isInside(path) && !path.endsWith('.test.ts'))
    assert.ok(inside.length > 10)
    const foreign = inside.flatMap(importsOf).filter((name) => !/^\.\/[a-z-]+\.ts$/.test(name))
    assert.deepEqual(foreign.sort(), [
      ...['../duty/facts.ts', '../eligibility/conviction.ts'], // shapes of facts
      '../imports/columns.ts',
    ])
  })
})
