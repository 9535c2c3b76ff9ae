/**
 * Finding people by name: the product's index, walls and score, asked as an officer of the Bureau, over invented people
 * and further noisy records of them; beside it, in the same run, what is usually taken for it.
 */
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fillRegister, openFilled } from '../bin/finding/throw-away.ts'
import { yearOf } from '../domain/search/match-card.ts'
import { readFilled } from '../server/invented/filled.ts'
import { startLocalRegister } from '../server/platform/local-register.ts'
import { startSite } from './lookups.ts'
import { type Answered, askIndex } from './measure/ask-index.ts'
import { askLibrary, LIBRARIES } from './measure/in-memory.ts'
import { sizesOf } from './measure/index-size.ts'
import {
  type Asking,
  CASES,
  type Case,
  inventedPeople,
  inventedRecords,
  MADE_ON,
  questionsOf,
  type Records,
  recordsOf,
  SEED,
} from './measure/invented-finding.ts'
import { askOverHttp } from './measure/over-http.ts'
import { report } from './measure/report.ts'
import { askTrigrams, indexTrigrams, openTrigrams, type Spelled, type Trigrams } from './measure/trigrams.ts'

const HELP = `npm run bench -- search [--people 1000000] [--folder DIR] [--questions 500] [--draw 1] [--http] [--rival-questions 60] [--rivals gin,gist,minisearch,flexsearch,fuse.js]
Fills DIR on its first use (some minutes for a million people) and uses it again afterwards; a folder filled by
npm run seed -- --seed ${SEED} --on ${MADE_ON} is taken as it is. Rivals hold names in the clear; those in memory are asked about as many people as
they can hold. Another draw asks for the same people with other slips: for questions nobody has looked at.`

const SETTINGS = [
  'shared_buffers=2GB',
  'max_wal_size=16GB',
  'maintenance_work_mem=512MB',
  'checkpoint_timeout=60min',
]
/** Questions that warm the caches and are not counted. */
const WARM_UP = 50
const HTTP_QUESTIONS = 200
const HOLDS: Readonly<Record<string, number>> = {
  minisearch: 100_000,
  flexsearch: 100_000,
  'fuse.js': 20_000,
}

const options = {
  people: { type: 'string', default: '1000000' },
  folder: { type: 'string' },
  questions: { type: 'string', default: '500' },
  draw: { type: 'string', default: '1' },
  // They take up to seconds for one.
  'rival-questions': { type: 'string', default: '60' },
  rivals: { type: 'string', default: ['gin', 'gist', ...Object.keys(LIBRARIES)].join(',') },
  http: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options })
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return
  }
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'amanat-search-'))
  const is_new = !existsSync(join(folder, 'pg'))
  const seeded = readFilled(folder)
  if (seeded && (seeded.seed !== SEED || seeded.made_on !== MADE_ON))
    throw new Error(`${folder} holds other people: npm run seed -- --seed ${SEED} --on ${MADE_ON}`)
  const local = await startLocalRegister({ folder, is_throwaway: true, settings: SETTINGS })
  try {
    if (is_new) await fillRegister(local, inventedPeople(Number(values.people)), say)
    const filled = await openFilled(local)
    const asking = { known: await recordsOf(local), draw: Number(values.draw) }
    const of_rivals = { ...asking, most: Number(values['rival-questions']) }
    const people = asking.known.size
    report(await sizesOf(local, people), 'embedded 18')
    const ours = await askAll(filled, asking, Number(values.questions), join(folder, 'pg'))
    if (values.http) await overHttp(filled, folder, asking)
    await filled.stop()
    const rivals = values.rivals.split(',').filter((name) => name !== '')
    for (const kind of ['gin', 'gist'] as const)
      if (rivals.includes(kind)) await besideTrigrams(local, kind, of_rivals, ours)
    for (const name of Object.keys(LIBRARIES)) if (rivals.includes(name)) besideLibrary(name, of_rivals, ours)
  } finally {
    await local.stop()
  }
}

const say = (people: number) => void (people % 50_000 === 0 && process.stderr.write(`filled ${people}\n`))
const rss = () => process.resourceUsage().maxRSS / 1024

type Ours = ReadonlyMap<Case, Answered>
/** What the rivals are asked, too. */
const RIVAL_CASES: readonly Case[] = ['father', 'father_and_year', 'urdu']

