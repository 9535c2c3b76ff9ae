/** Pairs to compare, as intake or a run over the whole register would have found them. */
import { randomUUID } from 'node:crypto'
import type { TestRegister } from './register.ts'

/** A pair of two records that waits. */
export async function givenPair(
  { root }: TestRegister,
  one: { person_id: string },
  other: { person_id: string },
): Promise<{ match_pair_id: string }> {
  const [a, b] = [one.person_id, other.person_id].sort()
  const match_pair_id = randomUUID()
  await root.query(
    `insert into register.match_pair (match_pair_id, found_by, person_a_id, person_b_id, weight, compared_at)
     values ($1, 'link', $2, $3, 9000, now())`,
    [match_pair_id, a, b],
  )
  return { match_pair_id }
}

/** A record that is of another's person from now on, or of its own again, as two officers would have decided. */
export async function givenLink(
  { root, as }: TestRegister,
  record: { person_id: string },
  of: { person_id: string },
): Promise<void> {
  const approval_id = randomUUID()
  const act = record.person_id === of.person_id ? 'split' : 'merge'
  const [proposer, decider] = [as.bureauOfficer.officer_id, as.bureauOfficerTwo.officer_id]
  const hash = Buffer.alloc(32, 1)
  await root.query(
    `insert into register.approval (approval_id, kind, subject_id, audience, proposed_by, expires_at, shown_hash, shown_enc, kek_id)
     values ($1, 'merge', $2, 'bureau', $3, now() + interval '30 days', $4, $4, 'none')`,
    [approval_id, of.person_id, proposer, hash],
  )
  // Past the trigger that asks whose session decides.
  await root.query(`begin; set local session_replication_role = replica;
    insert into register.approval_decision (approval_id, proposed_by, decision, decided_by, shown_hash)
    select approval_id, proposed_by, 'approved', '${decider}', shown_hash from register.approval where approval_id = '${approval_id}';
    commit`)
  await root.query(
    `insert into register.identity_link (identity_link_id, person_id, identity_id, act, act_id, approval_id, linked_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [randomUUID(), record.person_id, of.person_id, act, randomUUID(), approval_id, decider],
  )
}
