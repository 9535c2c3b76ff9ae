/** Slips to issue, those issued, and the slip itself. A request comes from a check or from the queue of comparisons. */
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import {
  Clearance,
  ClearanceFile,
  ClearanceId,
  ClearanceIssued,
  ClearanceList,
  ClearanceMoved,
  ClearanceQuery,
  ClearanceRefused,
  SlipWithdrawal,
  SlipWithdrawalProposed,
} from '../../contract/clearances.ts'
import { paths } from '../../contract/paths.ts'
import type { Action, FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { printNumber } from '../../domain/receipt/statement.ts'
import { ClearancePage } from '../../pages/clearances/ClearancePage.tsx'
import { ClearancesPage } from '../../pages/clearances/ClearancesPage.tsx'
import { hasConflict } from '../approvals/queries.ts'
import { decide } from '../platform/authorize.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { endpoint } from '../platform/endpoint.ts'
import { asNumbered, paperName, pdfOf } from '../platform/paper-words.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { contentHash, signPrint } from '../platform/signing.ts'
import { CLEARANCE, clearancePaper, type Holder } from './paper.ts'
import {
  bearsNumber,
  clearanceRow,
  concernedBy,
  countClearances,
  findClearance,
  listClearances,
  openHolder,
  pairOf,
  type StoredClearance,
} from './queries.ts'
import { findWaitingWithdrawal, isStanding, proposeWithdrawal } from './withdrawing.ts'

type Given = { params: { clearance_id: string }; actor: Actor; tx: RegisterTx }
const ALL: FactsOf<'clearance'> = {
  ...{ kind: 'clearance', place: null, is_own_proposal: false, has_conflict: false },
}

async function factsOf({ params, actor, tx }: Given): Promise<FactsOf<'clearance'> | undefined> {
  const row = await findClearance(tx, params.clearance_id)
  if (!row) return undefined
  const has_conflict = await hasConflict(tx, actor.officer_id, concernedBy(row))
  return { kind: 'clearance', place: null, is_own_proposal: row.asked_by === actor.officer_id, has_conflict }
}

const about = ({ params }: { params: { clearance_id: string } }) => ({
  ...{ subject_kind: 'clearance', subject_id: params.clearance_id },
})

const toPage = ({ params }: { params: { clearance_id: string } }) => paths.clearance(params.clearance_id)

export function clearanceRoutes(app: FastifyInstance, program: Program): void {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/clearances', summary: 'Clearance slips to issue, or issued; by number' },
    ...{ access: 'clearance.list', audit: 'clearance.listed', facts: () => ALL, query: ClearanceQuery },
    ...{ reply: ClearanceList, page: ClearancesPage },
    async handle({ tx, query }) {
      const list = query.list ?? 'waiting'
      const [counts, found] = await Promise.all([
        countClearances(tx),
        listClearances(tx, { list, after: query.after }),
      ])
      return { list, counts, ...found }
    },
  })
  endpoint(app, program, {
    ...{ method: 'GET', url: '/clearances/:clearance_id', summary: 'One clearance: whose, and why' },
    ...{ access: 'clearance.view', audit: 'clearance.seen', facts: factsOf, params: ClearanceId },
    ...{ event: about, reply: Clearance, page: ClearancePage },
    async handle({ tx, params, actor, facts, now }) {
      const row = await findClearance(tx, params.clearance_id)
      if (!row) throw new Problem('not_found')
      const holder = openHolder(program.keyring, row)
      const may = (act: Action) => decide({ ...actor, fresh_auth: true }, act, facts).allowed
      const bears_number = isWaiting(row) && (await isOfBearer(tx, program, row, holder))
      const approval_id = await findWaitingWithdrawal(tx, row.clearance_id, now)
      return {
        ...clearanceShown(row, holder, actor),
        ...{ bears_number, approval_id },
        may_issue: isWaiting(row) && !bears_number && may('clearance.issue'),
        may_refuse: isWaiting(row) && may('clearance.refuse'),
        may_withdraw: isStanding(row) && approval_id === null && may('clearance.withdraw'),
      }
    },
  })
  issueRoute(app, program)
  refuseRoute(app, program)
  withdrawRoute(app, program)
  fileRoute(app, program)
}

const TAIL_DIGITS = 3
const nameOf = (holder: Holder | undefined, kind: 'name' | 'father') => {
  const found = holder && paperName(holder, kind)
  return { latin: found?.latin ?? null, ur: found?.urdu ?? null }
}

const isWaiting = (row: StoredClearance) =>
  row.issued_at === null && row.withdrawn_at === null && row.holder_enc !== null

/** Whether the person of whom it would speak bears its very number: then the record or the card is wrong. */
const isOfBearer = async (
  tx: RegisterTx,
  { keyring }: Program,
  { against_id }: StoredClearance,
  holder: Holder | undefined,
): Promise<boolean> =>
  against_id !== null && !!holder?.cnic && (await bearsNumber(tx, keyring, against_id, holder.cnic))

