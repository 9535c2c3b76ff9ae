// Keys of names that are borne, one letter from a key that nobody bears: what a misspelt word was probably meant for.

/** Letters that keys are made of (key.ts). */
const LETTERS = 'ABCDFGHJKLMNPRSTVYZ'
/** Shorter keys have too many neighbours. */
const LEAST_LETTERS = 3
const MOST_NEAR = 3

/** The consonants of a common key alone, as `consonantKey` gives them: no h within, no final a. */
export function consonantsOf(common_key: string): string {
  const plain = common_key.replaceAll('X', 'K').replaceAll('W', 'S').replaceAll('g', 'G')
  return plain.replace(/(?!^)[HE]/g, '')
}

/** Every key one letter away: a letter lost, put in, taken for another, or turned with the next. */
function* neighboursOf(key: string): Generator<string> {
  for (let at = 0; at <= key.length; at += 1) {
    const [before, behind] = [key.slice(0, at), key.slice(at)]
    for (const letter of LETTERS) yield before + letter + behind
    if (behind === '') continue
    yield before + behind.slice(1)
    for (const letter of LETTERS) yield before + letter + behind.slice(1)
    if (behind.length > 1) yield before + behind.charAt(1) + behind.charAt(0) + behind.slice(2)
  }
}

type Borne = Iterable<readonly [common_key: string, per_million: number]>

/** For the consonant keys of a word, those it was probably meant for, the commonest first; none where one of them is borne. */
export type NearKeys = (keys: readonly string[]) => readonly string[]

function sharesByConsonants(borne: Borne): ReadonlyMap<string, number> {
  const shares = new Map<string, number>()
  for (const [common_key, share] of borne)
    for (const word of common_key.startsWith('clan:') ? [] : common_key.split('+')) {
      const key = consonantsOf(word)
      shares.set(key, (shares.get(key) ?? 0) + share)
    }
  return shares
}

/**
 * Near keys among names that are borne, which are gone through when a key is first asked for.
 * @param borne common keys (compounds by both words), each with how many of a million bear it
 * @example nearKeysAmong(() => [['ADNN', 900]])(['ADN']) // ['ADNN']
 */
export function nearKeysAmong(borne: () => Borne): NearKeys {
  let known: ReadonlyMap<string, number> | undefined
  return (keys) => {
    known ??= sharesByConsonants(borne())
    const shares = known
    if (keys.some((key) => shares.has(key))) return []
    const long = keys.filter((key) => key.length >= LEAST_LETTERS)
    const near = [...new Set(long.flatMap((key) => [...neighboursOf(key)]))].filter((key) => shares.has(key))
    return near.sort((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0)).slice(0, MOST_NEAR)
  }
}
