/**
 * A return of invented convictions from upload to preview and to confirmation, over HTTP into an embedded PostgreSQL,
 * site and database on the same processors. The baseline is a bare COPY of the same rows into a plain table of text.
 */
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { columns, templateHeading } from '../domain/imports/columns.ts'
import { inventPerson } from '../domain/invented/person.ts'
import { asReturnRow } from '../domain/invented/return-row.ts'
import { createApp } from '../server/app.ts'
import { csvLine } from '../server/imports/reading/write-return.ts'
import { writeWorkbook } from '../server/imports/reading/write-xlsx.ts'
import { worldOf } from '../server/invented/world.ts'
import { openProgram } from '../server/open-program.ts'
import { pakistanDay, systemClock } from '../server/platform/clock.ts'
import { type LocalRegister, startLocalRegister } from '../server/platform/local-register.ts'
import { report } from './measure/report.ts'

const HELP = `npm run bench -- import [--rows 100000] [--xlsx-rows 50000]`
const PORT = 8096
const ORIGIN = `http://localhost:${PORT}`
const POLL_MS = 200
/** Progress is said so often, on standard error. */
const SAY_MS = 10_000

type Row = readonly string[]
type Work = { format: 'csv' | 'xlsx'; file: string; plain: string; rows: number }

/** The rows of a return: invented convictions in the template's columns, the headings first. */
function* inventedRows(count: number): Generator<Row> {
  yield columns.map(templateHeading)
  const world = worldOf(pakistanDay(systemClock.now()))
  for (let index = 0, made = 0; made < count; index++) {
    const person = inventPerson(1, index, world)
    for (const conviction of person.convictions) {
      const row = asReturnRow(person, conviction, world)
      if (!row || made === count) continue
      made++
      yield columns.map(({ column }) => row[column])
    }
  }
}

/** Writes the file to upload, and for a workbook the same rows as CSV for the baseline. */
async function makeFiles({ format, file, plain, rows }: Work) {
  const out = createWriteStream(plain)
  for (const row of inventedRows(rows)) if (!out.write(csvLine(row))) await once(out, 'drain')
  out.end()
  await once(out, 'finish')
  if (format === 'xlsx')
    await writeFile(file, writeWorkbook('en', [{ name: 'Return', rows: [...inventedRows(rows)] }]))
}

