/** What followed from a change of the rules, and the tasks it gave the Bureau, each taken up by an officer. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import {
  LawChange,
  LawChangeOf,
  LawChangeQuery,
  LawChangeTaken,
  LawChangeTask,
} from '../../contract/law-changes.ts'
import { paths } from '../../contract/paths.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { formatter } from '../../pages/language/formatter.ts'
import { translator } from '../../pages/language/translator.ts'
import { LawChangePage } from '../../pages/law-changes/LawChangePage.tsx'
import { getDraft, moveDraft } from '../drafts/queries.ts'
import { sealReturnReason } from '../entries/draft-row.ts'
import { auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { countEffects, findLawChange, listEffects, stateOf } from './queries.ts'

const PAGE_ROWS = 50
const REFRESH_SECONDS = 2

const changeFacts = (): FactsOf<'simulation'> => ({ kind: 'simulation', place: null })
const about = ({ params }: { params: { law_change_id: string } }) => ({
  ...{ subject_kind: 'law_change', subject_id: params.law_change_id },
})

export function lawChangeRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{
      method: 'GET',
      url: '/law-changes/:law_change_id',
      summary: 'What followed from a change of the rules',
    },
    ...{ access: 'simulation.view', facts: changeFacts, audit: 'law_change.viewed', event: about },
    ...{ params: LawChangeOf, query: LawChangeQuery, reply: LawChange, page: LawChangePage },
    refresh_seconds: ({ reply: { state } }) =>
      state === 'applying' || state === 'undoing' ? REFRESH_SECONDS : undefined,
    async handle({ tx, params: { law_change_id }, query, actor, now }) {
      const change = await findLawChange(tx, law_change_id)
      if (!change) throw new Problem('not_found')
      const [counts, found] = await Promise.all([
        countEffects(tx, law_change_id),
        listEffects(tx, law_change_id, { ...query, most: PAGE_ROWS + 1 }),
      ])
      const rows = found.slice(0, PAGE_ROWS)
      return {
        ...{
          law_change_id,
          pack_id: change.pack_id,
          simulation_id: change.simulation_id,
          from_on: change.from_on,
        },
        pack_title: { en: change.title_en, ur: change.title_ur },
        ...{ state: stateOf(change, pakistanDay(now)), seen_count: change.seen_count },
        ...{ exit_count: counts.exits, open_task_count: counts.open, effect: query.effect ?? null, rows },
        next: found.length > PAGE_ROWS ? (rows.at(-1)?.subject_id ?? null) : null,
        is_first: query.after === undefined,
        may_take_up:
          decide(actor, 'law_change.take_up', changeFacts()).allowed && change.reversed_at === null,
      }
    },
  })
  takingRoute(app, program)
}

function takingRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    method: 'POST',
    url: '/law-changes/:law_change_id/tasks/:subject_id/takings',
    summary: 'Take up whoever would enter by a change of the rules',
    ...{ access: 'law_change.take_up', facts: changeFacts, audit: 'law_change.taken_up', event: about },
    ...{ params: LawChangeTask, reply: LawChangeTaken },
    then: ({ params: { subject_id }, reply }) =>
      reply.subject_kind === 'draft' ? paths.draft(subject_id) : paths.person(subject_id),
    form: ({ params }) => paths.lawChange(params.law_change_id),
    async handle({ tx, params, session, now }) {
      const { law_change_id, subject_id } = params
      const taken = await tx
        .updateTable('register.law_change_effect')
        .set({ taken_up_at: now.toString(), taken_up_by: session.officer_id })
        .where('law_change_id', '=', law_change_id)
        .where('subject_id', '=', subject_id)
        .where('effect', '<>', 'exit')
        .where('taken_up_at', 'is', null)
        .where('undone_at', 'is', null)
        .returning('subject_kind')
        .executeTakeFirst()
      if (!taken) throw new Problem('conflict')
      const subject_kind = taken.subject_kind as 'person' | 'draft'
      if (subject_kind === 'draft') await reopen({ tx, program, session, law_change_id }, subject_id)
      return { ...params, subject_kind }
    },
  })
}

type Reopening = { tx: RegisterTx; program: Program; session: Session; law_change_id: string }

/** Gives an entry that was closed back to its office, which submits it anew under the rules that came into force. */
async function reopen({ tx, program, session, law_change_id }: Reopening, draft_id: string): Promise<void> {
  const [draft, change] = await Promise.all([
    getDraft(tx, program.keyring, draft_id),
    findLawChange(tx, law_change_id),
  ])
  // Opened again by an earlier change meanwhile: there is nothing to do but to see it.
  if (draft.stage !== 'not_registrable' || !change) return
  const row_before = await recordHash(tx, 'draft', draft_id)
  const reason = ([ur, en] as const)
    .map(({ t, f }, at) =>
      t('law_changes.reopened', {
        ...{ title: at === 0 ? change.title_ur : change.title_en, day: f.date(change.from_on) },
      }),
    )
    .join('\n')
  await moveDraft(tx, draft, 'collecting', {
    ...{ eligibility: null, identity_outcome: null, submitted_at: null },
    return_reason_enc: sealReturnReason(draft.key, draft_id, reason),
  })
  await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
    ...{ action: 'draft.reopened', outcome: 'done', subject_kind: 'draft', subject_id: draft_id },
    ...{ second_id: law_change_id, place_district: draft.district_id, row_before },
    row_after: await recordHash(tx, 'draft', draft_id),
  })
}

const [en, ur] = [
  { t: translator('en'), f: formatter('en') },
  { t: translator('ur'), f: formatter('ur') },
]
