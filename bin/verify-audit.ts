/** Checks the whole audit log. Exit 0: sound, 1: tampered with, 2: could not be checked. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { parseNoteKey } from '../domain/audit/signed-note.ts'
import { reachLog } from '../server/audit/reach-log.ts'
import { KEY_FILES } from '../server/audit/signing-key.ts'
import { verifyLog } from '../server/audit/verify-log.ts'
import { reportLines } from '../server/audit/verify-report.ts'

const HELP = `Recomputes every leaf, tile and root of the audit log, checks the signatures, and names what was changed.

  npm run verify-audit -- [--data .data]
  npm run verify-audit -- --database-url postgres://… --key <published key or its file>

  --data <folder>       data folder of npm start (default .data); running or stopped
  --database-url <url>  another database; a login that sees all events, else they count as removed
  --key <key>           the published key, or a file with it (default: <data>/${KEY_FILES.published})
  --known <file>        a checkpoint kept elsewhere, which the log must still contain; may be repeated
`

async function verify(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.data' },
      'database-url': { type: 'string' },
      key: { type: 'string' },
      known: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(HELP)
    return 0
  }
  const url = values['database-url']
  if (url && !values.key) throw new Error('--database-url needs --key: the key published for that log')
  const given_key = values.key ?? join(values.data, KEY_FILES.published)
  const key = parseNoteKey(existsSync(given_key) ? readFileSync(given_key, 'utf8') : given_key)
  const known = values.known.map((file) => readFileSync(file, 'utf8'))
  const reached = url ? { url, stop: async () => undefined } : await reachLog(values.data)
  const client = new pg.Client({ connectionString: reached.url })
  try {
    await client.connect()
    const report = await verifyLog(client, key, known)
    process.stdout.write(`${reportLines(report).join('\n')}\n`)
    return report.findings.length === 0 ? 0 : 1
  } finally {
    await client.end().catch(() => undefined)
    await reached.stop()
  }
}

process.exitCode = await verify().catch((fault) => {
  process.stderr.write(`not checked: ${fault instanceof Error ? fault.message : fault}\n`)
  return 2
})
