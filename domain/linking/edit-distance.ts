// How far two short texts are apart. Texts are ranges of code units, so that millions are compared without a string.

const LONGEST = 128
const rows = [new Int32Array(LONGEST + 1), new Int32Array(LONGEST + 1), new Int32Array(LONGEST + 1)] as const
const taken = new Uint8Array(LONGEST)
const matches = new Uint16Array(LONGEST)

/**
 * Edits (insert, delete, replace, swap neighbours: optimal string alignment) from one range to another, or
 * `most + 1` when there are more. Texts longer than 128 are compared by their first 128.
 * @example editsBetween(codesOf('1965'), 0, 4, codesOf('1956'), 0, 4, 2) // 1
 */
export function editsBetween(
  codes_a: Uint16Array,
  from_a: number,
  to_a: number,
  codes_b: Uint16Array,
  from_b: number,
  to_b: number,
  most: number,
): number {
  const [a, b] = [Math.min(to_a - from_a, LONGEST), Math.min(to_b - from_b, LONGEST)]
  if (Math.abs(a - b) > most) return most + 1
  let [before, last, row] = rows as unknown as [Int32Array, Int32Array, Int32Array]
  for (let j = 0; j <= b; j++) last[j] = j
  let least_before = 0
  for (let i = 1; i <= a; i++) {
    const code = codes_a[from_a + i - 1] as number
    const code_before = i > 1 ? (codes_a[from_a + i - 2] as number) : -1
    // Only cells near the diagonal can stay within `most`.
    const [low, high] = [Math.max(1, i - most), Math.min(b, i + most)]
    row[low - 1] = low === 1 ? i : most + 1
    if (high < b) row[high + 1] = most + 1
    let least = most + 1
    for (let j = low; j <= high; j++) {
      const other = codes_b[from_b + j - 1] as number
      let cell = (last[j - 1] as number) + (code === other ? 0 : 1)
      if ((row[j - 1] as number) + 1 < cell) cell = (row[j - 1] as number) + 1
      if ((last[j] as number) + 1 < cell) cell = (last[j] as number) + 1
      if (j > 1 && code_before === other && code === codes_b[from_b + j - 2])
        cell = Math.min(cell, (before[j - 2] as number) + 1)
      row[j] = cell
      if (cell < least) least = cell
    }
    // A swap reaches back two rows, so only two bad rows cannot be mended.
    if (least > most && least_before > most) return most + 1
    least_before = least
    const spare = before
    before = last
    last = row
    row = spare
  }
  return Math.min(last[b] as number, most + 1)
}

/**
 * Jaro-Winkler similarity of two ranges, 0 to 1; beginnings that agree count more.
 * @example jaroWinkler(codesOf('martha'), 0, 6, codesOf('marhta'), 0, 6).toFixed(3) // '0.961'
 */
export function jaroWinkler(
  codes_a: Uint16Array,
  from_a: number,
  to_a: number,
  codes_b: Uint16Array,
  from_b: number,
  to_b: number,
): number {
  const [a, b] = [Math.min(to_a - from_a, LONGEST), Math.min(to_b - from_b, LONGEST)]
  if (a === 0 || b === 0) return 0
  const common = commonCharacters(codes_a, from_a, a, codes_b, from_b, b)
  if (common === 0) return 0
  let [crossed, place] = [0, 0]
  for (let j = 0; j < b; j++) if (taken[j] === 1 && codes_b[from_b + j] !== matches[place++]) crossed++
  const jaro = (common / a + common / b + (common - crossed / 2) / common) / 3
  let prefix = 0
  while (prefix < 4 && prefix < a && prefix < b && codes_a[from_a + prefix] === codes_b[from_b + prefix])
    prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

/** Fills `matches` with the common characters in the order of the first, and marks them `taken` in the second. */
function commonCharacters(
  codes_a: Uint16Array,
  from_a: number,
  a: number,
  codes_b: Uint16Array,
  from_b: number,
  b: number,
): number {
  taken.fill(0, 0, b)
  const reach = Math.max(0, (Math.max(a, b) >> 1) - 1)
  let common = 0
  for (let i = 0; i < a; i++) {
    const code = codes_a[from_a + i] as number
    const high = Math.min(b - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= high; j++) {
      if (taken[j] === 1 || codes_b[from_b + j] !== code) continue
      taken[j] = 1
      matches[common++] = code
      break
    }
  }
  return common
}

/** A text as code units. */
export const codesOf = (text: string): Uint16Array => Uint16Array.from(text, (letter) => letter.charCodeAt(0))
