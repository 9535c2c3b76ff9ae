/** The Merkle tree of RFC 6962 §2.1 with its two proofs. Sizes and indexes are counts of leaves, below 2^53. */
import { createHash } from 'node:crypto'

/** The hash MTH(D[start:end]) of a range of leaves, from wherever they are kept. */
export type RangeHash = (start: number, end: number) => Buffer

const sha256 = (...parts: readonly (Buffer | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const LEAF = Buffer.of(0x00)
const NODE = Buffer.of(0x01)

/**
 * Hash of one leaf: SHA-256(0x00 || bytes), 32 bytes.
 * @example leafHash(Buffer.alloc(0)).toString('hex').slice(0, 8) // '6e340b9c'
 */
export const leafHash = (bytes: Buffer): Buffer => sha256(LEAF, bytes)

/**
 * Hash of an inner node: SHA-256(0x01 || left || right), 32 bytes.
 * @example nodeHash(leafHash(a), leafHash(b))
 */
export const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(NODE, left, right)

/** The largest power of two below n, for n of two or more: where the tree divides. */
function splitOf(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

/**
 * Root over the hashes of consecutive equal subtrees; the last may be an unfinished one. No hashes: SHA-256 of nothing.
 * @example rootOf([leafHash(a)]) // leafHash(a)
 */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  const [first] = hashes
  if (first === undefined) return sha256()
  if (hashes.length === 1) return first
  const k = splitOf(hashes.length)
  return nodeHash(rootOf(hashes.slice(0, k)), rootOf(hashes.slice(k)))
}

/**
 * The range hashes of leaf hashes held in memory.
 * @example inclusionProof(0, 2, rangeHashOf([a, b])) // [b]
 */
export const rangeHashOf =
  (hashes: readonly Buffer[]): RangeHash =>
  (start, end) =>
    rootOf(hashes.slice(start, end))

/**
 * The audit path of the leaf `index` in the tree of `size` leaves, lowest sibling first (RFC 6962 §2.1.1).
 * @example inclusionProof(2, 3, rangeHashOf(hashes)) // [hash of leaves 0 and 1]
 */
export function inclusionProof(index: number, size: number, rangeHash: RangeHash): Buffer[] {
  if (index < 0 || index >= size) throw new RangeError(`leaf ${index} is not in a tree of ${size}`)
  const path = (start: number, end: number): Buffer[] => {
    if (end - start === 1) return []
    const middle = start + splitOf(end - start)
    return index < middle
      ? [...path(start, middle), rangeHash(middle, end)]
      : [...path(middle, end), rangeHash(start, middle)]
  }
  return path(0, size)
}

/**
 * The proof that the tree of `size` leaves begins with the tree of `first` leaves (RFC 6962 §2.1.2).
 * @example consistencyProof(3, 3, rangeHash) // []
 */
export function consistencyProof(first: number, size: number, rangeHash: RangeHash): Buffer[] {
  if (first < 1 || first > size) throw new RangeError(`no proof from ${first} to ${size} leaves`)
  const prove = (start: number, end: number, is_known: boolean): Buffer[] => {
    if (end === first) return is_known ? [] : [rangeHash(start, end)]
    const middle = start + splitOf(end - start)
    return first <= middle
      ? [...prove(start, middle, is_known), rangeHash(middle, end)]
      : [...prove(middle, end, false), rangeHash(start, middle)]
  }
  return prove(0, size, true)
}

const half = (n: number): number => Math.floor(n / 2)
const isOdd = (n: number): boolean => n % 2 === 1

/**
 * Whether `proof` shows that the leaf with this hash is number `index` of the tree with this root.
 * @example hasLeaf({ index: 0, size: 1, leaf_hash, root_hash: leaf_hash, proof: [] }) // true
 */
export function hasLeaf(claim: {
  index: number
  size: number
  leaf_hash: Buffer
  root_hash: Buffer
  proof: readonly Buffer[]
}): boolean {
  if (claim.index < 0 || claim.index >= claim.size) return false
  let node = claim.index
  let last = claim.size - 1
  let hash = claim.leaf_hash
  for (const sibling of claim.proof) {
    if (last === 0) return false
    if (isOdd(node) || node === last) {
      hash = nodeHash(sibling, hash)
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      hash = nodeHash(hash, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && hash.equals(claim.root_hash)
}

const isPowerOfTwo = (n: number): boolean => n === 1 || splitOf(n) * 2 === n

/**
 * Whether `proof` shows that the second tree begins with all leaves of the first, unchanged. An empty first tree
 * begins every tree.
 * @example extendsTree({ first: 2, size: 2, first_root: root, root_hash: root, proof: [] }) // true
 */
export function extendsTree(claim: {
  first: number
  size: number
  first_root: Buffer
  root_hash: Buffer
  proof: readonly Buffer[]
}): boolean {
  const { first, size, first_root, root_hash, proof } = claim
  if (first < 0 || first > size) return false
  if (first === 0) return proof.length === 0 && first_root.equals(rootOf([]))
  if (first === size) return proof.length === 0 && first_root.equals(root_hash)
  const [seed, ...rest] = isPowerOfTwo(first) ? [first_root, ...proof] : proof
  if (seed === undefined) return false
  let node = first - 1
  let last = size - 1
  while (isOdd(node)) [node, last] = [half(node), half(last)]
  let old_hash = seed
  let new_hash = seed
  for (const sibling of rest) {
    if (last === 0) return false
    if (isOdd(node) || node === last) {
      old_hash = nodeHash(sibling, old_hash)
      new_hash = nodeHash(sibling, new_hash)
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      new_hash = nodeHash(new_hash, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && old_hash.equals(first_root) && new_hash.equals(root_hash)
}
