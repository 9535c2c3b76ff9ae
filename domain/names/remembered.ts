// The same few thousand words make up most names: what was worked out for a word is kept for the next time.

/** Words kept before all are forgotten; a word is no person, and nothing else is kept. */
const MOST_WORDS_KEPT = 20_000

/**
 * A function of one word that remembers its last answers; it must depend on the word alone.
 * @example remembered((word) => word.length)('khan') // 4
 */
export function remembered<Answer>(work: (word: string) => Answer): (word: string) => Answer {
  const answers = new Map<string, Answer>()
  return (word) => {
    const known = answers.get(word)
    if (known !== undefined) return known
    const answer = work(word)
    if (answers.size >= MOST_WORDS_KEPT) answers.clear()
    answers.set(word, answer)
    return answer
  }
}
