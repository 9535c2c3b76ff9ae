// One of several threads that compare the pairs of a table: first the keys of passes, then the passes themselves.
import { parentPort, workerData } from 'node:worker_threads'
import type { KnownKeys, Pass } from '../../domain/linking/keys.ts'
import { pairScorer } from '../../domain/linking/pair-scorer.ts'
import { fillKeys, runPass, type Task } from '../../domain/linking/run-pass.ts'
import type { Table } from '../../domain/linking/table.ts'
import type { Weights } from '../../domain/linking/weights.ts'

export type WorkerStart = {
  readonly table: Table
  readonly passes: readonly Pass[]
  readonly weights: Weights
  /** The keys of all passes, row by row; shared. */
  readonly keys: Int32Array
}
export type Order = { readonly keys_of: number } | { readonly task: Task }

const { table, passes, weights, keys }: WorkerStart = workerData
const scorer = pairScorer(table, weights)
const known: KnownKeys = new Map()

parentPort?.on('message', (order: Order) => {
  if ('keys_of' in order) {
    fillKeys(table, passes, order.keys_of, keys, known)
    parentPort?.postMessage(null)
  } else {
    parentPort?.postMessage(runPass(table, keys, scorer, order.task))
  }
})
