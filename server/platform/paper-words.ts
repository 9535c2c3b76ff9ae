/** Words of the papers that carry a number and keep no copy: both languages at once, and their PDF. */
import type { Static, TSchema } from 'typebox'
import type { CheckPaper } from '../../contract/check-papers.ts'
import type { Suspect } from '../../contract/checks.ts'
import type { PaperKind } from '../../domain/receipt/statement.ts'
import { type F, formatter } from '../../pages/language/formatter.ts'
import { type T, translator } from '../../pages/language/translator.ts'
import type { Download } from './download.ts'
import { PaperRefused, type Template } from './paper.ts'
import { Problem } from './problem.ts'
import type { Program } from './program.ts'

export type Both = { en: string; ur: string }
export type Fact = CheckPaper['facts'][number]

// Marks that keep a text apart on a screen; paper sets each language by itself, and no font draws them.
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
/** Says one thing in both languages. */
export const inBoth = (say: (t: T, f: F) => string): Both => ({
  en: plain(say(translator('en'), formatter('en'))),
  ur: plain(say(translator('ur'), formatter('ur'))),
})
export const label = (key: string) => inBoth((t) => t.find(key) ?? key)
export const identifier = (key: string, text: string): Fact => ({
  label: label(key),
  value: { identifier: text },
})
export const said = (key: string, value: Both): Fact => ({ label: label(key), value })

/** A name in each script, as a paper sets it; null where it is not known. */
export function paperName({ names }: Pick<Suspect, 'names'>, kind: 'name' | 'father') {
  const of = (script: string) => names.find((one) => one.kind === kind && one.script === script)?.text ?? null
  const found = { latin: of('Latn'), urdu: of('Arab') }
  return found.latin === null && found.urdu === null ? null : found
}

export type Numbered = {
  print_number: string
  code: string
  printed_at: string
  name_en: string
  name_ur: string
}

/** The PDF of a numbered paper; a letter that no font has is told, and nothing is sent. */
export function pdfOf<S extends TSchema>(
  { press }: Program,
  template: Template<S, PaperKind>,
  content: Static<S>,
  { print_number, code, printed_at, name_en, name_ur }: Numbered,
) {
  const head = {
    ...{ print_number, reprint_of: null, printed_by: { en: name_en, ur: name_ur } },
    printed_at: inBoth((_, f) => f.dateTime(printed_at)),
  }
  try {
    const printing = { head, content, token: code, printed_at: Temporal.Instant.from(printed_at) }
    return { print_number, pdf_base64: press.print(template, printing).toString('base64') }
  } catch (fault) {
    throw fault instanceof PaperRefused ? new Problem('not_printable') : fault
  }
}

/** A numbered paper as it is sent, and the number under which it is written down. */
export const asNumbered = {
  file: asFile,
  leaves: ({ print_number }: { print_number: string }) => ({ print_number }),
}

function asFile({ reply }: { reply: { print_number: string; pdf_base64: string } }): Download {
  const { print_number, pdf_base64 } = reply
  return { name: `${print_number}.pdf`, type: 'application/pdf', body: [Buffer.from(pdf_base64, 'base64')] }
}