const clearanceShown = (row: StoredClearance, holder: Holder | undefined, actor: Actor) => ({
  ...clearanceRow(row),
  ...{ name: nameOf(holder, 'name'), father: nameOf(holder, 'father') },
  cnic_tail: holder?.cnic?.slice(-TAIL_DIGITS) ?? null,
  ...{ record_number: row.record_number, check_id: row.check_id, match_pair_id: row.match_pair_id },
  ...{ issued_by: pairOf(row.name_en, row.name_ur), is_own: row.asked_by === actor.officer_id },
  withdrawn_by: pairOf(row.withdrawn_en, row.withdrawn_ur),
  withdrawn_for: row.withdrawn_for as Clearance['withdrawn_for'],
})

async function nextNumber(tx: RegisterTx, now: Temporal.Instant): Promise<string> {
  const { rows } = await sql<{
    serial: number
  }>`select nextval('register.print_number')::int as serial`.execute(tx)
  return printNumber(Number(pakistanDay(now).slice(0, 4)), rows[0]?.serial ?? 0)
}

function issueRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/clearances/:clearance_id/issues', params: ClearanceId, status: 201 },
    ...{ summary: 'Issue a clearance slip that another officer passed on', access: 'clearance.issue' },
    ...{ audit: 'clearance.issued', facts: factsOf, event: about, reply: ClearanceIssued },
    ...{ form: toPage, then: toPage },
    async handle({ tx, params: { clearance_id }, session, now }) {
      const row = await findClearance(tx, clearance_id)
      const holder = row && openHolder(program.keyring, row)
      if (!row || !holder || !isWaiting(row) || row.against_id === null) throw new Problem('already_decided')
      if (row.match_pair_id !== null && row.pair_decision !== 'different')
        throw new Problem('match_not_decided')
      if (await isOfBearer(tx, program, row, holder)) throw new Problem('slip_of_bearer')
      const print_number = await nextNumber(tx, now)
      const content_hash = contentHash(program.keyring, 'clearance', clearancePaper(holder, pakistanDay(now)))
      const statement = { kind: 'clearance' as const, print_number, content_hash, at: now }
      const { code } = await signPrint(program.paper_signer, statement)
      const { numUpdatedRows } = await tx
        .updateTable('register.clearance')
        .set({
          ...{ person_id: row.against_id, slip_number: print_number, content_hash, code },
          ...{ issued_by: session.officer_id, issued_at: now.toString() },
        })
        .where('clearance_id', '=', clearance_id)
        .where('issued_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) throw new Problem('already_decided')
      return { clearance_id, slip_number: print_number }
    },
  })
}

function refuseRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/clearances/:clearance_id/refusals', params: ClearanceId },
    ...{ summary: 'Refuse a request for a slip that another officer passed on', access: 'clearance.refuse' },
    ...{ audit: 'clearance.refused', facts: factsOf, event: about, body: ClearanceRefused },
    ...{ reply: ClearanceMoved, form: toPage, then: toPage },
    async handle({ tx, params: { clearance_id }, body: { reason_code }, session, now }) {
      const row = await findClearance(tx, clearance_id)
      if (!row || !isWaiting(row)) throw new Problem('already_decided')
      const { numUpdatedRows } = await tx
        .updateTable('register.clearance')
        .set({
          ...{ withdrawn_at: now.toString(), withdrawn_by: session.officer_id },
          withdrawn_for: reason_code,
        })
        .where('clearance_id', '=', clearance_id)
        .where('issued_at', 'is', null)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) throw new Problem('already_decided')
      return { clearance_id }
    },
  })
}

function withdrawRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'POST', url: '/clearances/:clearance_id/withdrawals', params: ClearanceId, status: 201 },
    ...{ summary: 'Propose that a slip given in error be withdrawn', access: 'clearance.withdraw' },
    ...{ audit: 'clearance.withdrawal_proposed', facts: factsOf, event: about, body: SlipWithdrawal },
    ...{ reply: SlipWithdrawalProposed, form: toPage },
    then: ({ reply }) => paths.approval(reply.approval_id),
    async handle({ tx, params: { clearance_id }, body, session, now, also }) {
      const approval_id = await proposeWithdrawal({ tx, program, session, now }, clearance_id, body)
      also({ subject_kind: 'approval', subject_id: approval_id, second_id: clearance_id })
      return { clearance_id, approval_id }
    },
  })
}

function fileRoute(app: FastifyInstance, program: Program) {
  endpoint(app, program, {
    ...{ method: 'GET', url: '/clearances/:clearance_id/file', params: ClearanceId },
    ...{ summary: 'The clearance slip (PDF)', access: 'clearance.view', audit: 'clearance.fetched' },
    ...{ facts: factsOf, event: about, reply: ClearanceFile, ...asNumbered },
    async handle({ tx, params: { clearance_id } }) {
      return slipFile(program, await findClearance(tx, clearance_id))
    },
  })
}

/** The slip on paper; not found until it is issued, once it is withdrawn, and once its key is gone. */
export function slipFile(program: Program, row: StoredClearance | undefined) {
  const holder = row && openHolder(program.keyring, row)
  if (!holder || !row?.issued_at || row.withdrawn_at || !row.slip_number || !row.code)
    throw new Problem('not_found')
  const { slip_number, code, issued_at, name_en, name_ur } = row
  const content = clearancePaper(holder, pakistanDay(Temporal.Instant.from(issued_at)))
  return pdfOf(program, CLEARANCE, content, {
    ...{ print_number: slip_number, code, printed_at: issued_at },
    ...{ name_en: name_en ?? '', name_ur: name_ur ?? '' },
  })
}
