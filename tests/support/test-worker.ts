/**
 * Runs test files one after another in this process, as `bin/test.ts` hands them over: what they import is loaded
 * once, which for most files takes longer than their tests. A file is a test round all of its own, so that its
 * hooks end with it; `worker-reporter.ts` says how it went.
 */
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'

process.on('message', async (file: string) => {
  const env = { ...process.env }
  await test(file, async () => void (await import(pathToFileURL(file).href)))
  process.env = env // a file may set its own; the next one begins as this one did
})
