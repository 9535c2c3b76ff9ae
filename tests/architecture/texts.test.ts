// Every text exists in both languages and asks for the same values; a missing one would show as a hole on a page.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { programs } from './source.ts'

type Texts = Record<string, unknown>

/** Every text of a file of one language, by its key; a text may be a set of plural forms. */
async function textsOf(language: 'en' | 'ur'): Promise<Map<string, string>> {
  const files = programs.filter((f) => f.path.startsWith(`pages/language/${language}/`))
  const all = new Map<string, string>()
  for (const { path } of files) {
    const loaded: Record<string, Texts> = await import(`../../${path}`)
    for (const [name, texts] of Object.entries(loaded)) if (!/^[A-Z]/.test(name)) walk(texts, name, all) // constants in capitals name texts
  }
  return all
}

function walk(value: unknown, key: string, all: Map<string, string>) {
  if (typeof value === 'string') all.set(key, value)
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) walk(inner, `${key}.${name}`, all)
}

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map((m) => m[1]))].sort().join()
const [en, ur] = [await textsOf('en'), await textsOf('ur')]

it('every text is there in both languages', () => {
  assert.ok(en.size > 300)
  // Urdu may need another set of plural forms; the key before the form is what must be there.
  const keys = (texts: Map<string, string>) =>
    [...new Set([...texts.keys()].map((key) => key.replace(/\.(one|other|zero|few)$/, '')))].sort()
  assert.deepEqual(keys(ur), keys(en))
})

it('every Urdu text asks for the values its English text asks for', () => {
  const differ = [...en].filter(
    ([key, text]) => ur.has(key) && placeholders(ur.get(key) ?? '') !== placeholders(text),
  )
  assert.deepEqual(
    differ.map(([key]) => key),
    [],
  )
})

it('says one Urdu word for a duty: never the one that also means blame', () => {
  const said = [...ur].filter(([, text]) => text.includes('ذمہ دار'))
  assert.deepEqual(
    said.map(([key]) => key),
    [],
  )
})
