/** What each step of the screen does to the body of a draft; free text is refused where it may tell of the survivor. */
import type { DraftBody } from '../../contract/draft-body.ts'
import type {
  ConvictionForm,
  LookupForm,
  PersonForm,
  SentenceForm,
  SourceForm,
} from '../../contract/drafts.ts'
import type { FieldProblem } from '../../contract/problems.ts'
import { canonicalCnic, canonicalDocument } from '../../domain/identifier/document.ts'
import type { Cells, Column } from '../../domain/imports/columns.ts'
import { readNames } from '../../domain/imports/names.ts'
import { type ProblemCode, problem } from '../../domain/imports/problems.ts'
import { readSections } from '../../domain/imports/sections.ts'
import { hidden_codes, survivorDoubt } from '../../domain/imports/survivor.ts'
import { scriptOf } from '../../domain/imports/text.ts'
import { asciiDigits } from '../../domain/text/digits.ts'
import { findOffence, listOffences } from '../../law/offences.ts'
import { Problem } from '../platform/problem.ts'

type Person = DraftBody['person']
type Name = Person['names'][number]

const MOST_OFFENCES = 12
const OFFENCE_KEYS = new Set(listOffences().map(({ key }) => key))

const isRefused = (code: ProblemCode) => problem(code, null).severity === 'refused'
const asField = (field: string, code: ProblemCode): FieldProblem => ({ field, code: `drafts.doubt.${code}` })

/** Throws with every fault of a form at once; none: nothing happens. */
function refuseIf(fields: readonly FieldProblem[]): void {
  if (fields.length > 0) throw new Problem('invalid', { fields })
}

/**
 * Refuses free text that may tell who the survivor is. What was typed there is taken out of the form as well: a
 * refused form is kept for another try, and this must not be kept anywhere.
 * @law ARITA s.26, PPC 376A
 */
export function refuseSurvivor(form: Record<string, unknown>, columns: Record<string, Column>): void {
  const fields: FieldProblem[] = []
  for (const [field, column] of Object.entries(columns)) {
    const typed = form[field]
    const doubt = typeof typed === 'string' ? survivorDoubt(column, typed) : null
    if (doubt === null || !isRefused(doubt)) continue
    fields.push(asField(field, doubt))
    if (hidden_codes.has(doubt)) form[field] = ''
  }
  refuseIf(fields)
}

/** Texts of a draft that are kept but ask for a second look, by field. */
export function listTextDoubts(body: DraftBody): string[] {
  const { court, case_number, fir_station } = body.conviction
  const typed: [Column, string | null][] = [
    ['address', body.person.address],
    ['court', court],
    ['case_number', case_number],
    ['fir_station', fir_station],
  ]
  const doubts = typed.map(([column, text]) => (text === null ? null : survivorDoubt(column, text)))
  return [...new Set(doubts.filter((doubt) => doubt !== null))]
}

export function withSource(body: DraftBody, form: SourceForm): DraftBody {
  refuseSurvivor(form, { judgment_reference: 'case_number' })
  const hash =
    form.judgment_hash === null ? null : asciiDigits(form.judgment_hash).replace(/[\s:]/g, '').toLowerCase()
  if (hash !== null && !/^[0-9a-f]{64}$/.test(hash))
    refuseIf([{ field: 'judgment_hash', code: 'drafts.doubt.judgment_hash' }])
  return { ...body, judgment_hash: hash, judgment_reference: form.judgment_reference }
}

/** The numbers looked up become those of the draft: what was not looked up cannot be in it. An earlier match is void. */
export function withNumbers(body: DraftBody, form: LookupForm): DraftBody {
  const cnic = form.cnic === null ? null : canonicalCnic(form.cnic)
  if (cnic === undefined) refuseIf([{ field: 'cnic', code: 'not_a_cnic' }])
  const has_none = form.cnic === null && form.passport === null
  if (has_none !== form.has_no_number)
    refuseIf([{ field: has_none ? 'cnic' : 'has_no_number', code: 'drafts.doubt.number_or_none' }])
  const documents = [
    ...(cnic ? [{ kind: 'cnic' as const, number: cnic }] : []),
    ...(form.passport === null
      ? []
      : [{ kind: 'passport' as const, number: canonicalDocument('passport', form.passport) }]),
    ...body.person.documents.filter(({ kind }) => kind === 'other'),
  ]
  return { ...body, person: { ...body.person, documents }, further_of: null }
}

const NAME_COLUMNS = ['name_latin', 'name_urdu', 'father_name_latin', 'father_name_urdu', 'aliases'] as const

