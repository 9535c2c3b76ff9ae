/** Rows into a table by COPY: for bulk loads past row security, which an operator runs. */
import { once } from 'node:events'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type CopyRow = readonly (string | number | boolean | Buffer | null)[]

const ROWS_A_CHUNK = 2_000

/** COPY's text form of one value. */
function textOf(value: CopyRow[number]): string {
  if (value === null) return '\\N'
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (typeof value === 'boolean') return value ? 't' : 'f'
  return String(value).replace(/[\\\t\n\r]/g, (c) =>
    c === '\t' ? '\\t' : c === '\n' ? '\\n' : c === '\r' ? '\\r' : '\\\\',
  )
}

/** Writes rows whose values stand in the order of `columns`. */
export async function copyRows(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: readonly CopyRow[],
): Promise<void> {
  if (rows.length === 0) return
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  for (let i = 0; i < rows.length; i += ROWS_A_CHUNK) {
    const chunk = rows.slice(i, i + ROWS_A_CHUNK).map((row) => `${row.map(textOf).join('\t')}\n`)
    if (!stream.write(chunk.join(''))) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'finish')
}
