// `t`: a key and its values in, the words of the page's language out.
import { DICTIONARY, type English, isKey, type Key } from './dictionary.ts'
import { formatter } from './formatter.ts'
import type { Language } from './language.ts'
import type { Message, NamesIn, Values } from './message.ts'

type Given<K extends Key> = [NamesIn<English[K]>] extends [never] ? [] : [values: Values<NamesIn<English[K]>>]

export interface T {
  /** The text of a key; the values it names are required by its type. A year is passed as text: `f.year(1988)`. */
  <K extends Key>(key: K, ...values: Given<K>): string
  /** The text of a key known only while running (a problem's code); undefined where there is none. */
  find(key: string, values?: Record<string, string | number>): string | undefined
  readonly language: Language
}

/** Keeps a text of unknown direction (a name, a number) from turning its neighbours round: U+2068 … U+2069. */
export const isolated = (text: string) => `\u2068${text}\u2069`

const TRANSLATORS: Record<Language, T> = { en: create('en'), ur: create('ur') }

/** The `t` of a language. */
export const translator = (language: Language): T => TRANSLATORS[language]

function create(language: Language): T {
  const { number } = formatter(language)
  const plural = new Intl.PluralRules(language)

  const chosen = (message: Message, count: unknown) => {
    if (typeof message === 'string') return message
    return plural.select(Number(count)) === 'one' ? message.one : message.other
  }
  const say = (key: Key, values: Record<string, string | number> = {}) =>
    chosen(DICTIONARY[language][key], values['count']).replace(/\{(\w+)\}/g, (braced, name: string) => {
      const value = values[name]
      if (value === undefined) return braced
      return typeof value === 'number' ? number(value) : isolated(value)
    })

  const find: T['find'] = (key, values) => (isKey(key) ? say(key, values) : undefined)
  return Object.assign(say as T, { find, language })
}
