import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { About } from '../../domain/access/actions.ts'
import { canonicalHash, canonicalJson } from '../../domain/approval/canonical.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { type DataKey, type Keyring, newDataKey, open, openDataKey, seal } from '../platform/keys.ts'
import type { ApprovalNoun, Proposal } from './nouns.ts'

const shownPlace = (approval_id: string) => ({ table: 'approval', row: approval_id, column: 'shown_enc' })
const reasonPlace = (approval_id: string) => ({
  table: 'approval_decision',
  row: approval_id,
  column: 'reason_enc',
})

/** Proposes an act to a second officer; `shown` is all he will see and decide on. Returns the approval's id. */
export async function propose(
  tx: RegisterTx,
  keyring: Keyring,
  session: Session,
  noun: ApprovalNoun,
  what: { subject_id: string; district_id: string | null; shown: unknown; now: Temporal.Instant },
): Promise<string> {
  const approval_id = randomUUID()
  const key = newDataKey(keyring, approval_id)
  await tx
    .insertInto('register.approval')
    .values({
      approval_id,
      kind: noun.kind,
      subject_id: what.subject_id,
      audience: noun.audience,
      district_id: what.district_id,
      proposed_by: session.officer_id,
      proposed_at: what.now.toString(),
      expires_at: what.now.add({ hours: 24 * noun.expires_days }).toString(),
      shown_hash: canonicalHash(what.shown),
      shown_enc: seal(key, shownPlace(approval_id), canonicalJson(what.shown)),
      wrapped_key: key.wrapped_key,
      kek_id: key.kek_id,
    })
    .execute()
  return approval_id
}

export type ApprovalRow = Proposal & {
  decision: string | null
  decided_by: string | null
  decided_at: string | null
  reason: string | null
  shown: unknown
  key: DataKey
}

/** One approval that the officer may see, opened; undefined when there is none. */
export async function findApproval(
  tx: RegisterTx,
  keyring: Keyring,
  approval_id: string,
): Promise<ApprovalRow | undefined> {
  const row = await tx
    .selectFrom('register.approval as a')
    .leftJoin('register.approval_decision as d', 'd.approval_id', 'a.approval_id')
    .select([
      'a.approval_id',
      'a.kind',
      'a.subject_id',
      'a.district_id',
      'a.proposed_by',
      'a.proposed_at',
      'a.expires_at',
    ])
    .select(['a.shown_hash', 'a.shown_enc', 'a.wrapped_key', 'a.kek_id'])
    .select(['d.decision', 'd.decided_by', 'd.decided_at', 'd.reason_enc'])
    .where('a.approval_id', '=', approval_id)
    .executeTakeFirst()
  const key = row && openDataKey(keyring, approval_id, row)
  if (!row || !key) return undefined
  const { shown_enc, wrapped_key: _w, kek_id: _k, reason_enc, shown_hash, ...rest } = row
  return {
    ...rest,
    kind: rest.kind as About,
    shown_hash: shown_hash.toString('hex'),
    shown: JSON.parse(open(key, shownPlace(approval_id), shown_enc)),
    reason: reason_enc ? open(key, reasonPlace(approval_id), reason_enc) : null,
    key,
  }
}

/** Whether the officer of this session declared a conflict with any of these, or with another record of a person among them. */
export async function hasConflict(
  tx: RegisterTx,
  officer_id: string,
  subject_ids: readonly string[],
): Promise<boolean> {
  const { rows } = await sql<{ is_partial: boolean }>`
    select sec.is_partial(${officer_id}, ${[...subject_ids]}::uuid[]) as is_partial`.execute(tx)
  return rows[0]?.is_partial === true
}

/** Inserts the one decision on a proposal; its primary key refuses a second, its constraints one's own. */
export async function insertDecision(
  tx: RegisterTx,
  approval: ApprovalRow,
  by: {
    officer_id: string
    decision: 'approved' | 'returned' | 'refused' | 'withdrawn'
    reason: string | null
    shown_hash: string
  },
): Promise<void> {
  await tx
    .insertInto('register.approval_decision')
    .values({
      approval_id: approval.approval_id,
      proposed_by: approval.proposed_by,
      decision: by.decision,
      decided_by: by.officer_id,
      shown_hash: Buffer.from(by.shown_hash, 'hex'),
      reason_enc:
        by.reason === null ? null : seal(approval.key, reasonPlace(approval.approval_id), by.reason),
    })
    .execute()
}

