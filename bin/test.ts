/** `npm test`: types, lint, then every test file against one throw-away PostgreSQL. */
import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCluster } from '../tests/support/register.ts'

const HELP = `npm test -- [--only-tests] [path …]

Checks types and lint, starts one throw-away PostgreSQL, and runs every *.test.ts and *.test.tsx
(or those under the paths given). Prints failures and a summary; ends with 1 if anything failed.`

const given = process.argv.slice(2)
if (given.includes('--help')) {
  process.stdout.write(`${HELP}\n`)
  process.exit(0)
}
const paths = given.filter((one) => !one.startsWith('--'))

function runCommand(
  name: string,
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<boolean> {
  const begun = Date.now()
  process.stdout.write(`\n── ${name}\n`)
  const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  return new Promise((done) => {
    child.on('exit', (code) => {
      process.stdout.write(
        `── ${name}: ${code === 0 ? 'good' : 'FAILED'} in ${((Date.now() - begun) / 1000).toFixed(1)} s\n`,
      )
      done(code === 0)
    })
  })
}

async function runTests(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'amanat-test-'))
  const { cluster, stop } = await startTestCluster(folder)
  try {
    const files = globSync('**/*.test.{ts,tsx}', { exclude: ['node_modules/**', '.data/**', '.build/**'] })
      .filter((file) => paths.length === 0 || paths.some((path) => file.startsWith(path)))
      .sort()
    if (files.length === 0) throw new Error('no test file matches')
    const flags = [
      '--import',
      './bin/jsx-loader.ts',
      '--test',
      '--test-concurrency=2',
      '--test-timeout=600000',
      '--test-reporter=dot',
      '--test-reporter-destination=stdout',
      '--test-reporter=./bin/test-summary.ts',
      '--test-reporter-destination=stdout',
    ]
    return await runCommand(`${files.length} test files`, process.execPath, [...flags, ...files], {
      TEST_CLUSTER: JSON.stringify(cluster),
    })
  } finally {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const results = given.includes('--only-tests')
  ? []
  : [
      await runCommand('types', 'tsc', ['--noEmit']),
      await runCommand('lint', 'biome', ['check', '--error-on-warnings', '.']),
    ]
results.push(await runTests())
process.exit(results.every(Boolean) ? 0 : 1)
