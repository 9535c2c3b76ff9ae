// npm run --silent duties < facts.jsonl: what the register makes of each line of facts, so that anyone can check.
import { once } from 'node:events'
import { resultLine } from '../domain/duty/line.ts'

const HELP = `npm run --silent duties < facts.jsonl
Reads facts, one case a line as JSON, and writes what the register makes of each, one line for one.
`

// trim() also takes the mark that some editors put before the first line of a file.
const answered = (line: string): string => (line.trim() === '' ? '' : `${resultLine(line.trim())}\n`)

async function answerAll() {
  // A line may come in many pieces: they are joined once, when its end is there.
  let pieces: string[] = []
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin as AsyncIterable<string>) {
    const lines = chunk.split('\n')
    pieces.push(lines.shift() ?? '')
    const last = lines.pop()
    if (last === undefined) continue
    // One write for all lines of a chunk: one for each would cost more than the arithmetic.
    const answers = [pieces.join(''), ...lines].map(answered).join('')
    pieces = [last]
    if (!process.stdout.write(answers)) await once(process.stdout, 'drain')
  }
  process.stdout.write(answered(pieces.join('')))
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
if (process.argv.includes('--help')) process.stdout.write(HELP)
else await answerAll()
