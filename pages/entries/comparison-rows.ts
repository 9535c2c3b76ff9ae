// The facts of an entry, of the return and of the identity answer, field by field, in the columns of a return.

import type { EntryComparison } from '../../contract/entries.ts'
import type { IdentityField } from '../../contract/identities.ts'
import { canonicalDocument } from '../../domain/identifier/document.ts'
import { squeezed } from '../../domain/imports/text.ts'
import type { F } from '../language/formatter.ts'
import { isolated, type T } from '../language/translator.ts'
import { sectionWords } from '../ui/offence-words.ts'
import { type HeldDistricts, spanHeld } from '../ui/span-held.ts'

export const FIELDS = [
  ...(['name_latin', 'name_urdu', 'father_name_latin', 'father_name_urdu', 'aliases'] as const),
  ...(['cnic', 'passport', 'other_document', 'born_on', 'age_years', 'sex', 'address', 'district'] as const),
  ...(['fir_station', 'fir_year', 'fir_number', 'court', 'case_number', 'sections'] as const),
  ...(['offence_on', 'judgment_on', 'disposal', 'sentence', 'custody', 'victim'] as const),
] as const
export type Field = (typeof FIELDS)[number]

export type ComparisonRow = {
  field: Field
  entry: string | null
  returned: string | null
  /** Marked only where both are texts that should be the same letter by letter; other cells are read. */
  is_changed: boolean
  identity: 'agrees' | 'differs' | null
}

/** Which question of the identity agency a field belongs to. */
const ASKED: Partial<Record<Field, IdentityField>> = {
  ...{ name_latin: 'name', name_urdu: 'name', father_name_latin: 'father_name' },
  ...{ father_name_urdu: 'father_name', born_on: 'birth', sex: 'sex' },
}
const AS_TYPED: readonly Field[] = [
  ...(['name_latin', 'name_urdu', 'father_name_latin', 'father_name_urdu'] as const),
  ...(['address', 'fir_station', 'court', 'case_number'] as const),
]

/** One row for each field that either side gives. */
export function comparisonRows(comparison: EntryComparison, t: T, f: F): ComparisonRow[] {
  const entry = entryTexts(comparison, t, f)
  const cells = new Map(comparison.return_row?.cells.map(({ column, text }) => [column, text]))
  return FIELDS.map((field) => {
    const returned = cells.get(field) ?? null
    return {
      ...{ field, entry: entry[field] ?? null },
      returned: field === 'cnic' && returned !== null ? f.cnic(returned) : returned,
      is_changed: isChanged(field, entry[field] ?? null, returned),
      identity: identityOf(field, comparison, entry[field] ?? null),
    }
  }).filter((row) => row.entry !== null || row.returned !== null)
}

function isChanged(field: Field, entry: string | null, returned: string | null): boolean {
  if (entry === null || returned === null) return false
  if (field === 'cnic' || field === 'passport')
    return canonicalDocument(field, entry) !== canonicalDocument(field, returned)
  return AS_TYPED.includes(field) && squeezed(entry) !== squeezed(returned)
}

function identityOf(
  field: Field,
  { shown }: EntryComparison,
  entry: string | null,
): ComparisonRow['identity'] {
  const asked = ASKED[field]
  const { outcome, fields_differ } = shown.identity
  if (!asked || entry === null || (outcome !== 'verified' && outcome !== 'mismatch')) return null
  return fields_differ.includes(asked) ? 'differs' : 'agrees'
}

/** The entry's facts as they are read. */
function entryTexts(
  { shown, district, held_districts }: EntryComparison,
  t: T,
  f: F,
): Partial<Record<Field, string | null>> {
  const { person, conviction } = shown.body
  const name = (kind: string, script: string) =>
    person.names.find((n) => n.kind === kind && n.script === script)?.text ?? null
  const document = (kind: string) => person.documents.find((d) => d.kind === kind)?.number ?? null
  const day = (on: string | null) => (on === null ? null : f.date(on))
  const aliases = person.names.filter(({ kind }) => kind === 'alias').map(({ text }) => isolated(text))
  const cnic = document('cnic')
  return {
    ...{ name_latin: name('name', 'Latn'), name_urdu: name('name', 'Arab') },
    ...{ father_name_latin: name('father', 'Latn'), father_name_urdu: name('father', 'Arab') },
    aliases: aliases.length === 0 ? null : f.list(aliases),
    ...{ cnic: cnic === null ? null : f.cnic(cnic), passport: document('passport') },
    ...{ other_document: document('other'), born_on: bornText(person, t, f) },
    sex: person.sex === null ? null : t(`entries.sex.${person.sex}`),
    ...{ address: person.address, district: district[t.language] },
    ...{ fir_station: conviction.fir_station, court: conviction.court, case_number: conviction.case_number },
    fir_year: conviction.fir_year === null ? null : f.year(conviction.fir_year),
    fir_number: conviction.fir_number === null ? null : f.digits(String(conviction.fir_number)),
    sections: f.list(conviction.offences.map((key) => sectionWords(key, t))),
    ...{ offence_on: day(conviction.offence_on), judgment_on: day(conviction.convicted_on) },
    disposal: conviction.disposal === null ? null : t(`entries.disposal.${conviction.disposal}`),
    sentence: sentenceText(conviction.sentence, t, f),
    custody: custodyText(conviction.custody, held_districts, t, f),
    victim: conviction.victim === null ? null : t(`entries.victim.${conviction.victim}`),
  }
}

type Person = EntryComparison['shown']['body']['person']
type Conviction = EntryComparison['shown']['body']['conviction']

export function bornText({ born_on, born_year }: Pick<Person, 'born_on' | 'born_year'>, t: T, f: F) {
  if (born_on !== null) return f.date(born_on)
  return born_year === null ? null : t('entries.born_year', { year: f.year(born_year) })
}

function sentenceText({ months, is_life, fine_pkr }: Conviction['sentence'], t: T, f: F): string | null {
  const parts = [
    ...(is_life ? [t('entries.sentence.life')] : []),
    ...(months === null ? [] : [t('entries.sentence.months', { count: months })]),
    ...(fine_pkr === null ? [] : [t('entries.sentence.fine', { amount: fine_pkr })]),
  ]
  return parts.length === 0 ? null : f.list(parts)
}

function custodyText(custody: Conviction['custody'], held: HeldDistricts, t: T, f: F): string | null {
  const spans = custody.map((one) => {
    const { from_on, to_on } = one
    const span =
      to_on === null
        ? t('entries.custody.open', { from: f.date(from_on) })
        : t('entries.custody.span', { from: f.date(from_on), to: f.date(to_on) })
    return spanHeld({ ...one, span }, held, t)
  })
  return spans.length === 0 ? null : f.list(spans)
}
