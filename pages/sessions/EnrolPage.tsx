import { TextField } from '../ui/Fields.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { PASSKEY_ISLANDS, PasskeyButton } from './PasskeyButton.tsx'

type EnrolData = {
  link: string
  /** Null when the link was used, ran out, or never was: all three look alike. */
  officer: { badge: string; name_en: string; name_ur: string } | null
}

/** What a single-use link opens. */
export const EnrolPage = (props: PageProps<EnrolData>) => {
  const { t, officer, link } = props
  return (
    <Page {...props} title={t('sessions.enrol')} islands={officer ? PASSKEY_ISLANDS : []}>
      <h1>{t('sessions.enrol')}</h1>
      {officer ? (
        <>
          <p>
            {t('sessions.enrol.for', {
              name: t.language === 'ur' ? officer.name_ur : officer.name_en,
              badge: officer.badge,
            })}
          </p>
          <p>{t('sessions.enrol.what')}</p>
          <TextField
            name="label"
            label={t('sessions.enrol.label')}
            hint={t('sessions.enrol.label.hint')}
            value={t('sessions.enrol.label.first')}
            t={t}
          />
          <PasskeyButton text={t('sessions.enrol.create')} url={`/enrolments/${link}`} does="create" t={t} />
        </>
      ) : (
        <Notice kind="warning" t={t}>
          {t('sessions.enrol.link_used')}
        </Notice>
      )}
    </Page>
  )
}
