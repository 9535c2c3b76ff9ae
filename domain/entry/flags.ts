// What the Bureau must give a second thought, and what it must write down before an entry may pass.

export type Flag = 'mismatch' | 'not_found' | 'no_document' | 'tests_differ'

/**
 * The flags of an entry, the identity first.
 * @example flagsOf({ identity_outcome: 'mismatch', tests_differ: true }) // ['mismatch', 'tests_differ']
 */
export function flagsOf(entry: { identity_outcome: string | null; tests_differ: boolean }): Flag[] {
  const identity = (['mismatch', 'not_found', 'no_document'] as const).filter(
    (flag) => flag === entry.identity_outcome,
  )
  return [...identity, ...(entry.tests_differ ? (['tests_differ'] as const) : [])]
}

/**
 * Whether the approving officer must write down what the identity rests on: always, unless it was verified.
 * @example needsIdentityBasis('no_document') // true
 */
export const needsIdentityBasis = (identity_outcome: string | null): boolean =>
  identity_outcome !== 'verified'
