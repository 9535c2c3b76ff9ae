import { DISPOSALS } from '../../contract/draft-body.ts'
import { paths } from '../../contract/paths.ts'
import { Button, Buttons } from '../ui/Button.tsx'
import { CheckField, ChoiceField, DateField, SelectField, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { DraftFrame, type DraftProps, versionOf } from './DraftFrame.tsx'

const MONTHS_A_YEAR = 12

export const SentenceStep = (props: DraftProps) => {
  const { t, draft_id } = props
  return (
    <DraftFrame
      draft={props}
      step="sentence"
      labels={{ disposal: t('drafts.disposal'), fine_pkr: t('drafts.fine') }}
    >
      <section class="card">
        <Form action={paths.draftStep(draft_id, 'sentence')} hidden={versionOf(props)}>
          <Sentence {...props} />
          <Custody {...props} />
          <Buttons>
            <Button>{t('ui.continue')}</Button>
            <Button kind="plain" name="stay" value="on">
              {t('drafts.custody.more')}
            </Button>
          </Buttons>
        </Form>
      </section>
    </DraftFrame>
  )
}

const Sentence = ({ t, form, body: { conviction } }: DraftProps) => {
  const { months, is_life, fine_pkr } = conviction.sentence
  const years = months === null ? null : Math.floor(months / MONTHS_A_YEAR)
  const rest = months === null ? null : months % MONTHS_A_YEAR
  const numbers = [
    ['years', t('drafts.years'), years],
    ['months', t('drafts.months'), rest],
    ['fine_pkr', t('drafts.fine'), fine_pkr],
  ] as const
  return (
    <>
      <ChoiceField
        {...{ t, form }}
        name="disposal"
        label={t('drafts.disposal')}
        choices={DISPOSALS.map((value) => ({ value, label: t(`drafts.disposal.${value}`) }))}
        value={conviction.disposal}
      />
      {numbers.map(([name, label, value]) => (
        <TextField
          key={name}
          {...{ t, form, name, label }}
          kind="identifier"
          size={10}
          inputmode="numeric"
          value={value ? String(value) : null}
          is_optional
        />
      ))}
      <CheckField {...{ t, form }} name="is_life" label={t('drafts.is_life')} is_checked={is_life} />
    </>
  )
}

/** The rows there are, and one to fill; a refused form brings its own. */
function rowsOf({ form, body }: DraftProps) {
  const typed = form?.values['custody']
  const count = Array.isArray(typed) ? typed.length : body.conviction.custody.length
  return Array.from({ length: count + 1 }, (_, at) => body.conviction.custody[at])
}

const Custody = (props: DraftProps) => {
  const { t, form, held_districts } = props
  return (
    <>
      <h2>{t('drafts.custody')}</h2>
      <p class="hint">{t('drafts.custody.what')}</p>
      {rowsOf(props).map((row, at) => (
        <fieldset key={at} class="field">
          <legend>{t('drafts.custody.row', { at: at + 1 })}</legend>
          <DateField
            {...{ t, form }}
            name={`custody.${at}.from_on`}
            label={t('drafts.custody.from')}
            value={row?.from_on ?? null}
          />
          <DateField
            {...{ t, form }}
            name={`custody.${at}.to_on`}
            label={t('drafts.custody.to')}
            value={row?.to_on ?? null}
            is_optional
          />
          <SelectField
            {...{ t, form }}
            name={`custody.${at}.held_district_id`}
            label={t('stays.held_in')}
            choices={held_districts.map(({ district_id, name }) => ({
              value: district_id,
              label: name[t.language],
            }))}
            value={row?.held_district_id ?? null}
            is_optional
          />
        </fieldset>
      ))}
    </>
  )
}
