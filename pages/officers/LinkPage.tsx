import type { EnrolmentLink } from '../../contract/officers.ts'
import { paths } from '../../contract/paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** The single-use link, shown once: it goes to the officer by hand. */
export const LinkPage = (props: PageProps<EnrolmentLink>) => {
  const { t, link, hours } = props
  return (
    <Page {...props} title={t('officers.link')} part="navigation.officers">
      <h1>{t('officers.link')}</h1>
      <Notice kind="warning" t={t}>
        {t('officers.link.what', { hours })}
      </Notice>
      <p>
        <Identifier>{link}</Identifier>
      </p>
      <ButtonLink href={paths.officers()}>{t('officers.title')}</ButtonLink>
    </Page>
  )
}
