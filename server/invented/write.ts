/** Writes invented people into a database by COPY, in batches, with progress; a stop between batches loses nothing. */
import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { inventPerson } from '../../domain/invented/person.ts'
import { addRows, COLUMNS, type Making, type Row, type Rows, type TableName } from './rows.ts'

export type Progress = (done: { people: number; of: number; seconds: number }) => void

const BATCH_PEOPLE = 5_000
const TABLES = Object.keys(COLUMNS) as TableName[]

const emptyRows = () => Object.fromEntries(TABLES.map((t) => [t, []])) as unknown as Rows

/** COPY's text form of one value. */
function textOf(value: Row[number]): string {
  if (value === null) return '\\N'
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (typeof value === 'boolean') return value ? 't' : 'f'
  return String(value).replace(/[\\\t\n\r]/g, (c) =>
    c === '\t' ? '\\t' : c === '\n' ? '\\n' : c === '\r' ? '\\r' : '\\\\',
  )
}

async function copy(client: pg.Client, table: TableName, rows: readonly Row[]) {
  if (rows.length === 0) return
  const stream = client.query(copyFrom(`copy ${table} (${COLUMNS[table].join(', ')}) from stdin`))
  for (let i = 0; i < rows.length; i += 2_000) {
    const chunk = rows.slice(i, i + 2_000).map((row) => `${row.map(textOf).join('\t')}\n`)
    if (!stream.write(chunk.join(''))) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'finish')
}

/**
 * Fills the register with `people` invented people on the register, from generator index `from_index` on.
 * `owner_url` must be a superuser's: rows are written past triggers and row security. Returns the next free index.
 */
export async function writeInvented(
  owner_url: string,
  making: Making,
  people: number,
  progress: Progress,
  signal?: AbortSignal,
): Promise<{ next_index: number; people: number }> {
  const client = new pg.Client({ connectionString: owner_url })
  await client.connect()
  const begun = Date.now()
  let index = 0
  let serial = 0
  try {
    await client.query("set session_replication_role = 'replica'") // a trusted bulk load: triggers and key checks are off
    while (serial < people && !signal?.aborted) {
      const rows = emptyRows()
      const until = Math.min(people, serial + BATCH_PEOPLE)
      while (serial < until) {
        const person = inventPerson(making.seed, index, making.world)
        if (addRows(rows, person, serial + 1, making)) serial += 1
        index += 1
      }
      await client.query('begin')
      for (const table of TABLES) await copy(client, table, rows[table])
      await client.query(`select setval('register.record_number', $1)`, [serial])
      await client.query('commit')
      progress({ people: serial, of: people, seconds: (Date.now() - begun) / 1000 })
    }
    await client.query('analyze')
  } finally {
    await client.end()
  }
  return { next_index: index, people: serial }
}
