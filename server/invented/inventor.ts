/** Invents people a range of the generator at a time, and writes them as COPY's text: in this thread, whoever calls. */
import type { InventedPerson } from '../../domain/invented/invented-person.ts'
import { inventPerson } from '../../domain/invented/person.ts'
import type { NameCounts } from '../../domain/search/name-counts.ts'
import { copyText } from '../platform/copy.ts'
import { addRows, COLUMNS, isRegistered, type Making, type Rows, type TableName } from './rows.ts'
import { worldOf } from './world.ts'

/** What the rows of a whole batch share, as it is handed to a thread. */
export type Invention = Omit<Making, 'world' | 'singles' | 'counts'>

export type Written = {
  /** Rows of each table, parents first. */
  texts: [TableName, Uint8Array<ArrayBuffer>][]
  /** The generator index after the last one written. */
  next_index: number
}

/** Makes the people of a range, then their rows once it is known from which record number on. */
export type Inventor = {
  /** Invents `count` people from generator index `from` on; says how many of them are on the register. */
  invent(from: number, count: number): Promise<number>
  /** The first `take` of them as rows, the first with the record number after `serial`. */
  write(serial: number, take: number): Promise<Written>
  /** How often each part of a name was written. */
  counts(): Promise<NameCounts>
  /** Ends it, whatever it is at. */
  stop(): Promise<unknown>
}

const TABLES = Object.keys(COLUMNS) as TableName[]

export function inventorHere(invention: Invention): Inventor {
  const making: Making = {
    ...invention,
    ...{ world: worldOf(invention.today), singles: new Map(), counts: new Map() },
  }
  let invented: InventedPerson[] = []
  return {
    async invent(from, count) {
      invented = []
      for (let index = from; index < from + count; index += 1) {
        const person = inventPerson(making.seed, index, making.world)
        if (isRegistered(person, making)) invented.push(person)
      }
      return invented.length
    },
    async write(serial, take) {
      const rows = Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as Rows
      const taken = invented.slice(0, take)
      for (const [at, person] of taken.entries()) addRows(rows, person, serial + at + 1, making)
      return {
        texts: TABLES.map((table) => [table, copyText(rows[table])]),
        next_index: (taken.at(-1)?.index ?? -1) + 1,
      }
    },
    counts: async () => making.counts,
    stop: async () => undefined,
  }
}
