/** Runs the parts of a simulation in threads, so that two processors work and requests are answered meanwhile. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ThreadSaid, ThreadWork } from './thread.ts'

/** A thread computes while another waits for the database, which works on the same processors. */
const MOST_THREADS = 4

/** Room for what a batch makes and drops: with the usual 16 MB much of it is copied before it dies. */
const YOUNG_MB = 128

export const threadCount = () => Math.min(MOST_THREADS, availableParallelism())

/** Shares the parts out; false when the simulation was stopped, or the program stops. A fault of one ends all. */
export async function runThreads(
  work: Omit<ThreadWork, 'parts'>,
  parts: readonly number[],
  signal: AbortSignal,
): Promise<boolean> {
  const count = Math.min(threadCount(), parts.length)
  const threads = Array.from({ length: count }, (_, at) => {
    const own = parts.filter((_part, n) => n % count === at)
    return new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: { ...work, parts: own },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    })
  })
  const stop = () => {
    for (const thread of threads) thread.postMessage('stop')
  }
  signal.addEventListener('abort', stop)
  try {
    const said = await Promise.all(threads.map(ended))
    return said.every((is_whole) => is_whole)
  } finally {
    signal.removeEventListener('abort', stop)
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
}

const ended = (thread: Worker) =>
  new Promise<boolean>((done, failed) => {
    let is_whole = false
    thread.on('message', (said: ThreadSaid) => {
      is_whole = said.is_whole
    })
    thread.on('error', failed)
    thread.on('exit', (code) =>
      code === 0 ? done(is_whole) : failed(new Error(`a thread ended with ${code}`)),
    )
  })
