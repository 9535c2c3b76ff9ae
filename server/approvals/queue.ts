/** Whose approvals the queue shows: the kinds that the policies let an officer open. */
import { ABOUTS, type About, type FactsOf } from '../../domain/access/actions.ts'
import type { Actor, Role } from '../../domain/access/actor.ts'
import { decide } from '../platform/authorize.ts'
import type { Queue } from './queries.ts'

/** The queue is asked for as a whole: the kind a role decides, at his own place; the rows are row-level security's work. */
export const factsOfQueue = ({ actor }: { actor: Actor }): FactsOf<'approval'> => ({
  ...{ kind: 'approval', place: actor.place, is_own_proposal: true, has_conflict: false },
  about: aboutOf(actor.role),
})

/** The kinds of which he may open what others proposed: the queue leads nowhere else. */
const kindsOpenTo = (actor: Actor): About[] =>
  ABOUTS.filter((about) => {
    const facts: FactsOf<'approval'> = { ...factsOfQueue({ actor }), about, is_own_proposal: false }
    return decide(actor, 'approval.view', facts).allowed
  })

const aboutOf = (role: Role): About => {
  if (role === 'administrator') return 'officer'
  return role === 'station_head' || role === 'district_police_officer' ? 'breach' : 'entry'
}

/** What waits for this officer: what he may open of others' proposals, and his own. */
export const queueOf = (actor: Actor, now: Temporal.Instant): Queue => ({
  ...{ now, kinds: kindsOpenTo(actor), officer_id: actor.officer_id },
})
