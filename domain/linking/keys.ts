// Keys that bring rows together: of a column its value, how it sounds, a part of it; of a pass several such parts.
import { isSwappable, type Kind } from './kinds.ts'
import { joined } from './sound.ts'
import { type Dictionary, dictionaryOf, type Table } from './table.ts'
import type { Values, Words } from './values.ts'

/** What of a value is its key. */
const forms = {
  name: ['exact', 'sound', 'start', 'end'],
  person_name: ['exact', 'rarest_word', 'second_word', 'first_word', 'last_word'],
  text: ['exact', 'rarest_word', 'second_word', 'start'],
  date: ['exact', 'year_month', 'month_day', 'year'],
  id: ['exact', 'first_half', 'second_half', 'same_digits'],
  number: ['exact'],
  category: ['exact'],
} as const satisfies Record<Kind, readonly string[]>
type Form = (typeof forms)[Kind][number]

/** A part of a key. With `other`, the values of two columns in whichever order, for those filled the wrong way round. */
export type KeyPart = { readonly column: number; readonly other: number | null; readonly form: Form }
/** Rows agreeing on all parts are compared. Without a part, all rows are. */
export type Pass = readonly KeyPart[]

/** Every part that the columns of a table offer. */
export function partsOf({ columns }: Table): KeyPart[] {
  const single = columns.flatMap(({ kind }, column) =>
    forms[kind].map((form): KeyPart => ({ column, other: null, form })),
  )
  const twofold = columns.flatMap(({ kind }, column) =>
    columns.flatMap(({ kind: other_kind }, other) =>
      column < other && kind === other_kind && isSwappable(kind)
        ? [{ column, other, form: kind === 'name' ? ('sound' as const) : ('exact' as const) }]
        : [],
    ),
  )
  return [...single, ...twofold]
}

/** The columns that a part speaks of. */
export const columnsOf = (pass: Pass): number[] =>
  pass.flatMap(({ column, other }) => (other === null ? [column] : [column, other]))

/** A pass in words, for reports: `surname sound + dob year_month`. */
export const passName = (pass: Pass, { columns }: Table): string =>
  pass.length === 0
    ? 'all pairs'
    : pass
        .map(({ column, other, form }) =>
          [columns[column]?.name, other === null ? '' : `or ${columns[other]?.name}`, form]
            .filter(Boolean)
            .join(' '),
        )
        .join(' + ')

const text = ({ codes }: Values, from: number, to: number): number => {
  let hash = 1
  for (let at = from; at < to; at++) hash = joined(hash, codes[at] as number)
  return hash
}

const wordKey = (known: Words, word: number | undefined): number =>
  word === undefined ? 0 : known.sounds[word] || joined(2, word)

/** The values' words by how much they tell, the best first. */
function rankedWord({ words, word_starts }: Values, known: Words, value: number, rank: 0 | 1): number {
  const { weights } = known
  let [first, second] = [-1, -1]
  const isBefore = (a: number, b: number) =>
    b < 0 || (weights[a] as number) > (weights[b] as number) || (weights[a] === weights[b] && a < b)
  for (let at = word_starts[value] as number; at < (word_starts[value + 1] as number); at++) {
    const word = words[at] as number
    if (isBefore(word, first)) {
      second = first
      first = word
    } else if (isBefore(word, second)) second = word
  }
  const ranked = rank === 0 ? first : second
  return wordKey(known, ranked < 0 ? undefined : ranked)
}

const START = 4

