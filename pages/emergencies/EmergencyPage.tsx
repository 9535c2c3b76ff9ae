import type { EmergencyRead } from '../../contract/emergencies.ts'
import { paths } from '../../contract/paths.ts'
import { RecordFacts } from '../checks/Answer.tsx'
import { Watermark } from '../checks/Watermark.tsx'
import { ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card, Cards } from '../ui/Card.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<EmergencyRead>

/** What was opened, for half an hour: the least of one record, or that there is none; under who, when and a number. */
export const EmergencyPage = (props: Props) => {
  const { t, f, used_by, badge, used_at, print_number, outcome, record, district } = props
  return (
    <Page {...props} title={t('emergencies.read')} part="navigation.emergencies">
      <Watermark words={`${used_by[t.language]} · ${badge} · ${f.dateTime(used_at)} · ${print_number}`} />
      <h1>{t('emergencies.read')}</h1>
      <Cards>
        <div class="column">
          <Card heading={t('emergencies.said')}>
            <p>
              <Flag tone={outcome === 'record' ? 'amber' : 'green'}>
                {t(`emergencies.outcome.${outcome}`)}
              </Flag>
            </p>
            <p>{t(`emergencies.outcome.${outcome}.what`)}</p>
            {record && <RecordFacts {...{ record, t, f }} district={district?.[t.language] ?? null} />}
          </Card>
        </div>
        <div class="column">
          <Opening {...props} />
        </div>
      </Cards>
    </Page>
  )
}

const Opening = ({ t, f, print_number, used_by, used_at, until_at, review_due_at }: Props) => (
  <Card heading={t('emergencies.opening')}>
    <Facts
      facts={[
        { label: t('emergencies.print_number'), value: <Identifier>{print_number}</Identifier> },
        { label: t('emergencies.used_by'), value: used_by[t.language], note: f.dateTime(used_at) },
        {
          label: t('emergencies.until'),
          value: f.time(until_at),
          note: t('emergencies.until.what'),
        },
        { label: t('emergencies.review_due'), value: f.dateTime(review_due_at) },
      ]}
    />
    <Notice kind="info" t={t}>
      {t('emergencies.told')}
    </Notice>
    <Buttons>
      <ButtonLink href={paths.emergencies()}>{t('emergencies.list')}</ButtonLink>
    </Buttons>
  </Card>
)
