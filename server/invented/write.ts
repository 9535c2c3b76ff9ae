/** Writes invented people into a database by COPY, in batches, with progress; a stop between batches loses nothing. */
import pg from 'pg'
import { inventPerson } from '../../domain/invented/person.ts'
import { copyRows } from '../platform/copy.ts'
import { countRow } from '../searches/scale.ts'
import { addRows, COLUMNS, type Making, type Rows, type TableName } from './rows.ts'

export type Progress = (done: { people: number; of: number; seconds: number }) => void

const BATCH_PEOPLE = 5_000
const TABLES = Object.keys(COLUMNS) as TableName[]

const emptyRows = () => Object.fromEntries(TABLES.map((t) => [t, []])) as unknown as Rows

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
  client.on('error', () => undefined) // the statement under way says so
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
      for (const table of TABLES) await copyRows(client, table, COLUMNS[table], rows[table])
      await client.query(`select setval('register.record_number', $1)`, [serial])
      await client.query('commit')
      progress({ people: serial, of: people, seconds: (Date.now() - begun) / 1000 })
    }
    await keepCounts(client, making, serial)
    await client.query('vacuum (analyze)') // keys are read from their index alone once it is known which pages are whole
  } finally {
    await client.end()
  }
  return { next_index: index, people: serial }
}

/** How common each name is, as the night work would count it. */
async function keepCounts(client: pg.Client, { keyring, counts }: Making, people: number): Promise<void> {
  const row = countRow(keyring, counts, people)
  await client.query(
    'insert into register.name_count (count_id, people_count, counts_enc, wrapped_key, kek_id) values ($1, $2, $3, $4, $5)',
    [row.count_id, row.people_count, row.counts_enc, row.wrapped_key, row.kek_id],
  )
}
