// The offence catalogue as a form offers it.
import { findOffence, listOffences } from '../../law/offences.ts'

export interface OffenceChoice {
  readonly key: string
  readonly title: { readonly en: string; readonly ur: string }
  readonly is_repealed: boolean
}

type Offence = NonNullable<ReturnType<typeof findOffence>>

const choiceOf = ({ key, title_en, title_ur, in_force_until }: Offence): OffenceChoice => ({
  key,
  title: { en: title_en, ur: title_ur },
  is_repealed: in_force_until !== null,
})

/**
 * Every offence of the catalogue, in the order of the statutes.
 * @example listOffenceChoices()[0]?.key // 'PPC-292A'
 */
export const listOffenceChoices = (): OffenceChoice[] => listOffences().map(choiceOf)

/**
 * The offence of a key; undefined for a section outside the catalogue.
 * @example findOffenceChoice('34 PPC') // undefined
 */
export function findOffenceChoice(key: string): OffenceChoice | undefined {
  const offence = findOffence(key)
  return offence && choiceOf(offence)
}
