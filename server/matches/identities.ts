/** Which records are of one person, read from their dated links, and the one place where links are written. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Link, membersOf, type Older, replay } from '../../domain/merge/identities.ts'
import { listGroup } from '../people/linked.ts'
import type { RegisterTx } from '../platform/database.ts'

/** Lets one act on identities pass at a time until this transaction ends, so that links replay in the order of their acts. */
export const lockIdentities = (tx: RegisterTx) =>
  sql`select pg_advisory_xact_lock(hashtext('register.identity_link'))`.execute(tx)

/** The state as far as these records are concerned, and which of their records is older. */
export async function readIdentities(tx: RegisterTx, person_ids: readonly string[]) {
  const groups = await Promise.all(person_ids.map((person_id) => listGroup(tx, person_id)))
  const members = groups.flat()
  const order = new Map<string, number>()
  const { rows } = await sql<{ person_id: string }>`
    select person_id from register.person where person_id = any(${members.map((one) => one.person_id)}::uuid[])
     order by entered_at, person_id`.execute(tx)
  for (const [at, { person_id }] of rows.entries()) order.set(person_id, at)
  const older: Older = (one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0)
  const links = groups.flatMap((group) =>
    group.map(({ person_id }): Link => ({ person_id, identity_id: group[0]?.person_id ?? person_id })),
  )
  const state = replay(links)
  return { state, older, groupOf: (person_id: string) => membersOf(state, person_id, older) }
}

type Act = { act: 'merge' | 'split' | 'number'; approval_id: string; linked_by: string; linked_at: string }

/** Adds the links of one act; row security asks for the approval that its officer gave. */
export async function addLinks(tx: RegisterTx, links: readonly Link[], act: Act): Promise<void> {
  if (links.length === 0) return
  const act_id = randomUUID()
  await tx
    .insertInto('register.identity_link')
    .values(links.map((link) => ({ identity_link_id: randomUUID(), act_id, ...link, ...act })))
    .execute()
}

/** Whether two records are of one person now. */
export const isOne = async (tx: RegisterTx, one: string, other: string): Promise<boolean> =>
  (await listGroup(tx, one)).some(({ person_id }) => person_id === other)
