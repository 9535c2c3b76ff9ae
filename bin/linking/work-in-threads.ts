/** Hands orders to threads, each the next when it has done one, and gives back their answers as they come. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Order, WorkerStart } from './link-worker.ts'

export type Threads = {
  /** Runs all orders, at most one at a time on each thread. */
  readonly run: <Answer>(
    orders: readonly Order[],
    onAnswer: (answer: Answer, at: number) => void,
  ) => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts threads that share a table. */
export function startThreads(count: number, start: WorkerStart): Threads {
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./link-worker.ts', import.meta.url), { workerData: start }),
  )
  return {
    async run<Answer>(orders: readonly Order[], onAnswer: (answer: Answer, at: number) => void) {
      let next = 0
      await Promise.all(
        workers.map(async (worker) => {
          while (next < orders.length) {
            const at = next++
            const answered = once(worker, 'message')
            worker.postMessage(orders[at])
            const [answer] = (await answered) as [Answer]
            onAnswer(answer, at)
          }
        }),
      )
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}
