/** The real message simulator, as its own process, for tests that send reminders. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PROGRAM = new URL('../../bin/message-simulator.ts', import.meta.url).pathname

/** Starts the simulator and waits for its address; the caller stops it. */
export async function startGateway() {
  const folder = mkdtempSync(join(tmpdir(), 'amanat-messages-'))
  const file = (name: string) => join(folder, name)
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(file('secret'), secret)
  const given = ['--port', '0', '--secret-file', file('secret'), '--outbox', file('outbox.jsonl')]
  const child = spawn(process.execPath, [PROGRAM, ...given, '--outage-file', file('outage')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const url = await new Promise<string>((found, failed) => {
    child.stdout.once('data', (line: Buffer) => found(/http:\S+/.exec(String(line))?.[0] ?? ''))
    child.once('exit', () => failed(new Error('the message simulator ended')))
  })
  return {
    gateway: { url, secret },
    outbox: file('outbox.jsonl'),
    setOutage: (is_out: boolean) =>
      is_out ? writeFileSync(file('outage'), '') : rmSync(file('outage'), { force: true }),
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
