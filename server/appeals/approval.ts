/** An order of a court of appeal that changes who is on the register: shown before and after, decided by a second officer. */
import { AppealShown } from '../../contract/appeals.ts'
import { None } from '../../contract/shape.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import { refreshDuties } from '../duties/project.ts'
import { followRegistration } from '../exits/follow.ts'
import { keyOfPerson } from '../people/head.ts'
import { Problem } from '../platform/problem.ts'
import { effectOfAppeal, insertAppeal, stateOf } from './record.ts'

/** Days an order may wait for its second officer; assumed. Duties run on meanwhile. */
const EXPIRES_DAYS = 14

export const appealApproval = approvalNoun<typeof AppealShown, typeof None>({
  ...{ kind: 'appeal', audience: 'bureau', expires_days: EXPIRES_DAYS },
  ...{ shown: AppealShown, input: None, apply },
})

/** Refused when the registration is no longer what was shown; else the event, the dates and the exit in one. */
async function apply({
  tx,
  program,
  now,
  session,
  proposal,
  shown,
  record,
  also,
}: Applying<AppealShown, object>) {
  const { person_id, appeal_event_id } = shown
  const effect = await effectOfAppeal({ tx, now, person_id }, shown)
  if (stateOf(effect.before).status !== shown.before.status) throw new Problem('approval_changed')
  if (stateOf(effect.after).status !== shown.after.status) throw new Problem('approval_changed')
  const key = await keyOfPerson(tx, program, person_id)
  const { approval_id, proposed_by: added_by } = proposal
  const row_after = await insertAppeal({ tx, now, key, appeal_event_id, added_by, approval_id }, shown)
  const computed = (await refreshDuties(tx, [person_id], now)).get(person_id)
  if (!computed) throw new Problem('not_found')
  const { officer_id } = session
  await followRegistration({ tx, program, now, officer_id, approval_id, also }, computed)
  record({ second_id: person_id, row_after })
}
