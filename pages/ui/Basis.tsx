import type { T } from '../language/translator.ts'
import { lawWords } from './law-words.ts'

/** How sure the law is: the text, the rules under it, a policy, or our own assumption. */
export type BasisStatus = 'statute' | 'rule' | 'policy' | 'assumed'

type BasisOptions = { law: string; section?: string | null; status: BasisStatus; t: T }

/** The law a value rests on, by its name and section, and how sure it is; its key is kept in the title. */
export const Basis = ({ law, section, status, t }: BasisOptions) => (
  <span class="basis" title={section ? `${law} ${section}` : law}>
    {lawWords(law, section, t)} <span class={`status ${status}`}>({t(`ui.basis.${status}`)})</span>
  </span>
)
