import type { SplitForm } from '../../contract/merges.ts'
import { paths } from '../../contract/paths.ts'
import { PersonFrame } from '../people/PersonFrame.tsx'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { ChoiceField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'
import { ReasonFields } from './ReasonFields.tsx'

type Props = PageProps<SplitForm>

/** Which records are another person's, why, and what was made of them meanwhile. */
export const SplitPage = (props: Props) => {
  const { t, form, records } = props
  const labels = {
    leaving: t('matches.split.leaving'),
    reason_code: t('matches.reason_code'),
    reason: t('matches.reason'),
  }
  return (
    <PersonFrame {...props} tab="identity" title={t('matches.split')}>
      <ErrorSummary form={form} labels={labels} t={t} />
      {records.length < 2 ? (
        <p class="empty">{t('matches.split.alone')}</p>
      ) : (
        <>
          <Papers {...props} />
          <Leaving {...props} />
        </>
      )}
    </PersonFrame>
  )
}

const Leaving = ({ person, records, form, t }: Props) => (
  <Card heading={t('matches.split')}>
    <p>{t('matches.split.what')}</p>
    <Form action={paths.splits(person.person_id)}>
      <ChoiceField
        {...{ t, form }}
        name="leaving"
        is_many
        label={t('matches.split.leaving')}
        choices={records.map(({ record_number, district, station }) => ({
          value: record_number,
          label: record_number,
          hint: `${station[t.language]}, ${district[t.language]}`,
        }))}
      />
      <ReasonFields {...{ t, form }} />
      <Button>{t('matches.split.send')}</Button>
    </Form>
  </Card>
)

const Papers = ({ papers, t, f }: Props) => (
  <Card heading={t('matches.split.papers')}>
    {papers.length > 0 && <p>{t('matches.split.papers.what')}</p>}
    <Table
      caption={t('matches.split.papers')}
      is_caption_hidden
      rows={papers}
      empty={t('matches.split.papers.none')}
      columns={[
        {
          head: t('matches.split.paper'),
          is_name: true,
          cell: ({ kind, number }) => t(`matches.split.paper.${kind}`, { number: number ?? '' }),
        },
        { head: t('matches.record'), cell: ({ record_number }) => <Identifier>{record_number}</Identifier> },
        { head: t('matches.said.at'), cell: ({ made_at }) => f.dateTime(made_at) },
      ]}
    />
  </Card>
)
