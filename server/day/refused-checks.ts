/** What the prosecutor refused lately: nothing is to be done with it, but who asked is told where he looks. */
import type { DayReply, DayRow } from '../../contract/day.ts'
import { paths } from '../../contract/paths.ts'
import { listChecks } from '../checks/queries.ts'
import { rowShown } from '../checks/view.ts'
import { asDayRow, MOST_ROWS } from './check-sections.ts'
import type { Making } from './sections.ts'

/** Days for which a refusal is told; afterwards it stands in the list of requests. */
const TOLD_DAYS = 7
const DAY_MS = 86_400_000

export async function refusedChecksSection({
  tx,
  program,
  now,
}: Making): Promise<DayReply['sections'][number]> {
  const since = now.epochMilliseconds - TOLD_DAYS * DAY_MS
  const refused = (await listChecks(tx))
    .map((row) => rowShown(row, program, now))
    .filter(({ stage, updated_at }) => stage === 'refused' && Date.parse(updated_at) >= since)
    .sort((a, b) => Date.parse(b.updated_at) - Date.parse(a.updated_at))
  const rows = refused.slice(0, MOST_ROWS).map((row): DayRow => asDayRow(row, 'read_refusal', now))
  return { key: 'checks_refused', count: refused.length, href: paths.checks(), rows }
}
