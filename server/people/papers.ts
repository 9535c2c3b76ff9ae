/** Papers of the desk about a person (notices, servings, prints): whose they are, and why one is opened. */
import type { Actor, Purpose } from '../../domain/access/actor.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Program } from '../platform/program.ts'
import { factsOfPerson, type PersonFacts } from './facts.ts'

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
