/** A dated event struck out when a second officer agrees: the row is marked, the dates follow, and the exit with them. */

import { None } from '../../contract/shape.ts'
import { StrikeoutShown as Shown, type StrikeoutShown } from '../../contract/strikeouts.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import type { Computed } from '../duties/compute.ts'
import { refreshDuties } from '../duties/project.ts'
import { followRegistration } from '../exits/follow.ts'
import { rowHash } from '../platform/audit.ts'
import { Problem } from '../platform/problem.ts'
import { getStruck, strikeOut } from './events.ts'

/** Days it may wait for its second officer; assumed. */
const EXPIRES_DAYS = 30

export const strikeoutApproval = approvalNoun<typeof Shown, typeof None>({
  ...{ kind: 'strikeout', audience: 'bureau', expires_days: EXPIRES_DAYS },
  ...{ shown: Shown, input: None, apply },
})

const OPEN = ['overdue', 'due', 'not_due', 'paused']

/** How he stands, as a second officer is shown it. */
export function standOf({ result: { registration, standing, duties } }: Computed): StrikeoutShown['before'] {
  const { status, ends_on } = registration
  return {
    ...{ status, standing, ends_on },
    open_duties_count: duties.filter(({ state }) => OPEN.includes(state)).length,
    overdue_count: duties.filter(({ state }) => state === 'overdue').length,
  }
}

async function apply(given: Applying<StrikeoutShown, object>) {
  const { tx, program, now, session, proposal, shown, record, also } = given
  const { person_id, noun, row_id } = shown
  const { row } = await getStruck(noun, { tx, person_id, row_id }).catch(() => {
    throw new Problem('struck_out_already')
  })
  const superseded_at = now.toString()
  await strikeOut(tx, noun, row_id, superseded_at)
  const computed = (await refreshDuties(tx, [person_id], now)).get(person_id)
  if (!computed) throw new Problem('not_found')
  const { officer_id } = session
  const { approval_id } = proposal
  await followRegistration({ tx, program, now, officer_id, approval_id, also }, computed)
  record({
    ...{ second_id: person_id, row_before: rowHash(row) },
    row_after: rowHash({ ...row, superseded_at }),
  })
}
