import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { exampleFacts } from '../domain/duty/example-facts.ts'

const program = fileURLToPath(new URL('duties.ts', import.meta.url))
const start = () => spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })

async function answers(input: string) {
  const child = start()
  child.stdin.end(input)
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  assert.equal(code, 0)
  return printed.split('\n')
}
const line = (case_id: string) => JSON.stringify({ ...exampleFacts, case_id })

describe('the duties program', () => {
  it('answers each line in its order, and a malformed line harms no other', async () => {
    const [first = '', second = '', third = '', ...rest] = await answers(`${line('c1')}\n{\n\n${line('c2')}`)
    assert.deepEqual([JSON.parse(first).case_id, JSON.parse(first).standing], ['c1', 'compliant'])
    assert.deepEqual(JSON.parse(second), { case_id: null, error: { path: '$', problem: 'not JSON' } })
    assert.equal(JSON.parse(third).case_id, 'c2')
    assert.deepEqual(rest, [''])
  })

  it('loses no line of many, wherever the chunks are cut', async () => {
    const count = 2000
    const printed = await answers(Array.from({ length: count }, (_, at) => line(`ملزم ${at}`)).join('\r\n'))
    assert.equal(printed.length, count + 1)
    for (const [at, result] of printed.slice(0, count).entries()) {
      assert.equal(JSON.parse(result).case_id, `ملزم ${at}`)
    }
  })

  it('answers lines of any length or depth, with a mark at the beginning, and all that follow', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const long = line('x'.repeat(3_000_000))
    const [first = '', second = '', third = '', last = ''] = await answers(
      `\ufeff${line('c1')}\r\n${deep}\n${long}\n${line('c2')}`,
    )
    assert.equal(JSON.parse(first).case_id, 'c1')
    assert.equal(JSON.parse(second).error.path, '$')
    assert.equal(JSON.parse(third).case_id.length, 3_000_000)
    assert.equal(JSON.parse(last).case_id, 'c2')
  })

  it('answers a line before the next is asked', async () => {
    const child = start()
    child.stdin.write(`${line('c1')}\n`)
    const [answer] = await once(child.stdout, 'data')
    assert.equal(JSON.parse(String(answer)).case_id, 'c1')
    child.stdin.end()
    await once(child, 'exit')
  })
})
