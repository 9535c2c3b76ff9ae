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
import { AccessReportPaper } from '../../contract/disclosures.ts'
import { DutiesPaper, PaperHead, ReceiptPaper } from '../../contract/papers.ts'
import { ReferralPaper } from '../../contract/referrals.ts'
import { WeekListPaper } from '../../contract/week-list.ts'
import type { PaperKind, PrintKind } from '../../domain/receipt/statement.ts'
import { groupsOf } from '../../domain/receipt/token.ts'
import { DICTIONARY } from '../../pages/language/dictionary.ts'

/** One kind of paper: its template in `paper/`, and the contract of what is printed. */
export type Template<S extends TSchema = TSchema, K extends PaperKind = PaperKind> = {
  kind: K
  file: string
  content: S
  /** A longer paper is refused; left out: it may be of any length. */
  most_pages?: number
}

export const RECEIPT: Template<typeof ReceiptPaper, PrintKind> = {
  kind: 'receipt',
  file: 'receipt.typ',
  content: ReceiptPaper,
  most_pages: 1,
}

export const REFERRAL: Template<typeof ReferralPaper, PrintKind> = {
  kind: 'referral',
  file: 'referral.typ',
  content: ReferralPaper,
}

export const DUTIES: Template<typeof DutiesPaper, PrintKind> = {
  kind: 'duties',
  file: 'notice-of-duties.typ',
  content: DutiesPaper,
}

export const WEEK_LIST: Template<typeof WeekListPaper, PrintKind> = {
  kind: 'week_list',
  file: 'week-list.typ',
  content: WeekListPaper,
}

export const ACCESS_REPORT: Template<typeof AccessReportPaper, PrintKind> = {
  kind: 'access_report',
  file: 'access-report.typ',
  content: AccessReportPaper,
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
const WORDS = JSON.stringify(
  Object.fromEntries(
    (['en', 'ur'] as const).map((language) => [
      language,
      Object.fromEntries(Object.entries(DICTIONARY[language]).filter(([key]) => key.startsWith('paper.'))),
    ]),
  ),
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
  const code = { ...squareOf(token), groups: groupsOf(token) }
  const { year, month, day, hour, minute, second } = printed_at.toZonedDateTimeISO('UTC')
  const instant = { year, month, day, hour, minute, second }
  const given = JSON.stringify({ head, content, code, instant })
  const mainFilePath = join(ROOM, template.file)
  try {
    const made = compiler.compile({ mainFilePath, inputs: { given, words: WORDS } })
    const document = made.result
    const faults = made.takeDiagnostics()
    if (!document || faults) throw new PaperRefused(faultOf(faults ? compiler.fetchDiagnostics(faults) : []))
    const pages = document.numOfPages
    if (pages > (template.most_pages ?? pages)) throw new PaperRefused(`would have ${pages} pages`)
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

/** White modules round a square, as its standard wants them. */
const QUIET = 4
const [DARK, LIGHT] = [0, 255]

/** The square of a token, a byte a module, row by row. Its capitals and digits take the dense form of QR. */
export function squareOf(token: string): { side: number; square: number[] } {
  const code = qrcode(0, 'M')
  code.addData(token, 'Alphanumeric')
  code.make()
  const count = code.getModuleCount()
  const side = count + 2 * QUIET
  const square = new Array<number>(side * side).fill(LIGHT)
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      if (code.isDark(row, column)) square[(row + QUIET) * side + column + QUIET] = DARK
  return { side, square }
}
