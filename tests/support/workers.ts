/** Gives test files to a few processes, each the next one as soon as it is free. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** How the tests of one file went. */
export type TestsRun = {
  file: string
  tests: number
  passed: number
  /** Skipped or to be done. */
  left_out: number
  /** Name, file and reason of each. */
  failures: string[]
  ms: number
}

const WORKER = fileURLToPath(new URL('test-worker.ts', import.meta.url))
const FLAGS = ['--import', './bin/jsx-loader.ts', '--test-reporter=./tests/support/worker-reporter.ts']
const MOST_MS_OF_A_FILE = 600_000
const MOST_MS_OF_AN_END = 10_000

const nothing = (file: string, why: string): TestsRun => ({
  ...{ file, tests: 0, passed: 0, left_out: 0, ms: 0 },
  failures: [`${file}\n  ${why}`],
})

/** Hands one file to a worker; a worker that ends, or takes too long, has failed it. */
function ask(worker: ChildProcess, file: string): Promise<TestsRun> {
  return new Promise((done) => {
    const late = setTimeout(() => {
      tell(nothing(file, `not done after ${MOST_MS_OF_A_FILE / 1000} s`))
      worker.kill('SIGKILL')
    }, MOST_MS_OF_A_FILE)
    const ended = (code: number | null) =>
      tell(nothing(file, `its process ended (${code ?? 'killed'}) before its tests did, or it has none`))
    const tell = (told: TestsRun) => {
      clearTimeout(late)
      worker.off('message', tell).off('exit', ended)
      done(told.tests > 0 ? told : { ...told, failures: [...told.failures, `${file}\n  has no test`] })
    }
    worker.on('message', tell).on('exit', ended)
    worker.send(file)
  })
}

/** Ends a worker that is done; its browser closes first, and holds it up no longer than this. */
async function endWorker(worker: ChildProcess): Promise<void> {
  if (!worker.connected) return
  const late = setTimeout(() => worker.kill('SIGKILL'), MOST_MS_OF_AN_END)
  const exit = once(worker, 'exit')
  worker.kill()
  worker.disconnect()
  await exit
  clearTimeout(late)
}

/** Runs every file in its turn on `count` processes; `onRun` hears of each as it is done. */
export async function runFiles(
  files: readonly string[],
  count: number,
  env: NodeJS.ProcessEnv,
  onRun: (told: TestsRun) => void,
): Promise<void> {
  const waiting = [...files]
  const open = () => fork(WORKER, [], { env, execArgv: FLAGS })
  const work = async () => {
    let worker = open()
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      if (!worker.connected) worker = open()
      onRun(await ask(worker, file))
    }
    await endWorker(worker)
  }
  await Promise.all(Array.from({ length: Math.min(count, waiting.length) }, work))
}
