/** Tells `bin/test.ts` how each file of a worker went: a file is a test of the first level, its tests are below. */
import type { TestsRun } from './workers.ts'

type TestEvent = {
  type: string
  data: {
    name: string
    file?: string
    nesting: number
    skip?: string | boolean
    todo?: string | boolean
    details?: {
      type?: string
      duration_ms?: number
      error?: Error & { cause?: unknown; failureType?: string }
    }
  }
}

const LINES_OF_A_STACK = 14
const fresh = () => ({ tests: 0, passed: 0, left_out: 0, failures: [] as string[] })

/** Where and why a test failed; what failed by the tests in it says nothing of its own. */
function whyFailed({ name, file, details }: TestEvent['data']): string[] {
  if (details?.error?.failureType === 'subtestsFailed') return []
  const cause = details?.error?.cause ?? details?.error
  const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
  return [`${name}\n  ${file ?? ''}\n  ${why.split('\n').slice(0, LINES_OF_A_STACK).join('\n  ')}`]
}

/** A reporter of node:test that prints nothing. */
export default async function* tell(source: AsyncIterable<TestEvent>) {
  let told = fresh()
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    if (type === 'test:fail') told.failures.push(...whyFailed(data))
    if (data.nesting > 0 && data.details?.type !== 'suite') {
      told.tests += 1
      if (data.skip !== undefined || data.todo !== undefined) told.left_out += 1
      else if (type === 'test:pass') told.passed += 1
    }
    if (data.nesting > 0) continue
    const run: TestsRun = { file: data.name, ms: data.details?.duration_ms ?? 0, ...told }
    process.send?.(run)
    told = fresh()
    yield ''
  }
}
