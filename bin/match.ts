// npm run --silent match < pairs.tsv: whether the two names of each line are one name, with the reasons.
import { once } from 'node:events'
import { matchLine } from '../domain/matching/match-line.ts'
import { MODEL } from '../domain/matching/model.ts'

const HELP = `npm run --silent match < pairs.tsv
Reads two names a line with a tab between, in Urdu or Roman letters, and writes one line of JSON for each:
"bits" (evidence, the sum of the reasons), "verdict" (same, possible or different), "borne_by_per_million" (how
common it is), "reasons". A line that cannot be read gives "error". The same name is not the same person.
`

const answered = (line: string): string => `${matchLine(line.replace(/\r$/, ''), MODEL)}\n`

async function answerAll() {
  // A line may come in many pieces: they are joined once, when its end is there.
  let pieces: string[] = []
  let is_first = true
  process.stdin.setEncoding('utf8')
  for await (const chunk of process.stdin as AsyncIterable<string>) {
    const lines = (is_first ? chunk.replace(/^\ufeff/, '') : chunk).split('\n')
    is_first = false
    pieces.push(lines.shift() ?? '')
    const last = lines.pop()
    if (last === undefined) continue
    const answers = [pieces.join(''), ...lines].map(answered).join('')
    pieces = [last]
    if (!process.stdout.write(answers)) await once(process.stdout, 'drain')
  }
  const rest = pieces.join('')
  if (rest !== '') process.stdout.write(answered(rest))
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
if (process.argv.includes('--help')) process.stdout.write(HELP)
else await answerAll()
