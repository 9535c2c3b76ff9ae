/** `npm run seed`: invented people, straight into a database or out as returns. */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { findDay } from '../domain/calendar/dates.ts'
import { writeFilled } from '../server/invented/filled.ts'
import { returnLines } from '../server/invented/return-file.ts'
import { seedRegister } from '../server/invented/seed.ts'
import { worldOf } from '../server/invented/world.ts'
import { pakistanDay, systemClock } from '../server/platform/clock.ts'
import { startLocalRegister } from '../server/platform/local-register.ts'

const HELP = `npm run seed -- --people N [--seed S] [--on DAY] (--data FOLDER | --csv FILE [--district ID])

Invents N people, the same for the same seed and day (today unless said). With --data: an empty register on the embedded PostgreSQL
in FOLDER is filled. With --csv: their convictions are written as a return ("-" is standard output),
of one district when --district is given. CNICs begin with 9, which no province uses.
A database of your own is seeded only by restoring such a folder: invented people never go where real ones are.`

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    on: { type: 'string', default: pakistanDay(systemClock.now()) },
    data: { type: 'string' },
    csv: { type: 'string' },
    district: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
process.stdout.on('error', () => process.exit(0)) // a reader that has had enough

const say = (line: string) => void process.stderr.write(`${line}\n`)
const people = Number(values.people)
const seed = Number(values.seed)
if (
  values.help ||
  (values.data === undefined) === (values.csv === undefined) ||
  !Number.isInteger(people) ||
  people < 1 ||
  !Number.isInteger(seed) ||
  findDay(values.on) === undefined
) {
  say(HELP)
  process.exit(values.help ? 0 : 2)
}
const today = values.on
const stopping = new AbortController()
process.once('SIGINT', () => stopping.abort())

/** A load that is cut off is begun anew, so that pages need no second copy in the log; everything is vacuumed at the end. */
const BULK_LOAD = [
  ...['shared_buffers=1GB', 'max_wal_size=16GB', 'checkpoint_timeout=60min'],
  ...['full_page_writes=off', 'autovacuum=off'],
]

async function intoDatabase(folder: string) {
  const local = await startLocalRegister({ folder, settings: BULK_LOAD })
  try {
    const progress = (p: { people: number; of: number; seconds: number }) =>
      say(
        `${p.people} of ${p.of} people, ${p.seconds.toFixed(1)} s, ${Math.round(p.people / p.seconds)} a second`,
      )
    const done = await seedRegister({
      ...{ owner_url: local.url('postgres'), keyring: local.keyring, seed, people, today, progress },
      signal: stopping.signal,
    })
    if (done.people === people)
      writeFilled(folder, { seed, people, made_on: today, next_index: done.next_index, has_work: false })
  } finally {
    await local.stop()
  }
}

async function intoFile(file: string) {
  const out = file === '-' ? process.stdout : createWriteStream(file)
  for (const line of returnLines({ seed, people, world: worldOf(today), district_id: values.district })) {
    if (stopping.signal.aborted) break
    if (!out.write(line)) await once(out, 'drain')
  }
  if (file !== '-') out.end()
}

await (values.data !== undefined ? intoDatabase(values.data) : intoFile(values.csv ?? '-'))
