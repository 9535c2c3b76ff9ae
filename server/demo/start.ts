/** Puts the demo together: cluster, people on the first start, identity simulator, sequencer, site, links. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startSequencer } from '../audit/sequencer.ts'
import { KEY_FILES, openSigningKey } from '../audit/signing-key.ts'
import { publishInventedFigures } from '../invented/figures.ts'
import { type Filled, readFilled, writeFilled } from '../invented/filled.ts'
import { seedRegister } from '../invented/seed.ts'
import { pakistanDay, systemClock } from '../platform/clock.ts'
import { type LocalRegister, startLocalRegister } from '../platform/local-register.ts'
import { startIdentityAgency } from './identity-agency.ts'
import { startMessageGateway } from './message-gateway.ts'
import { appointDemoOfficers, DEMO_OFFICERS } from './officers.ts'

export type DemoOptions = {
  port: number
  folder: string
  people: number
  seed: number
  say: (line: string) => void
}

/** Invented people beyond the register whom the agency knows too: the demo's returns tell of them. */
const AGENCY_MARGIN = 5_000

/** Starts everything; what was opened is closed in the opposite order by `stop`, also while it starts, and when a step fails. */
export function startDemo(options: DemoOptions): { started: Promise<void>; stop: () => Promise<void> } {
  const closers: Closers = []
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  const started = openAll(options, closers).catch(async (fault) => {
    await stop()
    throw fault
  })
  return { started, stop }
}

export type Closers = (() => Promise<void> | void)[]

async function openAll(options: DemoOptions, closers: Closers) {
  const folder = resolve(options.folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  closers.push(takeFolder(folder))
  // Read while PostgreSQL makes its cluster and the schema: all of the site's code takes as long as that.
  const reading = import('./site.ts')
  reading.catch(() => undefined) // told where it is waited for
  // Each of the two agencies is a process of its own, which starts while others work.
  const gateway = startOther(startMessageGateway(folder), closers)
  const local = await startOther(startOrBeginAnew(folder), closers)
  const filled = await fillOnce(options, local)
  const sequencer = startSequencer(
    {
      url: local.url('amanat_sequencer'),
      signer: openSigningKey(folder),
      last_signed_file: join(folder, KEY_FILES.last_signed),
    },
    (fault) => options.say(`audit log: ${fault instanceof Error ? fault.message : fault}`),
  )
  closers.push(sequencer.stop)
  const agency = startIdentityAgency(folder, {
    people: filled.next_index + AGENCY_MARGIN,
    seed: filled.seed,
    held: filled.next_index,
  })
  const [identity, messages] = await Promise.all([startOther(agency, closers), gateway])
  const { openSite, workFor, doBackDatedWork, fillQueues } = await reading
  const { program, app } = await openSite(options, local, { identity, messages }, closers)
  const work = filled.has_work ? undefined : workFor({ program, app }, filled)
  // Another day must be over before anybody else can ask for the time.
  if (work) await doBackDatedWork(work, options.say)
  await app.listen({ host: 'localhost', port: options.port })
  options.say(`\nAmanat is open at ${program.origin}  (this machine only; every person in it is invented)\n`)
  if (work) {
    await publishInventedFigures(local.url('postgres'), filled.seed, pakistanDay(systemClock.now()))
    await fillQueues(work, options.say)
    writeFilled(folder, { ...filled, has_work: true })
  }
  // Only now: the work is done in the officers' names, and each of them has one session.
  sayLinks(options, program.origin)
}

/** Another process: it is stopped with the rest, also while it starts, and when the start fails elsewhere before anybody has waited for it. */
function startOther<T extends { stop: () => Promise<void> }>(
  starting: Promise<T>,
  closers: Closers,
): Promise<T> {
  closers.push(() =>
    starting.then(
      (one) => one.stop(),
      () => undefined,
    ),
  )
  starting.catch(() => undefined) // told where it is waited for
  return starting
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

/** A first start that was cut short left people without their queues: being invented, they are thrown away. */
async function startOrBeginAnew(folder: string): Promise<LocalRegister> {
  const local = await startLocalRegister({ folder })
  if (readFilled(folder) || local.applied.includes('0001_roles')) return local
  await local.stop()
  rmSync(join(folder, 'pg'), { recursive: true })
  return startLocalRegister({ folder })
}

/** Enters the people on the first start, unless the folder was seeded before; the note says how far the generator went. */
async function fillOnce(options: DemoOptions, local: LocalRegister): Promise<Filled> {
  const { people, seed, say } = options
  const folder = resolve(options.folder)
  const known = readFilled(folder)
  if (known) {
    await appointDemoOfficers(local.url('postgres'))
    return known
  }
  const made_on = pakistanDay(systemClock.now())
  const { next_index } = await seedRegister({
    ...{ owner_url: local.url('postgres'), keyring: local.keyring, seed, people },
    today: made_on,
    progress: ({ people: done, of, seconds }) =>
      say(`${done} of ${of} invented people entered (${seconds.toFixed(1)} s)`),
  })
  const filled = { next_index, seed, people, made_on, has_work: false }
  writeFilled(folder, filled)
  return filled
}

function sayLinks({ say }: DemoOptions, origin: string) {
  for (const o of DEMO_OFFICERS) say(`  ${o.key.padEnd(24)} ${origin}/demo/${o.key.replace('_2', '/2')}`)
  say('\nCtrl-C stops it.')
}
