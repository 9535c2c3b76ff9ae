// All that a comparison needs of a person on the register, kept in one value beside his record.
import type { Birth, PersonFacts } from '../matching/evidence.ts'
import type { ParsedName } from '../names/parsed-name.ts'

export interface MatchCard {
  /** Names and aliases as typed, every spelling ever, each once. */
  readonly names: readonly string[]
  readonly fathers: readonly string[]
  readonly sex: 'male' | 'female' | null
  /** The live birth first, then what was thought before. */
  readonly births: readonly Birth[]
  /** The owning district first, then those of his addresses. */
  readonly district_ids: readonly string[]
  /** Digits only. */
  readonly cnics: readonly string[]
}

/** Of the way cards and keys are made: another number, and every person is indexed anew at night. */
export const CARD_VERSION = 4

export type Parse = (typed: string) => ParsedName

/**
 * What a comparison reads of a card, as it stands to what is asked: the birth and the district that fit it best.
 * @example factsOfCard(card, parseName, { district_id: 'pb_kasur', birth: null }).district_id // 'pb_kasur' if he ever lived there
 */
export function factsOfCard(
  card: MatchCard,
  parse: Parse,
  asked: Pick<PersonFacts, 'district_id' | 'birth'>,
): PersonFacts {
  const lived_there = asked.district_id !== null && card.district_ids.includes(asked.district_id)
  return {
    names: card.names.map(parse),
    fathers: card.fathers.map(parse),
    sex: card.sex,
    birth: nearest(card.births, asked.birth),
    cnics: card.cnics,
    district_id: lived_there ? asked.district_id : (card.district_ids[0] ?? null),
    custody: [],
  }
}

const URDU = /\p{Script=Arabic}/u

/**
 * A card cut to one spelling of the name and one of the father's, in the script that is asked in where there is one:
 * enough to put hundreds of candidates into an order.
 * @example briefCard({ names: ['Aslam', 'Aslum', 'اسلم'], … }, true).names // ['اسلم']
 */
export function briefCard(card: MatchCard, is_urdu: boolean): MatchCard {
  const one = (spellings: readonly string[]) =>
    spellings.find((text) => URDU.test(text) === is_urdu) ?? spellings[0] ?? null
  const [name, father] = [one(card.names), one(card.fathers)]
  return { ...card, names: name === null ? [] : [name], fathers: father === null ? [] : [father] }
}

/** Whether somebody is asked for in Urdu script. */
export const isAskedInUrdu = ({ names }: Pick<PersonFacts, 'names'>): boolean =>
  names.some(({ typed }) => URDU.test(typed))

/** The middle year in which somebody can have been born. */
export const yearOf = (birth: Birth): number => {
  if (birth.kind === 'year') return birth.year
  const year = Number(birth.on.slice(0, 4))
  return birth.kind === 'day' ? year : year - birth.years
}

function nearest(births: readonly Birth[], asked: Birth | null): Birth | null {
  const [first, ...others] = births
  if (first === undefined || asked === null) return first ?? null
  const apart = (birth: Birth) => Math.abs(yearOf(birth) - yearOf(asked))
  return others.reduce((best, one) => (apart(one) < apart(best) ? one : best), first)
}
