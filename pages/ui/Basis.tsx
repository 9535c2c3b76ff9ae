import type { T } from '../language/translator.ts'
import { Identifier } from './Identifier.tsx'

/** How sure the law is: the text, the rules under it, a policy, or our own assumption. */
export type BasisStatus = 'statute' | 'rule' | 'policy' | 'assumed'

/** The law a value rests on, by its key and section, and how sure it is. */
export const Basis = ({ law, status, t }: { law: string; status: BasisStatus; t: T }) => (
  <span class="basis">
    <Identifier>{law}</Identifier> <span class={`status ${status}`}>({t(`ui.basis.${status}`)})</span>
  </span>
)
