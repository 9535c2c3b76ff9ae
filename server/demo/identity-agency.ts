/** Runs the identity agency's simulator beside the demo, as the process of another organisation that it stands for. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../bin/identity-simulator.ts', import.meta.url))

/**
 * Starts the simulator on a free port; it knows the first `people` invented people, and of each kind an event of the civil
 * register about one of the first `held`. Rejects when it does not start.
 */
export async function startIdentityAgency(
  folder: string,
  { people, seed, held }: { people: number; seed: number; held: number },
) {
  const secret = randomBytes(32).toString('base64url')
  const secret_file = join(folder, 'identity-secret')
  writeFileSync(secret_file, secret, { mode: 0o600 })
  const data = join(folder, 'identity-agency.jsonl')
  const invent = existsSync(data) ? [] : ['--people', String(people)]
  const files = [
    '--port',
    '0',
    '--secret-file',
    secret_file,
    '--data',
    data,
    '--outage-file',
    join(folder, 'identity-outage'),
    '--events',
    join(folder, 'civil-events.jsonl'),
    '--until-input-ends',
  ]
  const told = ['--events-of', String(held), '--seed', String(seed)]
  const child = spawn(process.execPath, [PROGRAM, ...files, ...invent, ...told], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const url = await new Promise<string>((ready, fail) => {
    child.once('exit', (code) => fail(new Error(`the identity simulator ended with ${code}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\/\/\S+/.exec(chunk.toString())
      if (found) ready(found[0])
    })
  })
  return {
    url,
    secret,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
