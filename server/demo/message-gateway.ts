/** Runs the message gateway's simulator beside the demo: reminders go out to a file, and to nobody. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../bin/message-simulator.ts', import.meta.url))
/** Where the simulator keeps what it was handed, one message a line. */
const OUTBOX = 'messages-sent.jsonl'

/** Starts it on a free port; rejects when it does not start. */
export async function startMessageGateway(folder: string) {
  const secret = randomBytes(32).toString('base64url')
  const secret_file = join(folder, 'messages-secret')
  writeFileSync(secret_file, secret, { mode: 0o600 })
  const files = ['--secret-file', secret_file, '--outbox', join(folder, OUTBOX)]
  const outage = ['--outage-file', join(folder, 'messages-outage')]
  const child = spawn(process.execPath, [PROGRAM, '--port', '0', ...files, ...outage, '--until-input-ends'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const url = await new Promise<string>((ready, fail) => {
    child.once('exit', (code) => fail(new Error(`the message simulator ended with ${code}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\/\/\S+/.exec(chunk.toString())
      if (found) ready(found[0])
    })
  })
  return {
    ...{ url, secret },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
