/** Rows into a table by COPY: for bulk loads past row security, which an operator runs. */
import { once } from 'node:events'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

export type CopyRow = readonly (string | number | boolean | Buffer | null)[]

const CHUNK_BYTES = 1_048_576

/** COPY's text form of one value. */
function textOf(value: CopyRow[number]): string {
  if (value === null) return '\\N'
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (typeof value === 'boolean') return value ? 't' : 'f'
  return String(value).replace(/[\\\t\n\r]/g, (c) =>
    c === '\t' ? '\\t' : c === '\n' ? '\\n' : c === '\r' ? '\\r' : '\\\\',
  )
}

/** Rows as COPY's text. */
export function copyText(rows: readonly CopyRow[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  return encoder.encode(rows.map((row) => `${row.map(textOf).join('\t')}\n`).join(''))
}

/** Writes COPY's text, the values in the order of `columns`. */
export async function copyIn(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  text: Uint8Array,
): Promise<void> {
  if (text.length === 0) return
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  for (let at = 0; at < text.length; at += CHUNK_BYTES)
    if (!stream.write(text.subarray(at, at + CHUNK_BYTES))) await once(stream, 'drain')
  stream.end()
  await once(stream, 'finish')
}

/** Writes rows whose values stand in the order of `columns`. */
export const copyRows = (
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: readonly CopyRow[],
): Promise<void> => copyIn(client, table, columns, copyText(rows))
