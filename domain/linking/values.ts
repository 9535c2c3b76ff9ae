// The different values of a kind of column, each once, as typed arrays that threads can share.
import { folded } from '../imports/text.ts'
import { consonantKey } from '../names/key.ts'
import { normaliseName } from '../names/normalise.ts'
import { type DateOrder, packedDate } from './dates.ts'
import type { Kind } from './kinds.ts'
import { hashOf, soundOf } from './sound.ts'
import { growing, push, shared, type TextTable, textTable } from './text-table.ts'

/** Values by number, from 1; number 0 is no value and has an empty text. */
export type Values = {
  readonly count: number
  /** The text of a value, for edit distances: code units `starts[value]` up to `starts[value + 1]`. */
  readonly starts: Uint32Array
  readonly codes: Uint16Array
  /** Which letters it has, by their code modulo 32: texts whose letters differ much are not compared further. */
  readonly letters: Int32Array
  /** Hash of how it sounds; 0 when there is nothing to hear. */
  readonly sounds: Int32Array
  /** A packed date or a number; NaN when it is neither. */
  readonly numbers: Float64Array
  /** Its words, by their number in `words_of`: `word_starts[value]` up to `word_starts[value + 1]`. */
  readonly word_starts: Uint32Array
  readonly words: Uint32Array
}

/** Words of texts: values, with how much each tells, in bits. */
export type Words = Values & { readonly weights: Float32Array }

