// When to ask the identity agency again.

const FIRST_SECONDS = 15
const LONGEST_SECONDS = 3600

/**
 * How long to wait after the given attempt found the agency unavailable: twice as long each time, at most an hour,
 * so that an agency that comes back is neither stormed nor kept waiting. There is no last attempt.
 * @param attempt from 1  @returns seconds
 * @example retryAfterSeconds(1) // 15
 */
export const retryAfterSeconds = (attempt: number): number =>
  Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** Math.max(0, attempt - 1))
