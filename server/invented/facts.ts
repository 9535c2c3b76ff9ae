/** An invented person as the matcher knows a record. */
import type { InventedPerson } from '../../domain/invented/invented-person.ts'
import { type Birth, NOTHING_KNOWN, type PersonFacts } from '../../domain/matching/evidence.ts'
import { parseName } from '../../domain/names/parse.ts'

function birthOf({ born_on, age_years, age_on }: InventedPerson): Birth | null {
  if (born_on !== null) return { kind: 'day', on: born_on }
  return age_years !== null && age_on !== null ? { kind: 'age', years: age_years, on: age_on } : null
}

/** The first name and father of each script, birth, CNIC and district. */
export function factsOfInvented(person: InventedPerson | undefined): PersonFacts {
  if (!person) return NOTHING_KNOWN
  const called = (kind: string) =>
    ['Latn', 'Arab'].flatMap((script) => {
      const found = person.names.find((name) => name.kind === kind && name.script === script)
      return found ? [parseName(found.text)] : []
    })
  return {
    names: called('name'),
    fathers: called('father'),
    sex: person.sex,
    birth: birthOf(person),
    cnics: person.documents
      .filter(({ kind }) => kind === 'cnic')
      .map(({ number }) => number.replace(/\D/g, '')),
    district_id: person.district_id,
    custody: [],
  }
}
