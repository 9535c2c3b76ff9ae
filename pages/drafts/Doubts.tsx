import { Notice } from '../ui/Notice.tsx'
import type { DraftProps } from './DraftFrame.tsx'

/** What looks odd and stops nothing. */
export const Doubts = ({ doubts, t }: Pick<DraftProps, 'doubts' | 't'>) =>
  doubts.length === 0 ? null : (
    <Notice kind="warning" t={t} heading={t('drafts.doubts')}>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt}>{t.find(`drafts.doubt.${doubt}`) ?? doubt}</li>
        ))}
      </ul>
    </Notice>
  )
