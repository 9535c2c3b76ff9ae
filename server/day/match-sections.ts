/** Records to compare, and records of one's own people that became one person with others; by number, no name. */
import { sql } from 'kysely'
import type { DayReply, DayRow } from '../../contract/day.ts'
import { paths } from '../../contract/paths.ts'
import { countMatches, listMatches } from '../matches/queries.ts'
import type { Making } from './sections.ts'

type Section = DayReply['sections'][number]
const MOST_ROWS = 10
/** Days for which the owners of a record are told on their day that it became one person with another. */
const TOLD_DAYS = 14

export async function matchesSection({ tx, program }: Making): Promise<Section> {
  const [counts, { pairs }] = await Promise.all([
    countMatches(tx),
    listMatches(tx, program.places, { list: 'waiting', limit: MOST_ROWS }),
  ])
  const rows = pairs.map(
    ({ match_pair_id, one, other, found_at, found_by }): DayRow => ({
      ...{ id: match_pair_id, href: paths.match(match_pair_id), name: null, on: null, clock: null },
      note: one === null ? { en: other, ur: other } : { en: `${one} · ${other}`, ur: `${one} · ${other}` },
      ...{ flags: [`match_${found_by}`], since_at: found_at },
      act: { href: paths.match(match_pair_id), key: 'compare_match' },
    }),
  )
  return { key: 'matches', count: counts.waiting, href: paths.matches(), rows }
}

type Linked = { person_id: string; record_number: string; since_at: string; act: string }

/** Own records that were joined with others, or taken apart, of late; the page of the identity says with which. */
export async function linkedSection({ tx, now }: Making): Promise<Section> {
  const since = now.subtract({ hours: 24 * TOLD_DAYS }).toString()
  const { rows: found } = await sql<Linked>`
    select distinct on (p.person_id) p.person_id, p.record_number, l.linked_at as since_at, l.act
      from register.identity_link l join register.person p on p.person_id in (l.person_id, l.identity_id)
     where l.linked_at >= ${since}
     order by p.person_id, l.link_no desc`.execute(tx)
  const rows = found
    .sort((one, other) => (one.since_at > other.since_at ? -1 : 1))
    .slice(0, MOST_ROWS)
    .map(
      ({ person_id, record_number, since_at, act }): DayRow => ({
        ...{ id: person_id, href: paths.personTab(person_id, 'identity'), name: null, on: null, clock: null },
        ...{ note: { en: record_number, ur: record_number }, since_at, act: null },
        flags: [act === 'split' ? 'records_apart' : 'records_joined'],
      }),
    )
  return { key: 'linked', count: found.length, href: null, rows }
}
