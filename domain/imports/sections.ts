// Sections of law as prosecutors type them, to keys of the offence catalogue.
import type { ProblemCode } from './problems.ts'
import { folded } from './text.ts'

export type Section = {
  readonly as_typed: string
  /** Such as `PPC-376` or `PECA-21`; null when the law or the section is not clear. */
  readonly offence: string | null
  readonly in_catalogue: boolean
}

type Token = { kind: 'law'; law: string } | { kind: 'section'; number: string } | { kind: 'unknown' }
type Run = { law: string | null; numbers: string[]; as_typed: string; is_clear: boolean }

/** Laws by name; the longer names first, since the short ones are parts of them. */
const laws: readonly (readonly [pattern: string, law: string])[] = [
  ['pakistan penal code', 'PPC'],
  ['p\\.? ?p\\.? ?c\\b\\.?', 'PPC'],
  ['مجموعہ تعزیرات پاکستان|تعزیرات پاکستان|تعزیرات', 'PPC'],
  ['ت ?[۔.]? ?پ(?!\\p{L})[۔.]?', 'PPC'],
  ['پی ?پی ?سی', 'PPC'],
  ['prevention of electronic crimes act|electronic crimes act|peca\\b', 'PECA'],
  ['پیکا|الیکٹرانک جرایم ایکٹ|انسداد الیکٹرانک جرایم ایکٹ', 'PECA'],
  ['anti[- ]?terrorism act|ata\\b', 'ATA'],
  ['انسداد دہشت گردی ایکٹ|اے ٹی اے', 'ATA'],
  ['cr\\.? ?p\\.? ?c\\b\\.?|code of criminal procedure|ض ?[۔.]? ?ف(?!\\p{L})[۔.]?', 'CRPC'],
]
/** Words between section and law that carry nothing; a number of four digits is the year of the law. */
const noise =
  '(?:18|19|20)\\d\\d(?!\\d)|under|sections?|secs?\\b\\.?|u/s|s\\.|r/w|read with|of|the|and|act|زیر|دفعات|دفعہ|کے|تحت|اور|ایکٹ|مع|جرم|،|[,&+.:۔-]'
const letter_of: Record<string, string> = {
  الف: 'A',
  ا: 'A',
  اے: 'A',
  ب: 'B',
  بی: 'B',
  ج: 'C',
  سی: 'C',
  د: 'D',
  ڈی: 'D',
}

const law_pattern = laws.map(([pattern], index) => `(?<law${index}>${pattern})`).join('|')
// A section: number, its letter (376-A, 376A, 376 الف), then sub-sections, which stay in what was typed.
const section_pattern =
  '(?<number>\\d{1,3})(?: ?-? ?(?<letter>[a-h](?![a-z])|(?:الف|اے|بی|سی|ڈی|ا|ب|ج|د)(?!\\p{L})))?(?: ?\\([^)]{1,4}\\))*'
const token = new RegExp(
  `${law_pattern}|(?<noise>${noise}|\\s+)|${section_pattern}|(?<unknown>[^\\s,،;/]+)`,
  'giuy',
)

function tokenOf(groups: Record<string, string | undefined>): Token | null {
  if (groups.noise !== undefined) return null
  const law = laws.find((_, index) => groups[`law${index}`] !== undefined)
  if (law) return { kind: 'law', law: law[1] }
  if (groups.number === undefined) return { kind: 'unknown' }
  const letter = groups.letter ?? ''
  return { kind: 'section', number: groups.number + (letter_of[letter] ?? letter).toUpperCase() }
}

function tokensOf(part: string): Token[] {
  const tokens: Token[] = []
  for (const match of folded(part).matchAll(token)) {
    const found = tokenOf({ ...match.groups })
    if (found) tokens.push(found)
  }
  return tokens
}

