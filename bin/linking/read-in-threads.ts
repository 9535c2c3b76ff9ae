/** Reads large files in threads: each reads them whole and collects the values of some kinds, which are apart anyhow. */
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { NotLinkable } from '../../domain/linking/columns.ts'
import { joinedTable } from '../../domain/linking/joined-table.ts'
import type { Column, Kind } from '../../domain/linking/kinds.ts'
import { type Input, type Read, readTable } from './read-table.ts'
import type { ReadAnswer, ReadStart } from './read-worker.ts'

/** Below so many bytes a thread is not worth its start. */
export const LEAST_BYTES = 1 << 20
/** Parsing the file is done by every reader; more than two gain little. */
const MOST_READERS = 2

/** How long collecting a cell of a kind takes, against the others. */
const EFFORT: Readonly<Record<Kind, number>> = {
  person_name: 4,
  text: 5,
  name: 3,
  id: 2,
  date: 2,
  number: 1,
  category: 1,
}

/**
 * Columns by reader, those of one kind together, because they share their values; no reader is without one.
 * @example sharesOf(parseColumns({ a: 'text', b: 'date', c: 'date' }), 2) // [[0], [1, 2]]
 */
export function sharesOf(columns: readonly Column[], readers: number): number[][] {
  const kinds = Map.groupBy(columns.keys(), (at) => (columns[at] as Column).kind)
  const by_effort = [...kinds]
    .map(([kind, places]) => ({ places, effort: places.length * EFFORT[kind] }))
    .sort((a, b) => b.effort - a.effort)
  const shares = Array.from({ length: readers }, () => ({ places: [] as number[], effort: 0 }))
  for (const { places, effort } of by_effort) {
    const least = shares.reduce((best, one) => (one.effort < best.effort ? one : best))
    least.places.push(...places)
    least.effort += effort
  }
  return shares.flatMap(({ places }) => (places.length > 0 ? [places.sort((a, b) => a - b)] : []))
}

/**
 * Reads the files into one table, the same whatever the number of threads.
 * @throws NotLinkable with one line for the person who asked
 */
export async function readInThreads(
  inputs: readonly Input[],
  columns: readonly Column[],
  threads: number,
): Promise<Read> {
  const bytes = inputs.reduce((sum, { file }) => sum + statSync(file).size, 0)
  const shares = sharesOf(columns, bytes < LEAST_BYTES ? 1 : Math.min(threads, MOST_READERS))
  const [own = [], ...others] = shares
  const elsewhere = others.map((taken) => readElsewhere({ inputs, taking: { columns, taken } }))
  // A fault of the first reader is told; the others meet the same and are not waited for.
  for (const reading of elsewhere) reading.catch(() => undefined)
  const { table, ids, unread } = await readTable(inputs, { columns, taken: own })
  const rest = await Promise.all(elsewhere)
  const unread_of = new Map(
    [unread, ...rest.map((one) => one.unread)].flatMap((of, reader) =>
      of.map((count, at) => [shares[reader]?.[at], count] as const),
    ),
  )
  return {
    ids,
    table: joinedTable(columns, [table, ...rest.map((one) => one.table)], shares),
    unread: columns.map((_, at) => unread_of.get(at) ?? 0),
  }
}

async function readElsewhere(start: ReadStart): Promise<Exclude<ReadAnswer, { refused: string }>> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { workerData: start })
  const [answer] = (await once(worker, 'message')) as [ReadAnswer]
  if ('refused' in answer) throw new NotLinkable(answer.refused)
  return answer
}
