/**
 * One look-up = JSON POST /api/v1/searches by CNIC answering 201: session, decision, row-level security, search record,
 * quota, decryption and audit included. The load comes from this process, the site runs in another, PostgreSQL beside
 * them on the same processors. The baseline is the same statements on bare connections, without site, policy or keys.
 */
import { spawn } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { inventPerson } from '../domain/invented/person.ts'
import { defaultPack } from '../law/packs.ts'
import { judged } from '../server/invented/rows.ts'
import { seedRegister } from '../server/invented/seed.ts'
import { worldOf } from '../server/invented/world.ts'
import { pakistanDay, systemClock } from '../server/platform/clock.ts'
import { type LocalRegister, startLocalRegister } from '../server/platform/local-register.ts'
import { bareLookups } from './measure/bare-lookups.ts'
import { cpuOfPostgres, cpuOfProcess } from './measure/cpu.ts'
import { type Load, load } from './measure/load.ts'
import { report } from './measure/report.ts'

const HELP = `npm run bench -- lookups [--people 1100000] [--folder DIR] [--seconds 20] [--warm-up 15] [--connections 1,16,64]
Seeds DIR on its first use (about 5 minutes for 1,100,000 people) and uses it again afterwards.`

export const PORT = 8097
export const ORIGIN = `http://localhost:${PORT}`
const OFFICERS = 64
const SEED = 1
const SETTINGS = ['shared_buffers=2GB', 'max_wal_size=8GB', 'checkpoint_timeout=30min']

/** CNICs of people on the register, spread evenly over it. */
function someNumbers(people: number, most: number): string[] {
  const today = pakistanDay(systemClock.now())
  const world = worldOf(today)
  // The one that a new register begins with.
  const pack = defaultPack()
  const numbers: string[] = []
  const stride = Math.max(1, Math.floor(people / most))
  for (let index = 0; index < people && numbers.length < most; index += stride) {
    const person = inventPerson(SEED, index, world)
    const cnic = person.documents.find((d) => d.kind === 'cnic')?.number
    if (cnic && judged(person, { today, pack }).some((r) => r.eligibility.outcome === 'yes'))
      numbers.push(cnic)
  }
  return numbers
}

/** 64 Bureau officers with open sessions and limits that will not be reached; returns their tokens. */
async function appointOfficers(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    // An officer draws a twentieth at a time: every 1000th of his look-ups locks the row of his office.
    `with pools as (update register.quota_pool_limit set per_day = 1000000000 where act = 'search')
     update register.quota_limit set per_day = 20000 where act = 'search' and role = 'bureau_officer'`,
  )
  const tokens: string[] = []
  for (let i = 0; i < OFFICERS; i++) {
    const officer_id = randomUUID()
    const posting_id = randomUUID()
    const token = randomBytes(32).toString('base64url')
    await client.query(
      `insert into access.officer (officer_id, badge, name_en, name_ur, vetted_until, trained_until) values ($1, $2, 'Bench', 'بنچ', '2099-01-01', '2099-01-01')`,
      [officer_id, `BENCH-${officer_id}`],
    )
    await client.query(
      `insert into access.posting (posting_id, officer_id, unit_id, role, from_on) values ($1, $2, 'npb', 'bureau_officer', '2024-01-01')`,
      [posting_id, officer_id],
    )
    await client.query(`select sec.open_session($1, $2, $3, 'passkey', 'en', true)`, [
      createHash('sha256').update(token).digest(),
      randomUUID(),
      posting_id,
    ])
    tokens.push(token)
  }
  await client.end()
  return tokens
}

