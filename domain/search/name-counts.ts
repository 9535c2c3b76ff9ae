// How common names are on the register itself: counted from the cards, and leaning on the model while it holds few people.
import type { Frequencies } from '../names/frequencies.ts'
import { nearKeysAmong } from '../names/near-keys.ts'
import type { MatchCard, Parse } from './match-card.ts'

export type NameCounts = Map<string, number>

/** Counts the parts of a person's and his father's names, each once. */
export function countCard(counts: NameCounts, card: MatchCard, parse: Parse): void {
  const keys = new Set(
    [...card.names, ...card.fathers].flatMap((name) => parse(name).parts.map(({ common_key }) => common_key)),
  )
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** The model's shares count as if they came from so many people of the register. */
const MODEL_PEOPLE = 5_000
/** Rarer names than this, of a million, are taken to be this rare: a slip must not weigh like proof. */
const RAREST_PER_MILLION = 100
const MILLION = 1e6

/**
 * Frequencies of the register's own names.
 * @param people how many people were counted
 * @example registerFrequencies(new Map(), 0, model.frequencies).perMillion('ASLM') // the model's
 */
export function registerFrequencies(
  counts: ReadonlyMap<string, number>,
  people: number,
  model: Frequencies,
): Frequencies {
  let total = 0
  let squares = 0
  for (const count of counts.values()) {
    total += count
    squares += count * count
  }
  const own_typical = total === 0 || people === 0 ? model.typical : ((squares / total) * MILLION) / people
  const lean = (own: number, models: number) =>
    (own * people + models * MODEL_PEOPLE) / (people + MODEL_PEOPLE)
  const share = (key: string) => (people === 0 ? 0 : ((counts.get(key) ?? 0) * MILLION) / people)
  const perMillion = (key: string) => Math.max(RAREST_PER_MILLION, lean(share(key), model.perMillion(key)))
  const isBorne = (key: string) => perMillion(key) > RAREST_PER_MILLION
  const borne = () => [...counts.keys()].filter(isBorne).map((key) => [key, perMillion(key)] as const)
  return {
    perMillion,
    typical: lean(own_typical, model.typical),
    isBorne,
    nearKeys: nearKeysAmong(borne),
  }
}
