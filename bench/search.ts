/**
 * Finding people by name: the product's index, walls and score, asked as an officer of the Bureau, over invented people
 * and further noisy records of them; beside it, in the same run, what is usually taken for it.
 */
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fillRegister, openFilled } from '../bin/finding/throw-away.ts'
import { startLocalRegister } from '../server/platform/local-register.ts'
import { type Answered, askIndex } from './measure/ask-index.ts'
import { askLibrary, LIBRARIES } from './measure/in-memory.ts'
import { CASES, type Case, inventedPeople, questionsOf } from './measure/invented-finding.ts'
import { report } from './measure/report.ts'
import { askTrigrams, openTrigrams, type Trigrams } from './measure/trigrams.ts'

const HELP = `npm run bench -- search [--people 1000000] [--folder DIR] [--questions 500] [--rivals gin,gist,minisearch,flexsearch,fuse.js]
Fills DIR on its first use (some minutes for a million people) and uses it again afterwards. Rivals hold names in the
clear; those in memory are asked about as many people as they can hold.`

const SETTINGS = [
  'shared_buffers=2GB',
  'max_wal_size=16GB',
  'maintenance_work_mem=512MB',
  'checkpoint_timeout=60min',
]
/** Questions that warm the caches and are not counted. */
const WARM_UP = 50
/** Rivals take up to seconds for one question. */
const RIVAL_QUESTIONS = 60
const HOLDS: Readonly<Record<string, number>> = {
  minisearch: 100_000,
  flexsearch: 100_000,
  'fuse.js': 20_000,
}

const options = {
  people: { type: 'string', default: '1000000' },
  folder: { type: 'string' },
  questions: { type: 'string', default: '500' },
  rivals: { type: 'string', default: ['gin', 'gist', ...Object.keys(LIBRARIES)].join(',') },
  help: { type: 'boolean', default: false },
} as const

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options })
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return
  }
  const people = Number(values.people)
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'amanat-search-'))
  const is_new = !existsSync(join(folder, 'pg'))
  const local = await startLocalRegister({ folder, is_throwaway: true, settings: SETTINGS })
  try {
    if (is_new) await fillRegister(local, inventedPeople(people), say)
    const filled = await openFilled(local)
    const ours = await askAll(filled, people, Number(values.questions))
    await filled.stop()
    const rivals = values.rivals.split(',').filter((name) => name !== '')
    for (const kind of ['gin', 'gist'] as const)
      if (rivals.includes(kind)) await besideTrigrams(local, kind, people, ours)
    for (const name of Object.keys(LIBRARIES)) if (rivals.includes(name)) besideLibrary(name, people, ours)
  } finally {
    await local.stop()
  }
}

const say = (people: number) => void (people % 50_000 === 0 && process.stderr.write(`filled ${people}\n`))
const rss = () => process.resourceUsage().maxRSS / 1024

/** Every case of ours; returns that which the rivals are asked too. */
async function askAll(filled: Awaited<ReturnType<typeof openFilled>>, people: number, questions: number) {
  await askIndex(filled, questionsOf('father', people, WARM_UP))
  const answered = new Map<Case, Answered>()
  for (const kind of Object.keys(CASES) as Case[]) {
    const done = await askIndex(filled, questionsOf(kind, people, questions))
    answered.set(kind, done)
    report(
      {
        ...{ bench: 'search', case: kind, people, connections: 1, per_second: 1000 / done.whole.p50_ms },
        ...{ p50_ms: done.index.p50_ms, p99_ms: done.index.p99_ms, baseline: 'the rivals below', ratio: 1 },
        ...{ recall_1: done.recall_1, recall_10: done.recall_10, questions: done.questions },
        ...{ whole_p50_ms: done.whole.p50_ms, whole_p99_ms: done.whole.p99_ms, peak_rss_mb: rss() },
      },
      'embedded 18',
    )
  }
  return answered.get('father')
}

const textsOf = function* (people: number) {
  for (const { card } of inventedPeople(people))
    yield [...card.names, ...card.fathers].join(' ').toLowerCase()
}

type Rival = { questions: number; recall_1: number; recall_10: number; p50_ms: number; p99_ms: number }

function beside(name: string, people: number, rival: Rival & { build_s?: number }, ours?: Answered) {
  const { p50_ms, p99_ms, recall_1, recall_10, questions, build_s = 0 } = rival
  report(
    {
      ...{ bench: 'search', case: `father, by ${name}`, people, connections: 1, per_second: 1000 / p50_ms },
      ...{ p50_ms, p99_ms, recall_1, recall_10, questions, build_s, peak_rss_mb: rss() },
      ...{
        baseline: 'our index query of the same questions',
        ratio: (ours?.index.p50_ms ?? Number.NaN) / p50_ms,
      },
      recall_ratio: (ours?.recall_10 ?? Number.NaN) / recall_10,
    },
    'embedded 18',
  )
}

async function besideTrigrams(
  local: Awaited<ReturnType<typeof startLocalRegister>>,
  kind: Trigrams,
  people: number,
  ours?: Answered,
) {
  const client = await openTrigrams(local, textsOf(people))
  const done = await askTrigrams(client, kind, questionsOf('father', people, RIVAL_QUESTIONS))
  await client.end()
  beside(`pg_trgm ${kind}`, people, done, ours)
}

function besideLibrary(name: string, people: number, ours?: Answered) {
  const held = Math.min(people, HOLDS[name] ?? people)
  const done = askLibrary(name, [...textsOf(held)], questionsOf('father', held, RIVAL_QUESTIONS))
  beside(name, held, done, ours)
}
