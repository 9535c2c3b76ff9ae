import { paths } from '../../contract/paths.ts'
import type { T } from '../language/translator.ts'
import { Tabs } from '../ui/Tabs.tsx'

/** What left, and what is called back; the Bureau's lists. */
export const DisclosureTabs = ({ current, t }: { current: 'disclosures' | 'recalls' | 'exports'; t: T }) => (
  <Tabs
    label={t('disclosures.title')}
    tabs={[
      { href: paths.disclosures(), label: t('disclosures.title'), is_current: current === 'disclosures' },
      { href: paths.recalls(), label: t('recalls.title'), is_current: current === 'recalls' },
      { href: paths.exports(), label: t('disclosures.exports'), is_current: current === 'exports' },
    ]}
  />
)
