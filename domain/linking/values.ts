// The different values of a kind of column, each once, as typed arrays that threads can share.
import { folded } from '../imports/text.ts'
import { type DateOrder, packedDate } from './dates.ts'
import type { Kind } from './kinds.ts'
import { hashOf, soundOf } from './sound.ts'

/** Values by number, from 1; number 0 is no value and has an empty text. */
export type Values = {
  readonly count: number
  /** The text of a value, for edit distances: code units `starts[value]` up to `starts[value + 1]`. */
  readonly starts: Uint32Array
  readonly codes: Uint16Array
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
const ascii_only = /^[\x20-\x7e]*$/

/**
 * Text for comparing: folded, and Latin letters without their marks.
 * @example plain('  José ') // 'jose'
 */
export function plain(text: string): string {
  const fold = folded(text)
  return ascii_only.test(fold) ? fold : fold.normalize('NFD').replace(latin_marks, '').normalize('NFC')
}

/** Letters and digits only, words parted by one space. */
const worded = (text: string): string => plain(text).replace(not_letters, ' ').trim()

/**
 * The form under which two values of a kind are the same; '' when the cell says nothing.
 * @example normalForm('id', '91234-5678901-3') // '9123456789013'
 */
export function normalForm(kind: Kind, text: string, order: DateOrder = 'day_first'): string {
  const fold = plain(text)
  if (nothing.test(fold)) return ''
  switch (kind) {
    case 'date':
      return String(packedDate(fold, order) || '')
    case 'id':
      return worded(fold).replaceAll(' ', '')
    case 'number':
      return normalNumber(fold)
    case 'name':
    case 'person_name':
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

type Numbers = Uint32Array | Uint16Array | Int32Array | Float64Array | Float32Array
type Growing<T extends Numbers> = { data: T; length: number }
const growing = <T extends Numbers>(data: T): Growing<T> => ({ data, length: 0 })

function push<T extends Numbers>(list: Growing<T>, value: number): void {
  if (list.length === list.data.length) {
    const make = list.data.constructor as new (length: number) => T
    const larger = new make(list.length * 2)
    larger.set(list.data)
    list.data = larger
  }
  list.data[list.length++] = value
}

/** A copy that threads can share. */
export function shared<T extends Numbers>(list: { data: T; length: number }): T {
  const make = list.data.constructor as { new (buffer: SharedArrayBuffer): T; BYTES_PER_ELEMENT: number }
  const copy = new make(new SharedArrayBuffer(list.length * make.BYTES_PER_ELEMENT))
  copy.set(list.data.subarray(0, list.length))
  return copy
}

function store() {
  const lists = {
    ...{ starts: growing(new Uint32Array(1024)), codes: growing(new Uint16Array(8192)) },
    ...{ sounds: growing(new Int32Array(1024)), numbers: growing(new Float64Array(1024)) },
    ...{ word_starts: growing(new Uint32Array(1024)), words: growing(new Uint32Array(1024)) },
  }
  const add = (text: string, sound: string, number: number, words: readonly number[]) => {
    for (let at = 0; at < text.length; at++) push(lists.codes, text.charCodeAt(at))
    push(lists.starts, lists.codes.length)
    push(lists.sounds, sound === '' ? 0 : hashOf(sound))
    push(lists.numbers, number)
    for (const word of words) push(lists.words, word)
    push(lists.word_starts, lists.words.length)
  }
  push(lists.starts, 0)
  push(lists.word_starts, 0)
  add('', '', Number.NaN, [])
  const finish = (count: number): Values => ({
    ...{ count, starts: shared(lists.starts), codes: shared(lists.codes), sounds: shared(lists.sounds) },
    ...{ numbers: shared(lists.numbers), word_starts: shared(lists.word_starts), words: shared(lists.words) },
  })
  return { add, finish }
}

/** Collects words, counting the values they stand in. */
function wordCollector() {
  const ids = new Map<string, number>()
  const counts = growing(new Uint32Array(1024))
  const words = store()
  push(counts, 0)
  const idOf = (word: string): number => {
    const known = ids.get(word)
    if (known !== undefined) {
      counts.data[known] = (counts.data[known] as number) + 1
      return known
    }
    words.add(word, soundOf(word), Number.NaN, [])
    push(counts, 1)
    ids.set(word, ids.size + 1)
    return ids.size
  }
  const finish = (value_count: number): Words => {
    const weights = growing(new Float32Array(counts.length))
    for (let at = 0; at < counts.length; at++)
      push(weights, Math.log2(1 + value_count / ((counts.data[at] as number) + 1)))
    return { ...words.finish(ids.size + 1), weights: shared(weights) }
  }
  return { idOf, finish }
}

const hasWords = (kind: Kind) => kind === 'text' || kind === 'person_name'

/**
 * Collects the values of one kind: `idOf` gives a cell's number (0: it says nothing), `finish` the shared arrays.
 * @example valueCollector('name').idOf('Ali') // 1
 */
export function valueCollector(kind: Kind) {
  // Cells as typed and their normal forms share one table: the normal form of a normal form is itself.
  const ids = new Map<string, number>()
  const values = store()
  const collector = hasWords(kind) ? wordCollector() : undefined
  let count = 1
  const add = (normal: string): number => {
    const words = collector ? [...new Set(normal.split(' '))].slice(0, 24).map(collector.idOf) : []
    const number = kind === 'date' || kind === 'number' ? Number(normal) : Number.NaN
    const compact = normal.replaceAll(' ', '')
    values.add(compact, kind === 'name' ? soundOf(compact) : '', number, words)
    return count++
  }
  const idOf = (cell: string, order?: DateOrder): number => {
    const key = order === 'month_first' ? `m${cell}` : cell
    const known = ids.get(key)
    if (known !== undefined) return known
    const normal = normalForm(kind, cell, order)
    const id = normal === '' ? 0 : (ids.get(normal) ?? add(normal))
    if (normal !== '') ids.set(normal, id)
    if (key !== normal) ids.set(key, id)
    return id
  }
  return {
    idOf,
    finish: (): { values: Values; words: Words | null } => ({
      values: values.finish(count),
      words: collector?.finish(count) ?? null,
    }),
  }
}
