/** Striking out a closed desk makes dates earlier: a second officer decides, and days somebody was told of stay closed. */
import { randomUUID } from 'node:crypto'
import { StrikeOutShown } from '../../contract/calendar.ts'
import { None } from '../../contract/shape.ts'
import { type ClosedDeskCause, leftOf } from '../../domain/calendar/closing.ts'
import { dayOf, isoOf } from '../../domain/calendar/dates.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import { propose } from '../approvals/queries.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { placeName } from '../platform/place-asked.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { findMoved, listAct } from './queries.ts'
import { placeOfAct } from './show.ts'
import { AT_ONCE, followCalendar } from './wake.ts'

/** Days a proposal waits for its second officer; assumed. */
const EXPIRES_DAYS = 7
/** A date that a closed desk moved lies at most so many days after it: Sundays, holidays. */
const MOVED_WITHIN_DAYS = 7

export const strikeOutApproval = approvalNoun<typeof StrikeOutShown, typeof None>({
  ...{ kind: 'closed_desk', audience: 'bureau', expires_days: EXPIRES_DAYS },
  ...{ shown: StrikeOutShown, input: None, apply },
})

type Proposing = { tx: RegisterTx; program: Program; session: Session; now: Temporal.Instant }

/** Proposes it; nothing changes yet. Refused where nothing would be struck out, since all of it is protected. */
export async function proposeStrikeOut(
  { tx, program, session, now }: Proposing,
  act_id: string,
  reason: string,
): Promise<string> {
  const { closed_desks } = await listAct(tx, act_id)
  const [row] = closed_desks
  if (!row) throw new Problem('not_found')
  const { from_on, to_on, cause, reference } = row
  const left = leftOf({ from_on, to_on }, pakistanDay(now))
  if (left === undefined) throw invalid('reason', 'calendar.fault.all_protected')
  const where = placeOfAct(
    program.places,
    closed_desks.map((one) => one.station_id),
  )
  const name = placeName(program.places, where)
  const shown: StrikeOutShown = {
    ...{ act_id, cause: cause as ClosedDeskCause, reference, reason },
    ...{ place_en: name?.en ?? 'all of Pakistan', place_ur: name?.ur ?? 'پورا پاکستان' },
    ...{ before: { from_on, to_on }, after: left },
  }
  const district_id =
    where.district_id ??
    (where.station_id === null ? null : (program.places.stations.get(where.station_id)?.district_id ?? null))
  return propose(tx, program.keyring, session, strikeOutApproval, {
    subject_id: act_id,
    district_id,
    shown,
    now,
  })
}

/**
 * Replaces the rows by what is left of them on the day of the decision, which may be more than was shown and never
 * less: while the proposal waited, more days came near enough for somebody to have been told.
 */
async function apply({ tx, program, session, now, shown, record }: Applying<StrikeOutShown, object>) {
  const { act_id, before } = shown
  const { closed_desks } = await listAct(tx, act_id)
  const same = closed_desks.filter((row) => row.from_on === before.from_on && row.to_on === before.to_on)
  if (same.length === 0 || same.length !== closed_desks.length) throw new Problem('approval_changed')
  const left = leftOf(before, pakistanDay(now))
  if (left === undefined) throw new Problem('approval_changed')
  await tx
    .updateTable('register.closed_desk')
    .set({ superseded_at: now.toString() })
    .where('act_id', '=', act_id)
    .where('superseded_at', 'is', null)
    .execute()
  const rows = same.map(({ station_id, cause, reference }) => ({
    ...{ closed_desk_id: randomUUID(), act_id, station_id, ...(left ?? before), cause, reference },
    ...{ recorded_at: now.toString(), recorded_by: session.officer_id },
  }))
  if (left !== null) await tx.insertInto('register.closed_desk').values(rows).execute()
  record({
    row_before: rowHash({ act_id, rows: closed_desks }),
    row_after: rowHash({ act_id, rows: left === null ? [] : rows }),
  })
  // Whoever was moved stands just after the days that were closed; those further off are found by the night work.
  const where = placeOfAct(
    program.places,
    same.map((one) => one.station_id),
  )
  const until_on = isoOf(dayOf(before.to_on) + MOVED_WITHIN_DAYS)
  const { ids } = await findMoved(tx, where, { from_on: before.to_on, until_on }, AT_ONCE)
  await followCalendar(tx, program, ids, now)
}
