/** How a page reads to whoever knows one language: what on it is no word of his, and what is said twice. */
import type { Page } from 'playwright-core'

type Language = 'en' | 'ur'
type Piece = { text: string; is_code: boolean; is_typed: boolean }
type Head = { text: string; is_legend: boolean }

/**
 * Every text of a page with the texts of its attributes. Code is what is marked to be read left to right in both
 * languages, or to be of the other language; typed is what somebody wrote. The watermark is a code for those who copy.
 */
const PIECES = `(() => {
  const CODE = 'code, [dir=ltr], .watermark, [lang]:not(html)'
  const pieces = []
  const add = (element, text) => {
    if (text.trim()) pieces.push({ text: text.trim(), is_code: Boolean(element.closest(CODE)), is_typed: Boolean(element.closest('bdi, textarea')) })
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    if (!parentElement.closest('style, script, noscript')) add(parentElement, textContent)
  }
  for (const name of ['title', 'aria-label', 'placeholder', 'alt'])
    for (const element of document.querySelectorAll('[' + name + ']'))
      if (name !== 'title' || !element.textContent.trim()) add(element, element.getAttribute(name))
  const heads = Array.from(document.querySelectorAll('h1, h2, h3, legend'))
    .filter((head) => head.checkVisibility() && !head.closest('.unseen'))
    .map((head) => ({ text: head.textContent.trim(), is_legend: head.tagName === 'LEGEND' }))
  return { pieces, heads }
})()`

const read = (page: Page) => page.evaluate(PIECES) as Promise<{ pieces: Piece[]; heads: Head[] }>

/** What a program shows where it has nothing to show, and a place in a text that nothing was put into. */
const NOTHING = /\bundefined\b|\bNaN\b|\[object|\bInfinity\b|\{\w+\}/
/** A key of the program: `due_on`, `law.outcome.yes`. */
const KEY = /\b[a-z][a-z0-9]*_[a-z0-9_]+\b|\b[a-z_]+\.[a-z_]+(\.[a-z_]+)*\b/

/** Values put into a text are isolated; a name or a number in the other script is one. */
const VALUES = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g
/** Numbers that are names and stay as they are: of records, papers, laws and cards, hashes, names of rule packs, examples. */
const IDENTIFIERS =
  /[A-Z]{1,12}-[A-Z\d-]+|[\d•]{5}-[\d•]{7}-[\d•]|\b[0-9a-f]{8}\b[0-9a-f-]*|\b[a-z]+(-[a-z]+)*-\d+|\b\d{4}-\d{7}\b|Crl\. A\. \d+\/\d+/g
/** Names of formats, and what has to be typed as it stands. */
const AS_THEY_ARE = /\b(CSV|XLSX|PDF|JPEG|PNG|WebP|https|PK)\b|\bs\.2\(1\)\(h\)|\d\d:\d\d–\d\d:\d\d/g

const urduOnly = (text: string) =>
  text.replace(VALUES, ' ').replace(IDENTIFIERS, ' ').replace(AS_THEY_ARE, ' ')

/** What an Urdu page says in Latin digits or in English, outside codes and what somebody typed. */
const inLatin = (pieces: readonly Piece[], wanted: RegExp) =>
  pieces.filter(({ is_code, is_typed, text }) => !is_code && !is_typed && wanted.test(urduOnly(text)))

/** What a page says twice as a heading; two forms of a page may each ask for a reason. */
const twiceOf = (heads: readonly Head[]) =>
  heads.filter((one, at) =>
    heads.some((other, n) => n < at && other.text === one.text && !(one.is_legend && other.is_legend)),
  )

/** Everything on a page that its reader could not read, a line each. */
export async function unreadable(page: Page, language: Language): Promise<string[]> {
  const { pieces, heads } = await read(page)
  const told = (what: string, found: readonly { text: string }[]) =>
    found.map(({ text }) => `${what}: ${text}`)
  return [
    ...told(
      'nothing',
      pieces.filter(({ text }) => NOTHING.test(text)),
    ),
    ...told(
      'key',
      pieces.filter(({ text, is_code }) => !is_code && KEY.test(text)),
    ),
    ...told('heading twice', twiceOf(heads)),
    ...(language === 'en'
      ? told(
          'Urdu',
          pieces.filter(
            ({ is_code, is_typed, text }) =>
              !is_code && !is_typed && /[\u0600-\u06ff]/.test(text.replace(VALUES, ' ')),
          ),
        )
      : [
          ...told('Latin digits', inLatin(pieces, /\d/)),
          ...told('English', inLatin(pieces, /[A-Za-z]{2,}/)),
        ]),
  ]
}
