import type { Ruling as RulingView } from '../../contract/drafts.ts'
import { BothTests } from '../ui/BothTests.tsx'
import { Card } from '../ui/Card.tsx'
import { Explain } from '../ui/Explain.tsx'
import { explained } from '../ui/explained.ts'
import { Facts } from '../ui/Facts.tsx'
import { Notice } from '../ui/Notice.tsx'
import { packWords } from '../ui/pack-words.ts'
import type { DraftProps } from './DraftFrame.tsx'

type RulingOptions = { ruling: RulingView } & Pick<DraftProps, 'legal' | 't' | 'f'>

/** The tests differ where they decide, and nobody has decided on these facts yet. */
const isUndecided = ({ needs_legal_decision, tests }: RulingView, legal: DraftProps['legal']): boolean =>
  needs_legal_decision && tests.outcome !== 'review' && legal?.is_current !== true

/** Both tests with their reasons, and the time on the register that they would give. */
export const Ruling = ({ ruling, legal, t, f }: RulingOptions) => (
  <>
    <Card heading={t('law.tests')}>
      <BothTests tests={ruling.tests} is_undecided={isUndecided(ruling, legal)} t={t} f={f} />
      <p class="small">{packWords(ruling.pack, t, f)}</p>
    </Card>
    {ruling.registration.starts_on !== null && (
      <Card heading={t('drafts.period')}>
        {ruling.is_custody_unknown && (
          <Notice kind="warning" t={t} heading={t('drafts.custody_unknown')}>
            {t('drafts.custody_unknown.what')}
          </Notice>
        )}
        <Period {...ruling} t={t} f={f} />
      </Card>
    )}
  </>
)

type PeriodOptions = Pick<RulingView, 'registration' | 'is_custody_unknown'> & Pick<DraftProps, 't' | 'f'>

const Period = ({ registration, is_custody_unknown, t, f }: PeriodOptions) => {
  const { starts_on, released_on, ends_on, steps } = registration
  const open = t(is_custody_unknown ? 'ui.not_known' : 'drafts.ends_open')
  const shown = (on: string | null) => (on === null ? open : f.date(on))
  return (
    <>
      <Facts
        facts={[
          { label: t('drafts.starts_on'), value: shown(starts_on) },
          { label: t('drafts.released_on'), value: shown(released_on) },
        ]}
      />
      <Explain value={`${t('drafts.ends_on')}: ${shown(ends_on)}`} steps={explained(steps, t, f)} t={t} />
    </>
  )
}
