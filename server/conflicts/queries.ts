import type { CONFLICT_REASONS, ConflictSubject } from '../../contract/conflicts.ts'
import type { RegisterTx } from '../platform/database.ts'

type Subject = { subject_kind: ConflictSubject; subject_id: string }

/** Whether the officer may see what he names; what he may not see does not exist for him. */
export async function isVisible(tx: RegisterTx, { subject_kind, subject_id }: Subject): Promise<boolean> {
  const found = {
    person: () => tx.selectFrom('register.person').select('person_id').where('person_id', '=', subject_id),
    draft: () => tx.selectFrom('register.draft').select('draft_id').where('draft_id', '=', subject_id),
    approval: () =>
      tx.selectFrom('register.approval').select('approval_id').where('approval_id', '=', subject_id),
    emergency: () =>
      tx.selectFrom('register.emergency').select('emergency_id').where('emergency_id', '=', subject_id),
    check: () =>
      tx.selectFrom('register.check_request').select('check_id').where('check_id', '=', subject_id),
  }
  return (await found[subject_kind]().executeTakeFirst()) !== undefined
}

/** The person of a record number within the officer's scope. */
export const findByRecord = (tx: RegisterTx, record_number: string) =>
  tx
    .selectFrom('register.person')
    .select('person_id')
    .where('record_number', '=', record_number)
    .executeTakeFirst()

/** Keeps a declaration; made again it changes nothing. */
export const declare = (
  tx: RegisterTx,
  conflict: { officer_id: string; subject_id: string; reason_code: (typeof CONFLICT_REASONS)[number] },
) =>
  tx
    .insertInto('register.conflict')
    .values(conflict)
    .onConflict((c) => c.columns(['officer_id', 'subject_id']).where('withdrawn_at', 'is', null).doNothing())
    .execute()

/** The officer's own, newest first, each with what he may still see of its subject. */
export const listConflicts = (tx: RegisterTx, now: Temporal.Instant) =>
  tx
    .selectFrom('register.conflict as c')
    .leftJoin('register.person as p', 'p.person_id', 'c.subject_id')
    .leftJoin('register.draft as d', 'd.draft_id', 'c.subject_id')
    .leftJoin('register.approval as a', 'a.approval_id', 'c.subject_id')
    .leftJoin('register.emergency as e', 'e.emergency_id', 'c.subject_id')
    .leftJoin('register.check_request as q', 'q.check_id', 'c.subject_id')
    .select(['c.conflict_id', 'c.subject_id', 'c.reason_code', 'c.declared_at', 'c.withdrawn_at'])
    .select(['p.record_number'])
    .select(['p.person_id', 'd.draft_id', 'a.approval_id', 'e.emergency_id', 'q.check_id'])
    .select((eb) =>
      eb.fn
        .coalesce('p.district_id', 'd.district_id', 'a.district_id', 'e.district_id', 'q.district_id')
        .as('district_id'),
    )
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('register.approval as w')
          .leftJoin('register.approval_decision as wd', 'wd.approval_id', 'w.approval_id')
          .select('w.approval_id')
          .whereRef('w.subject_id', '=', 'c.conflict_id')
          .where('w.expires_at', '>', now.toString())
          .where('wd.approval_id', 'is', null),
      ).as('is_withdrawal_asked'),
    )
    .orderBy('c.declared_at', 'desc')
    .orderBy('c.conflict_id')
    .execute()

/** One of the officer's own that stands; undefined when there is none. */
export const findStanding = async (tx: RegisterTx, conflict_id: string, now: Temporal.Instant) =>
  (await listConflicts(tx, now)).find((one) => one.conflict_id === conflict_id && one.withdrawn_at === null)

/** What a conflict is about, as far as the officer still sees it. */
export const subjectKindOf = ({
  person_id,
  draft_id,
  approval_id,
  emergency_id,
  check_id,
}: ListedConflict): ConflictSubject | null => {
  if (person_id) return 'person'
  if (draft_id) return 'draft'
  if (approval_id) return 'approval'
  if (emergency_id) return 'emergency'
  return check_id ? 'check' : null
}

type ListedConflict = Awaited<ReturnType<typeof listConflicts>>[number]
