/** The usual way beside ours: pg_trgm over names in the clear, without row-level security, which it could not serve. */
import pg from 'pg'
import { copyRows } from '../../server/platform/copy.ts'
import type { LocalRegister } from '../../server/platform/local-register.ts'
import { placeOf, recallOf, timesOf } from './ask-index.ts'
import type { Question } from './invented-finding.ts'

const DATABASE = 'rival'
const BATCH = 20_000

const QUERIES = {
  gin: 'select place from spelling where text % $1 order by similarity(text, $1) desc, place limit 10',
  gist: 'select place from spelling order by text <-> $1 limit 10',
} as const
export type Trigrams = keyof typeof QUERIES

/** A database of texts, one a person, made once; the caller ends the client. */
export async function openTrigrams(local: LocalRegister, texts: Iterable<string>): Promise<pg.Client> {
  const admin = new pg.Client({ connectionString: local.url('postgres') })
  await admin.connect()
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) await admin.query(`create database ${DATABASE}`)
  await admin.end()
  const client = new pg.Client({ connectionString: local.url('postgres', DATABASE) })
  await client.connect()
  if (rowCount === 0) {
    await client.query(
      'create extension pg_trgm; create table spelling (place integer primary key, text text not null)',
    )
    let rows: [number, string][] = []
    let place = 0
    for (const text of texts) {
      rows.push([place, text])
      place += 1
      if (rows.length < BATCH) continue
      await copyRows(client, 'spelling', ['place', 'text'], rows)
      rows = []
    }
    await copyRows(client, 'spelling', ['place', 'text'], rows)
    await client.query('vacuum (analyze) spelling')
  }
  return client
}

/** Asks by one kind of index, which is made for it and dropped afterwards. */
export async function askTrigrams(client: pg.Client, kind: Trigrams, questions: readonly Question[]) {
  await client.query(`create index spelling_trigrams on spelling using ${kind} (text ${kind}_trgm_ops)`)
  await client.query('analyze spelling')
  const took: number[] = []
  const places: number[] = []
  for (const { text, whose } of questions) {
    const begun = performance.now()
    const { rows } = await client.query({ name: kind, text: QUERIES[kind], values: [text.toLowerCase()] })
    took.push(performance.now() - begun)
    places.push(
      placeOf(
        whose,
        rows.map((row) => row.place),
      ),
    )
  }
  await client.query('drop index spelling_trigrams')
  return { questions: questions.length, ...recallOf(places), ...timesOf(took) }
}
