// The texts the register relies on, and how sure we are of each.
import sources from './sources.json' with { type: 'json' }

/** A: statute text read, or two independent sources. B: one named source. C: memory or inference. */
export type Confidence = 'A' | 'B' | 'C'

export interface Source {
  /** The law key that values, rules and steps cite. */
  readonly key: string
  readonly title_en: string
  readonly title_ur: string
  readonly reference_en: string
  readonly reference_ur: string
  readonly state: 'read' | 'described' | 'not_available' | 'own'
  readonly confidence: Confidence
}

const all = sources as readonly Source[]
const byKey = new Map(all.map((source) => [source.key, source]))

/** Every source, in the order of the file. */
export const listSources = (): readonly Source[] => all

/** The source a law key names. */
export const findSource = (key: string): Source | undefined => byKey.get(key)
