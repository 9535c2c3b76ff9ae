import type { Role } from '../../domain/access/actor.ts'
import { ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { PASSKEY_ISLANDS, PasskeyButton } from './PasskeyButton.tsx'

type SignInData = {
  /** Why the session this browser had is over. */
  ended: 'ended' | 'replaced' | null
  has_oidc: boolean
  /** Roles to try out; empty outside the demonstration. */
  demo_roles: readonly Role[]
}

/** S1: the passkey first, then the other ways that this installation has. */
export const SignInPage = (props: PageProps<SignInData>) => {
  const { t, ended, has_oidc, demo_roles } = props
  return (
    <Page {...props} title={t('sessions.sign_in')} islands={PASSKEY_ISLANDS}>
      <h1>{t('sessions.sign_in')}</h1>
      {ended && (
        <Notice kind={ended === 'replaced' ? 'warning' : 'info'} t={t}>
          {t(`sessions.${ended}`)}
        </Notice>
      )}
      <p>{t('sessions.sign_in.what')}</p>
      <PasskeyButton text={t('sessions.sign_in.passkey')} url="/sign-in" does="assert" t={t} />
      {has_oidc && (
        <Buttons>
          <ButtonLink href="/sign-in/identity-provider">{t('sessions.sign_in.identity_provider')}</ButtonLink>
        </Buttons>
      )}
      <p>
        <a href="/verify">{t('verify.link')}</a>
      </p>
      {demo_roles.length > 0 && (
        <Card heading={t('sessions.demo')}>
          <p>{t('sessions.demo.what')}</p>
          <ul>
            {demo_roles.map((role) => (
              <li key={role}>
                <a href={`/demo/${role}`}>{t('sessions.demo.sign_in_as', { role: t(`roles.${role}`) })}</a>
                <div class="small">{t(`roles.${role}.work`)}</div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}
