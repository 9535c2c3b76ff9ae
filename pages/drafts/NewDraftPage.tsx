import type { Static } from 'typebox'
import type { StartView } from '../../contract/drafts.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

type Props = PageProps<Static<typeof StartView> & { now: string }>

export const NewDraftPage = (props: Props) => {
  const { t, district } = props
  return (
    <Page {...props} title={t('drafts.new')} part="navigation.drafts">
      <h1>{t('drafts.new')}</h1>
      <p>{t('drafts.new.what')}</p>
      <p>{t('drafts.new.have')}</p>
      <Notice kind="warning" t={t}>
        {t('drafts.new.survivor')}
      </Notice>
      <p>{t('drafts.new.district', { district: district[t.language] })}</p>
      <Form action={paths.drafts()}>
        <Button>{t('drafts.begin')}</Button>
      </Form>
    </Page>
  )
}
