/** Pairs of records for learning: linked by what a register knows, never by what the inventor knows. */
import type { InventedPerson } from '../../domain/invented/invented-person.ts'
import { nameKeys } from '../../domain/names/name-keys.ts'
import { factsOfInvented } from './facts.ts'

type Places = readonly [number, number]

function* pairsOfGroups(groups: Iterable<readonly number[]>): Generator<Places> {
  for (const [first, ...others] of groups)
    for (const other of others) if (first !== undefined) yield [first, other]
}

const cnicOf = ({ documents }: InventedPerson) => documents.find(({ kind }) => kind === 'cnic')?.number

/** Records with the same CNIC, by their places in the list. */
export function linkedByCnic(people: readonly InventedPerson[]): Generator<Places> {
  const groups = Map.groupBy(people.keys(), (at) => (people[at] ? cnicOf(people[at]) : undefined))
  groups.delete(undefined)
  return pairsOfGroups(groups.values())
}

function restKey(person: InventedPerson): string | undefined {
  if (person.born_on === null || !cnicOf(person)) return undefined
  const { names, fathers, district_id } = factsOfInvented(person)
  const [name, father] = [names, fathers].map((all) => all[0] && nameKeys(all[0]).join('+'))
  return name && father ? [name, father, person.born_on, district_id].join('|') : undefined
}

/** Records with the keys of one name and father, one day of birth, one district, and a CNIC each. */
export function linkedByRest(people: readonly InventedPerson[]): Generator<Places> {
  const groups = Map.groupBy(people.keys(), (at) => (people[at] ? restKey(people[at]) : undefined))
  groups.delete(undefined)
  return pairsOfGroups(groups.values())
}

/** As many pairs of different places as asked for, spread evenly over the list. */
export function* randomPairs(people: number, count: number): Generator<Places> {
  for (let at = 0; at < count; at += 1) yield [at % people, (at * 7919 + 104729) % people]
}
