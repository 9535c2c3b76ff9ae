/** The site for a benchmark, in its own process: prints "ready", then its memory once a second. */
import { readFileSync } from 'node:fs'
import { createApp } from '../../server/app.ts'
import { openProgram } from '../../server/open-program.ts'
import { parseKeyring } from '../../server/platform/keys.ts'
import { newPaperKeyText, parsePaperSigner } from '../../server/platform/signing.ts'

const port = Number(process.env['BENCH_PORT'])
const opened = await openProgram({
  urls: JSON.parse(process.env['BENCH_URLS'] ?? '{}'),
  paper_signer: parsePaperSigner(newPaperKeyText()),
  keyring: parseKeyring(readFileSync(process.env['BENCH_KEYS'] ?? '', 'utf8')),
  origin: `http://localhost:${port}`,
  is_demo: false,
  identity: { url: 'http://127.0.0.1:9', secret: 'nobody is asked' },
  connections: 16,
})
const app = await createApp(opened.program, {
  requests_per_minute: 1_000_000_000,
  onFault: (fault) => process.stderr.write(`${fault instanceof Error ? fault.stack : fault}\n`),
})
await app.listen({ host: 'localhost', port })
process.stdout.write('ready\n')
setInterval(
  () => process.stdout.write(`rss ${Math.round(process.memoryUsage().rss / 1048576)}\n`),
  1000,
).unref()
process.on('SIGTERM', async () => {
  await app.close()
  await opened.close()
  process.exit(0)
})
