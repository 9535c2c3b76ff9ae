/** Puts the demo together: cluster, people on the first start, identity simulator, sequencer, site, links. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createApp } from '../app.ts'
import { seedRegister } from '../invented/seed.ts'
import { openProgram } from '../open-program.ts'
import { pakistanDay, systemClock } from '../platform/clock.ts'
import { type LocalRegister, startLocalRegister } from '../platform/local-register.ts'
import { appointDemoOfficers, DEMO_OFFICERS } from './officers.ts'

export type DemoOptions = {
  port: number
  folder: string
  people: number
  seed: number
  say: (line: string) => void
}

const REQUESTS_PER_MINUTE = 600

/** Starts everything; what was opened is closed again in the opposite order by `stop`, and when a step fails. */
export async function startDemo(options: DemoOptions): Promise<{ stop: () => Promise<void> }> {
  const closers: (() => Promise<void> | void)[] = []
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    await openAll(options, closers)
    return { stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

async function openAll(options: DemoOptions, closers: (() => Promise<void> | void)[]) {
  const folder = resolve(options.folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  closers.push(takeFolder(folder))
  const local = await startLocalRegister({ folder })
  closers.push(local.stop)
  const is_first = local.applied.includes('0001_roles')
  if (is_first) await fill(options, local)
  else await appointDemoOfficers(local.url('postgres'))
  const origin = `http://localhost:${options.port}`
  const opened = await openProgram({
    urls: {
      app: local.url('amanat_app'),
      gate: local.url('amanat_gate'),
      worker: local.url('amanat_worker'),
    },
    keyring: local.keyring,
    origin,
    is_demo: true,
    identity: { url: 'http://127.0.0.1:9', secret: 'x' },
  })
  closers.push(opened.close)
  const app = await createApp(opened.program, {
    requests_per_minute: REQUESTS_PER_MINUTE,
    onFault: (fault, request_id) =>
      options.say(`fault ${request_id}: ${fault instanceof Error ? fault.stack : fault}`),
  })
  closers.push(() => app.close())
  await opened.startJobs()
  await app.listen({ host: 'localhost', port: options.port })
  sayLinks(options, origin)
}

/** One program a folder: the lock names the process, and a dead one's lock is taken over. */
function takeFolder(folder: string): () => void {
  const lock = join(folder, 'program.pid')
  if (existsSync(lock)) {
    const pid = Number(readFileSync(lock, 'utf8'))
    if (isAlive(pid) && pid !== process.pid)
      throw new Error(`the data folder ${folder} is in use by process ${pid}`)
  }
  writeFileSync(lock, String(process.pid))
  return () => rmSync(lock, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function fill({ people, seed, say }: DemoOptions, local: LocalRegister) {
  const today = pakistanDay(systemClock.now())
  await seedRegister({
    ...{ owner_url: local.url('postgres'), keyring: local.keyring, seed, people, today },
    progress: ({ people: done, of, seconds }) =>
      say(`${done} of ${of} invented people entered (${seconds.toFixed(1)} s)`),
  })
}

function sayLinks({ say }: DemoOptions, origin: string) {
  say(`\nAmanat is open at ${origin}  (this machine only; every person in it is invented)\n`)
  for (const o of DEMO_OFFICERS) say(`  ${o.key.padEnd(24)} ${origin}/demo/${o.key}`)
  say('\nCtrl-C stops it.')
}