function requestOf(token: string, cnic: string): Buffer {
  const body = JSON.stringify({ query: cnic, purpose: 'check', case_reference: 'FIR 1/2026' })
  const head = [
    'POST /api/v1/searches HTTP/1.1',
    `Host: localhost:${PORT}`,
    `Origin: ${ORIGIN}`,
    `Cookie: __Host-amanat=${token}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** The site in a process of its own, as in service; resolves when it listens. */
export async function startSite(local: LocalRegister, folder: string) {
  const urls = JSON.stringify({
    app: local.url('amanat_app'),
    gate: local.url('amanat_gate'),
    worker: local.url('amanat_worker'),
  })
  const site = spawn(
    process.execPath,
    [
      ...(process.env['BENCH_PROFILE'] ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : []),
      '--import',
      './bin/jsx-loader.ts',
      'bench/measure/site.ts',
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, BENCH_URLS: urls, BENCH_KEYS: join(folder, 'keys'), BENCH_PORT: String(PORT) },
    },
  )
  let peak_rss_mb = 0
  await new Promise<void>((ready, fail) => {
    site.once('exit', () => fail(new Error('the site ended')))
    site.stdout.on('data', (chunk: Buffer) => {
      const text = chunk.toString()
      if (text.includes('ready')) ready()
      peak_rss_mb = Math.max(peak_rss_mb, ...[...text.matchAll(/rss (\d+)/g)].map((m) => Number(m[1])))
    })
  })
  site.removeAllListeners('exit')
  return {
    pid: site.pid,
    peak: () => peak_rss_mb,
    async stop() {
      const ended = new Promise((done) => site.once('exit', done))
      site.kill('SIGTERM')
      await ended
    },
  }
}

async function prepare(folder: string, people: number): Promise<LocalRegister> {
  const is_new = !existsSync(join(folder, 'pg'))
  const local = await startLocalRegister({ folder, settings: SETTINGS })
  if (!is_new) return local
  const progress = (p: { people: number; of: number; seconds: number }) =>
    void (p.people % 50_000 === 0 && process.stderr.write(`seeded ${p.people} of ${p.of}\n`))
  await seedRegister({
    owner_url: local.url('postgres'),
    keyring: local.keyring,
    seed: SEED,
    people,
    today: pakistanDay(systemClock.now()),
    progress,
  })
  return local
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      people: { type: 'string', default: '1100000' },
      folder: { type: 'string' },
      seconds: { type: 'string', default: '20' },
      'warm-up': { type: 'string', default: '15' },
      connections: { type: 'string', default: '1,16,64' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return
  }
  const people = Number(values.people)
  const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'amanat-lookups-'))
  const local = await prepare(folder, people)
  try {
    await measure(local, {
      people,
      folder,
      seconds: Number(values.seconds),
      warm_up_seconds: Number(values['warm-up']),
      connections: values.connections.split(',').map(Number),
    })
  } finally {
    await local.stop()
  }
}

type Measuring = {
  people: number
  folder: string
  seconds: number
  /** Asked before it is measured: sustained is what backends do that have the register's pages in memory. */
  warm_up_seconds: number
  connections: number[]
}

async function measure(local: LocalRegister, measuring: Measuring): Promise<void> {
  const { people, seconds } = measuring
  const numbers = someNumbers(people, 20_000)
  const tokens = await appointOfficers(local.url('postgres'))
  const pick = (n: number) => ({
    token: tokens[n % tokens.length] ?? '',
    cnic: numbers[Math.floor(Math.random() * numbers.length)] ?? '',
  })
  const { results, peak_rss_mb } = await askTheSite(local, measuring, pick)
  for (const { connections, done } of results) {
    const bare = await bareLookups({
      url: local.url('amanat_app'),
      keyring: local.keyring,
      connections,
      seconds: seconds / 2,
      pick,
    })
    const { per_second, p50_ms, p99_ms } = done
    report(
      {
        ...{ bench: 'lookups', case: 'cnic', people, connections, per_second, p50_ms, p99_ms },
        ...{
          baseline: 'the same statements on bare connections',
          ratio: per_second / bare.per_second,
          peak_rss_mb,
          bare_per_second: bare.per_second,
          bare_p99_ms: bare.p99_ms,
        },
        ...done.cpu_us,
      },
      'embedded 18',
    )
  }
}

type Pick = (n: number) => { token: string; cnic: string }

/** Each number of connections in turn, on one site. */
async function askTheSite(
  local: LocalRegister,
  { folder, seconds, warm_up_seconds, connections: all }: Measuring,
  pick: Pick,
) {
  const site = await startSite(local, folder)
  try {
    const results: { connections: number; done: Load }[] = []
    for (const connections of all) {
      const done = await load({
        ...{ port: PORT, connections, seconds, warm_up_seconds, status: 201, says: '"person_id":' },
        request(n) {
          const { token, cnic } = pick(n)
          return requestOf(token, cnic)
        },
        meters: {
          site_cpu_us: () => cpuOfProcess(site.pid),
          postgres_cpu_us: () => cpuOfPostgres(join(folder, 'pg')),
          load_cpu_us: () => cpuOfProcess(process.pid),
        },
      })
      if (done.wrong > 0) throw new Error(`${done.wrong} of ${done.asked} answers were not 201 with a person`)
      results.push({ connections, done })
    }
    return { results, peak_rss_mb: site.peak() }
  } finally {
    await site.stop()
  }
}
