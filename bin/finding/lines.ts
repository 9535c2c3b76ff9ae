/** The lines of `find-eval`: people and queries as JSON, one a line, each checked before it is used. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** A line that cannot be used: its number, its field and what is wrong with it. */
export class LineFault extends Error {}

export type PersonLine = {
  id: string
  names: string[]
  father: string[]
  born_year: number | null
  district: string | null
  cnic: string | null
  sex: 'male' | 'female' | null
}
export type QueryLine = Omit<PersonLine, 'id' | 'names' | 'sex'> & { name: string; expect: string | null }

type Fields = Record<string, unknown>
type Kind = 'id' | 'text' | 'texts' | 'year' | 'sex'

const PERSON: Record<keyof PersonLine, Kind> = {
  ...{ id: 'id', names: 'texts', father: 'texts', born_year: 'year' },
  ...{ district: 'text', cnic: 'text', sex: 'sex' },
}
const QUERY: Record<keyof QueryLine, Kind> = {
  ...{ name: 'text', father: 'texts', born_year: 'year', district: 'text', cnic: 'text', expect: 'id' },
}

const isText = (value: unknown) => typeof value === 'string' && value.length <= 1_000
const SEXES: Readonly<Record<string, string>> = { m: 'male', male: 'male', f: 'female', female: 'female' }

/** What each kind of field takes; undefined is a fault. */
const READ: Record<Kind, (value: unknown) => unknown> = {
  id: (value) => (isText(value) ? value : typeof value === 'number' ? String(value) : undefined),
  text: (value) => (isText(value) ? value : undefined),
  texts: (value) =>
    isText(value) ? [value] : Array.isArray(value) && value.every(isText) ? value : undefined,
  year: (value) =>
    Number.isInteger(value) && Number(value) >= 1850 && Number(value) <= 2100 ? value : undefined,
  sex: (value) => (typeof value === 'string' ? SEXES[value.toLowerCase()] : undefined),
}
const WANTED: Record<Kind, string> = {
  ...{ id: 'a text or a number', text: 'a text', texts: 'a text or a list of texts' },
  ...{ year: 'a year as a number', sex: 'male or female' },
}

function fieldsOf(line: string): Fields {
  const value: unknown = JSON.parse(line)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('no object')
  return value as Fields
}

/** The fields of a line by their kinds; what is not known, and what is null, is left empty. */
function read(kinds: Record<string, Kind>, needed: readonly string[], line: string, at: string): Fields {
  const fault = (field: string, text: string) => new LineFault(`${at}: ${field}: ${text}`)
  let given: Fields
  try {
    given = fieldsOf(line)
  } catch {
    throw fault('line', 'must be one JSON object')
  }
  const made: Fields = {}
  for (const [field, kind] of Object.entries(kinds)) {
    const value = given[field]
    if (value === undefined || value === null || (value === '' && !needed.includes(field))) {
      if (needed.includes(field)) throw fault(field, `must be ${WANTED[kind]}`)
      made[field] = kind === 'texts' ? [] : null
      continue
    }
    made[field] = READ[kind](value)
    if (made[field] === undefined) throw fault(field, `must be ${WANTED[kind]}`)
  }
  return made
}

/** A file as text; one whose name ends in .gz is unpacked. A fault of either is a fault of what is given. */
function opened(file: string): Readable {
  const bytes = createReadStream(file)
  return file.endsWith('.gz') ? pipeline(bytes, createGunzip(), () => {}) : bytes
}

async function* lines(file: string): AsyncGenerator<[text: string, at: string]> {
  let number = 0
  for await (const text of createInterface({ input: opened(file), crlfDelay: Infinity })) {
    number += 1
    const line = text.replace(/^\ufeff/, '')
    if (line.trim() !== '') yield [line, `${file} line ${number}`]
  }
}

/** People, one after another; rejects with a LineFault at the first line that cannot be used. */
export async function* readPeople(file: string): AsyncGenerator<PersonLine> {
  for await (const [line, at] of lines(file)) yield read(PERSON, ['id', 'names'], line, at) as PersonLine
}

/** Queries; `expect` must be said, be it null. */
export async function* readQueries(file: string): AsyncGenerator<QueryLine> {
  for await (const [line, at] of lines(file)) {
    const query = read(QUERY, ['name'], line, at) as QueryLine
    if (!('expect' in fieldsOf(line))) throw new LineFault(`${at}: expect: must be an id or null`)
    yield query
  }
}
