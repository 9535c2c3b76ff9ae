import type { DeskShown } from '../../contract/instruments.ts'
import { Facts } from '../ui/Facts.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** A desk that is open, and by what. */
export const DeskPage = (props: PageProps<DeskShown>) => {
  const { t, f, desk, instrument_number, dated_on, from_on, text_sha256 } = props
  return (
    <Page {...props} title={t(`instruments.desk.${desk}`)} part="navigation.packs">
      <h1>{t(`instruments.desk.${desk}`)}</h1>
      <p class="lead">{t('instruments.open')}</p>
      <Facts
        facts={[
          { label: t('instruments.number'), value: <bdi>{instrument_number}</bdi> },
          { label: t('instruments.dated_on'), value: f.date(dated_on) },
          { label: t('instruments.from_on'), value: f.date(from_on) },
          { label: t('instruments.hash'), value: <Identifier>{text_sha256}</Identifier> },
        ]}
      />
    </Page>
  )
}