/** Whose queue: the kinds that the officer may open, and his own proposals of any kind. */
export type Queue = { now: Temporal.Instant; kinds: readonly About[]; officer_id: string }

/** Undecided, unexpired proposals the officer may open, oldest first; at most 50. Names of who asked come along. */
export const listOpenApprovals = (
  tx: RegisterTx,
  { now, kinds, officer_id, kind }: Queue & { kind?: About | undefined },
) =>
  tx
    .selectFrom('register.approval as a')
    .innerJoin('access.officer as o', 'o.officer_id', 'a.proposed_by')
    .leftJoin('register.approval_decision as d', 'd.approval_id', 'a.approval_id')
    .select([
      'a.approval_id',
      'a.kind',
      'a.subject_id',
      'a.district_id',
      'a.proposed_by',
      'a.proposed_at',
      'a.expires_at',
    ])
    .select(['o.name_en', 'o.name_ur'])
    .where('d.approval_id', 'is', null)
    .where('a.expires_at', '>', now.toString())
    .where((eb) => eb.or([eb('a.kind', 'in', [...kinds]), eb('a.proposed_by', '=', officer_id)]))
    .$if(kind !== undefined, (q) => q.where('a.kind', '=', kind ?? ''))
    .orderBy('a.proposed_at')
    .orderBy('a.approval_id')
    .limit(50)
    .execute()

/** How many undecided, unexpired proposals the officer may open, of each kind with one or more. */
export const countOpenApprovals = async (tx: RegisterTx, { now, kinds, officer_id }: Queue) =>
  (
    await tx
      .selectFrom('register.approval as a')
      .leftJoin('register.approval_decision as d', 'd.approval_id', 'a.approval_id')
      .select(({ fn }) => ['a.kind', fn.countAll<number>().as('waiting_count')])
      .where('d.approval_id', 'is', null)
      .where('a.expires_at', '>', now.toString())
      .where((eb) => eb.or([eb('a.kind', 'in', [...kinds]), eb('a.proposed_by', '=', officer_id)]))
      .groupBy('a.kind')
      .orderBy('a.kind')
      .execute()
  ).map((row) => ({ kind: row.kind as About, waiting_count: Number(row.waiting_count) }))

/** What a decision must know of a proposal; undefined when the officer may not see it. */
export async function findHead(tx: RegisterTx, approval_id: string) {
  const row = await tx
    .selectFrom('register.approval as a')
    // A missed duty is signed off where its person is now, whoever proposed the decision.
    .leftJoin('register.breach as b', 'b.breach_id', 'a.subject_id')
    .leftJoin('register.person as p', 'p.person_id', 'b.person_id')
    .select(['a.kind', 'a.subject_id', 'a.district_id', 'a.proposed_by', 'p.station_id'])
    .where('a.approval_id', '=', approval_id)
    .executeTakeFirst()
  return row && { ...row, kind: row.kind as About }
}

/** Officers' names in both scripts, by id. */
export async function listNames(tx: RegisterTx, officer_ids: string[]) {
  const rows = await tx
    .selectFrom('access.officer')
    .select(['officer_id', 'name_en', 'name_ur'])
    .where('officer_id', 'in', officer_ids)
    .execute()
  return new Map(rows.map((row) => [row.officer_id, { en: row.name_en, ur: row.name_ur }]))
}

/** Whether an enrolment link that this approval made waits to be shown to the officer of this transaction. */
export const hasWaitingLink = async (tx: RegisterTx, approval_id: string): Promise<boolean> =>
  (await tx
    .selectFrom('register.form_state')
    .select('form_id')
    .where('form_id', '=', approval_id)
    .executeTakeFirst()) !== undefined
