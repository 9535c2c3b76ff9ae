import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { PASSKEY_ISLANDS, PasskeyButton } from './PasskeyButton.tsx'

export type FreshData = { has_passkey: boolean; is_demo: boolean; has_oidc: boolean }

/** Minutes a fresh passkey counts (migration 0004). */
const FRESH_MINUTES = 5

/** Why the passkey is wanted again; then back to where he was. */
export const FreshPage = (props: PageProps<FreshData>) => {
  const { t, has_passkey, is_demo } = props
  return (
    <Page {...props} title={t('sessions.step_up')} islands={PASSKEY_ISLANDS}>
      <h1>{t('sessions.step_up')}</h1>
      <p>{t('sessions.step_up.what', { minutes: FRESH_MINUTES })}</p>
      {has_passkey ? (
        <PasskeyButton text={t('sessions.step_up.passkey')} url="/fresh" does="assert" t={t} />
      ) : (
        !is_demo && <p>{t('sessions.step_up.no_passkey')}</p>
      )}
      {is_demo && (
        <>
          {!has_passkey && (
            <Form action="/demo/enrolments">
              <Button>{t('sessions.step_up.create')}</Button>
            </Form>
          )}
          <Form action="/demo/fresh">
            <Button kind="plain">{t('sessions.step_up.demo')}</Button>
          </Form>
        </>
      )}
    </Page>
  )
}
