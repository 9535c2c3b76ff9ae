/** What a proposal shows, as rows that any screen can print: the field, before, after. */

export type ShownRow = { field: string; is_change: boolean; before: string | null; after: string | null }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Members under dotted paths, lists joined; opaque ids are left out, since they say nothing to a reader. */
function flatten(value: unknown, path: string, into: Map<string, string>) {
  if (value === null || value === undefined) return
  if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) flatten(member, path ? `${path}.${key}` : key, into)
    return
  }
  if (path.endsWith('_id') || path.endsWith('_hash')) return
  into.set(
    path,
    Array.isArray(value)
      ? value.map((one) => (isObject(one) ? JSON.stringify(one) : one)).join(', ')
      : String(value),
  )
}

/**
 * Rows of what is shown: first its other members, as facts that hold after; then what changes, before beside after.
 * @example shownRows({ badge: 'A1', before: { role: null }, after: { role: 'auditor' } })
 * // [{ field: 'badge', is_change: false, before: null, after: 'A1' },
//  { field: 'role', is_change: true, before: null, after: 'auditor' }]
 */
export function shownRows(shown: unknown): ShownRow[] {
  if (!isObject(shown)) return []
  const { before, after, field, ...others } = shown
  const name = typeof field === 'string' ? field : 'value'
  const [facts, old, now] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()]
  flatten(others, '', facts)
  flatten(before, isObject(before) ? '' : name, old)
  flatten(after, isObject(after) ? '' : name, now)
  const changed = [...new Set([...old.keys(), ...now.keys()])]
  return [
    ...[...facts].map(([key, value]) => ({ field: key, is_change: false, before: null, after: value })),
    ...changed.map((key) => ({
      field: key,
      is_change: true,
      before: old.get(key) ?? null,
      after: now.get(key) ?? null,
    })),
  ]
}
