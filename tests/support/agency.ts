/** The real identity simulator, as its own process, for tests that ask it. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CivilEvent } from '../../contract/identities.ts'
import type { Citizen } from '../../server/identities/simulator/citizens.ts'
import type { Program } from '../../server/platform/program.ts'

export type TestAgency = {
  identity: Program['identity']
  /** Makes the agency answer that it is unavailable, or answer again. */
  setOutage: (is_out: boolean) => void
  /** Lets the civil register have these events, and no others. */
  setEvents: (events: readonly CivilEvent[]) => void
  stop: () => Promise<void>
}

/** The card numbers the test agency knows; each belongs to Muhammad Bashir, son of Allah Ditta. */
export const knownCnic = (n: number): string => `91000${String(n).padStart(7, '0')}1`

const citizen = (n: number): Citizen => ({
  cnic: knownCnic(n),
  names: ['Muhammad Bashir', 'محمد بشیر'],
  father_names: ['Allah Ditta', 'اللہ دتہ'],
  ...{ born_on: '1988-03-14', born_year: 1988, sex: 'male' },
})

/** Starts the simulator and waits for its address; the caller stops it. It knows the citizens given besides its own. */
export async function startAgency(also: readonly Citizen[] = []): Promise<TestAgency> {
  const folder = mkdtempSync(join(tmpdir(), 'amanat-agency-'))
  const file = (name: string) => join(folder, name)
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(file('secret'), secret)
  const citizens = [...Array.from({ length: 60 }, (_, n) => citizen(n)), ...also]
  writeFileSync(file('citizens.jsonl'), citizens.map((one) => JSON.stringify(one)).join('\n'))
  const given = ['--port', '0', '--secret-file', file('secret'), '--data', file('citizens.jsonl')]
  const program = new URL('../../bin/identity-simulator.ts', import.meta.url).pathname
  const child = spawn(
    process.execPath,
    [program, ...given, '--outage-file', file('outage'), '--events', file('events.jsonl')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const url = await new Promise<string>((found, failed) => {
    child.stdout.once('data', (line: Buffer) => found(/http:\S+/.exec(String(line))?.[0] ?? ''))
    child.once('exit', () => failed(new Error('the identity simulator ended')))
  })
  return {
    identity: { url, secret },
    setOutage: (is_out) =>
      is_out ? writeFileSync(file('outage'), '') : rmSync(file('outage'), { force: true }),
    setEvents: (events) =>
      writeFileSync(file('events.jsonl'), events.map((event) => JSON.stringify(event)).join('\n')),
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
