// What a thread of a simulation does: compares its parts through the same door, in the session of the job that began it.
import { parentPort, workerData } from 'node:worker_threads'
import { asActor, openDatabase } from '../platform/database.ts'
import { type Comparing, comparePart } from './compare-part.ts'

export type ThreadWork = Comparing & {
  /** Address of the application's login, which sees what the session may see. */
  address: string
  token: string
  parts: readonly number[]
}
/** Sent when the parts are done, or the simulation was stopped. */
export type ThreadSaid = { is_whole: boolean }

const { address, token, parts, ...comparing }: ThreadWork = workerData
const database = openDatabase({ app: address, gate: address }, 1)
let is_stopping = false
parentPort?.on('message', () => {
  is_stopping = true
})
try {
  let is_whole = true
  for (const part of parts) {
    if (!is_whole) break
    is_whole = await comparePart(
      (work) =>
        asActor(database, token, (tx, session) => {
          if (!session) throw new Error('the session of this simulation was ended')
          return work(tx)
        }),
      comparing,
      part,
      () => !is_stopping,
    )
  }
  parentPort?.postMessage({ is_whole } satisfies ThreadSaid)
} finally {
  parentPort?.close()
  await database.end()
}
