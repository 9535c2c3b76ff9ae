// One row of a return: cells as typed in, a checked row out, with a reason for every doubt.
import type { Cells } from './columns.ts'
import { columns } from './columns.ts'
import { type CustodyInterval, readCustody } from './dates.ts'
import { checkDays, checkFirYear, readAge, readDay } from './days.ts'
import { type IdentityDocument, readDocuments } from './documents.ts'
import { type Fir, readFir } from './fir.ts'
import { type Names, readNames } from './names.ts'
import type { Note } from './note.ts'
import { type Problem, problem } from './problems.ts'
import { readSections, type Section } from './sections.ts'
import { readSentence, type Sentence } from './sentence.ts'
import { hidden_codes, survivorDoubt } from './survivor.ts'
import { cleaned } from './text.ts'
import {
  type Disposal,
  type District,
  indexDistricts,
  readDisposal,
  readDistrict,
  readHeldIn,
  readSex,
  readVictim,
  type Sex,
  type Victim,
} from './words.ts'

export type ReturnRow = Names &
  Fir & {
    readonly documents: readonly IdentityDocument[]
    readonly born_on: string | null
    /** Age in years on the day of the judgment. */
    readonly age_years: number | null
    readonly sex: Sex
    readonly address: string | null
    readonly district_id: string
    readonly court: string
    readonly case_number: string | null
    readonly sections: readonly Section[]
    readonly offence_on: string
    readonly judgment_on: string
    readonly disposal: Disposal
    readonly sentence: Sentence | null
    readonly custody: readonly CustodyInterval[]
    readonly victim: Victim
  }

/** What a row is read against; build it once for a file with `readingContext`. */
export type ReadingContext = {
  readonly offence_keys: ReadonlySet<string>
  readonly districts: ReadonlyMap<string, readonly string[]>
  readonly today: string
  readonly cnic_first_digits: string
}

export type ReadRow =
  | {
      readonly outcome: 'accepted' | 'warned'
      readonly row: ReturnRow
      readonly problems: readonly Problem[]
    }
  | { readonly outcome: 'refused'; readonly row: null; readonly problems: readonly Problem[] }

/** Longest cell, in characters. */
const cell_characters = 500
/** What is left of Urdu saved in an encoding that lacks it: question marks, or the mark for a lost letter. */
const lost_letters = /\?{3,}|\ufffd/

/** Cells cleaned, the empty ones left out, and the ones that no reader may go on with noted. */
function cleanCells(cells: Cells, note: Note): Cells {
  const clean: Cells = {}
  for (const { column } of columns) {
    const text = cleaned(cells[column] ?? '')
    if (text === '') continue
    if (text.length > cell_characters) note('text_too_long', column)
    else if (lost_letters.test(text)) note('text_lost', column, text)
    else clean[column] = text
  }
  return clean
}

/** Anything may be typed anywhere, so every column is looked at; the category itself has a closed list. */
function checkFreeText(cells: Cells, note: Note): void {
  for (const { column } of columns) {
    const text = cells[column]
    const doubt = text === undefined || column === 'victim' ? null : survivorDoubt(column, text)
    if (doubt) note(doubt, column)
  }
}

function readOffences(cells: Cells, { offence_keys }: ReadingContext, note: Note): Section[] {
  const typed = cells.sections ?? ''
  const { sections, doubts } = readSections(typed, offence_keys)
  if (typed !== '' && sections.every(({ offence }) => offence === null) && !/\p{Nd}/u.test(typed)) {
    note('sections_unreadable', 'sections', typed)
    return []
  }
  for (const { code, part } of doubts) note(code, 'sections', part)
  return sections
}

function readPunishment(cells: Cells, disposal: Disposal | null, { districts }: ReadingContext, note: Note) {
  const sentence = cells.sentence === undefined ? null : readSentence(cells.sentence)
  if (cells.sentence !== undefined && sentence === null)
    note('sentence_unreadable', 'sentence', cells.sentence)
  if (sentence && sentence.terms.length > 1) note('sentence_several', 'sentence')
  const { intervals, refused } = readCustody(cells.custody ?? '')
  for (const { code, part } of refused) note(code, 'custody', part)
  if (disposal === 'imprisonment') {
    if (cells.sentence === undefined) note('sentence_missing', 'sentence')
    if (cells.custody === undefined) note('custody_missing', 'custody')
  }
  const kept = cells.sentence === undefined ? null : (sentence ?? unread(cells.sentence))
  const is_read = refused.length === 0 && intervals.length > 0
  const held = is_read ? readHeldIn(cells, intervals.length, districts, note) : []
  const custody = intervals.map((interval, at) => ({
    ...interval,
    ...(held[at] ? { held_district_id: held[at] } : {}),
  }))
  return { sentence: kept, custody }
}

const unread = (as_typed: string): Sentence => ({
  as_typed,
  is_death: false,
  is_life: false,
  terms: [],
  fine_rupees: null,
})

