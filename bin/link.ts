/**
 * `npm run link`: which rows of a file, or of two, are of one person. Exit 0: edges written, 1: not linked, 2: what is to
 * be gone on with was of other files, columns or options, 130: stopped.
 */
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { NotLinkable, parseColumns } from '../domain/linking/columns.ts'
import { type Column, kinds } from '../domain/linking/kinds.ts'
import { type Asked, linkFiles } from './linking/link-files.ts'
import { type Beginning, NotResumable } from './linking/state.ts'

const HELP = `Finds the rows that are of one person, in one file or across two, and writes them as edges with weights. It learns
from the rows alone, without examples, and never merges anything.

  npm run --silent link -- --in rows.csv --id rec_id --columns map.json --out edges.csv [--right other.csv]

  --in <file>         rows to link: CSV in UTF-8 with headings
  --right <file>      link the rows of --in to these, instead of to each other
  --id <heading>      the column that names a row; it is never evidence
  --right-id <heading>  the same in --right (default: as --id)
  --columns <file>    JSON: what each column holds, {"surname": "name", "dob": "date", …}; other columns are not looked at
                      comparators: ${kinds.join(', ')}
                      or with options: {"dob": {"comparator": "date", "right": "born_on", "term_frequency": false}}
  --out <file>        edges, the heaviest first: left_id, right_id, weight_bits, probability, and how each column agrees
  --threshold <p>     the least probability of an edge, 0 to 1 (default 0.5)
  --threads <n>       threads (default: as many as there are processors)
  --resume            goes on with a run that was broken off (Ctrl-C, a crash): finished passes are not done again. Where its
                      files, columns or options were others it says which, and does nothing (exit 2)
  --restart           with --resume: begins anew there instead
`

const OPTIONS = {
  in: { type: 'string' },
  right: { type: 'string' },
  id: { type: 'string' },
  'right-id': { type: 'string' },
  columns: { type: 'string' },
  out: { type: 'string' },
  threshold: { type: 'string', default: '0.5' },
  threads: { type: 'string', default: String(availableParallelism()) },
  resume: { type: 'boolean', default: false },
  restart: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

const say = (what: string) => void process.stderr.write(`${what}\n`)

function readMap(file: string): unknown {
  if (!existsSync(file)) throw new NotLinkable(`there is no file ${file}`)
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''))
  } catch {
    throw new NotLinkable(`${file} is not JSON`)
  }
}

function numberOf(name: string, text: string, low: number, high: number): number {
  const number = Number(text)
  if (!(number >= low && number <= high)) throw new NotLinkable(`--${name} must be from ${low} to ${high}`)
  return number
}

/** The columns of the map without the one that names the row: agreeing on that is no evidence. */
function evidence(map: unknown, id: string): Column[] {
  const columns = parseColumns(map).filter(({ name }) => name !== id)
  if (columns.length === 0) throw new NotLinkable(`the map names no column but "${id}", which names the rows`)
  return columns
}

const beginningOf = ({ resume, restart }: { resume: boolean; restart: boolean }): Beginning => {
  if (!resume) return 'anew'
  return restart ? 'resume_or_restart' : 'resume'
}

async function run(signal: AbortSignal): Promise<number> {
  const { values } = parseArgs({ options: OPTIONS })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const { in: left, right = null, id, columns, out } = values
  if (!left || !id || !columns || !out)
    throw new NotLinkable('give --in, --id, --columns and --out; --help tells more')
  for (const file of [left, right])
    if (file !== null && !existsSync(file)) throw new NotLinkable(`there is no file ${file}`)
  const asked: Asked = {
    ...{ left, right, id: id.trim(), right_id: (values['right-id'] ?? id).trim(), out, say, signal },
    columns: evidence(readMap(columns), id.trim()),
    threshold: numberOf('threshold', values.threshold, 0, 1),
    threads: Math.trunc(numberOf('threads', values.threads, 1, 64)),
    beginning: beginningOf(values),
  }
  const { rows, compared, edges, seconds } = await linkFiles(asked)
  say(`${rows} rows, ${compared} pairs compared, ${edges} edges, ${seconds.toFixed(1)} s: ${out}`)
  return 0
}

const stopping = new AbortController()
process.once('SIGINT', () => stopping.abort())
process.exitCode = await run(stopping.signal).catch((fault) => {
  say(`not linked: ${fault instanceof Error ? fault.message.split('\n')[0] : fault}`)
  if (fault instanceof NotResumable) return 2
  return stopping.signal.aborted ? 130 : 1
})
