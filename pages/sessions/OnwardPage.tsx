import { ButtonLink } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** After the identity provider: one step made on our own site, so that the session's cookie goes with it. */
export const OnwardPage = (props: PageProps<{ go_to: string }>) => (
  <Page {...props} title={props.t('sessions.welcome')}>
    <h1>{props.t('sessions.welcome')}</h1>
    <p>{props.t('sessions.onward')}</p>
    <ButtonLink href={props.go_to} kind="main">
      {props.t('ui.continue')}
    </ButtonLink>
  </Page>
)
