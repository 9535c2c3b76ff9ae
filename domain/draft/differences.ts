// What differs between two states of one set of facts, field by field.

export interface Difference {
  /** Dotted path, such as `conviction.convicted_on`. */
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lists are one value: the order in which names or offences were typed means nothing. */
const comparable = (value: unknown): string =>
  Array.isArray(value) ? JSON.stringify(value.map(comparable).sort()) : sorted(value)

const sorted = (value: unknown): string =>
  JSON.stringify(
    isGroup(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : (value ?? null),
  )

/**
 * The fields in which two states differ, in the order of their paths; a field absent on one side counts as null.
 * @example listDifferences({ a: 1, b: [1, 2] }, { a: 2, b: [2, 1] }) // [{ field: 'a', before: 1, after: 2 }]
 */
export function listDifferences(before: unknown, after: unknown, path = ''): Difference[] {
  if (isGroup(before) && isGroup(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    return keys.flatMap((key) =>
      listDifferences(before[key], after[key], path === '' ? key : `${path}.${key}`),
    )
  }
  if (comparable(before) === comparable(after)) return []
  return [{ field: path, before: before ?? null, after: after ?? null }]
}
