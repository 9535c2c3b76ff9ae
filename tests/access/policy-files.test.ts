// The policy files themselves: words in both languages, one vocabulary with the program, and no clocks or place names.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ABOUTS, ACTIONS } from '../../domain/access/actions.ts'
import { GROUPS, PURPOSES, ROLES } from '../../domain/access/actor.ts'
import { parsePolicies, readGlosses, readPolicySource } from '../../server/platform/policy-set.ts'
import { given } from './cast.ts'

const source = readPolicySource()
const set = parsePolicies(source)
const types = set.schema['']?.entityTypes ?? {}
const namesOf = (type: string) => {
  const found = types[type]
  return found && 'enum' in found ? found.enum : []
}
const kindOf = (type: string) => type.charAt(0).toLowerCase() + type.slice(1)

describe('every policy', () => {
  const words = [...set.policies.values().map(({ id, gloss }) => ({ id, gloss }))]
  const spoken = [...words, ...Object.entries(readGlosses()).map(([id, gloss]) => ({ id, gloss }))]
  for (const { id, gloss } of spoken)
    it(`${id} says what and why in English and in Urdu`, () => {
      assert.match(gloss.en, /^[A-Z][\x20-\x7e]{20,}\.$/)
      assert.match(gloss.ur, /^[\u0600-\u06ff\s:]{15,}۔$/)
    })
  for (const { id } of words)
    it(`${id} is named by what it does`, () => {
      assert.ok(id.startsWith(`${set.policies.get(id)?.effect}-`))
    })
  it('compares places only by asking whether a record lies in the actor’s place', () => {
    // The decision cuts places off below the actor's level, which is sound only under this rule.
    const text = source.policies
    assert.doesNotMatch(text, /Place::"/)
    assert.equal(
      text.match(/resource\.place/g)?.length,
      text.match(/resource\.place in principal\.place/g)?.length,
    )
  })
})

describe('the schema', () => {
  it('has the roles, groups, purposes and abouts of the program', () => {
    assert.deepEqual(namesOf('Role'), [...ROLES])
    assert.deepEqual(namesOf('Group'), Object.keys(GROUPS))
    assert.deepEqual(namesOf('Purpose'), [...PURPOSES])
    assert.deepEqual(namesOf('About'), [...ABOUTS])
  })
  it('has the acts of the program, each on its kind of record', () => {
    const acts = Object.entries(set.schema['']?.actions ?? {}).flatMap(([name, act]) =>
      act.appliesTo?.resourceTypes.length ? [[name, ...act.appliesTo.resourceTypes.map(kindOf)]] : [],
    )
    assert.deepEqual(acts.sort(), Object.entries(ACTIONS).sort())
  })
  it('asks of each kind of record the facts that the program declares', () => {
    for (const [kind, facts] of Object.entries(given)) {
      const type = kind.charAt(0).toUpperCase() + kind.slice(1)
      const declared = Object.entries(facts()).filter(([name, value]) => name !== 'kind' && value !== null)
      assert.deepEqual(
        [...(set.shapes.get(type)?.keys() ?? [])].sort(),
        declared.map(([name]) => name).sort(),
      )
    }
  })
})
