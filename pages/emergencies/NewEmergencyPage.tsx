import type { EmergencyForm } from '../../contract/emergencies.ts'
import { paths } from '../../contract/paths.ts'
import { MOST_CHARACTERS } from '../../domain/check/relevance-text.ts'
import { DANGERS, REFERENCE_KINDS } from '../../domain/emergency/use.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { CheckField, ChoiceField, DateField, SelectField, TextArea, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { fieldWords } from './words.ts'

type Props = PageProps<EmergencyForm>

/** One short page: one number, what threatens, why, and on which paper. */
export const NewEmergencyPage = (props: Props) => {
  const { t, f, form, fields, open_minutes, review_hours } = props
  return (
    <Page {...props} title={t('emergencies.new.title')} part="navigation.emergencies">
      <h1>{t('emergencies.new.title')}</h1>
      <ErrorSummary form={form} labels={labelsOf(props)} t={t} />
      <Notice kind="warning" t={t} heading={t('emergencies.new.only')}>
        <p>{t('emergencies.new.what', { hours: f.hours(review_hours) })}</p>
        <p>
          {t('emergencies.new.get', {
            minutes: f.number(open_minutes),
            fields: fieldWords(fields, t),
          })}
        </p>
      </Notice>
      <Form action={paths.emergencies()} hidden={stationUnasked(props)}>
        <section class="card">
          <Why {...props} />
        </section>
        <section class="card">
          <h2>{t('emergencies.reference')}</h2>
          <Paper {...props} />
          <Button kind="danger">{t('emergencies.open')}</Button>
        </section>
      </Form>
    </Page>
  )
}

const labelsOf = ({ t }: Props) => ({
  ...{ number: t('emergencies.number'), danger: t('emergencies.danger'), words: t('emergencies.words') },
  ...{ names_confirmed: t('emergencies.names_confirmed'), reference_on: t('emergencies.reference_on') },
  reference_kind: t('emergencies.reference_kind'),
  reference_station_id: t('emergencies.reference_station'),
  reference_number: t('emergencies.reference_number'),
})

/** Where there is but one station, or one kind of paper, nothing is asked. */
function stationUnasked({ stations: [only, ...others], is_bureau }: Props): Record<string, string> {
  return {
    ...(only && others.length === 0 ? { reference_station_id: only.id } : {}),
    ...(is_bureau ? { reference_kind: 'diary' } : {}),
  }
}

const Why = (props: Props) => {
  const { t, form } = props
  const labels = labelsOf(props)
  const has_marks = form?.fields.some(({ field }) => field === 'names_confirmed')
  return (
    <>
      <TextField
        {...{ t, form }}
        name="number"
        kind="identifier"
        size={20}
        label={labels.number}
        hint={t('emergencies.number.hint')}
      />
      <ChoiceField
        {...{ t, form }}
        name="danger"
        label={labels.danger}
        choices={DANGERS.map((value) => ({ value, label: t(`emergencies.danger.${value}`) }))}
      />
      <TextArea
        {...{ t, form }}
        name="words"
        rows={3}
        label={labels.words}
        hint={t('emergencies.words.hint', { most: MOST_CHARACTERS })}
      />
      {has_marks && <CheckField {...{ t, form }} name="names_confirmed" label={labels.names_confirmed} />}
    </>
  )
}

const Paper = (props: Props) => {
  const { t, form, stations, is_bureau, today } = props
  const labels = labelsOf(props)
  const diary_hint = { diary: t('emergencies.reference_kind.diary.hint') }
  return (
    <>
      {is_bureau ? (
        <p>{t('emergencies.reference_station.bureau')}</p>
      ) : (
        <ChoiceField
          {...{ t, form }}
          name="reference_kind"
          label={labels.reference_kind}
          choices={REFERENCE_KINDS.map((value) => ({
            ...{ value, label: t(`emergencies.reference_kind.${value}`) },
            ...(value === 'diary' ? { hint: diary_hint.diary } : {}),
          }))}
        />
      )}
      {stations.length > 1 && (
        <SelectField
          {...{ t, form }}
          name="reference_station_id"
          label={labels.reference_station_id}
          choices={stations.map(({ id, name }) => ({ value: id, label: name[t.language] }))}
        />
      )}
      <TextField
        {...{ t, form }}
        name="reference_number"
        kind="identifier"
        inputmode="numeric"
        size={6}
        label={labels.reference_number}
      />
      <DateField {...{ t, form }} name="reference_on" label={labels.reference_on} value={today} max={today} />
    </>
  )
}
