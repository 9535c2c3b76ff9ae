/**
 * The texts of the register for a native reviewer: `npm run texts -- out texts.csv` writes them all,
 * `npm run texts -- in texts.csv` takes the reviewed Urdu column back into `pages/language/ur/`, or nothing at all.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { changesOf, fileOfKey, type TextRow, textRows, withText } from '../pages/language/review.ts'

const COLUMNS = ['key', 'english', 'urdu'] as const
/** Lets spreadsheets see that the file is UTF-8. */
const BOM = '\ufeff'

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`

function out(file: string) {
  const lines = textRows().map((row) => COLUMNS.map((column) => cell(row[column])).join(','))
  writeFileSync(file, `${BOM}${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`)
  console.log(`${lines.length} texts written to ${file}`)
}

const sourceFile = (key: string) =>
  fileURLToPath(new URL(`../pages/language/ur/${fileOfKey(key)}`, import.meta.url))

function takeIn(file: string) {
  const rows: TextRow[] = parse(readFileSync(file), { columns: true, bom: true, delimiter: [',', ';', '\t'] })
  const { changes, refused } = changesOf(rows)
  const sources = new Map<string, string>()
  for (const change of changes) {
    const path = sourceFile(change.key)
    const changed = withText(sources.get(path) ?? readFileSync(path, 'utf8'), change)
    if (changed) sources.set(path, changed)
    else refused.push({ key: change.key, problem: 'not_in_source' })
  }
  for (const { key, problem } of refused) console.error(`${key}: ${problem}`)
  if (refused.length > 0) return 1
  for (const [path, source] of sources) writeFileSync(path, source)
  console.log(`${changes.length} texts changed`)
  return 0
}

const [verb, file = 'texts.csv'] = process.argv.slice(2)
if (verb === 'out') out(file)
else if (verb === 'in') process.exitCode = takeIn(file)
else {
  console.error('usage: npm run texts -- out|in [file]')
  process.exitCode = verb === '--help' ? 0 : 2
}
