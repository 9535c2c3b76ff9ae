// npm run --silent duties < facts.jsonl: what the register makes of each line of facts, so that anyone can check.
import { once } from 'node:events'
import { resultLine } from '../domain/duty/line.ts'

const HELP = `npm run --silent duties < facts.jsonl
Reads facts, one case a line as JSON, and writes what the register makes of each, one line for one.
`

const answered = (line: string): string => (line.trim() === '' ? '' : `${resultLine(line)}\n`)

async function answerAll() {
  let rest = ''
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    // One write for all lines of a chunk: one for each would cost more than the arithmetic.
    const answers = lines.map(answered).join('')
    if (!process.stdout.write(answers)) await once(process.stdout, 'drain')
  }
  process.stdout.write(answered(rest))
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
if (process.argv.includes('--help')) process.stdout.write(HELP)
else await answerAll()
