// The texts as rows for a native reviewer's spreadsheet, and the reviewed Urdu back into its source files.
import { DICTIONARY, isKey, type Key } from './dictionary.ts'
import type { Message } from './message.ts'

/** One text; a plural makes two, `key#one` and `key#other`. */
export type TextRow = { key: string; english: string; urdu: string }

/** A reviewed text that cannot be taken, and why. */
export type Refused = { key: string; problem: 'unknown_key' | 'empty' | 'names_differ' | 'not_in_source' }

const forms = (key: string, message: Message): [string, string][] =>
  typeof message === 'string'
    ? [[key, message]]
    : [
        [`${key}#one`, message.one],
        [`${key}#other`, message.other],
      ]

/** Every text of the register, in the order of the dictionaries. */
export const textRows = (): TextRow[] =>
  (Object.keys(DICTIONARY.en) as Key[]).flatMap((key) => {
    const urdu = forms(key, DICTIONARY.ur[key])
    return forms(key, DICTIONARY.en[key]).map(([name, english], at) => ({
      key: name,
      english,
      urdu: urdu[at]?.[1] ?? '',
    }))
  })

/** The names between braces, sorted: both languages must have the same. */
export const namesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ')

/** What the reviewer changed, and what of it cannot be taken. */
export function changesOf(reviewed: readonly TextRow[]): { changes: TextRow[]; refused: Refused[] } {
  const now = new Map(textRows().map((row) => [row.key, row]))
  const changes: TextRow[] = []
  const refused: Refused[] = []
  for (const row of reviewed) {
    const current = now.get(row.key)
    const urdu = row.urdu.trim()
    if (!current) refused.push({ key: row.key, problem: 'unknown_key' })
    else if (urdu === '') refused.push({ key: row.key, problem: 'empty' })
    else if (namesOf(urdu) !== namesOf(current.urdu)) refused.push({ key: row.key, problem: 'names_differ' })
    else if (urdu !== current.urdu) changes.push({ ...current, urdu })
  }
  return { changes, refused }
}

const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** The source of a noun's Urdu file with one text changed; undefined when the text is not found where it should be. */
export function withText(source: string, { key, urdu }: TextRow): string | undefined {
  const [name = '', form] = key.split('#')
  if (!isKey(name)) return undefined
  const current = DICTIONARY.ur[name]
  const old = typeof current === 'string' ? current : form === 'one' ? current.one : current.other
  // A plural's texts hold {names} in braces, so its block is searched up to the form's own literal.
  const before = `'${escaped(name)}':\\s*${form ? `\\{[\\s\\S]*?\\b${form}:\\s*` : ''}`
  const at = new RegExp(`${before}(?=${escaped(quoted(old))})`).exec(source)
  if (!at) return undefined
  const start = at.index + at[0].length
  return source.slice(0, start) + quoted(urdu) + source.slice(start + quoted(old).length)
}

/** The file of a language folder that holds a key: its first word, an underscore being a hyphen in the file's name. */
export const fileOfKey = (key: string): string => `${key.split('.')[0]?.replaceAll('_', '-')}.ts`
