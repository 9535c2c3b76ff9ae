/**
 * Prints papers: a Typst template and data become a PDF, in this process. The data are JSON, never markup; what a
 * contract or a font does not know is refused, and no page is sent. Decision 33.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import qrcode from 'qrcode-generator'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { DutiesPaper, PaperHead, ReceiptPaper } from '../../contract/papers.ts'
import { ReferralPaper } from '../../contract/referrals.ts'
import type { PaperKind } from '../../domain/receipt/statement.ts'
import { groupsOf } from '../../domain/receipt/token.ts'
import { DICTIONARY } from '../../pages/language/dictionary.ts'

/** One kind of paper: its template in `paper/`, and the contract of what is printed. */
export type Template<S extends TSchema = TSchema> = { kind: PaperKind; file: string; content: S }

export const RECEIPT: Template<typeof ReceiptPaper> = {
  kind: 'receipt',
  file: 'receipt.typ',
  content: ReceiptPaper,
}

export const REFERRAL: Template<typeof ReferralPaper> = {
  kind: 'referral',
  file: 'referral.typ',
  content: ReferralPaper,
}

export const DUTIES: Template<typeof DutiesPaper> = {
  kind: 'duties',
  file: 'notice-of-duties.typ',
  content: DutiesPaper,
}

/** What one print holds; `token` is the signed code of the paper. */
export type Printing<S extends TSchema> = {
  head: PaperHead
  content: Static<S>
  token: string
  /** Written into the PDF as its date, so that the same input gives the same bytes. */
  printed_at: Temporal.Instant
}

export type Press = { print: <S extends TSchema>(template: Template<S>, printing: Printing<S>) => Buffer }

/** Why nothing was printed; the message names fields, letters and lines, never a value. */
export class PaperRefused extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'PaperRefused'
  }
}

const ROOM = fileURLToPath(new URL('../../paper', import.meta.url))
/** Compilations kept warm; more would keep the data of papers long printed in memory. */
const KEPT = 2

/** The words of all papers in both languages, as the templates ask for them. */
const WORDS = Object.fromEntries(
  (['en', 'ur'] as const).map((language) => [
    language,
    Object.fromEntries(Object.entries(DICTIONARY[language]).filter(([key]) => key.startsWith('paper.'))),
  ]),
)

/** Makes the press with our own fonts; the first print warms it. */
export function openPress(): Press {
  const fonts = join(ROOM, 'fonts')
  const fontBlobs = readdirSync(fonts)
    .filter((file) => file.endsWith('.ttf'))
    .sort()
    .map((file) => readFileSync(join(fonts, file)))
  const compiler = NodeCompiler.create({ workspace: ROOM, fontArgs: [{ fontBlobs }] })
  return { print: (template, printing) => print(compiler, template, printing) }
}

function print<S extends TSchema>(
  compiler: NodeCompiler,
  template: Template<S>,
  printing: Printing<S>,
): Buffer {
  refuseUnknown(PaperHead, printing.head, 'head')
  refuseUnknown(template.content, printing.content, 'content')
  const { head, content, token, printed_at } = printing
  const code = { svg: squareOf(token), groups: groupsOf(token) }
  const { year, month, day, hour, minute, second } = printed_at.toZonedDateTimeISO('UTC')
  const instant = { year, month, day, hour, minute, second }
  const given = JSON.stringify({ head, content, code, instant, words: WORDS })
  const mainFilePath = join(ROOM, template.file)
  try {
    const made = compiler.compile({ mainFilePath, inputs: { given } })
    const document = made.result
    const faults = made.takeDiagnostics()
    if (!document || faults) throw new PaperRefused(faultOf(faults ? compiler.fetchDiagnostics(faults) : []))
    const creationTimestamp = Math.floor(printed_at.epochMilliseconds / 1000)
    // PDF/A: archived for decades; and a letter that no font has is a fault there, not an empty box.
    return compiler.pdf(document, { pdfStandard: 'a-2u', creationTimestamp })
  } catch (fault) {
    throw fault instanceof PaperRefused ? fault : new PaperRefused('a letter or a part cannot be printed')
  } finally {
    compiler.evictCache(KEPT)
  }
}

type Diagnostic = { message?: string; path?: string }

/** Typst quotes what it met; only the first words up to a quote are safe to say. */
const faultOf = (diagnostics: Diagnostic[]) =>
  diagnostics.map((d) => (d.message ?? '').split(/["`:]/)[0]).join('; ') || 'the template gave no document'

function refuseUnknown(contract: TSchema, value: unknown, where: string) {
  const [first] = Value.Errors(contract, value)
  if (first) throw new PaperRefused(`${where}${first.instancePath}: ${first.message}`)
}

/** The square of a token. Its capitals and digits take the dense form of QR. */
function squareOf(token: string): string {
  const square = qrcode(0, 'M')
  square.addData(token, 'Alphanumeric')
  square.make()
  return square.createSvgTag({ cellSize: 1, margin: 4, scalable: true })
}
