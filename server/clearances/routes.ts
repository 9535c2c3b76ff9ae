/** Slips to issue, those issued, and the slip itself. A request comes from a check or from the queue of comparisons. */
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import {
  Clearance,
  ClearanceFile,
  ClearanceId,
  ClearanceIssued,
  ClearanceList,
  ClearanceQuery,
} from '../../contract/clearances.ts'
import { paths } from '../../contract/paths.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
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
  clearanceRow,
  countClearances,
  findClearance,
  listClearances,
  openHolder,
  pairOf,
  type StoredClearance,
} from './queries.ts'

type Given = { params: { clearance_id: string }; actor: Actor; tx: RegisterTx }
const ALL: FactsOf<'clearance'> = {
  ...{ kind: 'clearance', place: null, is_own_proposal: false, has_conflict: false },
}

async function factsOf({ params, actor, tx }: Given): Promise<FactsOf<'clearance'> | undefined> {
  const row = await findClearance(tx, params.clearance_id)
  if (!row) return undefined
  const concerned = [row.against_id, row.check_id, row.match_pair_id].filter((id) => id !== null)
  const has_conflict = concerned.length > 0 && (await hasConflict(tx, actor.officer_id, concerned))
  return { kind: 'clearance', place: null, is_own_proposal: row.asked_by === actor.officer_id, has_conflict }
}

const about = ({ params }: { params: { clearance_id: string } }) => ({
  ...{ subject_kind: 'clearance', subject_id: params.clearance_id },
})

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
    async handle({ tx, params, actor, facts }) {
      const row = await findClearance(tx, params.clearance_id)
      if (!row) throw new Problem('not_found')
      const is_waiting = row.issued_at === null && row.holder_enc !== null
      const may = decide({ ...actor, fresh_auth: true }, 'clearance.issue', facts).allowed
      return clearanceShown(row, openHolder(program.keyring, row), actor, is_waiting && may)
    },
  })
  issueRoute(app, program)
  fileRoute(app, program)
}

const TAIL_DIGITS = 3
const nameOf = (holder: Holder | undefined, kind: 'name' | 'father') => {
  const found = holder && paperName(holder, kind)
  return { latin: found?.latin ?? null, ur: found?.urdu ?? null }
}

const clearanceShown = (
  row: StoredClearance,
  holder: Holder | undefined,
  actor: Actor,
  may_issue: boolean,
) => ({
  ...clearanceRow(row),
  ...{ name: nameOf(holder, 'name'), father: nameOf(holder, 'father') },
  cnic_tail: holder?.cnic?.slice(-TAIL_DIGITS) ?? null,
  ...{ record_number: row.record_number, check_id: row.check_id, match_pair_id: row.match_pair_id },
  ...{ issued_by: pairOf(row.name_en, row.name_ur), is_own: row.asked_by === actor.officer_id, may_issue },
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
    form: ({ params }) => paths.clearance(params.clearance_id),
    then: ({ params }) => paths.clearance(params.clearance_id),
    async handle({ tx, params: { clearance_id }, session, now }) {
      const row = await findClearance(tx, clearance_id)
      const holder = row && openHolder(program.keyring, row)
      if (!row || !holder || row.issued_at !== null || row.against_id === null)
        throw new Problem('already_decided')
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
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) throw new Problem('already_decided')
      return { clearance_id, slip_number: print_number }
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

/** The slip on paper; not found until it is issued, and once its key is gone. */
export function slipFile(program: Program, row: StoredClearance | undefined) {
  const holder = row && openHolder(program.keyring, row)
  if (!holder || !row?.issued_at || !row.slip_number || !row.code) throw new Problem('not_found')
  const { slip_number, code, issued_at, name_en, name_ur } = row
  const content = clearancePaper(holder, pakistanDay(Temporal.Instant.from(issued_at)))
  return pdfOf(program, CLEARANCE, content, {
    ...{ print_number: slip_number, code, printed_at: issued_at },
    ...{ name_en: name_en ?? '', name_ur: name_ur ?? '' },
  })
}
