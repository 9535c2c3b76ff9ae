/** `npm test`: types, lint, then every test file against one throw-away PostgreSQL. */
import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCluster } from '../tests/support/register.ts'
import { runFiles, type TestsRun } from '../tests/support/workers.ts'

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

/** Two cores; a third process would make every journey wait for its browser. */
const PROCESSES = 2

/** The files that take longest come first, so that none of them is left alone at the end. */
const LONG = ['tests/journeys/', 'server/imports/', 'server/', 'tests/']
const rank = (file: string) => {
  const at = LONG.findIndex((folder) => file.startsWith(folder))
  return at < 0 ? LONG.length : at
}

function report(told: TestsRun[], begun: number): boolean {
  const sum = (of: (one: TestsRun) => number) => told.reduce((total, one) => total + of(one), 0)
  const failures = told.flatMap((one) => one.failures)
  for (const failure of failures) process.stdout.write(`\n✖ ${failure}\n`)
  const slowest = [...told].sort((a, b) => b.ms - a.ms).slice(0, 5)
  process.stdout.write(
    [
      `\nℹ tests ${sum((one) => one.tests)}`,
      `ℹ pass ${sum((one) => one.passed)}`,
      `ℹ fail ${failures.length}`,
      `ℹ left out ${sum((one) => one.left_out)}`,
      `ℹ slowest ${slowest.map((one) => `${one.file} ${(one.ms / 1000).toFixed(1)} s`).join(', ')}`,
      `── ${told.length} test files: ${failures.length === 0 ? 'good' : 'FAILED'} in ${((Date.now() - begun) / 1000).toFixed(1)} s\n`,
    ].join('\n'),
  )
  return failures.length === 0
}

async function runTests(): Promise<boolean> {
  const files = globSync('**/*.test.{ts,tsx}', { exclude: ['node_modules/**', '.data/**', '.build/**'] })
    .filter((file) => paths.length === 0 || paths.some((path) => file.startsWith(path)))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
  if (files.length === 0) throw new Error('no test file matches')
  const folder = mkdtempSync(join(tmpdir(), 'amanat-test-'))
  const { cluster, stop } = await startTestCluster(folder)
  const begun = Date.now()
  try {
    process.stdout.write(`\n── ${files.length} test files\n`)
    const told: TestsRun[] = []
    const env = { ...process.env, TEST_CLUSTER: JSON.stringify(cluster) }
    await runFiles(files, PROCESSES, env, (one) => {
      told.push(one)
      process.stdout.write(one.failures.length === 0 ? '.' : 'X')
    })
    return report(told, begun)
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
