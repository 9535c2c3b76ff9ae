/** Search libraries that hold names in the memory of one process, beside ours. */
import { Document } from 'flexsearch'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { placeOf, recallOf, timesOf } from './ask-index.ts'
import type { Question } from './invented-finding.ts'

/** A person: his place in the generator's order, and all his spellings in one text. */
export type Spelling = { id: number; text: string }
type Search = (text: string) => number[]

const MOST = 10

export const LIBRARIES: Readonly<Record<string, (all: readonly Spelling[]) => Search>> = {
  minisearch(all) {
    const index = new MiniSearch<Spelling>({ fields: ['text'], searchOptions: { fuzzy: 0.2, prefix: true } })
    index.addAll(all)
    return (text) =>
      index
        .search(text)
        .slice(0, MOST)
        .map(({ id }) => Number(id))
  },
  flexsearch(all) {
    const index = new Document<Spelling>({
      document: { id: 'id', index: [{ field: 'text', tokenize: 'forward', encoder: 'LatinAdvanced' }] },
    })
    for (const one of all) index.add(one)
    return (text) =>
      index
        .search(text, { limit: MOST, suggest: true })
        .flatMap(({ result }) => result.map(Number))
        .slice(0, MOST)
  },
  'fuse.js'(all) {
    const index = new Fuse(all, { keys: ['text'], threshold: 0.4, ignoreLocation: true })
    return (text) => index.search(text, { limit: MOST }).map(({ item }) => item.id)
  },
}

/** Indexes the texts in their order and asks the questions. */
export function askLibrary(name: string, all: readonly Spelling[], questions: readonly Question[]) {
  const begun = performance.now()
  const search = LIBRARIES[name]?.(all)
  const build_s = (performance.now() - begun) / 1000
  const took: number[] = []
  const places = questions.map(({ text, whose }) => {
    const asked = performance.now()
    const found = search?.(text.toLowerCase()) ?? []
    took.push(performance.now() - asked)
    return placeOf(whose, found)
  })
  return { questions: questions.length, ...recallOf(places), ...timesOf(took), build_s }
}
