// Which records are of one person, as dated links say. Records are never changed: a link is added, and the last one holds.

/** A record, and the oldest record of the person that it is of from this link on. */
export interface Link {
  readonly person_id: string
  readonly identity_id: string
}

/** Records that are of another record's person; whoever is not named is a person by himself. */
export type Identities = ReadonlyMap<string, string>

/** Which of two records is older: below 0, the first. No two are equally old. */
export type Older = (one: string, other: string) => number

/**
 * The state after these links, in their order.
 * @example replay([{ person_id: 'b', identity_id: 'a' }]).get('b') // 'a'
 */
export function replay(links: Iterable<Link>): Map<string, string> {
  const state = new Map<string, string>()
  for (const { person_id, identity_id } of links) {
    if (person_id === identity_id) state.delete(person_id)
    else state.set(person_id, identity_id)
  }
  return state
}

/**
 * The person of a record: its oldest record, itself where it stands alone.
 * @example identityOf(new Map([['b', 'a']]), 'b') // 'a'
 */
export const identityOf = (state: Identities, person_id: string): string => state.get(person_id) ?? person_id

/**
 * Every record of the person whom a record is of, the oldest first.
 * @example membersOf(new Map([['b', 'a']]), 'b', older) // ['a', 'b']
 */
export function membersOf(state: Identities, person_id: string, older: Older): string[] {
  const identity = identityOf(state, person_id)
  const others = [...state].filter(([, of]) => of === identity).map(([record]) => record)
  return [identity, ...others].sort(older)
}

/** Links that make these records one person, its oldest record at the head; none where it is so already. */
function gather(state: Identities, records: readonly string[], older: Older): Link[] {
  const [head] = records.toSorted(older)
  if (head === undefined) return []
  return records
    .filter((record) => identityOf(state, record) !== head)
    .map((person_id) => ({ person_id, identity_id: head }))
}

/**
 * Links that make the people of two records one; none where they are one already.
 * @example mergeLinks(new Map(), 'b', 'a', older) // [{ person_id: 'b', identity_id: 'a' }]
 */
export const mergeLinks = (state: Identities, one: string, other: string, older: Older): Link[] =>
  identityOf(state, one) === identityOf(state, other)
    ? []
    : gather(state, [...membersOf(state, one, older), ...membersOf(state, other, older)], older)

/**
 * Links that take records out of the person they are of; those that leave are one person, those that stay another.
 * Undefined where they are not all of one person, or nobody would stay or leave.
 * @example splitLinks(new Map([['b', 'a']]), ['b'], older) // [{ person_id: 'b', identity_id: 'b' }]
 */
export function splitLinks(state: Identities, leaving: readonly string[], older: Older): Link[] | undefined {
  const [first] = leaving
  if (first === undefined) return undefined
  const members = membersOf(state, first, older)
  const staying = members.filter((record) => !leaving.includes(record))
  if (staying.length === 0 || !leaving.every((record) => members.includes(record))) return undefined
  return [...gather(state, leaving, older), ...gather(state, staying, older)]
}
