import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { consistencyProof, inclusionProof, leafHash, rangeHashOf, rootOf } from './merkle.ts'
import {
  decodeEntryBundle,
  encodeEntryBundle,
  growEdge,
  hashesOfTile,
  parseTilePath,
  rangeHashOfTiles,
  rootOfEdge,
  type TreeEdge,
  tilePath,
  tilesOf,
} from './tiles.ts'

const leaves = Array.from({ length: 66_000 }, (_, i) => leafHash(Buffer.from(String(i))))

/** The hash of 256^level leaves, from the leaves themselves. */
const hashAt = (level: number, index: number) =>
  rootOf(leaves.slice(index * 256 ** level, (index + 1) * 256 ** level))

test('a tree of 70,000 leaves has the tiles that the format names in its example', () => {
  const widths = Map.groupBy(tilesOf(70_000), (tile) => `level ${tile.level}, ${tile.width} wide`)
  assert.deepEqual(Object.fromEntries([...widths].map(([kind, tiles]) => [kind, tiles.length])), {
    'level 0, 256 wide': 273,
    'level 0, 112 wide': 1,
    'level 1, 256 wide': 1,
    'level 1, 17 wide': 1,
    'level 2, 1 wide': 1,
  })
  assert.deepEqual(tilesOf(256), [
    { level: 0, tile_index: 0, width: 256 },
    { level: 1, tile_index: 0, width: 1 },
  ])
  assert.deepEqual(tilesOf(0), [])
})

for (const [path, name] of [
  ['tile/0/x001/x234/067', { level: 0, tile_index: 1_234_067, width: 256 }],
  ['tile/63/000.p/255', { level: 63, tile_index: 0, width: 255 }],
  ['tile/entries/x001/000.p/1', { level: 'entries', tile_index: 1000, width: 1 }],
  ['tile/2/999', { level: 2, tile_index: 999, width: 256 }],
] as const) {
  test(`the tile at ${path} is found by its path and no other`, () => {
    assert.equal(tilePath(name), path)
    assert.deepEqual(parseTilePath(path), name)
  })
}

for (const path of [
  ...['tile/00/000', 'tile/64/000', 'tile/0/0', 'tile/0/x000/001', 'tile/0/001/002', 'tile/0/000.p/0'],
  ...['tile/0/000.p/256', 'tile/0/000.p/01', 'tile/x/000', '/tile/0/000', 'tile/0/000/', 'tile/0/0000'],
]) {
  test(`${path} is not the path of a tile`, () => assert.equal(parseTilePath(path), undefined))
}

test('a log without leaves has the empty root and no tiles', () => {
  assert.deepEqual(growEdge([], 0, []), { edge: [], full: [] })
  assert.deepEqual(rootOfEdge([]), rootOf([]))
  assert.deepEqual(rootOfEdge([[]]), rootOf([]))
})

test('a log grown in batches of any size comes to the root of its leaves, and its tiles hold them', () => {
  const batches = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(batches, (sizes) => {
      let edge: TreeEdge = []
      let size = 0
      for (const count of sizes) {
        const grown = growEdge(edge, size, leaves.slice(size, size + count))
        for (const { level, tile_index, hashes, root_hash } of grown.full) {
          assert.equal(level, 0)
          assert.deepEqual(hashesOfTile(hashes), leaves.slice(tile_index * 256, (tile_index + 1) * 256))
          assert.deepEqual(root_hash, hashAt(1, tile_index))
        }
        edge = grown.edge
        size += count
        assert.deepEqual(rootOfEdge(edge), rootOf(leaves.slice(0, size)))
      }
    }),
    { numRuns: 40 },
  )
})

test('a tile of the second level fills with 65,536 leaves', () => {
  const { edge, full } = growEdge([], 0, leaves)
  assert.deepEqual(rootOfEdge(edge), rootOf(leaves))
  assert.deepEqual(
    edge.map((row) => row.length),
    [66_000 % 256, 1, 1],
  )
  const upper = full.filter((tile) => tile.level === 1)
  assert.deepEqual(
    upper.map((tile) => [tile.tile_index, tile.root_hash]),
    [[0, hashAt(2, 0)]],
  )
  assert.deepEqual(hashesOfTile(upper[0]?.hashes ?? Buffer.alloc(0))?.[255], hashAt(1, 255))
})

test('proofs made from tiles are the proofs made from leaves', () => {
  const range = fc.integer({ min: 1, max: 66_000 })
  const fromLeaves = rangeHashOf(leaves)
  const fromTiles = rangeHashOfTiles(hashAt)
  fc.assert(
    fc.property(range, range, (a, b) => {
      const [first, size] = a < b ? [a, b] : [b, a]
      assert.deepEqual(
        inclusionProof(first - 1, size, fromTiles),
        inclusionProof(first - 1, size, fromLeaves),
      )
      assert.deepEqual(consistencyProof(first, size, fromTiles), consistencyProof(first, size, fromLeaves))
    }),
    { numRuns: 4 },
  )
})

test('a bundle gives back its entries, and a broken one none', () => {
  const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 256 })
  fc.assert(
    fc.property(entries, (given) => {
      const bundle = encodeEntryBundle(given.map((bytes) => Buffer.from(bytes)))
      assert.deepEqual(
        decodeEntryBundle(bundle),
        given.map((bytes) => Buffer.from(bytes)),
      )
    }),
    { numRuns: 50 },
  )
  assert.equal(decodeEntryBundle(Buffer.of(0)), undefined)
  assert.equal(decodeEntryBundle(Buffer.of(0, 2, 97)), undefined)
  assert.equal(decodeEntryBundle(Buffer.alloc(2 * 257)), undefined)
  assert.throws(() => encodeEntryBundle([Buffer.alloc(65_536)]), RangeError)
})

test('only a whole number of hashes is a tile', () => {
  assert.equal(hashesOfTile(Buffer.alloc(64))?.length, 2)
  for (const length of [0, 31, 33, 257 * 32]) assert.equal(hashesOfTile(Buffer.alloc(length)), undefined)
})
