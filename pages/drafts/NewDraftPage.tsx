import type { Static } from 'typebox'
import type { StartView } from '../../contract/drafts.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { SelectField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<Static<typeof StartView> & { now: string }>

export const NewDraftPage = (props: Props) => {
  const { t, form, district, districts } = props
  const choices = districts.map(({ district_id, name, province }) => ({
    value: district_id,
    label: t('drafts.new.choice', { district: name[t.language], province: province[t.language] }),
  }))
  return (
    <Page {...props} title={t('drafts.new')} part="navigation.drafts">
      <ErrorSummary form={form} labels={{ district_id: t('drafts.district') }} t={t} />
      <h1>{t('drafts.new')}</h1>
      <p>{t('drafts.new.what')}</p>
      <p>{t('drafts.new.have')}</p>
      <Notice kind="warning" t={t}>
        {t('drafts.new.survivor')}
      </Notice>
      {district && <p>{t('drafts.new.district', { district: district[t.language] })}</p>}
      <Form action={paths.drafts()}>
        {!district && (
          <SelectField
            {...{ name: 'district_id', label: t('drafts.district'), hint: t('drafts.new.choose'), form, t }}
            choices={choices}
          />
        )}
        <Button>{t('drafts.begin')}</Button>
      </Form>
    </Page>
  )
}
