/** The Bureau's desk for one request, as its page shows it. */
import type { AnswerProposed, CheckDesk } from '../../contract/check-answers.ts'
import type { Suspect } from '../../contract/checks.ts'
import type { Action, FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { grantedFields } from '../../domain/check/minimum.ts'
import { findApproval, hasConflict, listNames } from '../approvals/queries.ts'
import type { Holder } from '../clearances/paper.ts'
import { findOfCheck, listSlips, openHolder } from '../clearances/queries.ts'
import { decide } from '../platform/authorize.ts'
import type { RegisterTx } from '../platform/database.ts'
import { paperName } from '../platform/paper-words.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { listCandidates } from './candidates.ts'
import { findRow, openRow } from './row.ts'
import { askedShown, districtOf, rowShown, stepsShown } from './view.ts'

type Asking = {
  tx: RegisterTx
  program: Program
  actor: Actor
  facts: FactsOf<'check'>
  now: Temporal.Instant
}

export async function describeDesk(
  { tx, program, actor, facts, now }: Asking,
  check_id: string,
  record: string | undefined,
): Promise<CheckDesk> {
  const row = await findRow(tx, check_id)
  if (!row) throw new Problem('not_found')
  const check = openRow(program.keyring, row)
  const is_open = row.stage === 'forwarded' || row.stage === 'proposed'
  const may = (action: Action) => decide({ ...actor, fresh_auth: true }, action, facts, {}).allowed
  const last = await lastProposal(tx, program, row.approval_id, actor)
  const proposed = row.stage === 'proposed' ? last.proposed : null
  const candidates =
    is_open && check.body
      ? await listCandidates(tx, program, check.body.suspect, { now, record: record ?? last.record })
      : []
  await demandImpartial(tx, actor.officer_id, candidates)
  return {
    ...rowShown(row, program, now),
    ...{ asked: askedShown(check, program, is_open), candidates },
    granted: [...grantedFields(row.offences, 'investigator')],
    ...{ proposed, sent_back: row.stage === 'forwarded' ? last.sent_back : null, record: record ?? null },
    slips: is_open && check.body ? await slipsShown(tx, program, check.body.suspect) : [],
    slip: await slipShown(tx, program, check_id),
    steps: await stepsShown(tx, check_id, check.key),
    may: {
      answer: row.stage === 'forwarded' && may('check.answer'),
      release: proposed !== null && may('check.release'),
      send_back: proposed !== null && may('check.send_back'),
    },
  }
}

/** Refused where somebody who may be meant is one about whom the officer is partial: another compares and answers. */
export async function demandImpartial(
  tx: RegisterTx,
  officer_id: string,
  people: readonly { person_id: string }[],
): Promise<void> {
  const ids = people.map(({ person_id }) => person_id)
  if (ids.length > 0 && (await hasConflict(tx, officer_id, ids)))
    throw new Problem('refused', { policy: 'forbid-conflict' })
}

/** The last answer proposed: what it says, or why it came back. */
async function lastProposal(tx: RegisterTx, program: Program, approval_id: string | null, actor: Actor) {
  const none = { proposed: null, sent_back: null, record: undefined }
  const found = approval_id === null ? undefined : await findApproval(tx, program.keyring, approval_id)
  if (!found) return none
  const { content, person_id } = found.shown as AnswerProposed
  if (found.decision) return { ...none, sent_back: found.reason }
  const { shown_hash, proposed_by, proposed_at, expires_at } = found
  const names = await listNames(tx, [proposed_by])
  return {
    proposed: {
      ...{ content, shown_hash, proposed_at, expires_at, is_own: proposed_by === actor.officer_id },
      district: districtOf(program, content),
      proposed_by: names.get(proposed_by) ?? { en: '', ur: '' },
    },
    sent_back: null,
    // Whom the answer names stands among those compared, however he was found.
    record: await recordOf(tx, person_id),
  }
}

async function recordOf(tx: RegisterTx, person_id: string | null): Promise<string | undefined> {
  if (person_id === null) return undefined
  const row = await tx
    .selectFrom('register.person')
    .select('record_number')
    .where('person_id', '=', person_id)
    .executeTakeFirst()
  return row?.record_number
}

const pairOf = (holder: Holder, kind: 'name' | 'father') => {
  const found = paperName(holder, kind)
  return { latin: found?.latin ?? null, ur: found?.urdu ?? null }
}
const TAIL_DIGITS = 3

/** Slips that speak for the man asked about, each with whom it says he is not. */
async function slipsShown(
  tx: RegisterTx,
  { keyring }: Program,
  suspect: Suspect,
): Promise<CheckDesk['slips']> {
  const rows = await listSlips(tx, keyring, suspect)
  return rows.flatMap((row) => {
    const holder = openHolder(keyring, row)
    const { slip_number, record_number, has_same_cnic, withdrawn_at } = row
    if (!holder || !slip_number || !record_number) return []
    const cnic_tail = holder.cnic?.slice(-TAIL_DIGITS) ?? null
    const [name, father] = [pairOf(holder, 'name'), pairOf(holder, 'father')]
    return [{ slip_number, record_number, name, father, cnic_tail, has_same_cnic, withdrawn_at }]
  })
}

async function slipShown(tx: RegisterTx, { keyring }: Program, check_id: string): Promise<CheckDesk['slip']> {
  const row = await findOfCheck(tx, check_id)
  const holder = row && openHolder(keyring, row)
  if (!row || !holder) return null
  const [name, father] = [pairOf(holder, 'name'), pairOf(holder, 'father')]
  const { clearance_id, asked_on, slip_number, withdrawn_at } = row
  return { clearance_id, name, father, asked_on: asked_on ?? '', slip_number, withdrawn_at }
}
