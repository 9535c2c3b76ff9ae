/** What a decision about a person must know: his place, a declared conflict, and the task that the look belongs to. */
import { sql } from 'kysely'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor, Purpose } from '../../domain/access/actor.ts'
import { hasConflict } from '../approvals/queries.ts'
import { pakistanDay } from '../platform/clock.ts'
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

type TaskRow = { task: string; purpose: Purpose | null; task_id: string }

/** Days before its date at which a duty becomes work of the station; as the pack says of `due_soon`. */
const SOON_DAYS = 14

/**
 * Tasks of this officer that lead to the person, newest first: a search of his own that found him, at most one
 * session (12 hours) old; a draft that is being compared with him, or became his within the day; a correction that
 * waits, or an order of a court of appeal; a missed duty not yet decided; a transfer under way, or answered within the
 * day; a duty of a person of his own station that is due within 14 days or overdue, or an exception; an exit whose
 * certificate waits; a record that became one person with others in the last
 * 14 days, or of whom the civil register told in the last 90. Row security keeps each to the officer's own.
 */
const tasksAbout = (person_id: string, today: string) => sql<TaskRow>`
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
    union all
    select a.kind, null, a.approval_id, a.proposed_at from register.approval a
     where a.subject_id = ${person_id} and a.kind in ('appeal', 'strikeout') and a.expires_at > now()
       and not exists (select from register.approval_decision d where d.approval_id = a.approval_id)
    union all
    select 'linked', null, l.identity_link_id, l.linked_at from register.identity_link l
     where ${person_id} in (l.person_id, l.identity_id) and l.linked_at > now() - interval '14 days'
    union all
    select 'civil', null, c.civil_event_id, c.read_at from register.civil_event c
     where c.person_id = ${person_id} and c.read_at > now() - interval '90 days'
    union all
    select 'exit', null, e.exit_id, e.begun_at from register.exit e
     where e.person_id = ${person_id} and e.handed_at is null and e.reversed_at is null
    union all
    select 'duty', 'supervision', p.person_id, '-infinity' from register.person p
     where p.person_id = ${person_id} and (select sec.people_key()) = 's:' || p.station_id
       and (exists (select from register.duty_due d where d.person_id = p.person_id and d.met is null
                      and d.due_on <= ${today}::date + ${SOON_DAYS}::int)
         or exists (select from register.duty_standing s where s.person_id = p.person_id
                      and (s.exceptions <> '{}' or s.ends_on <= ${today}::date)))
  ) as tasks order by begun_at desc, task_id limit 10`

const purposeOf = (task: TaskRow, { role }: Actor): Purpose => {
  if (task.purpose) return task.purpose
  if (role === 'legal_officer') return 'legal_review'
  return role === 'station_officer' || role === 'station_head' ? 'supervision' : 'registration'
}

/** The facts of a visible person; undefined when there is none such for this officer. */
export async function factsOfPerson(
  tx: RegisterTx,
  program: Program,
  actor: Actor,
  person_id: string,
): Promise<PersonFacts | undefined> {
  const today = pakistanDay(program.clock.now())
  const [person, has_conflict, { rows: tasks }] = await Promise.all([
    tx
      .selectFrom('register.person as p')
      .leftJoin('register.duty_standing as s', 's.person_id', 'p.person_id')
      .select(['p.district_id', 'p.station_id', 'p.closed_at', 's.status', 's.ends_on'])
      .where('p.person_id', '=', person_id)
      .executeTakeFirst(),
    hasConflict(tx, actor.officer_id, [person_id]),
    tasksAbout(person_id, today).execute(tx),
  ])
  if (!person) return undefined
  const place = program.places.ofStation(person.station_id)
  const is_closed = person.closed_at !== null
  const has_ended = person.ends_on !== null && person.ends_on <= today
  const is_off_register = is_closed || person.status === 'void' || has_ended
  const facts: FactsOf<'person'> = {
    ...{ kind: 'person', place, has_conflict, is_closed, is_off_register },
  }
  const purposes = purposesFor(actor, 'person.view', facts)
  const task = tasks.find((t) => purposes.includes(purposeOf(t, actor)))
  return {
    ...facts,
    purpose: task ? purposeOf(task, actor) : '',
    task_id: task?.task_id ?? null,
    district_id: person.district_id,
  }
}
