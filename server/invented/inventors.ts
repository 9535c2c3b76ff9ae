/** As many inventors as there are processors, so that a register of a million is filled by all of them. */
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Invention, type Inventor, inventorHere } from './inventor.ts'
import type { Asked } from './inventor-thread.ts'

/** Room for what a batch makes and drops. */
const YOUNG_MB = 128

/** Inventors for so many batches: one here for the few of a demo, else in threads, one more than processors. */
export const openInventors = (invention: Invention, batches: number): Inventor[] =>
  batches <= 1
    ? [inventorHere(invention)]
    : Array.from({ length: Math.min(batches, availableParallelism() + 1) }, () => inventorInThread(invention))

function inventorInThread(invention: Invention): Inventor {
  const thread = new Worker(new URL('./inventor-thread.ts', import.meta.url), {
    workerData: invention,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  })
  const ask = async (asked: Asked) => {
    const answered = once(thread, 'message') // rejects when the thread fails
    thread.postMessage(asked)
    return (await answered)[0]
  }
  return {
    invent: (...numbers) => ask({ ask: 'invent', numbers }),
    write: (...numbers) => ask({ ask: 'write', numbers }),
    counts: () => ask({ ask: 'counts' }),
    stop: () => thread.terminate(),
  }
}
