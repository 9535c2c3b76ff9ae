/** Check requests: the list of each desk, one request, its beginning and its end as a draft. */
import type { FastifyInstance } from 'fastify'
import {
  AtVersion,
  CheckId,
  CheckList,
  CheckMoved,
  CheckSaved,
  CheckShown,
  CheckStart,
} from '../../contract/checks.ts'
import { paths } from '../../contract/paths.ts'
import type { Actor, Role } from '../../domain/access/actor.ts'
import { openingFault, type Said } from '../../domain/check/open.ts'
import { type CheckStage, type Desk, deskOf, isEditable, STAGES } from '../../domain/check/stage.ts'
import { CHECKS } from '../../law/checks.ts'
import { CheckPage } from '../../pages/checks/CheckPage.tsx'
import { ChecksPage } from '../../pages/checks/ChecksPage.tsx'
import { NewCheckPage } from '../../pages/checks/NewCheckPage.tsx'
import { findOfCheck, type StoredClearance } from '../clearances/queries.ts'
import { decide } from '../platform/authorize.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { answeringRoutes } from './answering.ts'
import { deputyRoutes } from './deputies.ts'
import { aboutCheck, factsOfCheck, factsOfList } from './facts.ts'
import { findAnswer } from './opening.ts'
import { openingRoutes } from './opening-routes.ts'
import { paperFileRoutes } from './paper-file.ts'
import { paperRoutes } from './paper-routes.ts'
import { demandVersion, insertCheck, listAtStages, listChecks } from './queries.ts'
import { findRow, getLive, moveCheck, openRow } from './row.ts'
import { screeningRoutes } from './screening.ts'
import { slipRoutes } from './slips.ts'
import { stepRoutes } from './step-routes.ts'
import { askedShown, rowShown, stepsShown } from './view.ts'

export function checkRoutes(app: FastifyInstance, program: Program): void {
  listRoute(app, program)
  startRoutes(app, program)
  stepRoutes(app, program)
  app.register(async (scope) => paperFileRoutes(scope, program))
  viewRoute(app, program)
  deputyRoutes(app, program)
  screeningRoutes(app, program)
  answeringRoutes(app, program)
  openingRoutes(app, program)
  paperRoutes(app, program)
  slipRoutes(app, program)
  discardRoute(app, program)
}

/** The desks at which an officer of a role has something to do. */
const DESKS_OF: Partial<Record<Role, readonly Desk[]>> = {
  investigator: ['investigator'],
  prosecutor: ['prosecutor'],
  deputy_prosecutor: ['prosecutor'],
  bureau_officer: ['bureau', 'second'],
  bureau_supervisor: ['bureau', 'second'],
}

function listRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{
      method: 'GET',
      url: '/checks',
      summary: 'Check requests: what waits at the officer’s desk, and the others',
    },
    ...{ access: 'check.list', audit: 'check.listed', facts: factsOfList },
    ...{ reply: CheckList, page: ChecksPage },
    async handle({ tx, actor, now, facts }) {
      const desks = DESKS_OF[actor.role] ?? []
      const stages = STAGES.filter((stage) => desks.includes(deskOf(stage)))
      const [waiting, all] = await Promise.all([
        stages.length === 0 ? [] : listAtStages(tx, stages),
        listChecks(tx),
      ])
      const ids = new Set(waiting.map(({ check_id }) => check_id))
      return {
        waiting: waiting.map((row) => rowShown(row, program, now)),
        others: all.filter(({ check_id }) => !ids.has(check_id)).map((row) => rowShown(row, program, now)),
        may: {
          ask: decide(actor, 'check.ask', facts).allowed,
          name_deputy: decide(actor, 'check.name_deputy', facts).allowed,
        },
      }
    },
  })
}

function startRoutes(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/checks/new', summary: 'Before a check request is begun', is_page_only: true },
    ...{ access: 'check.ask', audit: 'check.start_seen', facts: factsOfList },
    ...{ reply: CheckStart, page: NewCheckPage },
    handle: async ({ session: { district_id } }) => {
      const district = program.places.districts.get(district_id ?? '')
      return {
        district: { en: district?.name_en ?? '', ur: district?.name_ur ?? '' },
        ...{ screen_hours: CHECKS.screen_hours.value, erase_days: CHECKS.erase_days.value },
      }
    },
  })
  endpoint(app, program, {
    ...{ method: 'POST', url: '/checks', summary: 'Begin a check request', status: 201 },
    ...{ access: 'check.ask', audit: 'check.begun', facts: factsOfList, reply: CheckSaved },
    event: ({ reply }) => ({ subject_kind: 'check', subject_id: reply?.check_id, purpose: 'check' }),
    form: paths.newCheck,
    then: ({ reply }) => paths.checkStep(reply.check_id, reply.next),
    async handle({ tx, session, now }) {
      const check_id = await insertCheck(tx, program, session, now)
      return { check_id, body_version: 1, next: 'fir' as const }
    },
  })
}

