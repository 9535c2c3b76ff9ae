/** The sign-off of a decision on a missed duty: the facts are looked at once more, and what was said is kept. */
import { BreachDecisionShown } from '../../contract/breaches.ts'
import { None } from '../../contract/shape.ts'
import { decideGate } from '../../domain/breach/gate.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import { Problem } from '../platform/problem.ts'
import { findGateFacts } from './gate-facts.ts'
import { findBreach } from './queries.ts'
import { lapseOf } from './view.ts'

/** Days a decision may wait for its sign-off; assumed. */
const EXPIRES_DAYS = 14

export const breachApproval = approvalNoun<typeof BreachDecisionShown, typeof None>({
  ...{ kind: 'breach', audience: 'supervision', expires_days: EXPIRES_DAYS },
  ...{ shown: BreachDecisionShown, input: None, apply },
  giveBack: ({ decision, ...given }) => keepOutcome(given, decision as 'returned' | 'refused' | 'withdrawn'),
})

/** Refused when the ground fell away meanwhile: a notice typed in late, an acquittal, a proof struck out. */
async function apply(given: Applying<BreachDecisionShown, object>): Promise<void> {
  const { tx, now, shown } = given
  const breach = await findBreach(tx, shown.breach_id)
  if (!breach) throw new Problem('not_found')
  const facts = await findGateFacts(tx, breach.person_id, pakistanDay(now))
  if (shown.after.decision === 'refer' && !(facts && decideGate(lapseOf(breach), facts).passes))
    throw new Problem('breach_closed')
  await keepOutcome(given, 'approved')
}

type Said = Pick<
  Applying<BreachDecisionShown, object>,
  'tx' | 'now' | 'session' | 'shown' | 'proposal' | 'record'
>

/** What was said, for all who see the person; the approval itself shows to few. */
async function keepOutcome(
  { tx, now, session, shown, proposal, record }: Said,
  said: 'approved' | 'returned' | 'refused' | 'withdrawn',
): Promise<void> {
  const row = {
    ...{ breach_decision_id: shown.breach_decision_id, breach_id: shown.breach_id },
    ...{ approval_id: proposal.approval_id, said, said_at: now.toString(), said_by: session.officer_id },
  }
  await tx.insertInto('register.breach_outcome').values(row).execute()
  record({ second_id: shown.breach_id, row_after: rowHash(row) })
}
