import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import fc from 'fast-check'
import {
  consistencyProof,
  extendsTree,
  hasLeaf,
  inclusionProof,
  leafHash,
  nodeHash,
  rangeHashOf,
  rootOf,
} from './merkle.ts'

// The eight leaves and the roots that implementations of RFC 6962 test against.
const LEAVES = [
  ...['', '00', '10', '2021', '3031', '40414243', '5051525354555657'],
  '606162636465666768696a6b6c6d6e6f',
]
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const hashes = LEAVES.map((hex) => leafHash(Buffer.from(hex, 'hex')))
const rangeHash = rangeHashOf(hashes)
const begin = (proof: Buffer[]) => proof.map((hash) => hash.toString('hex').slice(0, 8))

test('an empty log has the hash of nothing as its root', () => {
  assert.deepEqual(rootOf([]), createHash('sha256').digest())
})

test('the roots of one to eight leaves are those of the published vectors', () => {
  assert.deepEqual(
    ROOTS.map((_, i) => rangeHash(0, i + 1).toString('hex')),
    ROOTS,
  )
})

test('inclusion proofs are those of the published vectors', () => {
  assert.deepEqual(begin(inclusionProof(0, 1, rangeHash)), [])
  assert.deepEqual(begin(inclusionProof(0, 8, rangeHash)), ['96a296d2', '5f083f0a', '6b47aaf2'])
  assert.deepEqual(begin(inclusionProof(5, 8, rangeHash)), ['bc1a0643', 'ca854ea1', 'd37ee418'])
  assert.deepEqual(begin(inclusionProof(2, 3, rangeHash)), ['fac54203'])
  assert.deepEqual(begin(inclusionProof(1, 5, rangeHash)), ['6e340b9c', '5f083f0a', 'bc1a0643'])
})

test('consistency proofs are those of the published vectors', () => {
  assert.deepEqual(begin(consistencyProof(1, 1, rangeHash)), [])
  assert.deepEqual(begin(consistencyProof(1, 8, rangeHash)), ['96a296d2', '5f083f0a', '6b47aaf2'])
  assert.deepEqual(begin(consistencyProof(6, 8, rangeHash)), ['0ebc5d34', 'ca854ea1', 'd37ee418'])
  assert.deepEqual(begin(consistencyProof(2, 5, rangeHash)), ['5f083f0a', 'bc1a0643'])
})

test('a proof is refused for a leaf or a tree that is not there', () => {
  assert.throws(() => inclusionProof(8, 8, rangeHash), RangeError)
  assert.throws(() => inclusionProof(-1, 8, rangeHash), RangeError)
  assert.throws(() => consistencyProof(0, 8, rangeHash), RangeError)
  assert.throws(() => consistencyProof(9, 8, rangeHash), RangeError)
})

const treeOf = (size: number) =>
  Array.from({ length: size }, (_, i) => leafHash(Buffer.from(`leaf ${i} of ${size}`)))

const anyLeaf = fc
  .integer({ min: 1, max: 700 })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }) }))

test('every leaf is proved, at its own place only and to its own root only', () => {
  fc.assert(
    fc.property(anyLeaf, fc.nat(), ({ size, index }, other) => {
      const tree = treeOf(size)
      const leaf_hash = tree[index] ?? Buffer.alloc(0)
      const proof = inclusionProof(index, size, rangeHashOf(tree))
      const claim = { index, size, leaf_hash, root_hash: rootOf(tree), proof }
      const elsewhere = other % size
      assert.ok(hasLeaf(claim))
      assert.equal(hasLeaf({ ...claim, index: elsewhere }), elsewhere === index)
      assert.ok(!hasLeaf({ ...claim, index: size }) && !hasLeaf({ ...claim, index: -1 }))
      assert.ok(!hasLeaf({ ...claim, root_hash: rootOf([...tree, leaf_hash]) }))
      assert.ok(!hasLeaf({ ...claim, proof: [...proof, leaf_hash] }))
      assert.ok(proof.length === 0 || !hasLeaf({ ...claim, proof: proof.slice(1) }))
      assert.ok(proof.length === 0 || !hasLeaf({ ...claim, proof: proof.slice(0, -1) }))
    }),
    { numRuns: 150 },
  )
})

test('every earlier tree is proved to be the beginning of a later one, and no other tree is', () => {
  fc.assert(
    fc.property(anyLeaf, ({ size, index }) => {
      const first = index + 1
      const tree = treeOf(size)
      const proof = consistencyProof(first, size, rangeHashOf(tree))
      const claim = { first, size, first_root: rootOf(tree.slice(0, first)), root_hash: rootOf(tree), proof }
      const forked = tree.with(index, leafHash(Buffer.from('another')))
      assert.ok(extendsTree(claim))
      assert.ok(!extendsTree({ ...claim, first_root: rootOf(forked.slice(0, first)) }))
      assert.ok(!extendsTree({ ...claim, root_hash: rootOf(forked) }))
      assert.ok(!extendsTree({ ...claim, proof: [...proof, rootOf(tree)] }))
      assert.ok(proof.length === 0 || !extendsTree({ ...claim, proof: proof.slice(1) }))
      assert.ok(proof.length === 0 || !extendsTree({ ...claim, proof: proof.slice(0, -1) }))
    }),
    { numRuns: 150 },
  )
})

test('the empty log begins every log, and a longer log begins no shorter one', () => {
  const root_hash = rootOf(hashes)
  const empty = { first: 0, size: 8, first_root: rootOf([]), root_hash, proof: [] }
  assert.ok(extendsTree(empty))
  assert.ok(!extendsTree({ ...empty, first_root: root_hash }))
  assert.ok(!extendsTree({ ...empty, proof: [root_hash] }))
  assert.ok(!extendsTree({ first: 8, size: 7, first_root: root_hash, root_hash, proof: [] }))
  assert.ok(!extendsTree({ first: 6, size: 8, first_root: rangeHash(0, 6), root_hash, proof: [] }))
  assert.ok(!extendsTree({ first: -1, size: 7, first_root: root_hash, root_hash, proof: [] }))
})

test('a leaf cannot be passed off as an inner node', () => {
  const [a, b] = hashes
  assert.ok(a && b)
  assert.notDeepEqual(leafHash(Buffer.concat([a, b])), nodeHash(a, b))
})
