/** Waiting in tests: for something to be so, and never for a length of time. */
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'

/** How long anything may take before its test fails: a loaded machine is slow, not wrong; what is broken fails anyway. */
export const PATIENCE_MS = 30_000

const BETWEEN_LOOKS_MS = 25

type Nothing = undefined | null | false

/** Looks until there is something to see, and gives it; fails with what was waited for once patience is over. */
export async function waitFor<T>(what: string, look: () => T | Nothing | Promise<T | Nothing>): Promise<T> {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    const seen = await look()
    if (seen !== undefined && seen !== null && seen !== false) return seen
    if (Date.now() > end) assert.fail(`waited ${PATIENCE_MS / 1000} s in vain for ${what}`)
    await pause(BETWEEN_LOOKS_MS)
  }
}
