// Verifies the code of a paper in the browser, under the keys that stand on the page; the same page saved as a file
// does it without network. A browser that cannot verify sends the form to the server instead.
import { type Answer, answerTo, pakistanTime } from '../domain/receipt/answer.ts'
import { urduDigits } from '../domain/text/digits.ts'

type Words = { kinds: Record<string, string>; months: readonly string[]; at: string; letters: string }

const checker = document.getElementById('checker')
const form = checker?.querySelector('form')
if (checker && form) prepare(checker, form)

function prepare(checker: HTMLElement, form: HTMLFormElement) {
  const keys = JSON.parse(checker.dataset['keys'] ?? '[]')
  const words: Words = JSON.parse(checker.dataset['words'] ?? '{}')
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const typed = form.querySelector('textarea')?.value ?? ''
    try {
      const answer = await answerTo(typed, keys)
      show(checker, answer.verdict, valuesOf(answer, words))
    } catch {
      // No Ed25519 in this browser.
      if (location.protocol === 'file:') show(checker, 'unsupported', {})
      else form.submit()
    }
  })
}

const digits = (text: string) => (document.documentElement.lang === 'ur' ? urduDigits(text) : text)

const filled = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''))

/** What is written into each slot of the answer, in the language of the page. */
function valuesOf(answer: Answer, words: Words): Record<string, string> {
  switch (answer.verdict) {
    case 'sound': {
      const when = pakistanTime(answer.issued_at)
      const month = words.months[when.month - 1] ?? ''
      return {
        print_number: answer.print_number,
        kind: words.kinds[answer.kind] ?? '',
        issued_at: digits(filled(words.at, { ...when, month })),
        key_id: answer.key_id,
      }
    }
    case 'unreadable':
      return { letters: filled(words.letters, { count: digits(String(answer.letters_count)) }) }
    default:
      return { key_id: answer.key_id }
  }
}

/** Fills the mould of a verdict and puts it where the answer stands. */
function show(checker: HTMLElement, verdict: string, values: Record<string, string>) {
  const mould = checker.querySelector<HTMLTemplateElement>(`template[data-verdict="${verdict}"]`)
  const place = document.getElementById('answer')
  if (!mould || !place) return
  const made = mould.content.cloneNode(true) as DocumentFragment
  for (const slot of made.querySelectorAll<HTMLElement>('[data-slot]'))
    slot.textContent = values[slot.dataset['slot'] ?? ''] ?? ''
  place.replaceChildren(made)
  place.focus()
}
