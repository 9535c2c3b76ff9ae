/** What a noun writes to be decided by two people; the types are the program's, which holds the nouns. */
import type { TSchema } from 'typebox'
import type { About } from '../../domain/access/actions.ts'
import type { ApprovalNoun, ApprovalNouns } from '../platform/program.ts'

export type { Applying, ApprovalNoun, ApprovalNouns, Proposal } from '../platform/program.ts'

/** A noun with its own contracts, as one among others: `shown` and `input` are checked before `apply` sees them. */
export const approvalNoun = <S extends TSchema, I extends TSchema>(noun: ApprovalNoun<S, I>): ApprovalNoun =>
  noun as unknown as ApprovalNoun

/** The nouns by their kind; two of one kind are a mistake of ours. */
export function approvalNouns(nouns: readonly ApprovalNoun[]): ApprovalNouns {
  const byKind = new Map<About, ApprovalNoun>(nouns.map((noun) => [noun.kind, noun]))
  if (byKind.size !== nouns.length) throw new Error('two nouns of one kind')
  return byKind
}
