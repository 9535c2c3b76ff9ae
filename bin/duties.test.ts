import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import { resultLine } from '../domain/duty/line.ts'
import { likelyFacts, unlikelyFacts } from '../domain/invented/duty-facts.ts'

const begin = () => spawn(process.execPath, [`${import.meta.dirname}/duties.ts`])

/** What the command answers to these pieces of input, and how it ends. */
async function answerTo(pieces: readonly (string | Buffer)[]) {
  const program = begin()
  const ended = once(program, 'close')
  let answers = ''
  program.stdout.setEncoding('utf8').on('data', (text: string) => {
    answers += text
  })
  for (const piece of pieces) if (!program.stdin.write(piece)) await once(program.stdin, 'drain')
  program.stdin.end()
  const [code] = await ended
  return { code, answers }
}

/** Enough for every worker to have some, with a line in between that is no facts. */
const lines = Array.from({ length: 1500 }, (_, at) => {
  if (at % 100 === 50) return ['{', '[1]', '{"case_id":"غلط"}'][at % 3] ?? ''
  return JSON.stringify(at % 7 === 0 ? unlikelyFacts(5, at) : likelyFacts(5, at))
})

describe('npm run duties', () => {
  it('answers line by line in their order, those that are no facts too, however the lines are cut', async () => {
    const input = Buffer.from(`\ufeff${lines.join('\n\n')}`)
    const cut = Array.from({ length: Math.ceil(input.length / 70_001) }, (_, at) =>
      input.subarray(at * 70_001, (at + 1) * 70_001),
    )
    const { code, answers } = await answerTo(cut)
    assert.ok(input.length > 2 ** 21)
    assert.equal(code, 0)
    assert.deepEqual(answers.split('\n'), [...lines.map(resultLine), ''])
  })
  it('answers nothing to nothing', async () => {
    assert.deepEqual(await answerTo(['\n \n']), { code: 0, answers: '' })
  })
  it('does not hold a line without an end, and goes on after it', async () => {
    const piece = Buffer.alloc(2 ** 23, 'a')
    const { code, answers } = await answerTo([...Array<Buffer>(9).fill(piece), `\n${lines[1]}\n`, piece])
    const [long, next, last] = answers.split('\n')
    assert.equal(code, 0)
    assert.deepEqual(
      [long, next],
      ['{"case_id":null,"error":{"path":"$","problem":"too long"}}', resultLine(lines[1] ?? '')],
    )
    assert.match(last ?? '', /not JSON/)
  })
  it('ends well when its reader has seen enough', async () => {
    const program = begin()
    program.stdin.on('error', () => undefined)
    program.stdout.once('data', () => program.stdout.destroy())
    for (let at = 0; at < 4 && program.exitCode === null; at += 1)
      program.stdin.write(`${lines.join('\n')}\n`)
    program.stdin.end()
    const [code] = await once(program, 'close')
    assert.equal(code, 0)
  })
})
