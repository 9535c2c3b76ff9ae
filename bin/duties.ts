// npm run --silent duties < facts.jsonl: what the register makes of each line of facts, so that anyone can check.
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { resultLine, tooLongLine } from '../domain/duty/line.ts'

const HELP = `npm run --silent duties < facts.jsonl
Reads facts, one case a line as JSON, and writes what the register makes of each, one line for one.
`

const NEWLINE = 10
/** A line longer than this gets an error instead of being held. */
const LONGEST_LINE_BYTES = 64 * 2 ** 20
/** As many bytes this thread answers itself: they are done before a worker has begun. */
const ALONE_BYTES = 2 ** 20
const WORKERS = Math.min(8, availableParallelism())
/** Batches on their way for each worker: one that it answers, one that waits. More would only fill the memory. */
const AHEAD = 2

/** Whole lines, or the answer of one that was too long to be held. */
type Lines = Uint8Array<ArrayBuffer> | string
type Answer = (lines: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>

// trim() also takes the mark that some editors put before the first line of a file.
const answered = (line: string): string => (line.trim() === '' ? '' : `${resultLine(line.trim())}\n`)

/** One write for all lines of a batch: one for each would cost more than the arithmetic. */
const answersTo = (lines: Uint8Array): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(Buffer.from(lines).toString().split('\n').map(answered).join(''))

/** The pieces as one, in memory of its own, so that it can be handed to a worker. */
function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** What came so far of a line whose end is not there yet. */
type Begun = { pieces: Uint8Array[]; bytes: number }

/** Whole lines, as many as each chunk ends; a line may come in many pieces, which are joined once. */
async function* wholeLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<Lines> {
  let begun: Begun = { pieces: [], bytes: 0 }
  for await (const chunk of input) {
    const is_too_long = begun.bytes > LONGEST_LINE_BYTES
    // Of a line too long to be held only the end is looked for.
    const from = is_too_long ? chunk.indexOf(NEWLINE) + 1 : 0
    const to = chunk.lastIndexOf(NEWLINE) + 1
    if (to > 0) {
      if (is_too_long) yield tooLongLine
      yield joined([...(is_too_long ? [] : begun.pieces), chunk.subarray(from, to)])
      begun = { pieces: [], bytes: 0 }
    }
    const rest = chunk.subarray(to)
    begun.bytes += rest.length
    if (begun.bytes > LONGEST_LINE_BYTES) begun.pieces = []
    else begun.pieces.push(rest)
  }
  yield begun.bytes > LONGEST_LINE_BYTES ? tooLongLine : joined(begun.pieces)
}

/** A thread that answers batches in the order they are given. */
function startWorker(): Answer {
  const worker = new Worker(new URL(import.meta.url))
  const waiting: ((answers: Uint8Array) => void)[] = []
  worker.on('message', (answers: Uint8Array) => {
    waiting.shift()?.(answers)
    if (waiting.length === 0) worker.unref()
  })
  worker.on('error', (fault) => {
    throw fault
  })
  // Only one that has something to answer keeps the program from ending.
  worker.unref()
  return (lines) =>
    new Promise((done) => {
      waiting.push(done)
      worker.ref()
      worker.postMessage(lines, [lines.buffer])
    })
}

/** Answers batches in turns, the first on this thread. */
function answerer(): (lines: Lines) => Promise<Uint8Array> {
  const workers: Answer[] = []
  let bytes = 0
  let turn = 0
  return async (lines) => {
    if (typeof lines === 'string') return new TextEncoder().encode(`${lines}\n`)
    bytes += lines.length
    if (bytes <= ALONE_BYTES) return answersTo(lines)
    while (workers.length < WORKERS) workers.push(startWorker())
    turn += 1
    return workers[turn % workers.length]?.(lines) ?? answersTo(lines)
  }
}

async function write(answers: Uint8Array) {
  if (answers.length > 0 && !process.stdout.write(answers)) await once(process.stdout, 'drain')
}

async function answerAll() {
  const answer = answerer()
  let last = Promise.resolve()
  const on_their_way: Promise<void>[] = []
  for await (const lines of wholeLines(process.stdin)) {
    const [before, answers] = [last, answer(lines)]
    // Each batch is written after the one before it, as soon as both are there.
    last = before.then(async () => write(await answers))
    on_their_way.push(last)
    if (on_their_way.length > WORKERS * AHEAD) await on_their_way.shift()
  }
  await last
}

function answerAsWorker() {
  parentPort?.on('message', (lines: Uint8Array) => {
    const answers = answersTo(lines)
    parentPort?.postMessage(answers, [answers.buffer])
  })
}

if (!isMainThread) answerAsWorker()
else if (process.argv.includes('--help')) process.stdout.write(HELP)
else {
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  await answerAll()
}
