// Rows with the same key, as runs of one array: sorted by radix, so that a million rows take some milliseconds.

export type Blocks = {
  /** Rows that have a key, those of one key together and in their order. */
  readonly rows: Uint32Array
  /** Where each block begins in `rows`, and the end of the last. */
  readonly starts: Uint32Array
}

const DIGIT_BITS = 16
const DIGITS = 1 << DIGIT_BITS

/** Sorts rows by 16 bits of their keys; rows that are alike keep their order. */
function sortBy(keys: Int32Array, rows: Uint32Array, shift: number): Uint32Array {
  const places = new Uint32Array(DIGITS + 1)
  for (const row of rows) {
    const digit = (((keys[row] as number) >>> shift) & (DIGITS - 1)) + 1
    places[digit] = (places[digit] as number) + 1
  }
  for (let digit = 1; digit <= DIGITS; digit++)
    places[digit] = (places[digit] as number) + (places[digit - 1] as number)
  const sorted = new Uint32Array(rows.length)
  for (const row of rows) {
    const digit = ((keys[row] as number) >>> shift) & (DIGITS - 1)
    const place = places[digit] as number
    sorted[place] = row
    places[digit] = place + 1
  }
  return sorted
}

/**
 * The blocks of rows by key; rows with key 0 and rows alone with theirs are left out.
 * @example blocksOf(Int32Array.of(5, 0, 5)).rows // Uint32Array [0, 2]
 */
export function blocksOf(keys: Int32Array): Blocks {
  let count = 0
  const rows = new Uint32Array(keys.length)
  for (let row = 0; row < keys.length; row++) if (keys[row] !== 0) rows[count++] = row
  const sorted = sortBy(keys, sortBy(keys, rows.subarray(0, count), 0), DIGIT_BITS)
  const starts: number[] = []
  let kept = 0
  for (let from = 0; from < count; ) {
    const key = keys[sorted[from] as number]
    let to = from + 1
    while (to < count && keys[sorted[to] as number] === key) to++
    if (to - from > 1) {
      starts.push(kept)
      sorted.copyWithin(kept, from, to)
      kept += to - from
    }
    from = to
  }
  starts.push(kept)
  return { rows: sorted.subarray(0, kept), starts: Uint32Array.from(starts) }
}
