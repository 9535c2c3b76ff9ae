/** The tree cut into tiles of 256 hashes, as C2SP tlog-tiles lays it out: how it grows and what its files are called. */
import { type RangeHash, rootOf } from './merkle.ts'

/** Hashes in a full tile; each level up covers 256 times as many leaves. */
export const TILE_WIDTH = 256
const HASH_BYTES = 32

/** The right edge of a tree: per level, the hashes that do not fill a tile yet (at most 255). */
export type TreeEdge = readonly (readonly Buffer[])[]

/** A full tile: 256 hashes side by side, and the hash they come to, which enters the level above. */
export type FullTile = { level: number; tile_index: number; hashes: Buffer; root_hash: Buffer }

/**
 * Root hash of the tree with this edge, at most 255 hashes a level of work.
 * @example rootOfEdge([]) // SHA-256 of nothing
 */
export const rootOfEdge = (edge: TreeEdge): Buffer =>
  edge.reduce<Buffer | undefined>((right, hashes) => {
    const all = right ? [...hashes, right] : hashes
    return all.length > 0 ? rootOf(all) : undefined
  }, undefined) ?? rootOf([])

/**
 * Appends leaf hashes to a tree of `size` leaves: the new edge, and every tile that became full, lower levels first.
 * @example growEdge([], 0, [a]) // { edge: [[a]], full: [] }
 */
export function growEdge(
  edge: TreeEdge,
  size: number,
  leaf_hashes: readonly Buffer[],
): { edge: TreeEdge; full: FullTile[] } {
  const grown: Buffer[][] = []
  const full: FullTile[] = []
  let added: readonly Buffer[] = leaf_hashes
  for (let level = 0; added.length > 0 || level < edge.length; level++) {
    const row = [...(edge[level] ?? []), ...added]
    const first_tile = Math.floor(size / TILE_WIDTH ** (level + 1))
    const roots: Buffer[] = []
    while (row.length >= TILE_WIDTH) {
      const hashes = row.splice(0, TILE_WIDTH)
      const root_hash = rootOf(hashes)
      full.push({ level, tile_index: first_tile + roots.length, hashes: Buffer.concat(hashes), root_hash })
      roots.push(root_hash)
    }
    grown.push(row)
    added = roots
  }
  return { edge: grown, full }
}

/** Name of a tile: level ('entries' for the leaves themselves), place in the level, and width in hashes. */
export type TileName = { level: number | 'entries'; tile_index: number; width: number }

/**
 * The tiles that hold a tree of `size` leaves; partial ones are narrower than 256.
 * @example tilesOf(257) // level 0: tile 0 of 256 and tile 1 of 1; level 1: tile 0 of 1
 */
export function tilesOf(size: number): TileName[] {
  const names: TileName[] = []
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    for (let tile_index = 0; tile_index * TILE_WIDTH < count; tile_index++) {
      names.push({ level, tile_index, width: Math.min(TILE_WIDTH, count - tile_index * TILE_WIDTH) })
    }
  }
  return names
}

/**
 * Path of a tile or entry bundle below the log's address.
 * @example tilePath({ level: 0, tile_index: 1234067, width: 256 }) // 'tile/0/x001/x234/067'
 * @example tilePath({ level: 'entries', tile_index: 0, width: 5 }) // 'tile/entries/000.p/5'
 */
export function tilePath(name: TileName): string {
  const digits = String(name.tile_index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const place = padded.replaceAll(/\d{3}(?=\d)/g, 'x$&/')
  return `tile/${name.level}/${place}${name.width < TILE_WIDTH ? `.p/${name.width}` : ''}`
}

const TILE_PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/

/**
 * Reads a tile path; undefined for any other spelling than the one `tilePath` writes.
 * @example parseTilePath('tile/0/001') // { level: 0, tile_index: 1, width: 256 }
 */
export function parseTilePath(path: string): TileName | undefined {
  const found = TILE_PATH.exec(path)
  if (!found?.[1] || !found[2]) return undefined
  const name: TileName = {
    level: found[1] === 'entries' ? 'entries' : Number(found[1]),
    tile_index: Number(found[2].replaceAll(/[x/]/g, '')),
    width: found[3] ? Number(found[3]) : TILE_WIDTH,
  }
  const is_sound = name.level === 'entries' || name.level <= 63
  return is_sound && tilePath(name) === path ? name : undefined
}

/**
 * Entries one after the other, each behind its length as two bytes, big end first.
 * @example encodeEntryBundle([Buffer.from('ab')]) // 00 02 61 62
 */
export const encodeEntryBundle = (entries: readonly Buffer[]): Buffer =>
  Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(entry.length)
      return [length, entry]
    }),
  )

/**
 * The entries of a bundle; undefined when it breaks off or holds more than 256.
 * @example decodeEntryBundle(Buffer.of(0, 1, 97)) // [Buffer 'a']
 */
export function decodeEntryBundle(bundle: Buffer): Buffer[] | undefined {
  const entries: Buffer[] = []
  for (let at = 0; at < bundle.length; ) {
    if (at + 2 > bundle.length || entries.length === TILE_WIDTH) return undefined
    const end = at + 2 + bundle.readUInt16BE(at)
    if (end > bundle.length) return undefined
    entries.push(bundle.subarray(at + 2, end))
    at = end
  }
  return entries
}

/**
 * The hashes of a tile; undefined when it is not a whole number of 32-byte hashes from 1 to 256.
 * @example hashesOfTile(Buffer.alloc(64))?.length // 2
 */
export function hashesOfTile(tile: Buffer): Buffer[] | undefined {
  const width = tile.length / HASH_BYTES
  if (!Number.isInteger(width) || width < 1 || width > TILE_WIDTH) return undefined
  return Array.from({ length: width }, (_, i) => tile.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES))
}

/**
 * Range hashes from tiles, for proofs: `hashAt(level, index)` gives the hash of the 256^level leaves from
 * index × 256^level, as tiles hold them. Reads at most 255 hashes a level.
 * @example inclusionProof(5, 70000, rangeHashOfTiles(hashAt))
 */
export const rangeHashOfTiles =
  (hashAt: (level: number, index: number) => Buffer): RangeHash =>
  (start, end) => {
    const hashes: Buffer[][] = []
    let at = start
    // Ranges of a proof begin where their leading subtree may begin, so the widest step that fits is always aligned.
    while (at < end) {
      let level = 0
      while (at % TILE_WIDTH ** (level + 1) === 0 && at + TILE_WIDTH ** (level + 1) <= end) level++
      hashes[level] = [...(hashes[level] ?? []), hashAt(level, at / TILE_WIDTH ** level)]
      at += TILE_WIDTH ** level
    }
    return rootOfEdge(Array.from(hashes, (row) => row ?? []))
  }
