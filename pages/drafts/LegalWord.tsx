import { Card } from '../ui/Card.tsx'
import { Facts } from '../ui/Facts.tsx'
import { TypedText } from '../ui/TypedText.tsx'
import type { DraftProps } from './DraftFrame.tsx'

/** The legal officer's newest word on a draft, with his reason. */
export const LegalWord = ({ legal, t, f }: Pick<DraftProps, 'legal' | 't' | 'f'>) =>
  legal === null ? null : (
    <Card heading={t('drafts.legal')}>
      <Facts
        facts={[
          {
            label: t(`drafts.legal.${legal.decision}`),
            value: <TypedText>{legal.reason}</TypedText>,
            note: `${t('ui.by', { who: legal.decided_by[t.language] })}, ${f.dateTime(legal.decided_at)}${legal.is_current ? '' : ` (${t('drafts.legal.outdated')})`}`,
          },
        ]}
      />
    </Card>
  )
