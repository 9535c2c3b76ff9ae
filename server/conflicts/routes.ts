/** An officer says that he is not impartial: from then on he decides nothing about that person, draft or proposal. */
import type { FastifyInstance } from 'fastify'
import {
  ConflictAsked,
  ConflictByRecord,
  ConflictDeclared,
  ConflictForm,
  ConflictId,
  ConflictList,
  ConflictOf,
  ConflictQuery,
  type ConflictSubject,
  type ConflictWithdrawalShown,
  WithdrawalAsked,
  WithdrawalProposed,
} from '../../contract/conflicts.ts'
import { paths } from '../../contract/paths.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import { survivorDoubt } from '../../domain/imports/survivor.ts'
import { asciiDigits } from '../../domain/text/digits.ts'
import { ConflictsPage } from '../../pages/conflicts/ConflictsPage.tsx'
import { DeclarePage } from '../../pages/conflicts/DeclarePage.tsx'
import { hasConflict, propose } from '../approvals/queries.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { conflictApproval } from './approval.ts'
import { declare, findByRecord, findStanding, isVisible, listConflicts, subjectKindOf } from './queries.ts'

const own = (): FactsOf<'conflict'> => ({ kind: 'conflict', place: null })

type Subject = { subject_kind: ConflictSubject; subject_id: string }
const ofVisible = async ({ tx, params }: { tx: RegisterTx; params: Subject }) =>
  (await isVisible(tx, params)) ? own() : undefined

export function conflictRoutes(app: FastifyInstance, program: Program): void {
  listRoute(app, program)
  declareRoutes(app, program)
  byRecordRoute(app, program)
  withdrawRoute(app, program)
}

function listRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/conflicts', summary: 'The conflicts of interest that the officer declared' },
    ...{ access: 'conflict.view', audit: 'conflict.listed', facts: own },
    ...{ query: ConflictQuery, reply: ConflictList, page: ConflictsPage },
    handle: async ({ tx, query, now }) => ({
      withdrawing: query.withdraw ?? null,
      conflicts: (await listConflicts(tx, now)).map((row) => {
        const district = row.district_id === null ? undefined : program.places.districts.get(row.district_id)
        const { conflict_id, subject_id, declared_at, withdrawn_at, record_number } = row
        return {
          ...{ conflict_id, subject_id, declared_at, withdrawn_at, record_number },
          ...{ subject_kind: subjectKindOf(row), reason_code: row.reason_code },
          is_withdrawal_asked: Boolean(row.is_withdrawal_asked),
          district: district ? { en: district.name_en, ur: district.name_ur } : null,
        }
      }),
    }),
  })
}

function declareRoutes(app: FastifyInstance, program: Program) {
  const shared = { url: '/conflicts/:subject_kind/:subject_id', params: ConflictOf, facts: ofVisible }
  endpoint(app, program, {
    ...{ ...shared, method: 'GET', summary: 'Before a conflict is declared', is_page_only: true },
    ...{ access: 'conflict.declare', audit: 'conflict.form_opened' },
    event: ({ params }) => params,
    ...{ reply: ConflictAsked, page: DeclarePage },
    handle: async ({ tx, params, actor }) => ({
      ...params,
      is_declared: await hasConflict(tx, actor.officer_id, [params.subject_id]),
    }),
  })
  endpoint(app, program, {
    ...{ ...shared, method: 'POST', summary: 'Declare a conflict of interest', status: 201 },
    ...{ access: 'conflict.declare', audit: 'conflict.declared' },
    event: ({ params }) => params,
    ...{ body: ConflictForm, reply: ConflictDeclared },
    form: ({ params }) => paths.newConflict(params.subject_kind, params.subject_id),
    then: paths.conflicts,
    async handle({ tx, params, body, session: { officer_id } }) {
      await declare(tx, { officer_id, subject_id: params.subject_id, ...body })
      return params
    },
  })
}

function byRecordRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/conflicts', status: 201 },
    summary: 'Declare a conflict of interest about the person of a record number',
    ...{ access: 'conflict.declare', audit: 'conflict.declared', facts: own },
    event: ({ reply }) => ({ subject_kind: 'person', subject_id: reply?.subject_id }),
    ...{ body: ConflictByRecord, reply: ConflictDeclared },
    ...{ form: paths.conflicts, then: paths.conflicts },
    async handle({ tx, body: { record_number, reason_code }, session: { officer_id } }) {
      const found = await findByRecord(tx, asciiDigits(record_number).trim().toUpperCase())
      // Out of scope and not there are one answer.
      if (!found) throw invalid('record_number', 'conflicts.no_record')
      await declare(tx, { officer_id, subject_id: found.person_id, reason_code })
      return { subject_kind: 'person' as const, subject_id: found.person_id }
    },
  })
}

/** Taking a declaration back would let its officer decide, so that a second one must agree; until then it stands. */
function withdrawRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/conflicts/:conflict_id/withdrawals', status: 201 },
    ...{ summary: 'Propose that an own conflict of interest be withdrawn', params: ConflictId },
    ...{ access: 'conflict.withdraw', audit: 'conflict.withdrawal_proposed' },
    ...{ body: WithdrawalAsked, reply: WithdrawalProposed },
    facts: async ({ tx, params }) =>
      (await findStanding(tx, params.conflict_id, program.clock.now())) ? own() : undefined,
    event: ({ params }) => ({ subject_kind: 'conflict', subject_id: params.conflict_id }),
    form: ({ params }) => paths.withdrawConflict(params.conflict_id),
    then: paths.conflicts,
    async handle({ tx, params: { conflict_id }, body: { reason }, session, now, record }) {
      const row = await findStanding(tx, conflict_id, now)
      if (!row) throw new Problem('not_found')
      if (row.is_withdrawal_asked) throw invalid('reason', 'conflicts.withdrawal.asked')
      if (survivorDoubt('sentence', reason)) throw invalid('reason', 'stays.fault.survivor')
      const { subject_id, record_number, reason_code, declared_at } = row
      const shown: ConflictWithdrawalShown = {
        ...{ conflict_id, subject_id, record_number, subject_kind: subjectKindOf(row) },
        ...{ reason_code, declared_at, reason },
      }
      const what = { subject_id: conflict_id, district_id: null, shown, now }
      const approval_id = await propose(tx, program.keyring, session, conflictApproval, what)
      record({ second_id: approval_id })
      return { conflict_id, approval_id }
    },
  })
}
