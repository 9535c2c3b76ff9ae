// The facts of a person whose records are several: what the duty engine reads of him, each thing once. RULES §3, §4.
import type { Facts } from '../duty/facts.ts'
import type { DeskPeriod } from '../duty/timeline.ts'
import type { Judgment } from '../eligibility/judgment.ts'

/** The facts of one record before a pack is chosen. */
export type RecordFacts = Omit<Facts, 'on' | 'pack' | 'convictions'> & {
  readonly judgments: readonly Judgment[]
  /** Oldest first; the last station owns the record now. */
  readonly desks: readonly (DeskPeriod & { readonly station_id: string })[]
}

/** Rows of all records in the order of a day or an instant; of one moment, those of the older record first. */
const inOrder = <T>(rows: readonly T[], at: (row: T) => string): T[] =>
  rows.toSorted((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0))

type Told = Map<string, string>

/**
 * Rows that several records tell of once, as the oldest record has them. What one record tells twice stays twice.
 * @param told filled with the id that each row left out is now known by
 */
function once<T>(
  lists: readonly (readonly T[])[],
  what: (row: T) => string,
  id: (row: T) => string,
  told: Told,
) {
  const kept: T[] = []
  const first = new Map<string, string>()
  for (const list of lists) {
    const own = list.filter((row) => {
      const known = first.get(what(row))
      if (known !== undefined) told.set(id(row), known)
      return known === undefined
    })
    for (const row of own) if (!first.has(what(row))) first.set(what(row), id(row))
    kept.push(...own)
  }
  return kept
}

/**
 * One person's facts from those of his records. Convictions stand beside each other, so that the registration spans
 * the longest of them; a change or trip that two records tell of is one, and a notice of either is of it. Dates roll by
 * the desks of the oldest record, which keeps his duties.
 * @param records the oldest first, at least one
 * @throws RangeError without a record
 * @law SOR-RULES-2023; RULES §3 (spans that overlap are joined), §4 (an attendance settles all that is open)
 * @example uniteFacts([older, newer]).judgments.length // of both
 */
export function uniteFacts(records: readonly RecordFacts[]): RecordFacts {
  const [head] = records
  if (!head) throw new RangeError('a person has at least one record')
  if (records.length === 1) return head
  const all = <K extends keyof RecordFacts>(key: K) => records.map((record) => record[key])
  const told: Told = new Map()
  const changes = once(
    all('changes'),
    (c) => `${c.kind} ${c.on}`,
    (c) => c.change_id,
    told,
  )
  const trips = once(
    all('trips'),
    (t) => `${t.kind} ${Date.parse(t.departs_at)}`,
    (t) => t.trip_id,
    told,
  )
  const notices = all('notices')
    .flat()
    .map((notice) => ({ ...notice, about: notice.about && (told.get(notice.about) ?? notice.about) }))
  return {
    ...head,
    person: records.find(({ person }) => person.born_on !== null)?.person ?? head.person,
    judgments: inOrder(all('judgments').flat(), (judgment) => judgment.convicted_on),
    custody: inOrder(all('custody').flat(), (one) => one.from_on),
    hospital: inOrder(all('hospital').flat(), (one) => one.from_on),
    abroad: inOrder(all('abroad').flat(), (one) => one.from_on),
    no_fixed_abode: inOrder(all('no_fixed_abode').flat(), (one) => one.from_on),
    served: inOrder(all('served').flat(), (one) => instant(one.at)),
    changes: inOrder(changes, (change) => change.on),
    trips: inOrder(trips, (trip) => instant(trip.departs_at)),
    notices: inOrder(notices, (notice) => instant(notice.received_at)),
    visits: inOrder(all('visits').flat(), (visit) => visit.on),
  }
}

/** Instants as texts that sort by time, whatever their offset. */
const instant = (at: string): string => String(Date.parse(at)).padStart(16, '0')
