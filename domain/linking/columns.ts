// Reads the map that says what each column holds.
import { type Column, type Kind, kinds } from './kinds.ts'

/** The map or a file cannot be used as given; the message is one line for the person who gave it. */
export class NotLinkable extends Error {}

/** Most columns that may be compared. */
export const MOST_COLUMNS = 40
const options = ['comparator', 'right', 'term_frequency']

/**
 * The columns of a map: `{"dob": "date"}` or `{"dob": {"comparator": "date", "right": "born", "term_frequency": false}}`.
 * @throws NotLinkable naming the column or comparator that is wrong
 * @example parseColumns({ dob: 'date' })[0]?.kind // 'date'
 */
export function parseColumns(map: unknown): Column[] {
  if (typeof map !== 'object' || map === null || Array.isArray(map))
    throw new NotLinkable('the map of columns must be a JSON object: {"column": "comparator", …}')
  const columns = Object.entries(map).map(([name, given]) => columnOf(name, given))
  if (columns.length === 0) throw new NotLinkable('the map of columns names no column')
  if (columns.length > MOST_COLUMNS)
    throw new NotLinkable(`the map names ${columns.length} columns; at most ${MOST_COLUMNS} can be compared`)
  return columns
}

function columnOf(heading: string, given: unknown): Column {
  const name = heading.trim()
  if (typeof given === 'string')
    return { name, right_name: name, kind: kindOf(name, given), has_frequencies: true }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new NotLinkable(`column "${name}": give a comparator (${kinds.join(', ')}) or an object with one`)
  const strange = Object.keys(given).find((key) => !options.includes(key))
  if (strange !== undefined)
    throw new NotLinkable(`column "${name}": unknown option "${strange}"; known are ${options.join(', ')}`)
  const { comparator, right = name, term_frequency = true } = given as Record<string, unknown>
  if (typeof right !== 'string') throw new NotLinkable(`column "${name}": "right" must be a heading`)
  if (typeof term_frequency !== 'boolean')
    throw new NotLinkable(`column "${name}": "term_frequency" must be true or false`)
  return { name, right_name: right.trim(), kind: kindOf(name, comparator), has_frequencies: term_frequency }
}

function kindOf(name: string, comparator: unknown): Kind {
  const asked = String(comparator)
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  const kind = kinds.find((one) => one === asked)
  if (kind === undefined)
    throw new NotLinkable(
      `column "${name}": unknown comparator "${String(comparator)}"; known are ${kinds.join(', ')}`,
    )
  return kind
}

/**
 * Where each column stands among the headings of a file.
 * @throws NotLinkable naming a column that the file does not have
 * @example placesOf(['id', 'dob'], ['dob'], 'rows.csv') // [1]
 */
export function placesOf(headings: readonly string[], names: readonly string[], file: string): number[] {
  return names.map((name) => {
    const place = headings.indexOf(name)
    if (place === -1)
      throw new NotLinkable(`${file} has no column "${name}"; its columns are ${headings.join(', ')}`)
    return place
  })
}
