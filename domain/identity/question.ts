// What is asked of the identity agency about the person of a draft: who he is, never why he is asked about.
import { canonicalCnic } from '../identifier/document.ts'

export interface AskedName {
  readonly kind: string
  readonly script: 'Latn' | 'Arab'
  readonly text: string
}
export interface AskedPerson {
  readonly names: readonly AskedName[]
  readonly documents: readonly { readonly kind: string; readonly number: string }[]
  readonly born_on: string | null
  readonly born_year: number | null
  readonly sex: 'male' | 'female' | 'x' | null
}

const spellings = (names: readonly AskedName[], kind: string) => {
  const first = (script: AskedName['script']) =>
    names.find((name) => name.kind === kind && name.script === script)?.text ?? null
  return { latin: first('Latn'), urdu: first('Arab') }
}

/**
 * The question about a person, by the first spelling of each script; undefined when he has no CNIC of 13 digits
 * and nothing can be asked. Aliases, address and conviction are not told.
 * @example identityQuestion({ names: [], documents: [], born_on: null, born_year: null, sex: null }) // undefined
 */
export function identityQuestion(person: AskedPerson) {
  const cnic = person.documents
    .filter(({ kind }) => kind === 'cnic')
    .map(({ number }) => canonicalCnic(number))
    .find((digits) => digits !== undefined)
  if (cnic === undefined) return undefined
  const { names, born_on, born_year, sex } = person
  return {
    ...{ cnic, born_on, born_year: born_on === null ? born_year : null, sex },
    name: spellings(names, 'name'),
    father_name: spellings(names, 'father'),
  }
}