/** Stages in which the prosecutor, and the District Police Officer with his copy, see who is asked about. */
const SEEN_IN_DISTRICT: readonly CheckStage[] = ['asked', 'forwarded', 'proposed']

/** Who is asked about is shown to who asked, and to a desk while the matter is open; to the Bureau once it is sent on. */
function isForDesk({ role }: Actor, stage: CheckStage): boolean {
  if (role === 'investigator') return true
  if (role === 'bureau_officer' || role === 'bureau_supervisor')
    return stage === 'forwarded' || stage === 'proposed'
  return SEEN_IN_DISTRICT.includes(stage)
}

function viewRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/checks/:check_id', summary: 'One check request, as its desk may see it' },
    ...{ access: 'check.view', audit: 'check.seen', params: CheckId },
    ...{ facts: factsOfCheck(program), event: aboutCheck, reply: CheckShown, page: CheckPage },
    async handle({ tx, params, now, facts, actor }) {
      const row = await findRow(tx, params.check_id)
      if (!row) throw new Problem('not_found')
      const check = openRow(program.keyring, row)
      const is_answered = facts.is_own && row.stage === 'released'
      const answer = is_answered ? await answerShown(tx, params.check_id, { now, actor }) : null
      const slip = is_answered ? await findOfCheck(tx, params.check_id) : undefined
      return {
        ...rowShown(row, program, now),
        asked: askedShown(check, program, isForDesk(actor, row.stage as CheckStage)),
        steps: await stepsShown(tx, params.check_id, check.key),
        ...{ answer, slip: slipShown(slip) },
        may: {
          change: facts.is_own && isEditable(row.stage as CheckStage),
          screen: row.stage === 'asked' && decide(actor, 'check.screen', facts).allowed,
          ask_slip:
            facts.is_own &&
            answer?.said === 'not_him' &&
            !(slip && slip.withdrawn_at === null) &&
            check.key !== undefined,
          compare: decide(actor, 'check.compare', facts, { purpose: 'check', has_quota: true }).allowed,
        },
      }
    },
  })
}

const slipShown = (slip: StoredClearance | undefined): CheckShown['slip'] =>
  slip
    ? {
        ...{ asked_on: slip.asked_on ?? '', slip_number: slip.slip_number, withdrawn_at: slip.withdrawn_at },
      }
    : null

/**
 * That there is an answer, and whether it can be opened. That one which was never opened is called back would tell an agency's
 * system that there was somebody; whoever opens it, by passkey, is told.
 */
async function answerShown(
  tx: RegisterTx,
  check_id: string,
  { now, actor }: { now: Temporal.Instant; actor: Actor },
): Promise<CheckShown['answer']> {
  const stored = await findAnswer(tx, check_id)
  if (!stored) return null
  const is_hidden = actor.through_agency === true && stored.opened === 0
  const found = { ...stored, is_recalled: stored.is_recalled && !is_hidden }
  const { released_at, opened, opens_count, opens_until_at, said, is_recalled } = found
  return {
    ...{ released_at, opened_count: opened, opens_count, opens_until_at, said: said as Said | null },
    ...{ is_recalled, may_open: openingFault(found, now.toString()) === null },
  }
}

function discardRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{
      method: 'POST',
      url: '/checks/:check_id/discards',
      summary: 'Discard a request that was never sent',
    },
    ...{ access: 'check.ask', audit: 'check.discarded', params: CheckId, body: AtVersion, reply: CheckMoved },
    ...{ facts: factsOfCheck(program), event: aboutCheck },
    form: ({ params }) => paths.checkStep(params.check_id, 'send'),
    then: paths.checks,
    async handle({ tx, params, body, now }) {
      const check = await getLive(tx, program.keyring, params.check_id)
      demandVersion(check, body.body_version)
      if (check.stage !== 'drafting') throw new Problem('check_closed')
      await moveCheck(tx, check, 'discarded', now.toString())
      return { check_id: params.check_id, stage: 'discarded' as const }
    },
  })
}
