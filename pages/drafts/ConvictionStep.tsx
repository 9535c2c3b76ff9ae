import { VICTIMS } from '../../contract/draft-body.ts'
import { paths } from '../../contract/paths.ts'
import { findOffenceChoice, listOffenceChoices } from '../../domain/draft/catalogue.ts'
import { Button } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { CheckField, ChoiceField, DateField, SelectField, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { offenceWords } from '../ui/offence-words.ts'
import { DraftFrame, type DraftProps, versionOf } from './DraftFrame.tsx'

const LABELS = [
  'fir_station',
  'fir_year',
  'fir_number',
  'court',
  'case_number',
  'offences',
  'other_sections',
] as const
const MORE = ['offence_on', 'convicted_on', 'country', 'jurisdiction', 'victim'] as const

export const ConvictionStep = (props: DraftProps) => {
  const { t, draft_id } = props
  const labels = Object.fromEntries([...LABELS, ...MORE].map((name) => [name, t(`drafts.${name}`)]))
  return (
    <DraftFrame draft={props} step="conviction" labels={labels}>
      <section class="card">
        <Form action={paths.draftStep(draft_id, 'conviction')} hidden={versionOf(props)}>
          <Fir {...props} />
          <Offences {...props} />
          <Circumstances {...props} />
          <Button>{t('ui.continue')}</Button>
        </Form>
      </section>
    </DraftFrame>
  )
}

const textOf = (number: number | null) => (number === null ? null : String(number))

const Fir = ({ t, form, body: { conviction } }: DraftProps) => (
  <>
    <TextField
      {...{ t, form }}
      name="fir_station"
      label={t('drafts.fir_station')}
      value={conviction.fir_station}
    />
    <TextField
      {...{ t, form }}
      name="fir_number"
      kind="identifier"
      size={6}
      inputmode="numeric"
      label={t('drafts.fir_number')}
      value={textOf(conviction.fir_number)}
    />
    <TextField
      {...{ t, form }}
      name="fir_year"
      kind="identifier"
      size={4}
      inputmode="numeric"
      label={t('drafts.fir_year')}
      value={textOf(conviction.fir_year)}
    />
    <TextField {...{ t, form }} name="court" label={t('drafts.court')} value={conviction.court} />
    <TextField
      {...{ t, form }}
      name="case_number"
      label={t('drafts.case_number')}
      value={conviction.case_number}
      is_optional
    />
  </>
)

const Offences = ({ t, form, body: { conviction } }: DraftProps) => {
  const choices = listOffenceChoices().map(({ key, is_repealed }) => ({
    value: key,
    label: `${offenceWords(key, t)}${is_repealed ? `${between(t)}${t('drafts.repealed')}` : ''}`,
  }))
  const [known, typed] = [
    conviction.offences.filter((key) => findOffenceChoice(key)),
    conviction.offences.filter((key) => !findOffenceChoice(key)),
  ]
  return (
    <>
      <ChoiceField
        {...{ t, form, choices }}
        name="offences"
        label={t('drafts.offences')}
        hint={t('drafts.offences.hint')}
        values={known}
        is_many
      />
      <TextField
        {...{ t, form }}
        name="other_sections"
        label={t('drafts.other_sections')}
        hint={t('drafts.other_sections.hint')}
        value={typed.join('; ')}
        is_optional
      />
    </>
  )
}

const Circumstances = ({ t, form, body: { conviction }, jurisdictions }: DraftProps) => (
  <>
    <DateField
      {...{ t, form }}
      name="offence_on"
      label={t('drafts.offence_on')}
      value={conviction.offence_on}
    />
    <DateField
      {...{ t, form }}
      name="convicted_on"
      label={t('drafts.convicted_on')}
      value={conviction.convicted_on}
    />
    <ChoiceField
      {...{ t, form }}
      name="victim"
      label={t('drafts.victim')}
      hint={t('drafts.victim.hint')}
      choices={VICTIMS.map((value) => ({ value, label: t(`drafts.victim.${value}`) }))}
      value={conviction.victim}
    />
    <SelectField
      {...{ t, form }}
      name="jurisdiction"
      label={t('drafts.jurisdiction')}
      choices={jurisdictions.map(({ code, name }) => ({ value: code, label: name[t.language] }))}
      value={conviction.jurisdiction}
    />
    <TextField
      {...{ t, form }}
      name="country"
      kind="identifier"
      size={2}
      label={t('drafts.country')}
      hint={t('drafts.country.hint')}
      value={conviction.country}
    />
    <CheckField
      {...{ t, form }}
      name="juvenile"
      label={t('drafts.juvenile')}
      is_checked={conviction.juvenile}
    />
  </>
)
