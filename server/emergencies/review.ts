/** The second officer's word on a use of the emergency access, and what an administrator says was done about it. */
import type { FastifyInstance } from 'fastify'
import {
  EmergencyFollowed,
  EmergencyFollowing,
  EmergencyId,
  EmergencyReviewed,
  EmergencyReviewing,
  EmergencyShown,
} from '../../contract/emergencies.ts'
import { paths } from '../../contract/paths.ts'
import { wordsFault } from '../../domain/check/relevance-text.ts'
import { followUpFault } from '../../domain/emergency/review.ts'
import { ReviewPage } from '../../pages/emergencies/ReviewPage.tsx'
import { pakistanDay } from '../platform/clock.ts'
import { endpoint } from '../platform/endpoint.ts'
import { newDataKey, seal } from '../platform/keys.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { aboutEmergency, aboutItsPerson, factsOfFinding, factsOfReview } from './facts.ts'
import { findFinding, findUse, hasPosting } from './queries.ts'
import { wordsProblem } from './use.ts'
import { reasonsPlace, useShown } from './view.ts'

export function reviewRoutes(app: FastifyInstance, program: Program): void {
  const about = { params: EmergencyId, facts: factsOfReview(program) }
  endpoint(app, program, {
    ...{ ...about, method: 'GET', url: '/emergencies/:emergency_id/review' },
    summary: 'A use of the emergency access, as its second officer reviews it',
    ...{ access: 'emergency.view', audit: 'emergency.review_seen' },
    event: aboutItsPerson((reply: EmergencyShown) => reply.about !== null),
    ...{ reply: EmergencyShown, page: ReviewPage },
    async handle({ tx, params, actor, now }) {
      const use = await findUse(tx, params.emergency_id)
      if (!use) throw new Problem('not_found')
      return useShown({ tx, program, actor, now }, use)
    },
  })
  endpoint(app, program, {
    ...{ ...about, method: 'POST', url: '/emergencies/:emergency_id/reviews', status: 201 },
    summary: 'Say whether a use of the emergency access was justified',
    ...{ access: 'emergency.review', audit: 'emergency.reviewed' },
    event: aboutEmergency,
    ...{ body: EmergencyReviewing, reply: EmergencyReviewed },
    form: ({ params }) => paths.emergencyReview(params.emergency_id),
    then: ({ params }) => paths.emergencyReview(params.emergency_id),
    async handle({ tx, params: { emergency_id }, body, session, now }) {
      const use = await findUse(tx, emergency_id)
      if (!use || use.finding !== null) throw new Problem('already_decided')
      const fault = wordsFault(body.reasons, body.names_confirmed)
      if (fault?.code === 'number') body.reasons = ''
      if (fault) throw new Problem('invalid', { fields: wordsProblem('reasons', fault) })
      const key = newDataKey(program.keyring, emergency_id)
      await tx
        .insertInto('register.emergency_review')
        .values({
          ...{ emergency_id, used_by: use.used_by, finding: body.finding },
          reasons_enc: seal(key, reasonsPlace(emergency_id), body.reasons),
          ...{ wrapped_key: key.wrapped_key, kek_id: key.kek_id },
          ...{ reviewed_by: session.officer_id, reviewed_at: now.toString() },
        })
        .execute()
      return { emergency_id, finding: body.finding }
    },
  })
  followUpRoute(app, program)
}

function followUpRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/emergencies/:emergency_id/follow-ups', params: EmergencyId, status: 201 },
    summary: 'Say what was done about an officer whose use was not justified',
    ...{ access: 'emergency.follow_up', audit: 'emergency.followed_up', facts: factsOfFinding },
    event: ({ params }) => ({ subject_kind: 'emergency_finding', subject_id: params.emergency_id }),
    ...{ body: EmergencyFollowing, reply: EmergencyFollowed },
    ...{ form: () => paths.emergencies(), then: () => paths.emergencies() },
    async handle({ tx, params: { emergency_id }, body: { did }, session, now }) {
      const finding = await findFinding(tx, emergency_id)
      if (!finding || finding.did !== null) throw new Problem('already_decided')
      const fault = followUpFault(did, {
        is_suspended: finding.suspended_at !== null,
        has_posting: await hasPosting(tx, finding.used_by, pakistanDay(now)),
      })
      if (fault) throw invalid('did', `emergencies.fault.${fault}`)
      await tx
        .insertInto('register.emergency_follow_up')
        .values({ emergency_id, did, done_by: session.officer_id, done_at: now.toString() })
        .execute()
      return { emergency_id, did }
    },
  })
}