/** The sections of one part with the law named before or after them ('PPC 376' and '376 PPC' alike). */
function runsOf(part: string): Run[] {
  const tokens = tokensOf(part)
  const is_clear = tokens.every(({ kind }) => kind !== 'unknown')
  const law_first = tokens[0]?.kind === 'law'
  const runs: Run[] = []
  let run: Run = { law: null, numbers: [], as_typed: part.trim(), is_clear }
  for (const found of tokens) {
    if (found.kind === 'section') run.numbers.push(found.number)
    if (found.kind !== 'law') continue
    if (law_first && run.numbers.length > 0) {
      runs.push(run)
      run = { ...run, numbers: [] }
    }
    run.law = found.law
    if (!law_first && run.numbers.length > 0) {
      runs.push(run)
      run = { ...run, law: null, numbers: [] }
    }
  }
  if (run.numbers.length > 0 || (runs.length === 0 && tokens.length > 0)) runs.push(run)
  return runs
}

/** A part without a law takes the one named before it when laws come first, else the next, else the last. */
function withLaws(parts: readonly Run[], law_first: boolean): Run[] {
  return parts.map((run, index) => {
    if (run.law !== null) return run
    const before = parts.slice(0, index).findLast(({ law }) => law !== null)?.law
    const after = parts.slice(index).find(({ law }) => law !== null)?.law
    return { ...run, law: (law_first ? (before ?? after) : (after ?? before)) ?? null }
  })
}

/** Common intention and common object: ways of taking part, no offences, so not worth a warning. */
const joint_liability = new Set(['PPC-34', 'PPC-149'])

function sectionsOf(run: Run, keys: ReadonlySet<string>): { sections: Section[]; code: ProblemCode | null } {
  if (!run.is_clear || run.numbers.length === 0) {
    return {
      sections: [{ as_typed: run.as_typed, offence: null, in_catalogue: false }],
      code: 'section_not_in_catalogue',
    }
  }
  const sections = run.numbers.map((number) => {
    const key = `${run.law ?? 'PPC'}-${number}`
    const in_catalogue = keys.has(key)
    // A bare number is the Penal Code's by custom; only the catalogue makes that certain.
    const is_certain = run.law !== null || in_catalogue || joint_liability.has(key)
    return { as_typed: run.as_typed, offence: is_certain ? key : null, in_catalogue }
  })
  if (sections.some(({ offence }) => offence === null)) return { sections, code: 'section_law_unclear' }
  const outside = sections.filter(
    ({ in_catalogue, offence }) => !in_catalogue && !joint_liability.has(`${offence}`),
  )
  return { sections, code: outside.length === 0 ? null : 'section_not_in_catalogue' }
}

const separator = /[;,،؛/\n]|r\/w|read with|(?<!\p{L})(?:اور|and)(?!\p{L})/iu

/**
 * Reads sections of law: '376/34 PPC', 'PPC 376(1)', 'دفعہ 376 ت پ', '376-A, 377 PPC r/w 21 PECA'.
 * Each section once, in the order typed; one outside the catalogue is kept as typed with a warning.
 * @param keys the offence keys of the catalogue
 * @example readSections('376/34', new Set(['PPC-376'])).sections[0]?.offence // 'PPC-376'
 */
export function readSections(typed: string, keys: ReadonlySet<string>) {
  const text = typed.replaceAll(/u\/s\.?/gi, ' ')
  const parts = text.split(separator).flatMap(runsOf)
  const law_first = tokensOf(text)[0]?.kind === 'law'
  const read = withLaws(parts, law_first).map((run) => ({ run, ...sectionsOf(run, keys) }))
  const seen = new Set<string>()
  const sections = read
    .flatMap((part) => part.sections)
    .filter(({ offence, as_typed }) => {
      const key = offence ?? as_typed
      return !seen.has(key) && Boolean(seen.add(key))
    })
  const doubts = read.flatMap(({ code, run }) => (code ? [{ code, part: run.as_typed }] : []))
  return { sections, doubts }
}
