/** Writes invented people into a database by COPY, in batches, with progress; a stop between batches loses nothing. */
import pg from 'pg'
import { beginBulkKeys } from '../people/bulk-keys.ts'
import { copyIn } from '../platform/copy.ts'
import type { Keyring } from '../platform/keys.ts'
import { keepCountsAsOperator } from '../searches/scale.ts'
import type { Invention, Inventor, Written } from './inventor.ts'
import { openInventors } from './inventors.ts'
import { COLUMNS } from './rows.ts'

export type Progress = (done: { people: number; of: number; seconds: number }) => void

const KEYS = 'register.person_key'

/** Generator indexes of a batch. */
const MOST_OF_BATCH = 5_000
/** Of which so many are people on the register, at least. */
const REGISTERED = 0.75

/** Hands out batches in order, and to each its record numbers once those before it are counted. */
function batchesOf(people: number, signal: AbortSignal | undefined) {
  const count = Math.min(MOST_OF_BATCH, Math.ceil(people / REGISTERED))
  let from = 0
  let before = Promise.resolve(0)
  return {
    /** The next range; undefined once it was asked to stop. `numbers` says how many of its people to take, after which number. */
    next() {
      if (signal?.aborted) return undefined
      const own = { from, turn: before }
      const { promise, resolve } = Promise.withResolvers<number>()
      from += count
      before = promise
      return {
        ...{ from: own.from, count },
        async numbers(registered: number) {
          const serial = await own.turn
          const take = Math.min(registered, people - serial)
          resolve(serial + take)
          return { serial, take, is_over: serial === people }
        },
      }
    },
  }
}

type Filling = {
  owner_url: string
  batches: ReturnType<typeof batchesOf>
  /** Told what stands in the database now. */
  written: (people: number, next_index: number) => void
}

/** Has one inventor fill the register, batch after batch, until there are people enough. */
async function fill(inventor: Inventor, { owner_url, batches, written }: Filling): Promise<void> {
  const client = await connect(owner_url)
  try {
    for (let batch = batches.next(); batch; batch = batches.next()) {
      const registered = await inventor.invent(batch.from, batch.count)
      const { serial, take, is_over } = await batch.numbers(registered)
      if (is_over) return
      const { texts, next_index } = await inventor.write(serial, take)
      await copyBatch(client, texts)
      written(take, next_index)
    }
  } finally {
    await client.end()
  }
}

async function connect(owner_url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: owner_url })
  client.on('error', () => undefined) // the statement under way says so
  await client.connect()
  await client.query("set session_replication_role = 'replica'") // a trusted bulk load: triggers and key checks are off
  return client
}

async function copyBatch(client: pg.Client, texts: Written['texts']): Promise<void> {
  await client.query('begin')
  for (const [table, text] of texts) await copyIn(client, table, COLUMNS[table], text)
  await client.query('commit')
}

/**
 * Fills the register with `people` invented people on the register, the generator's first ones. `owner_url` must be a
 * superuser's: rows are written past triggers and row security. Returns the next free index of the generator.
 */
export async function writeInvented(
  owner_url: string,
  invention: Invention,
  people: number,
  progress: Progress,
  signal?: AbortSignal,
): Promise<{ next_index: number; people: number }> {
  const batches = batchesOf(people, signal)
  const inventors = openInventors(invention, Math.ceil(people / MOST_OF_BATCH))
  const begun = Date.now()
  const done = { people: 0, next_index: 0 }
  const written = (more: number, next_index: number) => {
    done.people += more
    done.next_index = Math.max(done.next_index, next_index)
    progress({ people: done.people, of: people, seconds: (Date.now() - begun) / 1000 })
  }
  const owner = await connect(owner_url)
  try {
    const endKeys = await beginBulkKeys(owner)
    await Promise.all(inventors.map((inventor) => fill(inventor, { owner_url, batches, written })))
    await Promise.all([endKeys(), vacuumAllBut(owner_url, KEYS)])
    await finish(owner, invention.keyring, inventors, done.people)
  } finally {
    await Promise.all([owner.end(), ...inventors.map((inventor) => inventor.stop())])
  }
  return done
}

/** How common each name is, as the night work would count it; and where the register goes on counting. */
async function finish(owner: pg.Client, keyring: Keyring, inventors: readonly Inventor[], people: number) {
  const counts = new Map<string, number>()
  for (const inventor of inventors)
    for (const [key, count] of await inventor.counts()) counts.set(key, (counts.get(key) ?? 0) + count)
  await keepCountsAsOperator(owner, keyring, counts, people)
  if (people > 0) await owner.query(`select setval('register.record_number', $1)`, [people])
  await owner.query(`vacuum (analyze) ${KEYS}, register.name_count, register.common_key`)
}

/** Vacuums the tables that are whole already: rows are read from an index alone once it is known which pages are whole. */
async function vacuumAllBut(owner_url: string, later: string): Promise<void> {
  const client = await connect(owner_url)
  try {
    const tables = Object.keys(COLUMNS).filter((table) => table !== later)
    await client.query(`vacuum (analyze) ${tables.join(', ')}`)
  } finally {
    await client.end()
  }
}
