// What a name was read as.
import type { Letters } from './signs.ts'

/**
 * `part` a name of its own · `clan` Khan, Malik and others where they stand for a family · `initial` one letter.
 */
export type PartKind = 'part' | 'clan' | 'initial'

export interface NamePart {
  readonly kind: PartKind
  /** As normalised; a compound's words with a blank between. */
  readonly text: string
  /** The whole part without blanks, ready to be aligned. */
  readonly letters: Letters
  /** How the part is spoken, where its letters do not tell; for a name in the other script only. */
  readonly spoken: Letters | null
  /** Of a compound: the word that tells it from others, and the other one (Abdul, -ullah, -ud-Din …). */
  readonly core: Letters | null
  readonly attribute: Letters | null
  /** How common the part is, is counted under this key, which is the same in both scripts. */
  readonly common_key: string
}

export type Relation = 'child' | 'wife'

export interface ParsedName {
  /** What was typed, untouched. */
  readonly typed: string
  /** Parts in the order typed; without Muhammad, Syed, honorifics and styles. */
  readonly parts: readonly NamePart[]
  /** Where Muhammad stood; never evidence that two names are of one person. */
  readonly muhammad: 'none' | 'before' | 'after'
  readonly is_syed: boolean
  /** Words of courtesy by their code (bibi, begum, mian …), and titles of clan that stood before the name. */
  readonly styles: readonly string[]
  /** The same as they are written, and in the same order. */
  readonly written_styles: readonly string[]
  /** The title that stood right before the first part: Pir Bakhsh and Peerbakhsh, Hafiz Ali and Hafeez Ali. */
  readonly title: string | null
  /** What the words beside the name say of its bearer's sex. */
  readonly sex: 'male' | 'female' | null
  /** Father's or husband's name, where it stood behind s/o, ولد and the like. */
  readonly relation: Relation | null
  readonly father: ParsedName | null
  readonly aliases: readonly ParsedName[]
  /** What stood behind the names: age, place, caste. */
  readonly rest: string
}
