/** Questions put to the product's own index and score, each step timed; recall by records whose owner is known. */
import { type Filled, orderOf } from '../../bin/finding/throw-away.ts'
import { asActor } from '../../server/platform/database.ts'
import { compareCandidates, listCandidates } from '../../server/searches/candidates.ts'
import { statementsOf } from '../../server/searches/find.ts'
import { readScale } from '../../server/searches/scale.ts'
import { cpuOfPostgres } from './cpu.ts'
import { type Question, whoseRecord } from './invented-finding.ts'
import { percentile } from './report.ts'

export type Answered = {
  questions: number
  recall_1: number
  recall_10: number
  /** The statement alone: PostgreSQL under row-level security, sealed cards included. */
  index: Times
  /** With opening and comparing the candidates. */
  whole: Times
  /** Processor time of PostgreSQL for a question, on average: steadier than wall time while others work. */
  postgres_cpu_ms: number
}
export type Times = { p50_ms: number; p99_ms: number }

export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = Float64Array.from(milliseconds).sort()
  return { p50_ms: percentile(sorted, 0.5), p99_ms: percentile(sorted, 0.99) }
}

/** The place of the true person among those found, from 0; -1 when he is not there. */
export const placeOf = (whose: number, orders: readonly number[]) =>
  orders.findIndex((order) => whoseRecord(order) === whose)

export async function askIndex(
  filled: Filled,
  questions: readonly Question[],
  data_dir: string,
): Promise<Answered> {
  const cpu_before = cpuOfPostgres(data_dir)
  const [index, whole, places]: number[][] = [[], [], []]
  for (const question of questions)
    await asActor(filled.database, filled.token, async (tx) => {
      const scale = await readScale(tx, filled.keyring)
      const begun = performance.now()
      const sent = statementsOf(filled.keyring, question.asked, scale)
      const rows = (await Promise.all(sent.map((one) => listCandidates(tx, one)))).flat()
      index?.push(performance.now() - begun)
      const found = compareCandidates(filled.keyring, rows, question.asked, scale)
      whole?.push(performance.now() - begun)
      places?.push(
        placeOf(
          question.whose,
          found.map(({ person_id }) => orderOf(person_id)),
        ),
      )
    })
  return {
    questions: questions.length,
    ...recallOf(places ?? []),
    index: timesOf(index ?? []),
    whole: timesOf(whole ?? []),
    postgres_cpu_ms: (cpuOfPostgres(data_dir) - cpu_before) / 1000 / questions.length,
  }
}

export const recallOf = (places: readonly number[]) => ({
  recall_1: places.filter((place) => place === 0).length / places.length,
  recall_10: places.filter((place) => place >= 0 && place < 10).length / places.length,
})