/** The key of one value; 0 when it has none of this form. */
function keyOf(form: Form, { values, words }: Dictionary, value: number): number {
  const [from, to] = [values.starts[value] as number, values.starts[value + 1] as number]
  const middle = (from + to) >> 1
  const number = values.numbers[value] as number
  switch (form) {
    case 'exact':
      return joined(1, value)
    case 'sound':
      return values.sounds[value] as number
    case 'start':
      return text(values, from, Math.min(to, from + START))
    case 'end':
      return text(values, Math.max(from, to - START), to)
    case 'first_half':
      return to - from < 6 ? 0 : text(values, from, middle)
    case 'second_half':
      return to - from < 6 ? 0 : text(values, middle, to)
    case 'same_digits':
      return values.codes.slice(from, to).sort().reduce(joined, 3)
    case 'rarest_word':
    case 'second_word':
      return words ? rankedWord(values, words, value, form === 'rarest_word' ? 0 : 1) : 0
    case 'first_word':
      return words ? wordKey(words, values.words[values.word_starts[value] as number]) : 0
    case 'last_word':
      return words ? wordKey(words, values.words[(values.word_starts[value + 1] as number) - 1]) : 0
    default:
      return dateKey(form, number)
  }
}

function dateKey(form: 'year' | 'year_month' | 'month_day', date: number): number {
  const [year, rest] = [Math.trunc(date / 10_000), date % 10_000]
  if (Number.isNaN(date)) return 0
  if (form === 'year') return joined(4, year)
  if (rest === 0) return 0
  if (form === 'year_month') return joined(5, Math.trunc(date / 100))
  // Day and month in whichever order: a date with the two swapped has the same key.
  const [month, day] = [Math.trunc(rest / 100), rest % 100]
  return day === 0 ? 0 : joined(6, Math.min(month, day) * 100 + Math.max(month, day))
}

/** The keys of values, worked out once: passes share their parts. */
export type KnownKeys = Map<string, Int32Array>

/** The key of each value of a part's column. */
function keysByValue(table: Table, { column, form }: KeyPart, known: KnownKeys): Int32Array {
  const found = known.get(`${column} ${form}`)
  if (found) return found
  const dictionary = dictionaryOf(table, column)
  const keys = new Int32Array(dictionary.values.count)
  const counts = table.frequencies[column]
  // Columns of one kind share their values; only those that stand in this one are worked out.
  for (let value = 1; value < keys.length; value++)
    if (counts?.[value]) keys[value] = keyOf(form, dictionary, value)
  known.set(`${column} ${form}`, keys)
  return keys
}

/** The key of a row by one part; 0 when a value it needs is missing. */
function partKeys(table: Table, part: KeyPart, known: KnownKeys): (row: number) => number {
  const width = table.columns.length
  const { cells } = table
  const first = keysByValue(table, part, known)
  const { other } = part
  if (other === null) return (row) => first[cells[row * width + part.column] as number] as number
  const second = keysByValue(table, { ...part, column: other }, known)
  return (row) =>
    eitherWay(
      first[cells[row * width + part.column] as number] as number,
      second[cells[row * width + other] as number] as number,
    )
}

/** The key of two values in whichever order; 0 when one has none. */
const eitherWay = (one: number, two: number): number =>
  one === 0 || two === 0 ? 0 : joined(Math.min(one, two), Math.max(one, two))

/** The same for some rows only: of a large table the other values are left alone. */
export function partKeyOf(table: Table, { column, other, form }: KeyPart): (row: number) => number {
  const { cells, columns } = table
  const dictionary = dictionaryOf(table, column)
  const keyIn = (row: number, of: number) => {
    const value = cells[row * columns.length + of] as number
    return value === 0 ? 0 : keyOf(form, dictionary, value)
  }
  return other === null
    ? (row) => keyIn(row, column)
    : (row) => eitherWay(keyIn(row, column), keyIn(row, other))
}

/** The key of a row by a whole pass; 0 when it has none and is compared with nobody. */
export function passKeys(table: Table, pass: Pass, known: KnownKeys): (row: number) => number {
  const parts = pass.map((part) => partKeys(table, part, known))
  return (row) => {
    let key = 7
    for (const part of parts) {
      const of = part(row)
      if (of === 0) return 0
      key = joined(key, of)
    }
    return key
  }
}
