import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import type { FreshData } from './FreshPage.tsx'
import { PASSKEY_ISLANDS, PasskeyButton } from './PasskeyButton.tsx'

/** Minutes without an act after which a session locks (migration 0004). */
const IDLE_MINUTES = 15

/** S1: the session waits for its officer; what he was doing is kept. */
export const UnlockPage = (props: PageProps<FreshData>) => {
  const { t, has_passkey, is_demo, has_oidc } = props
  return (
    <Page {...props} title={t('sessions.locked')} islands={PASSKEY_ISLANDS}>
      <h1>{t('sessions.locked')}</h1>
      <p>{t('sessions.locked.what', { minutes: IDLE_MINUTES })}</p>
      {has_passkey ? (
        <PasskeyButton text={t('sessions.unlock.passkey')} url="/fresh" does="assert" t={t} />
      ) : (
        !is_demo && <p>{t('sessions.unlock.no_passkey')}</p>
      )}
      {is_demo && (
        <Form action="/demo/fresh">
          <Button kind="plain">{t('sessions.unlock.demo')}</Button>
        </Form>
      )}
      <Buttons>
        {has_oidc && (
          <ButtonLink href="/sign-in/identity-provider">{t('sessions.sign_in.identity_provider')}</ButtonLink>
        )}
        <Form action="/sign-out">
          <Button kind="link">{t('sessions.sign_out')}</Button>
        </Form>
      </Buttons>
    </Page>
  )
}
