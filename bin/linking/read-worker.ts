// One of several threads that read the files to be linked, each some of the columns.
import { parentPort, workerData } from 'node:worker_threads'
import { NotLinkable } from '../../domain/linking/columns.ts'
import type { Table } from '../../domain/linking/table.ts'
import { type Input, readTable, type Taking } from './read-table.ts'

export type ReadStart = { readonly inputs: readonly Input[]; readonly taking: Taking }
export type ReadAnswer = { readonly table: Table; readonly unread: readonly number[] } | { refused: string }

const { inputs, taking }: ReadStart = workerData
try {
  const { table, unread } = await readTable(inputs, taking)
  parentPort?.postMessage({ table, unread } satisfies ReadAnswer)
} catch (fault) {
  if (!(fault instanceof NotLinkable)) throw fault
  parentPort?.postMessage({ refused: fault.message } satisfies ReadAnswer)
}
