// The offence catalogue: each section the register knows, when it was in force, and the list that names it.
import offences from './offences.json' with { type: 'json' }
import type { Confidence } from './sources.ts'

/** The lists of the statute: s.2(1)(h), and the scheduled offences that section does not name. */
export type OffenceList = 's2h' | 's24_extra'

export interface Offence {
  /** Act and section, such as `PPC-376`. */
  readonly key: string
  readonly act: 'PPC' | 'PECA'
  readonly section: string
  readonly title_en: string
  readonly title_ur: string
  /** First day in force; null: as far back as the register looks. */
  readonly in_force_from: string | null
  /** First day no longer in force; null: in force. */
  readonly in_force_until: string | null
  /** As the statute prints them; a rule pack says which of them the register applies. */
  readonly lists: readonly OffenceList[]
  readonly basis: string
  readonly confidence: Confidence
  readonly note: string | null
}

const all = offences as readonly Offence[]
const byKey = new Map(all.map((offence) => [offence.key, offence]))

/** Every offence of the catalogue, in the order of the statutes. */
export const listOffences = (): readonly Offence[] => all

/** The offence a key names; undefined outside the catalogue. */
export const findOffence = (key: string): Offence | undefined => byKey.get(key)
