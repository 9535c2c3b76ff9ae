import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { EntityJson } from '@cedar-policy/cedar-wasm'
import { NATION, type Place } from '../../domain/access/actor.ts'
import { addPlace, cutPlace, depthOf } from './place-tree.ts'

const SADDAR: Place = {
  province: 'PK-PB',
  division: 'Multan',
  district: 'pb_multan',
  station: 'multan-saddar',
}

describe('a place', () => {
  it('hangs in a chain from the nation down', () => {
    const entities = new Map<string, EntityJson>()
    assert.equal(addPlace(entities, SADDAR), 'station:multan-saddar')
    const chain = [
      'nation',
      'province:PK-PB',
      'division:Multan',
      'district:pb_multan',
      'station:multan-saddar',
    ]
    assert.deepEqual([...entities.keys()], chain)
    assert.deepEqual(entities.get('station:multan-saddar')?.parents, [
      { type: 'Place', id: 'district:pb_multan' },
    ])
  })
  it('may be a district of no division', () => {
    const entities = new Map<string, EntityJson>()
    addPlace(entities, { ...NATION, province: 'PK-IS', district: 'is_islamabad' })
    assert.deepEqual(entities.get('district:is_islamabad')?.parents, [
      { type: 'Place', id: 'province:PK-IS' },
    ])
  })
  it('is refused when one station is said to lie in two districts', () => {
    const entities = new Map<string, EntityJson>()
    addPlace(entities, SADDAR)
    assert.throws(() => addPlace(entities, { ...SADDAR, district: 'pb_vehari' }), /two parents/)
  })
  it('is cut off below the depth asked', () => {
    assert.deepEqual(cutPlace(SADDAR, -1), NATION)
    assert.deepEqual(cutPlace(SADDAR, 2), { ...SADDAR, station: null })
    assert.deepEqual(cutPlace(SADDAR, 3), SADDAR)
    assert.deepEqual([NATION, cutPlace(SADDAR, 0), SADDAR].map(depthOf), [-1, 0, 3])
  })
  for (const [words, place] of [
    ['a station of no district', { ...SADDAR, district: null }],
    ['a district of no province', { ...SADDAR, station: null, province: null }],
    ['a division of no province', { ...NATION, division: 'Multan' }],
    ['an empty name', { ...SADDAR, station: '' }],
  ] as const)
    it(`is refused when it is ${words}, however little of it is asked`, () => {
      assert.throws(() => cutPlace(place, -1), /^Error: place/)
    })
})
