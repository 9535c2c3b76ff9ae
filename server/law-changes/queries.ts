/** Batches of changes of the rules: the head, whom each is about, and what it did. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { LawChange } from '../../contract/law-changes.ts'
import type { RegisterTx } from '../platform/database.ts'

const heads = (tx: RegisterTx) =>
  tx
    .selectFrom('register.law_change as c')
    .innerJoin('register.simulation as s', 's.simulation_id', 'c.simulation_id')
    .innerJoin('register.pack as p', 'p.pack_id', 's.pack_id')
    .select([
      'c.law_change_id',
      'c.simulation_id',
      'c.approval_id',
      'c.in_force_id',
      'c.from_on',
      'c.last_id',
    ])
    .select(['c.seen_count', 'c.applied_at', 'c.reversed_at', 'c.undone_at', 's.asked_at'])
    .select(['p.pack_id', 'p.title_en', 'p.title_ur'])

export const findLawChange = (tx: RegisterTx, law_change_id: string) =>
  heads(tx).where('c.law_change_id', '=', law_change_id).executeTakeFirst()
export type LawChangeHead = NonNullable<Awaited<ReturnType<typeof findLawChange>>>

/** Writes the batch of a coming into force, in the transaction that approves it; returns its id. */
export async function insertLawChange(
  tx: RegisterTx,
  row: { in_force_id: string; simulation_id: string; approval_id: string; from_on: string },
): Promise<string> {
  const law_change_id = randomUUID()
  await tx
    .insertInto('register.law_change')
    .values({ law_change_id, ...row })
    .execute()
  return law_change_id
}

/** Marks the batch of a coming into force as undone by two; undefined where it has none. */
export const reverseLawChange = async (tx: RegisterTx, in_force_id: string, now: Temporal.Instant) =>
  (
    await tx
      .updateTable('register.law_change')
      .set({ reversed_at: now.toString() })
      .where('in_force_id', '=', in_force_id)
      .where('reversed_at', 'is', null)
      .returning('law_change_id')
      .executeTakeFirst()
  )?.law_change_id

/** Holds the batch until the transaction ends, and gives it as it is now. */
export async function lockLawChange(
  tx: RegisterTx,
  law_change_id: string,
): Promise<LawChangeHead | undefined> {
  await tx
    .selectFrom('register.law_change')
    .select('law_change_id')
    .where('law_change_id', '=', law_change_id)
    .forUpdate()
    .executeTakeFirst()
  return findLawChange(tx, law_change_id)
}

export type Touched = { subject_id: string; subject_kind: 'person' | 'draft'; class: string | null }

/**
 * Every other record of the people whom the simulation touched, with the class of the record that stood for them: those that
 * were of one person then, and those that are now.
 */
const linkedTo = ({ simulation_id, asked_at }: LawChangeHead) => sql`
  held as materialized (
    select distinct on (l.person_id) l.person_id, l.identity_id from register.identity_link l order by l.person_id, l.link_no desc),
  now_of as (select h.person_id, h.identity_id from held h union select h.identity_id, h.identity_id from held h),
  then_of as (
    select distinct on (l.person_id) l.person_id, l.identity_id from register.identity_link l
     where l.linked_at <= ${asked_at} order by l.person_id, l.link_no desc),
  linked as materialized (
    select n.person_id, min(r.class) as class from (
      select a.person_id, b.person_id as of_id from now_of a join now_of b on b.identity_id = a.identity_id
      union select t.person_id, t.identity_id from then_of t) n
      join register.simulation_row r on r.simulation_id = ${simulation_id} and r.subject_id = n.of_id
     where not exists (select from register.simulation_row x where x.simulation_id = ${simulation_id} and x.subject_id = n.person_id)
     group by n.person_id)`

/** Whom a batch is about: every record of whom the simulation touched, and whoever was entered since. In the order of ids. */
export async function listTouched(tx: RegisterTx, change: LawChangeHead, most: number): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    with ${linkedTo(change)}
    select subject_id, subject_kind, class from (
      select r.subject_id, r.subject_kind, r.class from register.simulation_row r where r.simulation_id = ${change.simulation_id}
      union all
      select k.person_id, 'person', k.class from linked k
      union all
      select p.person_id, 'person', null from register.person p
       where p.entered_at > ${change.asked_at}
         and not exists (select from register.simulation_row r where r.simulation_id = ${change.simulation_id} and r.subject_id = p.person_id)
         and not exists (select from linked k where k.person_id = p.person_id)
    ) as touched
     where ${change.last_id}::uuid is null or subject_id > ${change.last_id}
     order by subject_id limit ${most}`.execute(tx)
  return rows
}

/** Where a batch stands. */
export function stateOf(change: LawChangeHead, today: string): LawChange['state'] {
  if (change.reversed_at !== null) return change.undone_at === null ? 'undoing' : 'undone'
  if (change.applied_at !== null) return 'applied'
  return change.from_on > today ? 'waiting' : 'applying'
}

export async function countEffects(tx: RegisterTx, law_change_id: string) {
  const { rows } = await sql<{ exits: number; open: number }>`
    select count(*) filter (where effect = 'exit' and undone_at is null)::int as exits,
           count(*) filter (where effect <> 'exit' and taken_up_at is null and undone_at is null)::int as open
      from register.law_change_effect where law_change_id = ${law_change_id}`.execute(tx)
  return rows[0] ?? { exits: 0, open: 0 }
}

export const listEffects = (
  tx: RegisterTx,
  law_change_id: string,
  {
    effect,
    after,
    most,
  }: { effect?: LawChange['effect'] | undefined; after?: string | undefined; most: number },
) =>
  tx
    .selectFrom('register.law_change_effect as e')
    .leftJoin('register.person as p', 'p.person_id', 'e.subject_id')
    .select(['e.subject_id', 'e.subject_kind', 'p.record_number', 'e.effect', 'e.exit_id'])
    .select(['e.taken_up_at', 'e.undone_at'])
    .where('e.law_change_id', '=', law_change_id)
    .$if(Boolean(effect), (q) => q.where('e.effect', '=', effect as 'exit'))
    .$if(after !== undefined, (q) => q.where('e.subject_id', '>', after ?? ''))
    .orderBy('e.subject_id')
    .limit(most)
    .execute()

/** Changes that hold with tasks nobody took up, the oldest first, each with how many. */
export async function listOpenTasks(tx: RegisterTx) {
  const { rows } = await sql<{
    law_change_id: string
    title_en: string
    title_ur: string
    applied_at: string | null
    open_count: number
  }>`
    select c.law_change_id, p.title_en, p.title_ur, c.applied_at, count(*)::int as open_count
      from register.law_change_effect e
      join register.law_change c using (law_change_id)
      join register.simulation s using (simulation_id)
      join register.pack p using (pack_id)
     where e.effect <> 'exit' and e.taken_up_at is null and e.undone_at is null and c.reversed_at is null
     group by c.law_change_id, p.title_en, p.title_ur order by c.from_on, c.law_change_id`.execute(tx)
  return rows
}
