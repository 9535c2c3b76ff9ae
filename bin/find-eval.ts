/** `npm run find-eval`: how well the register finds people that somebody else chose. */
import { createWriteStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { type Asked, ask, figuresOf } from './finding/ask.ts'
import { cardOf } from './finding/known.ts'
import { LineFault, readPeople, readQueries } from './finding/lines.ts'
import { openThrowAway } from './finding/throw-away.ts'

const HELP = `npm run --silent find-eval -- --people people.jsonl --queries queries.jsonl [--k 10] [--out hits.jsonl]

Indexes the people in a throw-away PostgreSQL, asks every query as an officer of the Bureau would, and prints one JSON
object: recall@1, @10, @50 (and @k), alarms (an answer "same" where nobody is expected), p50 and p99 in milliseconds,
seconds to build, memory. Index, walls and score are those of the register.
  people   {"id":"1","names":["Muhammad Aslam","محمد اسلم"],"father":"Akram","born_year":1986,"district":"Kasur","cnic":null,"sex":null}
  queries  {"name":"Md Aslam s/o Akram","born_year":1986,"district":"Kasur","expect":"1"}     expect: an id, or null
A district that is not known is compared as text. A line that cannot be used is named with its field; nothing is run.
`

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    queries: { type: 'string' },
    k: { type: 'string', default: '10' },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const k = Number(values.k)
const { people, queries, out } = values

async function run(people_file: string, queries_file: string) {
  const asking = await Array.fromAsync(readQueries(queries_file))
  const ids: string[] = []
  async function* cards() {
    for await (const line of readPeople(people_file)) {
      ids.push(line.id)
      yield { card: cardOf(line) }
    }
  }
  const register = await openThrowAway(cards(), (done) => void process.stderr.write(`\rindexed ${done}`))
  try {
    const asked: Asked[] = []
    for (const query of asking) asked.push(await ask(register, ids, query))
    const file = out === undefined ? undefined : createWriteStream(out)
    for (const { query, hits } of file ? asked : [])
      file?.write(`${JSON.stringify({ ...query, hits: hits.slice(0, Math.max(k, 50)) })}\n`)
    file?.end()
    const memory_mb = Math.round(process.resourceUsage().maxRSS / 1024)
    const build_s = Math.round(register.seconds * 100) / 100
    const figures = { people: register.people, ...figuresOf(asked, k), build_s, memory_mb }
    process.stdout.write(`${JSON.stringify(figures)}\n`)
  } finally {
    await register.stop()
  }
}

if (values.help || !people || !queries || !Number.isInteger(k) || k < 1) {
  process.stderr.write(HELP)
  process.exitCode = values.help ? 0 : 2
} else
  await run(people, queries).catch((fault) => {
    process.stderr.write(`${fault instanceof LineFault ? fault.message : String(fault)}\n`)
    process.exitCode = 1
  })