const nothing = /^(?:|null|nan|none|n\/a|#n\/a|nil|unknown|[-–—.?*_ ]+)$/
const latin_marks = /[\u0300-\u036f]/g
const not_letters = /[^\p{L}\p{N}\p{M}]+/gu
const not_ascii_letters = /[^a-z0-9]+/g
const words_only = /^[a-z0-9]+(?: [a-z0-9]+)*$/
const ascii_only = /^[\x20-\x7e]*$/

/**
 * Text for comparing: folded, and Latin letters without their marks.
 * @example plain('  José ') // 'jose'
 */
export function plain(text: string): string {
  if (words_only.test(text)) return text
  const fold = folded(text)
  return ascii_only.test(fold) ? fold : fold.normalize('NFD').replace(latin_marks, '').normalize('NFC')
}

/** Of a folded text the letters and digits only, words parted by one space. */
const worded = (fold: string): string => {
  if (words_only.test(fold)) return fold
  return fold.replace(ascii_only.test(fold) ? not_ascii_letters : not_letters, ' ').trim()
}

/**
 * The form under which two values of a kind are the same; '' when the cell says nothing.
 * @example normalForm('id', '91234-5678901-3') // '9123456789013'
 */
export function normalForm(kind: Kind, text: string, order: DateOrder = 'day_first'): string {
  const fold = plain(text)
  if (fold.length < 8 && nothing.test(fold)) return ''
  switch (kind) {
    case 'date':
      return String(packedDate(fold, order) || '')
    case 'id':
      return worded(fold).replaceAll(' ', '')
    case 'number':
      return normalNumber(fold)
    case 'name':
    case 'person_name':
      return worded(ascii_only.test(fold) ? fold : normaliseName(text))
    case 'text':
      return worded(fold)
    case 'category':
      return fold
  }
}

function normalNumber(fold: string): string {
  const number = Number(fold.replace(/(?<=\d),(?=\d{3})/g, ''))
  return Number.isFinite(number) ? String(number) : worded(fold)
}

function lettersOf({ starts, codes, count }: TextTable): Int32Array {
  const letters = new Int32Array(new SharedArrayBuffer(count() * 4))
  for (let at = 0; at < letters.length; at++) {
    let bits = 0
    for (let place = starts.data[at] as number; place < (starts.data[at + 1] as number); place++)
      bits |= 1 << (codes.data[place] as number)
    letters[at] = bits
  }
  return letters
}

function store() {
  const texts = textTable()
  const sounds = growing(new Int32Array(1024))
  const numbers = growing(new Float64Array(1024))
  const word_starts = growing(new Uint32Array(1024))
  const words = growing(new Uint32Array(1024))
  const describe = (sound: string, number: number, of: readonly number[]) => {
    push(sounds, sound === '' ? 0 : hashOf(sound))
    push(numbers, number)
    for (const word of of) push(words, word)
    push(word_starts, words.length)
  }
  push(word_starts, 0)
  describe('', Number.NaN, [])
  const finish = (): Values => ({
    ...{ count: texts.count(), starts: shared(texts.starts), codes: shared(texts.codes) },
    ...{ sounds: shared(sounds), numbers: shared(numbers), letters: lettersOf(texts) },
    ...{ word_starts: shared(word_starts), words: shared(words) },
  })
  return { take: texts.take, describe, finish, count: texts.count }
}

/** Collects words, counting the values they stand in. */
function wordCollector(hear: (word: string) => string) {
  const counts = growing(new Uint32Array(1024))
  const words = store()
  push(counts, 0)
  const idOf = (word: string): number => {
    const taken = words.take(word)
    if (taken < 0) {
      const known = -taken - 1
      counts.data[known] = (counts.data[known] as number) + 1
      return known
    }
    words.describe(hear(word), Number.NaN, [])
    push(counts, 1)
    return taken
  }
  const finish = (value_count: number): Words => {
    const weights = growing(new Float32Array(counts.length))
    for (let at = 0; at < counts.length; at++)
      push(weights, Math.log2(1 + value_count / ((counts.data[at] as number) + 1)))
    return { ...words.finish(), weights: shared(weights) }
  }
  return { idOf, finish }
}

/** After so many cells it is told whether remembering them as typed is worth its memory. */
const MANY_CELLS = 100_000

const isHeard = (kind: Kind) => kind === 'name' || kind === 'person_name'
const hasWords = (kind: Kind) => kind === 'text' || kind === 'person_name'

const MOST_WORDS = 24

/** Each word of a text once, by number. */
function wordsOf(text: string, idOf: (word: string) => number): number[] {
  const words: number[] = []
  for (const word of text.split(' ')) {
    const id = idOf(word)
    if (words.length < MOST_WORDS && !words.includes(id)) words.push(id)
  }
  return words
}

/** Remembers cells as they were typed, until it is seen that hardly any comes twice. */
function typedCells(read: (cell: string, order: DateOrder | undefined) => number) {
  const table = textTable()
  const ids = growing(new Uint32Array(1024))
  let [cells, known_cells, is_used] = [0, 0, true]
  push(ids, 0)
  return (cell: string, order: DateOrder | undefined): number => {
    if (!is_used) return read(cell, order)
    if (++cells === MANY_CELLS) is_used = known_cells > cells / 4
    const taken = table.take(order === 'month_first' ? `m${cell}` : cell)
    if (taken < 0) {
      known_cells++
      return ids.data[-taken - 1] as number
    }
    const id = read(cell, order)
    push(ids, id)
    return id
  }
}

/**
 * Collects the values of one kind: `idOf` gives a cell's number (0: it says nothing), `finish` the shared arrays.
 * Two cells are one value when they have the same letters and digits, wherever the blanks are.
 * @example valueCollector('name').idOf('Ali') // 1
 */
export function valueCollector(kind: Kind) {
  const values = store()
  const hear = kind === 'person_name' ? consonantKey : soundOf
  const collector = hasWords(kind) ? wordCollector(hear) : undefined
  const read = (cell: string, order: DateOrder | undefined): number => {
    const normal = normalForm(kind, cell, order)
    if (normal === '') return 0
    const compact = normal.includes(' ') ? normal.replaceAll(' ', '') : normal
    const taken = values.take(compact)
    if (taken < 0) return -taken - 1
    const words = collector ? wordsOf(normal, collector.idOf) : []
    const number = kind === 'date' || kind === 'number' ? Number(normal) : Number.NaN
    values.describe(isHeard(kind) ? hear(compact) : '', number, words)
    return taken
  }
  const typed = typedCells(read)
  return {
    idOf: (cell: string, order?: DateOrder): number => typed(cell, order),
    finish: (): { values: Values; words: Words | null } => ({
      values: values.finish(),
      words: collector?.finish(values.count()) ?? null,
    }),
  }
}
