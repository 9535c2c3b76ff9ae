/** Every kind of paper by its name; a noun that prints adds its template here. */
import type { PaperKind } from '../../domain/receipt/statement.ts'
import { ACCESS_REPORT, DUTIES, RECEIPT, REFERRAL, type Template, WEEK_LIST } from '../platform/paper.ts'

const TEMPLATES: readonly Template[] = [RECEIPT, DUTIES, REFERRAL, WEEK_LIST, ACCESS_REPORT].map(
  (one) => one as unknown as Template,
)

const byKind = new Map<string, Template>(TEMPLATES.map((template) => [template.kind, template]))

/** The template of a kind; a kind without one is a mistake of ours. */
export function templateOf(kind: PaperKind): Template {
  const found = byKind.get(kind)
  if (!found) throw new Error(`no template prints ${kind}`)
  return found
}
