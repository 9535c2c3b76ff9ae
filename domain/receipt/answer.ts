// What is told of a code, in plain values: the same on the page of the service, in its island and in the saved file.
import type { PaperKind } from './statement.ts'
import { lettersOf } from './token.ts'
import { type PublishedKey, verifyCode } from './verify.ts'

/** `letters_count`: how many letters were read, so that a missing group is seen. `issued_at`: ISO, UTC. */
export type Answer =
  | { verdict: 'sound'; print_number: string; kind: PaperKind; issued_at: string; key_id: string }
  | { verdict: 'forged'; key_id: string }
  | { verdict: 'unknown_key'; key_id: string }
  | { verdict: 'unreadable'; letters_count: number }

/**
 * The answer to a code that was scanned or typed.
 * @example (await answerTo(code, keys)).verdict // 'sound'
 */
export async function answerTo(typed: string, keys: readonly PublishedKey[]): Promise<Answer> {
  const verdict = await verifyCode(typed, keys)
  switch (verdict.verdict) {
    case 'sound': {
      const { print_number, kind, issued_at } = verdict.statement
      const iso = new Date(issued_at * 1000).toISOString()
      return { verdict: 'sound', print_number, kind, issued_at: iso, key_id: verdict.key_id }
    }
    case 'unreadable':
      return { verdict: 'unreadable', letters_count: lettersOf(typed).length }
    default:
      return verdict
  }
}

const PAKISTAN_AHEAD_MS = 5 * 3_600_000

/**
 * Day, month (1 to 12), year and time of an instant in Pakistan, whose last summer time was in 2009; for browsers,
 * where no calendar of ours is at hand.
 * @example pakistanTime('2026-11-25T19:05:00Z') // { day: 26, month: 11, year: 2026, time: '00:05' }
 */
export function pakistanTime(at: string): { day: number; month: number; year: number; time: string } {
  const local = new Date(Date.parse(at) + PAKISTAN_AHEAD_MS)
  const time = local.toISOString().slice(11, 16)
  return { day: local.getUTCDate(), month: local.getUTCMonth() + 1, year: local.getUTCFullYear(), time }
}