/** Seconds that a bare COPY of the rows takes. */
async function bareCopy(url: string, plain: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create table bare (${columns.map(({ column }) => `${column} text`).join(', ')})`)
  const begun = performance.now()
  await pipeline(
    createReadStream(plain),
    client.query(copyFrom('copy bare from stdin (format csv, header true)')),
  )
  const seconds = (performance.now() - begun) / 1000
  await client.query('drop table bare')
  await client.end()
  return seconds
}

/** Appoints one prosecutor and opens a session for him. */
async function signIn(local: LocalRegister): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const [officer_id, posting_id] = [randomUUID(), randomUUID()]
  const root = new pg.Client({ connectionString: local.url('postgres') })
  const gate = new pg.Client({ connectionString: local.url('amanat_gate') })
  await Promise.all([root.connect(), gate.connect()])
  await root.query(
    `insert into access.officer (officer_id, badge, name_en, name_ur, vetted_until, trained_until) values ($1, 'BENCH', 'Bench', 'بنچ', '2099-01-01', '2099-01-01')`,
    [officer_id],
  )
  await root.query(
    `insert into access.posting (posting_id, officer_id, unit_id, role, from_on) values ($1, $2, 'dpp_pb_multan', 'prosecutor', '2024-01-01')`,
    [posting_id, officer_id],
  )
  await gate.query('select sec.open_session($1, $2, $3, $4, $5, $6)', [
    ...[createHash('sha256').update(token).digest(), randomUUID(), posting_id, 'passkey', 'en', true],
  ])
  await Promise.all([root.end(), gate.end()])
  return token
}

/** Sends a request to the site and returns its JSON; the file is streamed, as a browser does. */
async function ask<T>(
  token: string,
  method: string,
  path: string,
  given: { file?: string; json?: unknown } = {},
) {
  const boundary = randomUUID()
  const sent = request(`${ORIGIN}/api/v1${path}`, {
    method,
    headers: {
      ...{ origin: ORIGIN, cookie: `__Host-amanat=${token}` },
      ...(given.file ? { 'content-type': `multipart/form-data; boundary=${boundary}` } : {}),
      ...(given.json ? { 'content-type': 'application/json' } : {}),
    },
  })
  const answered = once(sent, 'response')
  if (given.file) {
    sent.write(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="return"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    )
    for await (const chunk of createReadStream(given.file)) if (!sent.write(chunk)) await once(sent, 'drain')
    sent.end(`\r\n--${boundary}--\r\n`)
  } else sent.end(given.json ? JSON.stringify(given.json) : undefined)
  const [reply] = await answered
  const text = Buffer.concat(await Array.fromAsync(reply as AsyncIterable<Buffer>)).toString()
  if (reply.statusCode >= 300) throw new Error(`${method} ${path}: ${reply.statusCode} ${text}`)
  return JSON.parse(text) as T
}

type View = {
  state: string
  rows_read: number
  confirmed_count: number
  counts: Record<string, number>
  draft_count: number
}

async function drive(token: string, { file, rows }: Work) {
  const begun = performance.now()
  const { import_id } = await ask<{ import_id: string }>(token, 'POST', '/imports', { file })
  const uploaded = performance.now()
  let said = begun
  const leaves = async (state: string) => {
    for (;;) {
      await setTimeout(POLL_MS)
      const view = await ask<View>(token, 'GET', `/imports/${import_id}`)
      if (view.state !== state) return view
      if (performance.now() - said < SAY_MS) continue
      said = performance.now()
      const done = state === 'reading' ? view.rows_read : view.confirmed_count
      const { rss, heapUsed, external } = process.memoryUsage()
      const [held, heap, beside] = [rss, heapUsed, external].map((bytes) => Math.round(bytes / 1e6))
      process.stderr.write(
        `${state} ${done} of ${rows}, ${Math.round((said - begun) / 1000)} s, ${held} MB held, heap ${heap}, buffers ${beside}\n`,
      )
    }
  }
  const view = await leaves('reading')
  const read = performance.now()
  if (view.state !== 'read' || view.rows_read !== rows) throw new Error(`not read: ${JSON.stringify(view)}`)
  const peak_at_preview_mb = peakMb()
  await ask(token, 'POST', `/imports/${import_id}/confirm`, { json: { is_difference_seen: true } })
  const { state, draft_count } = await leaves('confirming')
  if (state !== 'confirmed') throw new Error(`not confirmed: ${state}`)
  return {
    ...{ counts: view.counts, draft_count, peak_at_preview_mb },
    upload_ms: uploaded - begun,
    preview_ms: read - begun,
    confirm_ms: performance.now() - read,
  }
}

const peakMb = () => Math.round(process.resourceUsage().maxRSS / 1024)

/** One file in a fresh register; this process is the site, so that its peak memory is the site's. */
async function measure(work: Work) {
  const folder = mkdtempSync(join(tmpdir(), 'amanat-bench-'))
  const local = await startLocalRegister({ folder, is_throwaway: false })
  try {
    const baseline_seconds = await bareCopy(local.url('postgres'), work.plain)
    const opened = await openProgram({
      urls: {
        app: local.url('amanat_app'),
        gate: local.url('amanat_gate'),
        worker: local.url('amanat_worker'),
      },
      ...{ keyring: local.keyring, paper_signer: local.paper_signer, origin: ORIGIN, is_demo: true },
      identity: { url: 'http://127.0.0.1:9', secret: 'nobody is asked' },
    })
    const app = await createApp(opened.program, {
      requests_per_minute: 1_000_000,
      onFault: (fault) => console.error(fault),
    })
    await opened.startJobs()
    await app.listen({ host: 'localhost', port: PORT })
    print(work, await drive(await signIn(local), work), baseline_seconds)
    await app.close()
    await opened.close()
  } finally {
    await local.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function print(work: Work, made: Awaited<ReturnType<typeof drive>>, baseline_seconds: number) {
  const baseline_per_second = work.rows / baseline_seconds
  for (const [name, milliseconds, peak_rss_mb] of [
    ['upload to preview', made.preview_ms, made.peak_at_preview_mb],
    ['confirm', made.confirm_ms, peakMb()],
  ] as const) {
    const per_second = (work.rows / milliseconds) * 1000
    report(
      {
        ...{
          bench: 'import',
          case: `${work.format}, ${name}`,
          people: work.rows,
          connections: 1,
          per_second,
        },
        ...{ p50_ms: milliseconds, p99_ms: milliseconds, rows_per_minute: Math.round(per_second * 60) },
        baseline: `bare COPY, ${Math.round(baseline_per_second)} rows a second`,
        ...{ ratio: per_second / baseline_per_second, peak_rss_mb },
        ...{ file_mb: Math.round(statSync(work.file).size / 1e6), upload_ms: made.upload_ms },
        ...{ ...made.counts, drafts: made.draft_count },
      },
      '18',
    )
  }
}

/** Runs one step of this file in a process of its own, so that what it holds is not counted elsewhere. */
const apart = (step: 'make' | 'measure', work: Work) =>
  execFileSync(
    process.execPath,
    ['--import', './bin/jsx-loader.ts', import.meta.filename, step, JSON.stringify(work)],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: 'string', default: '100000' },
      'xlsx-rows': { type: 'string', default: '50000' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return void process.stdout.write(`${HELP}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'amanat-bench-'))
  const [csv, xlsx, plain] = ['return.csv', 'return.xlsx', 'plain.csv'].map((name) => join(folder, name))
  try {
    for (const work of [
      { format: 'csv', file: csv, plain: csv, rows: Number(values.rows) },
      { format: 'xlsx', file: xlsx, plain, rows: Number(values['xlsx-rows']) },
    ] as Work[]) {
      if (work.rows === 0) continue
      apart('make', work)
      apart('measure', work)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const [step, work] = process.argv.slice(2)
if (import.meta.filename === process.argv[1] && work) {
  await (step === 'make' ? makeFiles : measure)(JSON.parse(work) as Work)
}
