/** Uses of the emergency access: to be read while they can be, to be reviewed, or without reason; no person stands here. */
import type { DayReply, DayRow } from '../../contract/day.ts'
import type { EmergencyRow } from '../../contract/emergencies.ts'
import { paths } from '../../contract/paths.ts'
import { listFindings, listUses } from '../emergencies/queries.ts'
import { rowShown } from '../emergencies/view.ts'
import { dayClock } from './day-clock.ts'
import type { Making } from './sections.ts'

type Section = DayReply['sections'][number]
const MOST_ROWS = 10

/** What the officer opened and can still read, and what waits for a second officer in his place, late ones first. */
export async function emergenciesSection(making: Making): Promise<Section> {
  const all = await Promise.all((await listUses(making.tx)).map((use) => rowShown(making, use)))
  const open = all.filter(({ may, clock }) => may.read || (may.see && clock !== null))
  const rows = open.slice(0, MOST_ROWS).map((row) => asDayRow(row, making.now))
  return { key: 'emergencies', count: open.length, href: paths.emergencies(), rows }
}

function asDayRow(
  { emergency_id, used_by, unit, danger, used_at, clock, may }: EmergencyRow,
  now: Temporal.Instant,
): DayRow {
  const href = may.read ? paths.emergency(emergency_id) : paths.emergencyReview(emergency_id)
  const key = may.read ? 'read_emergency' : may.review ? 'review_emergency' : 'see_emergency'
  return {
    ...{ id: emergency_id, href, name: null, on: null, since_at: used_at, act: { href, key } },
    note: { en: `${used_by.en}, ${unit.en}`, ur: `${used_by.ur}، ${unit.ur}` },
    flags: [`emergency_${danger}`],
    clock: clock && dayClock(clock, now),
  }
}

/** Officers whose use was found without reason, until an administrator says what was done. */
export async function unjustifiedSection({ tx }: Making): Promise<Section> {
  const open = (await listFindings(tx)).filter(({ did }) => did === null)
  const rows = open.slice(0, MOST_ROWS).map(
    ({ emergency_id, name_en, name_ur, reviewed_at }): DayRow => ({
      ...{ id: emergency_id, href: paths.emergencies(), name: null, on: null, clock: null },
      ...{ note: { en: name_en, ur: name_ur }, flags: ['emergency_not_justified'], since_at: reviewed_at },
      act: { href: paths.emergencies(), key: 'follow_up_emergency' },
    }),
  )
  return { key: 'emergencies_unjustified', count: open.length, href: paths.emergencies(), rows }
}
