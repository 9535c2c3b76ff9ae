import type { FieldProblem, ProblemCode } from '../../contract/problems.ts'
import type { InBoth } from '../language/language.ts'
import { ButtonLink, Buttons } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

type ProblemData = {
  code: ProblemCode
  fields: readonly FieldProblem[]
  gloss?: InBoth | undefined
  request_id: string
}

/** Says why something was not done, whom to ask, and the number to give when reporting it. */
export const ProblemPage = (props: PageProps<ProblemData>) => {
  const { t, code, gloss, fields, request_id } = props
  return (
    <Page {...props} title={t('errors.title')}>
      <h1>{t('errors.title')}</h1>
      <Notice kind="warning" t={t} heading={t.find(`errors.${code}`) ?? t('errors.unknown')}>
        {gloss && <p>{gloss[t.language]}</p>}
        {fields.length > 0 && (
          <ul>
            {fields.map((p) => (
              <li key={p.field}>
                <bdi dir="ltr">{p.field}</bdi>:{' '}
                {t.find(`errors.field.${p.code}`, p.values) ?? t('errors.invalid')}
              </li>
            ))}
          </ul>
        )}
        <p class="small">
          {t('errors.request_id')}: <bdi dir="ltr">{request_id}</bdi>
        </p>
      </Notice>
      <Buttons>
        {code === 'step_up_needed' && (
          <ButtonLink href="/fresh" kind="main">
            {t('sessions.step_up')}
          </ButtonLink>
        )}
        <ButtonLink href="/">{t('errors.first_page')}</ButtonLink>
      </Buttons>
    </Page>
  )
}
