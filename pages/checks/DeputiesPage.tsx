import type { Deputies } from '../../contract/check-screening.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { DateField, SelectField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

/** Who screens while the prosecutor is away. */
export const DeputiesPage = (props: PageProps<Deputies>) => {
  const { t, f, form, today, deputies, covers } = props
  const labels = {
    ...{ deputy_id: t('checks.deputy'), from_on: t('checks.cover.from'), until_on: t('checks.cover.until') },
  }
  return (
    <Page {...props} title={t('checks.deputies')} part="navigation.checks">
      <h1>{t('checks.deputies')}</h1>
      <ErrorSummary form={form} labels={labels} t={t} />
      <p>{t('checks.deputies.what')}</p>
      <Card heading={t('checks.deputies.name')}>
        <Form action={paths.checkDeputies()}>
          <SelectField
            {...{ t, form }}
            name="deputy_id"
            label={t('checks.deputy')}
            choices={deputies.map(({ id, name }) => ({ value: id, label: name[t.language] }))}
          />
          <DateField
            {...{ t, form }}
            name="from_on"
            label={t('checks.cover.from')}
            min={today}
            value={today}
          />
          <DateField {...{ t, form }} name="until_on" label={t('checks.cover.until')} min={today} />
          <Button>{t('checks.deputies.name')}</Button>
        </Form>
      </Card>
      <Card heading={t('checks.covers')}>
        <Table
          caption={t('checks.covers')}
          is_caption_hidden
          rows={covers}
          empty={t('checks.covers.none')}
          columns={[
            { head: t('checks.deputy'), is_name: true, cell: ({ deputy }) => deputy[t.language] },
            { head: t('checks.cover.from'), cell: ({ from_on }) => f.date(from_on) },
            { head: t('checks.cover.until'), cell: ({ until_on }) => f.date(until_on) },
            { head: t('checks.cover.named_by'), cell: ({ named_by }) => named_by[t.language] },
          ]}
        />
      </Card>
    </Page>
  )
}
