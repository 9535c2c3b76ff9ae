// What a column may hold, and the levels on which two of its values can agree.

export const kinds = ['name', 'person_name', 'text', 'date', 'id', 'number', 'category'] as const
export type Kind = (typeof kinds)[number]

/** The first three levels of every kind; what lies between exact and different is the kind's own. */
export const MISSING = 0
export const EXACT = 1
export const DIFFERENT = 2
/** The two values stand in each other's column. */
export const SWAPPED = 3

const first = ['missing', 'exact', 'different', 'swapped'] as const

/** Names of the levels by kind, in the order of their numbers; they are printed beside each edge. */
export const LEVELS = {
  name: [...first, 'near', 'sounds_alike', 'similar', 'short_form'],
  person_name: [...first, 'near', 'same_words', 'most_words', 'some_words'],
  text: [...first, 'near', 'same_words', 'most_words', 'some_words'],
  date: [...first, 'day_month_swapped', 'one_digit', 'same_month', 'other_year', 'within_year', 'same_year'],
  id: [...first, 'one_digit', 'two_digits', 'part'],
  number: [...first, 'near', 'one_digit', 'close'],
  category: [...first, 'near'],
} as const satisfies Record<Kind, readonly string[]>

/** Levels a kind can have at most; tables of weights have rows of this length. */
export const LEVEL_COUNT = 10

/** Kinds of which two columns may have been filled the wrong way round. */
export const isSwappable = (kind: Kind): boolean =>
  kind === 'name' || kind === 'person_name' || kind === 'text'

/** How long a comparison takes, against the others: cheap columns are compared first. */
export const COST: Readonly<Record<Kind, number>> = {
  category: 1,
  number: 2,
  date: 3,
  id: 4,
  name: 5,
  person_name: 8,
  text: 9,
}

export type Column = {
  /** The heading in the file, and in the right file if it is called otherwise there. */
  readonly name: string
  readonly right_name: string
  readonly kind: Kind
  /** Whether agreement on a rare value counts more than on a common one. */
  readonly has_frequencies: boolean
}
