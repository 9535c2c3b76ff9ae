import type { OwnSession } from '../../contract/sessions.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** S1: the sign-in before this one, and what failed since; so an officer sees when another used his name. */
export const WelcomePage = (props: PageProps<OwnSession>) => {
  const { t, f, previous_at, previous_unit, failed_before, expires_at } = props
  return (
    <Page {...props} title={t('sessions.welcome')}>
      <h1>{t('sessions.welcome')}</h1>
      {previous_at ? (
        <p>
          {t('sessions.last_sign_in', {
            at: f.dateTime(previous_at),
            unit: previous_unit?.[t.language] ?? t('ui.not_known'),
          })}{' '}
          {t('sessions.last_sign_in.check')}
        </p>
      ) : (
        <p>{t('sessions.first_sign_in')}</p>
      )}
      {failed_before > 0 && (
        <Notice kind="warning" t={t}>
          {t('sessions.failed_before', { count: failed_before })}
        </Notice>
      )}
      <p class="muted">{t('sessions.expires', { at: f.dateTime(expires_at) })}</p>
      <ButtonLink href="/" kind="main">
        {t('ui.continue')}
      </ButtonLink>
    </Page>
  )
}
