import type { AnswerRead } from '../../contract/check-openings.ts'
import { paths } from '../../contract/paths.ts'
import { SAID } from '../../domain/check/open.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card, Cards } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { ChoiceField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Answer } from './Answer.tsx'
import { namesOf } from './Asked.tsx'
import { Watermark } from './Watermark.tsx'

type Props = PageProps<AnswerRead>

/** The answer, opened: what the Bureau says, beside what was asked; under a number, with who reads it and when. */
export const AnswerPage = (props: Props) => {
  const { t, f, form, content, district } = props
  const labels = { said: t('checks.said'), identifiers: t('checks.identifiers') }
  return (
    <Page {...props} title={t('checks.answer')} part="navigation.checks">
      <Watermark words={props.watermark[t.language]} />
      <h1>{t('checks.answer')}</h1>
      <ErrorSummary form={form} labels={labels} t={t} />
      <Cards>
        <div class="column">
          <Card heading={t('checks.bureau_says')}>
            <Answer content={content} district={district?.[t.language] ?? null} t={t} f={f} />
          </Card>
          <Confirm {...props} />
          <Reopen {...props} />
        </div>
        <div class="column">
          <Opening {...props} />
          <AskedAbout {...props} />
        </div>
      </Cards>
    </Page>
  )
}

const Opening = ({ t, f, check_id, ...one }: Props) => (
  <Card heading={t('checks.opening')}>
    <Facts
      facts={[
        { label: t('checks.print_number'), value: <Identifier>{one.print_number}</Identifier> },
        { label: t('checks.opened_by'), value: one.opened_by[t.language], note: f.dateTime(one.opened_at) },
        { label: t('checks.read_until'), value: f.time(one.read_until_at) },
        {
          label: t('checks.opened'),
          value: t('checks.opened.value', { n: one.opened_count, of: one.opens_count }),
          note: t('checks.opened.until', { until: f.dateTime(one.opens_until_at) }),
        },
      ]}
    />
    <p>{t('checks.opening.what')}</p>
    <Buttons>
      <ButtonLink href={`${paths.checkOpening(check_id, one.print_id)}/file`}>
        {t('checks.on_paper')}
      </ButtonLink>
      <ButtonLink href={paths.check(check_id)}>{t('checks.back')}</ButtonLink>
    </Buttons>
  </Card>
)

const AskedAbout = ({ suspect, t, f }: Props) =>
  suspect ? (
    <Card heading={t('checks.suspect')}>
      <Facts
        facts={[
          { label: t('drafts.names'), value: <Name name={namesOf(suspect, 'name')} t={t} /> },
          { label: t('drafts.fathers'), value: <Name name={namesOf(suspect, 'father')} t={t} /> },
          {
            label: t('checks.born'),
            value: suspect.born_year ? f.year(suspect.born_year) : t('ui.not_known'),
          },
          {
            label: t('drafts.cnic'),
            value: suspect.cnic ? <Identifier>{f.cnic(suspect.cnic)}</Identifier> : t('ui.not_known'),
          },
        ]}
      />
    </Card>
  ) : null

/** He, or not he: until that is said the answer is not relied on. */
const Confirm = (props: Props) => {
  const { may, said, check_id, print_id, identifiers, form, t } = props
  if (said)
    return (
      <Notice kind={said === 'him' ? 'success' : 'info'} t={t} heading={t(`checks.said.${said}`)}>
        {t(`checks.said.${said}.what`)}
      </Notice>
    )
  if (!may.confirm) return null
  return (
    <Card heading={t('checks.confirm')}>
      <Notice kind="warning" t={t}>
        {t('checks.confirm.what')}
      </Notice>
      <Form action={`${paths.checkOpening(check_id, print_id)}/confirmations`}>
        <ChoiceField
          {...{ t, form }}
          name="said"
          label={t('checks.said')}
          choices={SAID.map((value) => ({
            ...{ value, label: t(`checks.said.${value}`), hint: t(`checks.said.${value}.when`) },
          }))}
        />
        <ChoiceField
          {...{ t, form }}
          name="identifiers"
          label={t('checks.identifiers')}
          hint={t('checks.identifiers.hint')}
          choices={identifiers.map((value) => ({ value, label: t(`checks.given.${value}`) }))}
          is_many
        />
        <Button>{t('checks.confirm.keep')}</Button>
      </Form>
    </Card>
  )
}

const Reopen = ({ may, check_id, t }: Props) =>
  may.reopen ? (
    <Form action={`${paths.check(check_id)}/reopenings`}>
      <p>{t('checks.reopen.what')}</p>
      <Button>{t('checks.reopen')}</Button>
    </Form>
  ) : null
