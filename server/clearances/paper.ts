/** The clearance slip: who he is, and that he is not the one whom the register was asked about. It says of nobody else. */
import { CheckPaper } from '../../contract/check-papers.ts'
import type { Suspect } from '../../contract/checks.ts'
import { formatter } from '../../pages/language/formatter.ts'
import type { Template } from '../platform/paper.ts'
import { identifier, inBoth, label, paperName, said } from '../platform/paper-words.ts'

export const CLEARANCE: Template<typeof CheckPaper, 'clearance'> = {
  ...{ kind: 'clearance', file: 'clearance.typ', content: CheckPaper, most_pages: 1 },
}

/** Who holds it, as his own card says. */
export type Holder = Pick<Suspect, 'names' | 'cnic'>

export const clearancePaper = (holder: Holder, issued_on: string): CheckPaper => ({
  statement: label('paper.clearance.statement'),
  ...{ name: paperName(holder, 'name'), father: paperName(holder, 'father') },
  state: { code: 'met', words: label('paper.clearance.state') },
  facts: [
    ...(holder.cnic ? [identifier('drafts.cnic', formatter('en').cnic(holder.cnic))] : []),
    said(
      'paper.clearance.issued_on',
      inBoth((_, f) => f.date(issued_on)),
    ),
  ],
  closing: [label('paper.clearance.use'), label('paper.clearance.object')],
})
