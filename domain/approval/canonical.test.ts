import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { canonicalHash, canonicalJson } from './canonical.ts'

describe('the hash of what was shown', () => {
  it('spells an object one way', () => assert.equal(canonicalJson({ b: 1, a: [null] }), '{"a":[null],"b":1}'))
  it('is 32 bytes', () => assert.equal(canonicalHash({ a: 1 }).length, 32))
  it('leaves out what is undefined', () => assert.equal(canonicalJson({ a: undefined, b: 2 }), '{"b":2}'))
  it('does not depend on the order of keys, and survives JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        assert.deepEqual(canonicalHash(turned), canonicalHash(value))
        assert.deepEqual(canonicalHash(JSON.parse(canonicalJson(value))), canonicalHash(value))
      }),
    )
  })
})
