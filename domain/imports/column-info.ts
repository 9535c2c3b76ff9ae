// What is told of a column of a return: its headings in both languages, what it is about, and an example.

type Words = { readonly en: string; readonly ur: string }

export type ColumnInfo = {
  readonly column: string
  /** `either`: one of the two scripts is enough. */
  readonly required: 'yes' | 'either' | 'no'
  readonly heading: Words
  /** Further headings that mean this column; compared by letters and digits alone. */
  readonly also: readonly string[]
  readonly about: Words
  readonly example: string
}
