import type { EmergencyShown } from '../../contract/emergencies.ts'
import { paths } from '../../contract/paths.ts'
import { FINDINGS } from '../../domain/emergency/review.ts'
import { Button } from '../ui/Button.tsx'
import { Card, Cards } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { CheckField, ChoiceField, TextArea } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag } from '../ui/Light.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { TypedText } from '../ui/TypedText.tsx'
import { clockTone, clockWords, fieldWords, referenceWords } from './words.ts'

type Props = PageProps<EmergencyShown>

/** A use of the emergency access as its second officer judges it: who, why, on which paper, about whom. */
export const ReviewPage = (props: Props) => {
  const { t, f, form, clock, emergency_id } = props
  const labels = {
    ...{ finding: t('emergencies.review.finding'), reasons: t('emergencies.review.reasons') },
    names_confirmed: t('emergencies.names_confirmed'),
  }
  return (
    <Page {...props} title={t('emergencies.review')} part="navigation.emergencies">
      <h1>{t('emergencies.review')}</h1>
      <ErrorSummary form={form} labels={labels} t={t} />
      {clock && (
        <p>
          <Flag tone={clockTone(clock)}>{clockWords(clock, t, f)}</Flag>{' '}
          <a href={paths.newConflict('emergency', emergency_id)}>{t('approvals.conflict')}</a>
        </p>
      )}
      <Cards>
        <div class="column">
          <Use {...props} />
        </div>
        <div class="column">
          <About {...props} />
          <Word {...props} />
        </div>
      </Cards>
    </Page>
  )
}

const Use = (props: Props) => {
  const { t, f, used_by, role, unit, used_at, danger, words, reference, outcome, fields } = props
  return (
    <Card heading={t('emergencies.review.use')}>
      <Facts
        facts={[
          {
            label: t('emergencies.by'),
            value: <bdi>{used_by[t.language]}</bdi>,
            note: `${t(`roles.${role}`)}${t('disclosures.comma')} ${unit[t.language]}`,
          },
          {
            label: t('emergencies.used_at'),
            value: f.dateTime(used_at),
            note: <Identifier>{props.print_number}</Identifier>,
          },
          { label: t('emergencies.danger'), value: t(`emergencies.danger.${danger}`) },
          {
            label: t('emergencies.words'),
            value: words ? <TypedText>{words}</TypedText> : t('ui.not_known'),
          },
          { label: t('emergencies.reference'), value: referenceWords(reference, t, f) },
          { label: t('emergencies.said'), value: t(`emergencies.outcome.${outcome}`) },
          {
            label: t('emergencies.review.fields'),
            value: fields.length > 0 ? fieldWords(fields, t) : t('emergencies.review.fields.none'),
          },
        ]}
      />
    </Card>
  )
}

const About = ({ about, t }: Props) => (
  <Card heading={t('emergencies.review.about')}>
    <p>{t(about ? 'emergencies.review.about.what' : 'emergencies.review.about.none')}</p>
    {about && (
      <Facts
        facts={[
          { label: t('drafts.names'), value: <Name name={about.name} t={t} /> },
          { label: t('drafts.fathers'), value: <Name name={about.father} t={t} /> },
          { label: t('checks.record'), value: <Identifier>{about.record_number}</Identifier> },
        ]}
      />
    )}
  </Card>
)

/** The second officer's word: to be said, said, or for another. */
const Word = (props: Props) => {
  const { t, f, review, may } = props
  if (review)
    return (
      <Card heading={t('emergencies.review.done')}>
        <p>
          <Flag tone={review.finding === 'justified' ? 'green' : 'red'}>
            {t(`emergencies.finding.${review.finding}`)}
          </Flag>
        </p>
        <Facts
          facts={[
            {
              label: t('emergencies.reviewed_by'),
              value: <bdi>{review.reviewed_by[t.language]}</bdi>,
              note: f.dateTime(review.reviewed_at),
            },
            {
              label: t('emergencies.review.reasons'),
              value: review.reasons ? <TypedText>{review.reasons}</TypedText> : t('ui.not_known'),
            },
          ]}
        />
      </Card>
    )
  if (!may.review)
    return (
      <Notice kind="info" t={t}>
        {t('emergencies.review.elsewhere')}
      </Notice>
    )
  return <Say {...props} />
}

const Say = ({ t, form, emergency_id }: Props) => {
  const has_marks = form?.fields.some(({ field }) => field === 'names_confirmed')
  return (
    <Card heading={t('emergencies.review.word')}>
      <Form action={paths.emergencyReviews(emergency_id)}>
        <ChoiceField
          {...{ t, form }}
          name="finding"
          label={t('emergencies.review.finding')}
          choices={FINDINGS.map((value) => ({
            ...{ value, label: t(`emergencies.finding.${value}`) },
            hint: t(`emergencies.review.finding.${value}.when`),
          }))}
        />
        <TextArea
          {...{ t, form }}
          name="reasons"
          rows={4}
          label={t('emergencies.review.reasons')}
          hint={t('emergencies.review.reasons.hint')}
        />
        {has_marks && (
          <CheckField {...{ t, form }} name="names_confirmed" label={t('emergencies.names_confirmed')} />
        )}
        <Button>{t('emergencies.review.keep')}</Button>
      </Form>
    </Card>
  )
}
