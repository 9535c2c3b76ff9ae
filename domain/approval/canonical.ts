/** The one spelling of a value, so that "what was shown" has one hash. */
import { createHash } from 'node:crypto'

/**
 * JSON with sorted keys and no white space; undefined members are left out.
 * @example canonicalJson({ b: 1, a: [null] }) // '{"a":[null],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonicalJson(v ?? null)).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value)
}

/**
 * SHA-256 of the canonical JSON; 32 bytes.
 * @example canonicalHash({ a: 1 }).length // 32
 */
export const canonicalHash = (value: unknown): Buffer =>
  createHash('sha256').update(canonicalJson(value)).digest()
