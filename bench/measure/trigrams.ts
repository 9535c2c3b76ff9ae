/** The usual way beside ours: pg_trgm over names in the clear, without row-level security, which it could not serve. */
import pg from 'pg'
import { yearOf } from '../../domain/search/match-card.ts'
import { copyRows } from '../../server/platform/copy.ts'
import type { LocalRegister } from '../../server/platform/local-register.ts'
import { placeOf, recallOf, timesOf } from './ask-index.ts'
import type { Question } from './invented-finding.ts'

const DATABASE = 'rivals'
const BATCH = 20_000

const QUERIES = {
  gin: `select place from spelling where text % $1 and ($2::integer is null or born between $2 - 2 and $2 + 2)
         order by similarity(text, $1) desc, place limit 10`,
  gist: `select place from spelling where $2::integer is null or born between $2 - 2 and $2 + 2
          order by text <-> $1 limit 10`,
} as const
export type Trigrams = keyof typeof QUERIES

/** A person as the rival holds him: his place in the generator's order, all his spellings in one text, the year of his birth. */
export type Spelled = { place: number; text: string; born: number | null }

/** A database of texts, one a person, made once; the caller ends the client. */
export async function openTrigrams(local: LocalRegister, people: Iterable<Spelled>): Promise<pg.Client> {
  const admin = new pg.Client({ connectionString: local.url('postgres') })
  await admin.connect()
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [DATABASE])
  // A locale that knows Urdu letters for letters: without it the rival would see none.
  if (rowCount === 0)
    await admin.query(
      `create database ${DATABASE} template template0 encoding 'UTF8' locale_provider libc locale 'C.UTF-8'`,
    )
  await admin.end()
  const client = new pg.Client({ connectionString: local.url('postgres', DATABASE) })
  await client.connect()
  if (rowCount === 0) {
    await client.query(
      'create extension pg_trgm; create table spelling (place integer primary key, text text not null, born integer)',
    )
    let rows: [number, string, number | null][] = []
    for (const { place, text, born } of people) {
      rows.push([place, text, born])
      if (rows.length < BATCH) continue
      await copyRows(client, 'spelling', ['place', 'text', 'born'], rows)
      rows = []
    }
    await copyRows(client, 'spelling', ['place', 'text', 'born'], rows)
    await client.query('vacuum (analyze) spelling')
  }
  return client
}

/** Makes one kind of index; returns the seconds it took. */
export async function indexTrigrams(client: pg.Client, kind: Trigrams): Promise<number> {
  const begun = performance.now()
  await client.query('drop index if exists spelling_trigrams')
  await client.query(`create index spelling_trigrams on spelling using ${kind} (text ${kind}_trgm_ops)`)
  await client.query('analyze spelling')
  return (performance.now() - begun) / 1000
}

/** Asks by the index that was made last. */
export async function askTrigrams(client: pg.Client, kind: Trigrams, questions: readonly Question[]) {
  const took: number[] = []
  const places: number[] = []
  for (const { asked, text, whose } of questions) {
    const begun = performance.now()
    const { rows } = await client.query({
      ...{ name: kind, text: QUERIES[kind] },
      values: [text.toLowerCase(), asked.birth === null ? null : yearOf(asked.birth)],
    })
    took.push(performance.now() - begun)
    places.push(
      placeOf(
        whose,
        rows.map((row) => row.place),
      ),
    )
  }
  return { questions: questions.length, ...recallOf(places), ...timesOf(took) }
}
