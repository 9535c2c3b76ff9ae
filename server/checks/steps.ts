/** What each step of the form does to a request's body; what may tell of the survivor is refused and kept nowhere. */
import type { CheckBody, FirForm, PapersForm, ReasonsForm, SuspectForm } from '../../contract/checks.ts'
import type { FieldProblem } from '../../contract/problems.ts'
import { wordsFault } from '../../domain/check/relevance-text.ts'
import { canonicalCnic } from '../../domain/identifier/document.ts'
import type { Cells, Column } from '../../domain/imports/columns.ts'
import { readNames } from '../../domain/imports/names.ts'
import { type ProblemCode, problem } from '../../domain/imports/problems.ts'
import { readSections } from '../../domain/imports/sections.ts'
import { scriptOf } from '../../domain/imports/text.ts'
import { freeTextFaults } from '../../domain/notice/free-text.ts'
import { asciiDigits } from '../../domain/text/digits.ts'
import { findOffence, listOffences } from '../../law/offences.ts'
import { Problem } from '../platform/problem.ts'

const OFFENCE_KEYS = new Set(listOffences().map(({ key }) => key))
const MOST_OFFENCES = 12
const MOST_KEY = 40

/** Throws with every fault of a form at once; none: nothing happens. */
export function refuseIf(fields: readonly FieldProblem[]): void {
  if (fields.length > 0) throw new Problem('invalid', { fields })
}

/** Refuses free text that may tell who the survivor is, and takes it out of the form that is kept for another try. */
function refuseSurvivor(form: Record<string, unknown>, columns: Record<string, Column>): void {
  const faults = freeTextFaults(form, columns)
  for (const { field, is_hidden } of faults) if (is_hidden) form[field] = ''
  refuseIf(faults.map(({ field, code }) => ({ field, code: `drafts.doubt.${code}` })))
}

/** Ticked keys and typed sections together, each once; what the catalogue knows becomes its key. */
function offencesOf(form: FirForm): string[] {
  if (form.offences.some((key) => !findOffence(key))) refuseIf([{ field: 'offences', code: 'not_a_choice' }])
  const typed = form.other_sections === null ? [] : readSections(form.other_sections, OFFENCE_KEYS).sections
  const keys = typed.map(({ offence, as_typed }) => (offence ?? as_typed).slice(0, MOST_KEY))
  const all = [...new Set([...form.offences, ...keys])]
  if (all.length > MOST_OFFENCES)
    refuseIf([{ field: 'offences', code: 'maxItems', values: { limit: MOST_OFFENCES } }])
  return all
}

/** @param this_year of the day asked: an FIR is not of a later one */
export function withFir(body: CheckBody, form: FirForm, this_year: number): CheckBody {
  refuseSurvivor(form, { transfer_order: 'case_number', other_sections: 'sections' })
  const { station_id, fir_number, fir_year, transfer_order = null } = form
  if (fir_year !== null && fir_year > this_year)
    refuseIf([{ field: 'fir_year', code: 'maximum', values: { limit: this_year } }])
  return { ...body, station_id, fir_number, fir_year, transfer_order, offences: offencesOf(form) }
}

type Name = CheckBody['suspect']['names'][number]
const NAME_COLUMNS = ['name_latin', 'name_urdu', 'father_name_latin', 'father_name_urdu', 'aliases'] as const
const isRefused = (code: ProblemCode) => problem(code, null).severity === 'refused'

/** The names as typed, each in its script; an alias may also follow its '@' in the name's own box. */
function namesOf(form: SuspectForm): Name[] {
  const cells: Cells = {}
  for (const column of NAME_COLUMNS) if (form[column] !== null) cells[column] = form[column]
  const faults: FieldProblem[] = []
  const names = readNames(cells, (code, column) => {
    if (isRefused(code) && code !== 'name_missing')
      faults.push({ field: column ?? 'name_latin', code: `drafts.doubt.${code}` })
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

export function withSuspect(
  body: CheckBody,
  form: SuspectForm,
  { this_year, districts }: { this_year: number; districts: ReadonlyMap<string, unknown> },
): CheckBody {
  refuseSurvivor(form, Object.fromEntries(NAME_COLUMNS.map((column) => [column, column])))
  const cnic = form.cnic === null ? null : canonicalCnic(form.cnic)
  const faults: FieldProblem[] = []
  if (cnic === undefined) faults.push({ field: 'cnic', code: 'not_a_cnic' })
  if (form.district_id !== null && !districts.has(form.district_id))
    faults.push({ field: 'district_id', code: 'not_a_choice' })
  if (form.born_year !== null && form.born_year > this_year)
    faults.push({ field: 'born_year', code: 'maximum', values: { limit: this_year } })
  refuseIf(faults)
  const { sex = null, district_id, slip_number, age } = form
  const born_year = form.born_year ?? (age === null ? null : this_year - age)
  const suspect = { names: namesOf(form), cnic: cnic ?? null, born_year, sex, district_id, slip_number }
  return { ...body, suspect }
}

/**
 * The reasons. A number in them is refused and kept nowhere; words that look like a name stand only when confirmed,
 * with this very text.
 */
export function withReasons(body: CheckBody, form: ReasonsForm): CheckBody {
  const { relevance = null, reasons } = form
  const fault = reasons === null ? null : wordsFault(reasons, form.names_confirmed)
  if (fault?.code === 'number') {
    form.reasons = null
    refuseIf([{ field: 'reasons', code: 'checks.fault.number' }])
  }
  if (fault?.code === 'name_like')
    refuseIf([
      {
        field: 'names_confirmed',
        code: 'checks.fault.name_like',
        values: { words: fault.words.join(' · ') },
      },
    ])
  return { ...body, relevance, reasons }
}

/** A fingerprint as typed, in its one spelling; undefined where it is none. */
function hashOf(typed: string | null): string | null | undefined {
  if (typed === null) return null
  const hash = asciiDigits(typed).replace(/[\s:]/g, '').toLowerCase()
  return /^[0-9a-f]{64}$/.test(hash) ? hash : undefined
}

export function withPapers(body: CheckBody, form: PapersForm): CheckBody {
  const [fir_hash, annexure_hash] = [hashOf(form.fir_hash), hashOf(form.annexure_hash)]
  const wrong = (field: string, hash: unknown): FieldProblem[] =>
    hash === undefined ? [{ field, code: 'drafts.doubt.judgment_hash' }] : []
  refuseIf([
    ...wrong('fir_hash', fir_hash),
    ...wrong('annexure_hash', annexure_hash),
    ...same(fir_hash, annexure_hash),
  ])
  return { ...body, fir_hash: fir_hash ?? null, annexure_hash: annexure_hash ?? null }
}

/** One file cannot be both papers. */
export const same = (fir_hash: unknown, annexure_hash: unknown): FieldProblem[] =>
  typeof fir_hash === 'string' && fir_hash === annexure_hash
    ? [{ field: 'annexure_hash', code: 'checks.fault.same_file' }]
    : []
