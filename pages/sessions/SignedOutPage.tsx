import { ButtonLink } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

export const SignedOutPage = (props: PageProps<object>) => (
  <Page {...props} title={props.t('sessions.signed_out')}>
    <h1>{props.t('sessions.signed_out')}</h1>
    <p>{props.t('sessions.signed_out.what')}</p>
    <ButtonLink href="/sign-in" kind="main">
      {props.t('sessions.sign_in')}
    </ButtonLink>
  </Page>
)
