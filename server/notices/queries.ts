import type { Actor, Purpose } from '../../domain/access/actor.ts'
import { factsOfPerson, type PersonFacts } from '../people/facts.ts'
import type { RegisterTx } from '../platform/database.ts'
import { openDataKey } from '../platform/keys.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'

/** One notice that the officer may see, as stored; undefined when there is none. */
export const findNotice = (tx: RegisterTx, notice_id: string) =>
  tx.selectFrom('register.notice').selectAll().where('notice_id', '=', notice_id).executeTakeFirst()

/** The live version of a trip of this person. */
export const findTrip = (tx: RegisterTx, person_id: string, trip_id: string) =>
  tx
    .selectFrom('register.trip')
    .selectAll()
    .where('trip_id', '=', trip_id)
    .where('person_id', '=', person_id)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()

/** Why a notice was struck out, by whom; undefined while it counts. */
export const findStrike = (tx: RegisterTx, notice_id: string) =>
  tx
    .selectFrom('register.notice_strike as s')
    .innerJoin('access.officer as o', 'o.officer_id', 's.struck_by')
    .select(['s.reason_enc', 's.approval_id', 's.struck_at', 'o.name_en', 'o.name_ur'])
    .where('s.notice_id', '=', notice_id)
    .executeTakeFirst()

/** The name of an officer in both scripts. */
export async function officerName(tx: RegisterTx, officer_id: string) {
  const row = await tx
    .selectFrom('access.officer')
    .select(['name_en', 'name_ur'])
    .where('officer_id', '=', officer_id)
    .executeTakeFirst()
  return { en: row?.name_en ?? '', ur: row?.name_ur ?? '' }
}

/** The person's key; of an erased person nothing more is recorded. */
export async function keyOf(tx: RegisterTx, { keyring }: Program, person_id: string) {
  const row = await tx
    .selectFrom('register.person')
    .select(['wrapped_key', 'kek_id'])
    .where('person_id', '=', person_id)
    .executeTakeFirst()
  const key = row && openDataKey(keyring, person_id, row)
  if (!key) throw new Problem('not_found')
  return key
}

/** The subject of an event about a paper of a person; nobody where the paper is not to be had. */
export const aboutPaper = (facts: PaperFacts | undefined) => ({
  subject_kind: 'person',
  subject_id: facts?.person_id,
  place_district: facts?.district_id,
})

export type PaperFacts = PersonFacts & { person_id: string }

/**
 * The facts of the person a paper of the desk is about. The paper itself is the task that gives the purpose: whoever may
 * open it supervises him, or reviews what the law says of him.
 */
export async function factsOfPaper(
  tx: RegisterTx,
  program: Program,
  actor: Actor,
  paper: { person_id: string } | undefined,
): Promise<PaperFacts | undefined> {
  if (!paper) return undefined
  const facts = await factsOfPerson(tx, program, actor, paper.person_id)
  const purpose: Purpose = actor.role === 'legal_officer' ? 'legal_review' : 'supervision'
  return facts && { ...facts, purpose, person_id: paper.person_id }
}