/** Every case of ours. */
async function askAll(
  filled: Awaited<ReturnType<typeof openFilled>>,
  asking: Asking,
  questions: number,
  data_dir: string,
): Promise<Ours> {
  const people = asking.known.size
  await askIndex(filled, questionsOf('father', asking, WARM_UP), data_dir)
  const answered = new Map<Case, Answered>()
  for (const kind of Object.keys(CASES) as Case[]) {
    const done = await askIndex(filled, questionsOf(kind, asking, questions), data_dir)
    answered.set(kind, done)
    report(
      {
        ...{ bench: 'search', case: kind, people, connections: 1, per_second: 1000 / done.whole.p50_ms },
        ...{ p50_ms: done.index.p50_ms, p99_ms: done.index.p99_ms, baseline: 'the rivals below', ratio: 1 },
        ...{ recall_1: done.recall_1, recall_10: done.recall_10, questions: done.questions },
        ...{ whole_p50_ms: done.whole.p50_ms, whole_p99_ms: done.whole.p99_ms, peak_rss_mb: rss() },
        postgres_cpu_ms: done.postgres_cpu_ms,
      },
      'embedded 18',
    )
  }
  return answered
}

/** The same questions through the site: session, decision, search record, an event for each person shown. */
async function overHttp(filled: Awaited<ReturnType<typeof openFilled>>, folder: string, asking: Asking) {
  const people = asking.known.size
  const site = await startSite(filled.local, folder)
  try {
    const { p50_ms, p99_ms, bytes } = await askOverHttp(
      filled.token,
      questionsOf('father', asking, HTTP_QUESTIONS),
    )
    report(
      {
        ...{ bench: 'search', case: 'father, over HTTP', people, connections: 1, per_second: 1000 / p50_ms },
        ...{ p50_ms, p99_ms, bytes_p50: bytes, questions: HTTP_QUESTIONS, peak_rss_mb: site.peak() },
        ...{ baseline: 'the index query alone', ratio: 1 },
      },
      'embedded 18',
    )
  } finally {
    await site.stop()
  }
}

function* spelledPeople(known: Records): Generator<Spelled> {
  for (const place of known)
    for (const { card } of inventedRecords([place])) {
      const [birth] = card.births
      const text = [...card.names, ...card.fathers].join(' ').toLowerCase()
      yield { place, text, born: birth === undefined ? null : yearOf(birth) }
    }
}

type OfRivals = Asking & { most: number }
type Rival = { questions: number; recall_1: number; recall_10: number; p50_ms: number; p99_ms: number }

function beside(name: string, kind: Case, people: number, rival: Rival & { build_s?: number }, all: Ours) {
  const { p50_ms, p99_ms, recall_1, recall_10, questions, build_s = 0 } = rival
  const ours = all.get(kind)
  report(
    {
      ...{ bench: 'search', case: `${kind}, by ${name}`, people, connections: 1, per_second: 1000 / p50_ms },
      ...{ p50_ms, p99_ms, recall_1, recall_10, questions, build_s, peak_rss_mb: rss() },
      ...{ baseline: 'our index query of the same case', ratio: (ours?.index.p50_ms ?? Number.NaN) / p50_ms },
      recall_ratio: (ours?.recall_10 ?? Number.NaN) / recall_10,
    },
    'embedded 18',
  )
}

async function besideTrigrams(
  local: Awaited<ReturnType<typeof startLocalRegister>>,
  kind: Trigrams,
  asking: OfRivals,
  ours: Ours,
) {
  const people = asking.known.size
  const client = await openTrigrams(local, spelledPeople(asking.known))
  const build_s = await indexTrigrams(client, kind)
  for (const one of RIVAL_CASES) {
    const done = await askTrigrams(client, kind, questionsOf(one, asking, asking.most))
    beside(`pg_trgm ${kind}`, one, people, { ...done, build_s }, ours)
  }
  await client.end()
}

/** A library is asked the first case alone: it knows no years. */
function besideLibrary(name: string, { known, draw, most }: OfRivals, ours: Ours) {
  const held = Math.min(known.size, HOLDS[name] ?? known.size)
  const some: Records = new Set([...known].slice(0, held))
  const spelled = Array.from(spelledPeople(some), ({ place, text }) => ({ id: place, text }))
  const done = askLibrary(name, spelled, questionsOf('father', { known: some, draw }, most))
  beside(name, 'father', held, done, ours)
}
