import type { SecretShown } from '../../contract/agencies.ts'
import { paths } from '../../contract/paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** A new secret, shown once: it goes to the agency by hand. */
export const SecretPage = (props: PageProps<SecretShown>) => {
  const { t, f, secret, both_hours, agency_id } = props
  return (
    <Page {...props} title={t('agencies.secret')} part="navigation.agencies">
      <h1>{t('agencies.secret')}</h1>
      <Notice kind="warning" t={t}>
        {t('agencies.secret.what', { hours: f.number(both_hours) })}
      </Notice>
      <p>
        <Identifier>{secret}</Identifier>
      </p>
      <ButtonLink href={paths.agency(agency_id)}>{t('agencies.name')}</ButtonLink>
    </Page>
  )
}
