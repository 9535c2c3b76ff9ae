import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inventPeople } from '../../domain/invented/person.ts'
import { countEvidence, countShares } from '../../domain/matching/learn.ts'
import { factsOfInvented } from './facts.ts'
import { linkedByCnic, linkedByRest, randomPairs } from './linked.ts'
import { worldOf } from './world.ts'

const people = [...inventPeople(11, 0, 1500, worldOf('2026-11-26'))]
const facts = people.map(factsOfInvented)
const at = (pairs: Iterable<readonly [number, number]>) =>
  [...pairs].flatMap(([one, other]) => {
    const [a, b] = [facts[one], facts[other]]
    return a && b ? [[a, b] as const] : []
  })

describe('pairs to learn from', () => {
  it('are linked by one CNIC, or by all but it', () => {
    const by_cnic = at(linkedByCnic(people))
    assert.ok(by_cnic.length > 5)
    for (const [a, b] of by_cnic) assert.equal(a.cnics[0], b.cnics[0])
    for (const [a, b] of at(linkedByRest(people)))
      assert.deepEqual([a.birth, a.district_id], [b.birth, b.district_id])
  })
  it('are as many at random as asked for, nobody beside himself', () => {
    const pairs = [...randomPairs(people.length, 2000)]
    assert.equal(pairs.length, 2000)
    assert.ok(pairs.every(([one, other]) => one !== other && other < people.length))
  })
})

describe('evidence counted', () => {
  const counts = countEvidence(
    at(linkedByCnic(people)),
    at(linkedByRest(people)),
    at(randomPairs(people.length, 500)),
  )
  it('agrees oftener where people are one', () => {
    const { part_same, part_differs } = counts.name
    assert.ok(part_same && part_differs)
    assert.ok(part_same.same > part_differs.same && part_same.random < part_differs.random)
    assert.equal(counts.random_pairs, 500)
    assert.equal(counts.facts.cnic_differs?.same ?? 0, 0)
  })
  it('counts each person once for a part, in whatever scripts', () => {
    const { per_million, rarest_per_million } = countShares(facts, facts.length, 2000)
    assert.equal(rarest_per_million, 2000)
    assert.ok(Object.values(per_million).every((share) => share > 2000 && share <= 1_000_000))
  })
})
