import { ButtonLink } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

export const EnrolledPage = (props: PageProps<object>) => (
  <Page {...props} title={props.t('sessions.enrol')}>
    <h1>{props.t('sessions.enrol')}</h1>
    <Notice kind="success" t={props.t}>
      {props.t('sessions.enrol.done')}
    </Notice>
    <ButtonLink href="/sign-in" kind="main">
      {props.t('sessions.sign_in')}
    </ButtonLink>
  </Page>
)
