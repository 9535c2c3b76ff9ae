/** Rows of invented people with noisy second records of some of them, whose ids tell the truth that a matcher must find. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { InventedPerson } from '../../domain/invented/invented-person.ts'
import { inventPerson, originalOf, recordAgain } from '../../domain/invented/person.ts'
import type { InventedWorld } from '../../domain/invented/world.ts'
import { worldOf } from '../../server/invented/world.ts'

export const invented_columns = {
  name: 'person_name',
  father_name: 'person_name',
  cnic: 'id',
  born_on: 'date',
  sex: 'category',
  district: 'category',
  address: 'text',
  phone: 'id',
}
/** Second records are made under indexes that no first record has. */
const AGAIN_FROM = 20_000_000
const LINES_AT_ONCE = 2000

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Cells as a line of CSV, without its end. */
export const lineOf = (cells: readonly string[]): string => cells.map(cell).join(',')

/** The name in Roman letters of the first of these kinds. */
export const namedIn = ({ names }: InventedPerson, ...kinds: string[]): string =>
  names.find(({ kind, script }) => kinds.includes(kind) && script === 'Latn')?.text ?? ''

function cellsOf(person: InventedPerson, world: InventedWorld): string[] {
  return [
    ...[namedIn(person, 'name'), namedIn(person, 'father', 'husband')],
    ...[person.documents.find(({ kind }) => kind === 'cnic')?.number ?? '', person.born_on ?? '', person.sex],
    ...[world.home_of.get(person.district_id)?.name_en ?? '', person.address.text_en, person.phone ?? ''],
  ]
}

/** First records, then second ones of people spread over all of them: `p7` and `d0-7` are of one person. */
function* rowsOf(rows: number, duplicates: number, seed: number): Generator<string> {
  const world = worldOf('2026-11-26')
  const firsts = new Uint32Array(rows - duplicates)
  for (let index = 0, made = 0; made < firsts.length; index++) {
    if (originalOf(seed, index) !== null) continue
    firsts[made++] = index
    yield lineOf([`p${index}`, ...cellsOf(inventPerson(seed, index, world), world)])
  }
  for (let at = 0; at < duplicates; at++) {
    const original = firsts[Math.floor((at * firsts.length) / duplicates)] ?? 0
    const again = recordAgain(seed, AGAIN_FROM + at, original, world)
    yield lineOf([`d${at}-${original}`, ...cellsOf(again, world)])
  }
}

/** Writes so many rows, of which `duplicates` are second records, as CSV with the columns above and `id`. */
export const writeInventedRows = (file: string, rows: number, duplicates: number, seed: number) =>
  writeRows(file, Object.keys(invented_columns), rowsOf(rows, duplicates, seed))

/** Writes lines as CSV under these columns, with `id` before them. */
export async function writeRows(
  file: string,
  columns: readonly string[],
  rows: Iterable<string>,
): Promise<void> {
  const out = createWriteStream(file)
  let lines = [['id', ...columns].join(',')]
  for (const row of rows) {
    lines.push(row)
    if (lines.length < LINES_AT_ONCE) continue
    if (!out.write(`${lines.join('\n')}\n`)) await once(out, 'drain')
    lines = []
  }
  out.end(lines.map((line) => `${line}\n`).join(''))
  await once(out, 'finish')
}

/** The person that an id of such a row belongs to. */
export const inventedPersonOf = (id: string): string => id.replace(/^(?:p|d\d+-)/, '')
