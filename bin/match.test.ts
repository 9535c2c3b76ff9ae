import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('match.ts', import.meta.url))

async function answers(input: string) {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(input)
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  assert.equal(code, 0)
  return printed
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
}

describe('the match program', () => {
  it('answers each line in its order; a line that cannot be read gives an error and harms no other', async () => {
    const all = await answers(
      '\ufeffMd Aslam\tمحمد اسلم\r\nAslam\n\nAslam\t\n \tAslam\nA\tB\tC\n@\t123\nAslam\tAkram\t\nNasreen\tNasreen',
    )
    assert.deepEqual(
      all.map(({ verdict, error }) => verdict ?? error),
      ['same', 'no_tab', 'no_tab', 'no_name', 'no_name', 'too_many_tabs', 'possible', 'different', 'same'],
    )
  })

  it('prints bits that its reasons sum to, and how common the name is', async () => {
    const [answer] = await answers('Abdul Rehman Khan\tعبدالرحمٰن\n')
    const sum = answer.reasons.reduce(
      (bits: number, reason: { bits: number }) => bits + 1000 * reason.bits,
      0,
    )
    assert.equal(Math.round(sum) / 1000, answer.bits)
    assert.ok(answer.borne_by_per_million > 0)
    assert.deepEqual(Object.keys(answer.reasons[0]), ['field', 'code', 'bits', 'one', 'other'])
  })

  it('loses no line of many, wherever the chunks are cut, and reads lines of any length', async () => {
    const count = 3000
    const long = `${'علی '.repeat(200_000)}\t${'Ali '.repeat(200_000)}`
    const all = await answers(`${'ظفر\tZafar\n'.repeat(count)}${long}\n${'x'.repeat(3_000_000)}\tx`)
    assert.equal(all.length, count + 2)
    assert.ok(all.slice(0, count).every(({ verdict }) => verdict === 'same'))
  })
})