/** The names as typed, each in its script; an alias may also follow its '@' in the name's own box. */
function namesOf(form: PersonForm): Name[] {
  const cells: Cells = {}
  for (const column of NAME_COLUMNS) {
    const typed = form[column]
    if (typed !== null) cells[column] = typed
  }
  const faults: FieldProblem[] = []
  const names = readNames(cells, (code, column) => {
    if (isRefused(code) && code !== 'name_missing') faults.push(asField(column ?? 'name_latin', code))
  })
  refuseIf(faults)
  const named = (kind: Name['kind'], script: Name['script'], text: string | null): Name[] =>
    text === null ? [] : [{ kind, script, text }]
  return [
    ...named('name', 'Latn', names.name_latin),
    ...named('name', 'Arab', names.name_urdu),
    ...named('father', 'Latn', names.father_name_latin),
    ...named('father', 'Arab', names.father_name_urdu),
    ...names.aliases.flatMap((text) => named('alias', scriptOf(text) === 'urdu' ? 'Arab' : 'Latn', text)),
  ]
}

export function withPerson(body: DraftBody, form: PersonForm, today: string): DraftBody {
  refuseSurvivor(form, {
    ...Object.fromEntries(NAME_COLUMNS.map((column) => [column, column])),
    ...{ address: 'address', other_document: 'other_document' },
  })
  if (form.born_on !== null && form.born_on > today) refuseIf([{ field: 'born_on', code: 'in_future' }])
  const { sex = null, born_on, address } = form
  const person: Person = {
    names: namesOf(form),
    documents: [
      ...body.person.documents.filter(({ kind }) => kind !== 'other'),
      ...(form.other_document === null ? [] : [{ kind: 'other' as const, number: form.other_document }]),
    ],
    ...{ sex, born_on, address },
    born_year: born_on === null ? form.born_year : Number(born_on.slice(0, 4)),
  }
  return { ...body, person }
}

/** Ticked keys and typed sections together, each once; what the catalogue knows becomes its key. */
function offencesOf(form: ConvictionForm): string[] {
  const unknown = form.offences.filter((key) => !findOffence(key))
  if (unknown.length > 0) refuseIf([{ field: 'offences', code: 'not_a_choice' }])
  const typed = form.other_sections === null ? [] : readSections(form.other_sections, OFFENCE_KEYS).sections
  const keys = typed.map(({ offence, as_typed }) => (offence ?? as_typed).slice(0, 40))
  const all = [...new Set([...form.offences, ...keys])]
  if (all.length > MOST_OFFENCES)
    refuseIf([{ field: 'offences', code: 'maxItems', values: { limit: MOST_OFFENCES } }])
  return all
}

function listDayFaults(form: ConvictionForm, today: string): FieldProblem[] {
  const { offence_on, convicted_on } = form
  const faults: FieldProblem[] = []
  for (const field of ['offence_on', 'convicted_on'] as const) {
    const on = form[field]
    if (on !== null && on > today) faults.push({ field, code: 'in_future' })
  }
  if (offence_on !== null && convicted_on !== null && convicted_on < offence_on)
    faults.push({ field: 'convicted_on', code: 'drafts.doubt.judged_before_offence' })
  return faults
}

export function withConviction(
  body: DraftBody,
  form: ConvictionForm,
  { today, jurisdictions }: { today: string; jurisdictions: ReadonlySet<string> },
): DraftBody {
  refuseSurvivor(form, {
    ...{ court: 'court', case_number: 'case_number', fir_station: 'fir_station', other_sections: 'sections' },
  })
  const faults = listDayFaults(form, today)
  const country = form.country.toUpperCase()
  const jurisdiction = country === 'PK' ? form.jurisdiction : null
  if (jurisdiction !== null && !jurisdictions.has(jurisdiction))
    faults.push({ field: 'jurisdiction', code: 'not_a_choice' })
  refuseIf(faults)
  const { fir_station, fir_year, fir_number, court, case_number } = form
  const { offence_on, convicted_on, victim = null, juvenile } = form
  const { disposal, sentence, custody } = body.conviction
  const conviction = {
    ...{ fir_station, fir_year, fir_number, court, case_number, offence_on, convicted_on, victim, juvenile },
    ...{ country, jurisdiction, disposal, sentence, custody, offences: offencesOf(form) },
  }
  return { ...body, conviction }
}

const MONTHS_A_YEAR = 12

/** @param districts ids of all that there are */
export function withSentence(body: DraftBody, form: SentenceForm, districts: ReadonlySet<string>): DraftBody {
  const faults = form.custody.flatMap(({ from_on, to_on, held_district_id }, at): FieldProblem[] => [
    ...(to_on !== null && to_on < from_on
      ? [{ field: `custody.${at}.to_on`, code: 'drafts.doubt.custody_ends_before' }]
      : []),
    ...(held_district_id && !districts.has(held_district_id)
      ? [{ field: `custody.${at}.held_district_id`, code: 'not_a_choice' }]
      : []),
  ])
  refuseIf(faults)
  const months =
    form.years === null && form.months === null
      ? null
      : (form.years ?? 0) * MONTHS_A_YEAR + (form.months ?? 0)
  const { is_life, fine_pkr, disposal = null } = form
  const custody = form.custody.toSorted((a, b) => (a.from_on < b.from_on ? -1 : 1))
  const sentence = { months: is_life ? null : months, is_life, fine_pkr }
  return { ...body, conviction: { ...body.conviction, disposal, sentence, custody } }
}
