/** Writes edges as CSV: the ids of both rows, the weight, the probability, and on which level each column agrees. */
import { once } from 'node:events'
import { createWriteStream, renameSync } from 'node:fs'
import type { Column } from '../../domain/linking/kinds.ts'
import { LEVELS } from '../../domain/linking/kinds.ts'
import type { Edges } from '../../domain/linking/refine.ts'
import type { RowIds } from './read-table.ts'

const LINES_AT_ONCE = 2000

const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Writes the file beside its place and renames it: an edge file that is there is whole. */
export async function writeEdges(
  out: string,
  edges: Edges,
  ids: RowIds,
  columns: readonly Column[],
): Promise<void> {
  const stream = createWriteStream(`${out}.part`)
  const headings = ['left_id', 'right_id', 'weight_bits', 'probability', ...columns.map(({ name }) => name)]
  const levels = columns.map(({ kind }): readonly string[] => LEVELS[kind])
  let lines = [headings.map(cell).join(',')]
  const flush = async () => {
    if (!stream.write(`${lines.join('\n')}\n`)) await once(stream, 'drain')
    lines = []
  }
  for (let at = 0; at < edges.left.length; at++) {
    const row = [
      cell(ids.at(edges.left[at] as number)),
      cell(ids.at(edges.right[at] as number)),
      ((edges.weights[at] as number) / 1000).toFixed(3),
      (edges.probabilities[at] as number).toFixed(6),
      ...levels.map((of, column) => of[edges.levels[at * columns.length + column] as number] ?? ''),
    ]
    lines.push(row.join(','))
    if (lines.length >= LINES_AT_ONCE) await flush()
  }
  if (lines.length > 0) await flush()
  stream.end()
  await once(stream, 'finish')
  renameSync(`${out}.part`, out)
}
