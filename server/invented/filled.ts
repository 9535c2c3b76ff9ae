/** The note that a data folder keeps of its invented people, so that a later start goes on where the generator stood. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Filled = {
  seed: number
  people: number
  /** The day on which they were made; on another day the same seed makes others. */
  made_on: string
  /** First index of the generator that nobody on the register has. */
  next_index: number
  /** Whether the demo's queues were filled too. */
  has_work: boolean
}

const noteIn = (folder: string) => join(folder, 'filled.json')

/** The note of a folder; undefined where none was filled to its end. */
export const readFilled = (folder: string): Filled | undefined =>
  existsSync(noteIn(folder)) ? (JSON.parse(readFileSync(noteIn(folder), 'utf8')) as Filled) : undefined

export const writeFilled = (folder: string, filled: Filled): void =>
  writeFileSync(noteIn(folder), JSON.stringify(filled))
