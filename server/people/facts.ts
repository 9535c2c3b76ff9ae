/** What a decision about a person must know: his place, a declared conflict, and the task that the look belongs to. */
import { sql } from 'kysely'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor, Purpose } from '../../domain/access/actor.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import { purposesFor } from '../platform/purposes.ts'

export type PersonFacts = FactsOf<'person'> & {
  /** Empty: no task of the officer's gives one, so that he is asked. */
  purpose: Purpose | ''
  /** The search, draft or correction that the purpose comes from. */
  task_id: string | null
  district_id: string
}

type TaskRow = {
  task: 'search' | 'draft' | 'correction' | 'breach' | 'transfer'
  purpose: Purpose | null
  task_id: string
}

/**
 * Tasks of this officer that lead to the person, newest first: a search of his own that found him, at most one
 * session (12 hours) old; a draft that is being compared with him, or became his within the day; a correction that
 * waits; a missed duty not yet decided; a transfer under way, or answered within the day. Row security keeps each to the officer's own.
 */
const tasksAbout = (person_id: string) => sql<TaskRow>`
  select task, purpose, task_id from (
    select 'search' as task, s.purpose, s.search_id as task_id, s.searched_at as begun_at
      from register.search s
     where s.searched_at > now() - interval '12 hours' and s.person_ids @> array[${person_id}::uuid]
    union all
    select 'draft', null, d.draft_id, d.updated_at from register.draft d
     where d.entered_person_id = ${person_id} and d.updated_at > now() - interval '1 day'
        or d.held_person_id = ${person_id} and d.stage in ('legal', 'bureau') and (select sec.entry_key()) = 'nation'
    union all
    select 'correction', 'correction', c.correction_id, c.proposed_at
      from register.correction c join register.approval a using (approval_id)
     where c.person_id = ${person_id} and a.expires_at > now()
       and not exists (select from register.approval_decision d where d.approval_id = a.approval_id)
    union all
    select 'breach', 'supervision', b.breach_id, b.opened_at from register.breach b
     where b.person_id = ${person_id}
       and not exists (select from register.breach_outcome o where o.breach_id = b.breach_id and o.said = 'approved')
    union all
    select 'transfer', 'supervision', t.transfer_id, coalesce(t.answered_at, t.offered_at) from register.transfer t
     where t.person_id = ${person_id} and (t.answered_at is null or t.answered_at > now() - interval '1 day')
  ) as tasks order by begun_at desc, task_id limit 10`

const purposeOf = (task: TaskRow, actor: Actor): Purpose =>
  task.purpose ?? (actor.role === 'legal_officer' ? 'legal_review' : 'registration')

/** The facts of a visible person; undefined when there is none such for this officer. */
export async function factsOfPerson(
  tx: RegisterTx,
  program: Program,
  actor: Actor,
  person_id: string,
): Promise<PersonFacts | undefined> {
  const [person, conflict, { rows: tasks }] = await Promise.all([
    tx
      .selectFrom('register.person')
      .select(['district_id', 'station_id'])
      .where('person_id', '=', person_id)
      .executeTakeFirst(),
    tx
      .selectFrom('register.conflict')
      .select('subject_id')
      .where('subject_id', '=', person_id)
      .executeTakeFirst(),
    tasksAbout(person_id).execute(tx),
  ])
  if (!person) return undefined
  const place = program.places.ofStation(person.station_id)
  const facts: FactsOf<'person'> = { kind: 'person', place, has_conflict: conflict !== undefined }
  const purposes = purposesFor(actor, 'person.view', facts)
  const task = tasks.find((t) => purposes.includes(purposeOf(t, actor)))
  return {
    ...facts,
    purpose: task ? purposeOf(task, actor) : '',
    task_id: task?.task_id ?? null,
    district_id: person.district_id,
  }
}