/** The example row of the template, told by the three cells that make it one conviction. */
const isExample = (cells: Cells) =>
  (['cnic', 'fir_number', 'name_latin'] as const).every(
    (column) => cells[column] === columns.find((info) => info.column === column)?.example,
  )

/** The row as far as it could be read: null where a cell was refused. */
type Draft = { [Field in keyof ReturnRow]: ReturnRow[Field] | null }

function readCells(cells: Cells, context: ReadingContext, note: Note): Draft {
  const sex = readSex(cells, note)
  const disposal = readDisposal(cells, note)
  const days = {
    born_on: readDay('born_on', cells, context.today, note),
    offence_on: readDay('offence_on', cells, context.today, note),
    judgment_on: readDay('judgment_on', cells, context.today, note),
  }
  const age_years = readAge(cells, note)
  checkDays(days, age_years, note)
  const fir = readFir(cells, context.today, note)
  checkFirYear(fir.fir_year, days, note)
  return {
    ...readNames(cells, note),
    documents: readDocuments(cells, sex, context.cnic_first_digits, note),
    ...days,
    age_years,
    sex,
    address: cells.address ?? null,
    district_id: readDistrict(cells, context.districts, note),
    ...fir,
    court: cells.court ?? null,
    case_number: cells.case_number ?? null,
    sections: readOffences(cells, context, note),
    disposal,
    ...readPunishment(cells, disposal, context, note),
    victim: readVictim(cells, note),
  }
}

const may_be_null: ReadonlySet<string> = new Set<keyof ReturnRow>([
  ...(['name_latin', 'name_urdu', 'father_name_latin', 'father_name_urdu', 'born_on', 'age_years'] as const),
  ...(['address', 'case_number', 'sentence'] as const),
])
const isComplete = (draft: Draft): draft is ReturnRow =>
  Object.entries(draft).every(([field, value]) => value !== null || may_be_null.has(field))

/**
 * What rows are read against, indexed once for a file.
 * @param catalogue offences by key, such as `PPC-376`  @param districts those that may be named today
 * @param today the day of the upload in Pakistan
 * @param cnic_first_digits first digits that need no warning; invented people begin with 9, which no province uses
 * @example readingContext({ catalogue: [{ key: 'PPC-376' }], districts: [], today: '2025-09-10' }).offence_keys.size // 1
 */
export const readingContext = (given: {
  catalogue: readonly { readonly key: string }[]
  districts: readonly District[]
  today: string
  cnic_first_digits?: string
}): ReadingContext => ({
  offence_keys: new Set(given.catalogue.map(({ key }) => key)),
  districts: indexDistricts(given.districts),
  today: given.today,
  cnic_first_digits: given.cnic_first_digits ?? '12345678',
})

/**
 * Reads one row. A row with any refused cell is refused whole; warnings let it through with a question.
 * @param cells the row's cells by column, as typed  @param found problems that reading the file met in this row
 * @law ARITA s.26, PPC 376A (nothing that tells who the survivor is)
 * @example readRow({}, readingContext({ catalogue: [], districts: [], today: '2025-09-10' })).outcome // 'refused'
 */
export function readRow(cells: Cells, context: ReadingContext, found: readonly Problem[] = []): ReadRow {
  const problems = [...found]
  const note: Note = (code, column, value) => void problems.push(problem(code, column, value))
  const clean = cleanCells(cells, note)
  for (const { column, required } of columns) {
    if (required === 'yes' && (cells[column] ?? '').trim() === '') note('missing', column)
  }
  if (isExample(clean)) note('row_is_example', null)
  checkFreeText(clean, note)
  const draft = readCells(clean, context, note)
  const is_refused = problems.some(({ severity }) => severity === 'refused')
  if (is_refused || !isComplete(draft))
    return { outcome: 'refused', row: null, problems: withoutSurvivor(problems) }
  return { outcome: problems.length > 0 ? 'warned' : 'accepted', row: draft, problems }
}

/** What was typed in a cell that may tell who the survivor is appears in no other problem of the row either. */
function withoutSurvivor(problems: readonly Problem[]): Problem[] {
  const hidden = new Set(problems.flatMap(({ code, column }) => (hidden_codes.has(code) ? [column] : [])))
  return problems.map((one) => (hidden.has(one.column) ? problem(one.code, one.column) : one))
}

/**
 * A refused row's cells as they may be given back or kept: those that may tell who the survivor is are blanked.
 * @law ARITA s.26
 * @example withoutHiddenCells({ sentence: 'victim Ayesha' }, [problem('survivor_identity', 'sentence')]).sentence // ''
 */
export function withoutHiddenCells(cells: Cells, problems: readonly Problem[]): Cells {
  const hidden = problems.flatMap(({ code, column }) =>
    column && hidden_codes.has(code) ? [[column, ''] as const] : [],
  )
  return { ...cells, ...Object.fromEntries(hidden) }
}
