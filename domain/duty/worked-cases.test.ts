import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { resultLine } from './line.ts'

// Worked cases kept beside the repository; without them there is nothing to compare.
const folder = new URL('../../../shared/data/duties/', import.meta.url)
const has_cases = existsSync(folder)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n')

/** What the worked cases leave out: the telling of reasons. The status beside a law key is that of its value. */
const bare = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  const untold = 'law' in value ? ['steps', 'reasons', 'law', 'status'] : ['steps', 'reasons']
  const kept = Object.entries(value).filter(([key]) => !untold.includes(key))
  return Object.fromEntries(kept.map(([key, of]) => [key, bare(of)]))
}

describe('the worked cases', { skip: !has_cases && 'not beside this repository' }, () => {
  it('come out as expected, each of them', () => {
    const expected = read('expected.jsonl')
    for (const [at, line] of read('facts.jsonl').entries()) {
      const result: unknown = JSON.parse(resultLine(line))
      assert.deepEqual(bare(result), JSON.parse(expected[at] ?? '{}'))
    }
  })
})
