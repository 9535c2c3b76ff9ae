/** Drafts that wait for an officer who may no longer act: shown to his office and the Bureau, taken over by a colleague. */
import type { FastifyInstance } from 'fastify'
import { paths } from '../../contract/paths.ts'
import { StalledList, TakeoverForm, TakeoverMade } from '../../contract/takeovers.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { TakeoversPage } from '../../pages/takeovers/TakeoversPage.tsx'
import { decide } from '../platform/authorize.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { findStalled, listStalled, listTaken, type Stalled, takeOver } from './queries.ts'

const factsOf = (program: Program, actor: Actor, one: Stalled): FactsOf<'draft'> => ({
  kind: 'draft',
  // The drafts of a national office lie anywhere; who is of that office is posted to the nation.
  place: actor.place.district === null ? actor.place : program.places.ofDistrict(one.district_id),
  is_own_unit: one.unit_id === actor.unit_id,
  ...{ is_own_proposal: false, has_conflict: false },
})

export function takeoverRoutes(app: FastifyInstance, program: Program): void {
  listRoute(app, program)
  takeRoute(app, program)
}

function listRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/takeovers', summary: 'Submitted drafts whose officer may no longer act' },
    ...{ access: 'draft.view', audit: 'takeover.listed', reply: StalledList, page: TakeoversPage },
    facts: ({ actor }): FactsOf<'draft'> => ({
      ...{ kind: 'draft', place: actor.place },
      ...{ is_own_unit: true, is_own_proposal: false, has_conflict: false },
    }),
    handle: async ({ tx, actor }) => ({
      stalled: (await listStalled(tx)).map(({ name_en, name_ur, unit_id, district_id, ...one }) => {
        const unit = program.places.units.get(unit_id)
        const facts = factsOf(program, actor, { name_en, name_ur, unit_id, district_id, ...one })
        return {
          ...one,
          officer: { en: name_en, ur: name_ur },
          unit: { en: unit?.name_en ?? unit_id, ur: unit?.name_ur ?? unit_id },
          may_take: decide(actor, 'draft.take_over', facts).allowed,
        }
      }),
    }),
  })
}

function takeRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/takeovers', summary: 'Take over such drafts', status: 201 },
    ...{ access: 'draft.take_over', audit: 'takeover.made', body: TakeoverForm, reply: TakeoverMade },
    async facts({ tx, actor, body }) {
      const one = await findStalled(tx, body.posting_id)
      return one && factsOf(program, actor, one)
    },
    event: ({ reply }) => ({ subject_kind: 'takeover', subject_id: reply?.takeover_id }),
    form: paths.takeovers,
    then: paths.takeovers,
    async handle({ tx, body, session, also }) {
      const drafts = await listTaken(tx, body.posting_id, session.officer_id)
      if (drafts.length === 0) throw new Problem('conflict')
      for (const { draft_id } of drafts)
        also({
          ...{ subject_kind: 'draft', subject_id: draft_id, purpose: 'registration' },
          row_before: await recordHash(tx, 'draft', draft_id),
        })
      const ids = drafts.map(({ draft_id }) => draft_id)
      const takeover_id = await takeOver(tx, session, body.posting_id, ids)
      const { posting_id } = session
      const asked = drafts.filter(({ stage }) => stage === 'identity')
      await program.jobs.addAll(
        'identity.verify',
        asked.map(({ draft_id: id }) => ({ id, posting_id })),
      )
      return { takeover_id, draft_count: ids.length }
    },
  })
}
