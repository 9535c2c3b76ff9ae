// Which column each heading of a return means.
import { type Column, columns } from './columns.ts'
import { type Problem, problem } from './problems.ts'
import { survivor_word } from './survivor.ts'
import { squeezed } from './text.ts'

export type Headings = {
  /** The column of each cell by position; null where the cell is passed over, undefined without a heading. */
  readonly by_position: readonly (Column | null | undefined)[]
  /** Any problem here refuses the whole file: a column that is misread is misread in every row. */
  readonly problems: readonly Problem[]
}

/** The heading of the column of reasons in files we give back; read again, it is passed over. */
export const reason_heading = { en: 'Reason', ur: 'وجہ' } as const

const known = new Map<string, Column>(
  columns.flatMap(({ column, heading, also }) =>
    [column, heading.en, heading.ur, ...also].map((words) => [squeezed(words), column] as const),
  ),
)
const passed_over = new Set(
  [...Object.values(reason_heading), 'S. No.', 'Sr. No.', 'Serial No.', '#', 'نمبر شمار'].map(squeezed),
)

/**
 * The column that a heading means, in either language or both ('District / ضلع').
 * @example columnOf('Date-of-Birth:') // 'born_on'
 */
export function columnOf(heading: string): Column | undefined {
  const whole = known.get(squeezed(heading))
  if (whole) return whole
  const parts = heading.split(/[/|\n]/).map((part) => known.get(squeezed(part)))
  return parts.every((part) => part === parts[0]) ? parts[0] : undefined
}

const isPassedOver = (heading: string) => heading.split('/').every((part) => passed_over.has(squeezed(part)))

/** The file must have a column for everything a row must have. */
function missing(found: ReadonlySet<Column>): Problem[] {
  const absent = columns.filter(({ column, required }) => required === 'yes' && !found.has(column))
  const problems = absent.map(({ column }) => problem('heading_missing', column))
  const has_name = found.has('name_latin') || found.has('name_urdu')
  return has_name ? problems : [problem('heading_missing', 'name_latin'), ...problems]
}

/**
 * Reads the row of headings: case, spaces, punctuation and Arabic letter forms do not matter, order neither.
 * @returns the columns by position, and a problem for each heading unknown, twice, missing or about the survivor
 * @law ARITA s.26, PPC 376A: a column that would hold the survivor's identity refuses the file
 * @example readHeadings(['CNIC', 'Victim name']).problems[0]?.code // 'heading_survivor'
 */
export function readHeadings(cells: readonly string[]): Headings {
  const problems: Problem[] = []
  const found = new Set<Column>()
  const by_position = cells.map((heading) => {
    if (squeezed(heading) === '') return undefined
    if (isPassedOver(heading)) return null
    const column = columnOf(heading)
    if (column === undefined) {
      const code = survivor_word.test(squeezed(heading)) ? 'heading_survivor' : 'heading_unknown'
      problems.push(problem(code, null, heading.trim()))
      return null
    }
    if (found.has(column)) problems.push(problem('heading_duplicate', column, heading.trim()))
    found.add(column)
    return column
  })
  return { by_position, problems: [...problems, ...missing(found)] }
}

/**
 * How many of the cells are headings we know: what decides between delimiters and between encodings.
 * @example countKnownHeadings(['CNIC', 'تھانہ', 'x']) // 2
 */
export const countKnownHeadings = (cells: readonly string[]) =>
  cells.filter((cell) => columnOf(cell) !== undefined).length
