/** What follows a change of a calendar: people whose dates it moves are computed at once, all others by the night work. */
import { refreshDuties } from '../duties/project.ts'
import type { RegisterTx } from '../platform/database.ts'
import { NIGHT_WORK } from '../platform/night-work.ts'
import type { Program } from '../platform/program.ts'

/** People computed within the act that moves their dates; about a quarter of a second. */
export const AT_ONCE = 500
/** The job begins when the act has committed; one that looks too early is looked after within five minutes. */
const AFTER_SECONDS = 2

export async function followCalendar(
  tx: RegisterTx,
  program: Program,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await refreshDuties(tx, ids.slice(0, AT_ONCE), now)
  const { officer_id, posting_id } = NIGHT_WORK
  await program.jobs.add('duties.refresh', { id: officer_id, posting_id }, AFTER_SECONDS)
}
