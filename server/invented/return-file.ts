/** Invented convictions as the lines of a return, in the columns of the template. */
import { columns, templateHeading } from '../../domain/imports/columns.ts'
import { inventPerson } from '../../domain/invented/person.ts'
import { asReturnRow } from '../../domain/invented/return-row.ts'
import type { InventedWorld } from '../../domain/invented/world.ts'

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const CHUNK_LINES = 500

/** CSV in chunks of some hundred lines, beginning with a byte-order mark and the headings. */
export function* returnLines(what: {
  seed: number
  people: number
  world: InventedWorld
  district_id?: string | undefined
}): Generator<string> {
  yield `\ufeff${columns.map((c) => cell(templateHeading(c))).join(',')}\n`
  let chunk: string[] = []
  for (let index = 0; index < what.people; index++) {
    const person = inventPerson(what.seed, index, what.world)
    if (what.district_id !== undefined && person.district_id !== what.district_id) continue
    for (const conviction of person.convictions) {
      const row = asReturnRow(person, conviction, what.world)
      if (row) chunk.push(`${columns.map((c) => cell(row[c.column])).join(',')}\n`)
    }
    if (chunk.length >= CHUNK_LINES) {
      yield chunk.join('')
      chunk = []
    }
  }
  yield chunk.join('')
}
