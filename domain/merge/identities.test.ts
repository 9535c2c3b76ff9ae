import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { identityOf, type Link, membersOf, mergeLinks, replay, splitLinks } from './identities.ts'

const RECORDS = ['a', 'b', 'c', 'd', 'e', 'f']
const older = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

type Step = { act: 'merge' | 'split'; of: string[] }
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('merge' as const, 'split' as const),
  of: fc.uniqueArray(fc.constantFrom(...RECORDS), { minLength: 2, maxLength: 3 }),
})

/** The same acts on plain sets of records. */
function actOnSets(groups: string[][], { act, of }: Step): string[][] {
  const groupOf = (record: string) => groups.find((group) => group.includes(record)) ?? []
  const [one = '', other = ''] = of
  if (act === 'merge') {
    if (groupOf(one) === groupOf(other)) return groups
    const joined = [...groupOf(one), ...groupOf(other)].sort()
    return [...groups.filter((group) => group !== groupOf(one) && group !== groupOf(other)), joined]
  }
  const group = groupOf(one)
  const stays = group.filter((record) => !of.includes(record))
  if (stays.length === 0 || !of.every((record) => group.includes(record))) return groups
  return [...groups.filter((other_group) => other_group !== group), stays, of.toSorted()]
}

const linksOf = (state: Map<string, string>, { act, of }: Step): Link[] =>
  act === 'merge' ? mergeLinks(state, of[0] ?? '', of[1] ?? '', older) : (splitLinks(state, of, older) ?? [])

const groupsOf = (state: Map<string, string>) =>
  [...new Set(RECORDS.map((record) => membersOf(state, record, older).join('')))].sort()

describe('who is one person', () => {
  it('replays to the same people after any sequence of merges and splits, at every link of it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const links: Link[] = []
        let groups = RECORDS.map((record) => [record])
        for (const one of steps) {
          links.push(...linksOf(replay(links), one))
          groups = actOnSets(groups, one)
          const state = replay(links)
          assert.deepEqual(groupsOf(state), groups.map((group) => group.join('')).sort())
          // Nobody is without a person, and a person is known by the oldest of his records.
          for (const record of RECORDS) {
            const identity = identityOf(state, record)
            assert.equal(identityOf(state, identity), identity)
            assert.equal(membersOf(state, record, older)[0], identity)
          }
        }
      }),
    )
  })
  it('a merge that is taken back leaves exactly what was there before', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 12 }),
        fc.constantFrom(...RECORDS),
        fc.constantFrom(...RECORDS),
        (steps, one, other) => {
          const links: Link[] = []
          for (const each of steps) links.push(...linksOf(replay(links), each))
          const before = replay(links)
          const merged = mergeLinks(before, one, other, older)
          fc.pre(merged.length > 0)
          const leaving = membersOf(before, other, older)
          const back = splitLinks(replay([...links, ...merged]), leaving, older) ?? []
          assert.deepEqual(
            new Map([...replay([...links, ...merged, ...back])].sort()),
            new Map([...before].sort()),
          )
        },
      ),
    )
  })
  it('takes nobody out of a person he is not of, and leaves nobody behind without one', () => {
    const state = replay([{ person_id: 'b', identity_id: 'a' }])
    assert.deepEqual(splitLinks(state, ['b'], older), [{ person_id: 'b', identity_id: 'b' }])
    assert.deepEqual(splitLinks(state, ['a'], older), [{ person_id: 'b', identity_id: 'b' }])
    for (const leaving of [[], ['a', 'b'], ['b', 'c'], ['c']])
      assert.equal(splitLinks(state, leaving, older), undefined)
    assert.deepEqual(mergeLinks(state, 'a', 'b', older), [])
  })
})
