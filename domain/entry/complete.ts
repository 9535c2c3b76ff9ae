// Which facts the register cannot do without, whatever a draft may leave open.

/** A draft's facts with nothing missing that a row of the register needs. */
export type Complete<Facts, Needed extends keyof Facts> = Facts & {
  [Name in Needed]: NonNullable<Facts[Name]>
}

/** What a conviction must have to stand on the register. */
export const NEEDED_OF_CONVICTION = [
  ...(['fir_station', 'fir_year', 'fir_number', 'court', 'offence_on', 'convicted_on'] as const),
  ...(['jurisdiction', 'victim', 'disposal'] as const),
] as const

/**
 * The names of needed facts that are missing, in the order asked.
 * @example missingOf({ court: null, victim: 'woman' }, ['court', 'victim']) // ['court']
 */
export const missingOf = <Facts extends object, Needed extends keyof Facts>(
  facts: Facts,
  needed: readonly Needed[],
): Needed[] => needed.filter((name) => facts[name] === null || facts[name] === undefined)

/**
 * Whether nothing needed is missing.
 * @example isComplete({ court: null }, ['court']) // false
 */
export const isComplete = <Facts extends object, Needed extends keyof Facts>(
  facts: Facts,
  needed: readonly Needed[],
): facts is Complete<Facts, Needed> => missingOf(facts, needed).length === 0
