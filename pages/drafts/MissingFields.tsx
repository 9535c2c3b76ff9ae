import type { DraftView } from '../../contract/drafts.ts'
import { paths } from '../../contract/paths.ts'
import { FIELD_LABELS } from '../language/en/drafts.ts'
import { Notice } from '../ui/Notice.tsx'
import type { DraftProps } from './DraftFrame.tsx'

type Options = Pick<DraftProps, 't' | 'draft_id'> & { heading: string; missing: DraftView['missing'] }

const labelOf = (field: string) => FIELD_LABELS[field as keyof typeof FIELD_LABELS]

/** Each missing fact by name, with the way to the step that asks for it. */
export const MissingFields = ({ t, draft_id, heading, missing }: Options) => (
  <Notice kind="warning" t={t} heading={heading}>
    <ul>
      {missing.map(({ field, step }) => (
        <li key={field}>
          <a href={paths.draftStep(draft_id, step)}>
            {t(labelOf(field))} ({t(`drafts.step.${step}`)})
          </a>
        </li>
      ))}
    </ul>
  </Notice>
)
