// One of two workers of bench/recompute.ts: makes facts, and has both calculators answer them, batch after batch.
import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'
import { type CaseResult, evaluate } from '../../domain/duty/evaluate.ts'
import { likelyFacts, unlikelyFacts } from '../../domain/invented/duty-facts.ts'
import { findPack, listPacks } from '../../law/packs.ts'
import { firstAnswer } from '../../server/recompute/first-answer.ts'
import {
  emptyStaging,
  prepareSecond,
  runSecond,
  secondAnswers,
} from '../../server/recompute/second-calculator.ts'
import { stageFacts } from '../../server/recompute/stage-facts.ts'

export type Work = {
  url: string
  from: number
  to: number
  batch: number
  unlikely_every: number
  seed: number
}
export type Batch = {
  cases: number
  duties: number
  differences: string[]
  /** Milliseconds of each part. */
  took: { make: number; first: number; stage: number; second: number; compare: number }
  heap_mb: number
  words: Record<string, number>
}

const { url, from, to, batch, unlikely_every, seed }: Work = workerData
const client = new pg.Client({ connectionString: url })
await client.connect()
const sets = listPacks().map((pack) => ({ name: pack.pack, packs: [pack] }))
await prepareSecond(client, sets)
const factsAt = (at: number) => (at % unlikely_every === 0 ? unlikelyFacts(seed, at) : likelyFacts(seed, at))

function answerFirst(facts: readonly ReturnType<typeof factsAt>[]): CaseResult[] {
  return facts.map((one) => {
    const pack = findPack(one.pack)
    if (pack === undefined) throw new Error(one.pack)
    return evaluate(one, pack)
  })
}

function compared(first: readonly CaseResult[], second: readonly { answer: string }[]) {
  const words: Record<string, number> = {}
  const differences: string[] = []
  for (const [at, result] of first.entries()) {
    for (const word of [result.standing, ...result.duties.map(({ state }) => state)])
      words[word] = (words[word] ?? 0) + 1
    if (firstAnswer(result) !== second[at]?.answer) differences.push(result.case_id)
  }
  return { words, differences }
}

for (let low = from; low < to; low += batch) {
  const marks = [performance.now()]
  const facts = Array.from({ length: Math.min(batch, to - low) }, (_, at) => factsAt(low + at))
  marks.push(performance.now())
  const first = answerFirst(facts)
  marks.push(performance.now())
  await client.query('begin')
  await stageFacts(client, facts, ({ pack }) => sets.findIndex(({ name }) => name === pack))
  marks.push(performance.now())
  await runSecond(client)
  marks.push(performance.now())
  const { words, differences } = compared(first, await secondAnswers(client))
  await emptyStaging(client)
  await client.query('commit')
  marks.push(performance.now())
  const [make = 0, one = 0, stage = 0, two = 0, compare = 0] = marks
    .slice(1)
    .map((end, at) => end - (marks[at] ?? 0))
  const told: Batch = {
    ...{
      cases: facts.length,
      duties: first.reduce((sum, { duties }) => sum + duties.length, 0),
      differences,
      words,
    },
    ...{ took: { make, first: one, stage, second: two, compare } },
    heap_mb: process.memoryUsage().heapUsed / 1e6,
  }
  parentPort?.postMessage(told)
}
await client.end()
