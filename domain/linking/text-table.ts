// Texts by number, as code units in typed arrays: a million texts without a million strings, found again by hash.

type Numbers = Uint32Array | Uint16Array | Int32Array | Float64Array | Float32Array
export type Growing<T extends Numbers> = { data: T; length: number }
export const growing = <T extends Numbers>(data: T): Growing<T> => ({ data, length: 0 })

/** Makes room for so many more. */
export function reserve<T extends Numbers>(list: Growing<T>, more: number): void {
  if (list.length + more <= list.data.length) return
  const make = list.data.constructor as new (length: number) => T
  const larger = new make(Math.max(list.data.length * 2, list.length + more))
  larger.set(list.data)
  list.data = larger
}

export function push<T extends Numbers>(list: Growing<T>, value: number): void {
  if (list.length === list.data.length) reserve(list, 1)
  list.data[list.length++] = value
}

/** A copy that threads can share. */
export function shared<T extends Numbers>(list: Growing<T>): T {
  const make = list.data.constructor as { new (buffer: SharedArrayBuffer): T; BYTES_PER_ELEMENT: number }
  const copy = new make(new SharedArrayBuffer(list.length * make.BYTES_PER_ELEMENT))
  copy.set(list.data.subarray(0, list.length))
  return copy
}

/** The code units of texts: text `at` lies from `starts[at]` up to `starts[at + 1]`. Number 0 is the empty text. */
export type TextTable = {
  readonly starts: Growing<Uint32Array>
  readonly codes: Growing<Uint16Array>
  /** The number of a text, and whether it is new: `-number - 1` when it is not. */
  readonly take: (text: string) => number
  readonly count: () => number
}

function hashOf(text: string): number {
  let hash = text.length
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash, 0x01000193) ^ text.charCodeAt(at)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

function isText(starts: Uint32Array, codes: Uint16Array, at: number, text: string): boolean {
  const from = starts[at] as number
  if ((starts[at + 1] as number) - from !== text.length) return false
  for (let place = 0; place < text.length; place++)
    if (codes[from + place] !== text.charCodeAt(place)) return false
  return true
}

/**
 * An empty table of texts.
 * @example textTable().take('ali') // 1, and the next time -2
 */
export function textTable(): TextTable {
  const starts = growing(new Uint32Array(1024))
  const codes = growing(new Uint16Array(8192))
  const hashes = growing(new Int32Array(1024))
  // Hash and number beside each other: a text that is not there is told by one look at memory.
  let slots = new Int32Array(4096)
  push(starts, 0)
  push(starts, 0)
  push(hashes, 0)

  function enlarge(): void {
    const larger = new Int32Array(slots.length * 2)
    const mask = larger.length - 2
    for (let at = 1; at < hashes.length; at++) {
      const hash = hashes.data[at] as number
      let slot = (hash << 1) & mask
      while (larger[slot] !== 0) slot = (slot + 2) & mask
      larger[slot] = at
      larger[slot + 1] = hash
    }
    slots = larger
  }

  function take(text: string): number {
    const hash = hashOf(text)
    const mask = slots.length - 2
    let slot = (hash << 1) & mask
    for (let at = slots[slot] as number; at !== 0; at = slots[slot] as number) {
      if (slots[slot + 1] === hash && isText(starts.data, codes.data, at, text)) return -at - 1
      slot = (slot + 2) & mask
    }
    const at = hashes.length
    slots[slot] = at
    slots[slot + 1] = hash
    push(hashes, hash)
    reserve(codes, text.length)
    for (let place = 0; place < text.length; place++) codes.data[codes.length++] = text.charCodeAt(place)
    push(starts, codes.length)
    if (hashes.length * 4 > slots.length) enlarge()
    return at
  }
  return { starts, codes, take, count: () => hashes.length }
}
