import { paths } from '../../contract/paths.ts'
import { findOffenceChoice, listOffenceChoices } from '../../domain/draft/catalogue.ts'
import { Button } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { ChoiceField, SelectField, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { offenceWords } from '../ui/offence-words.ts'
import { CheckFrame, type CheckProps, versionOf } from './CheckFrame.tsx'

const textOf = (number: number | null) => (number === null ? null : String(number))

/** In which FIR, and under which sections. */
export const FirStep = (props: CheckProps) => {
  const { t, check_id } = props
  const labels = {
    ...{ station_id: t('drafts.fir_station'), fir_number: t('drafts.fir_number') },
    ...{ fir_year: t('drafts.fir_year'), offences: t('checks.sections') },
    ...{ other_sections: t('checks.other_sections'), transfer_order: t('checks.transfer_order') },
  }
  return (
    <CheckFrame check={props} step="fir" labels={labels}>
      <section class="card">
        <Form action={paths.checkStep(check_id, 'fir')} hidden={versionOf(props)}>
          <Key {...props} />
          <Sections {...props} />
          <Button>{t('ui.continue')}</Button>
        </Form>
      </section>
    </CheckFrame>
  )
}

const Key = (props: CheckProps) => {
  const { t, form, asked, station_id, stations, needs_order } = props
  const has_fault = form?.fields.some(({ field }) => field === 'transfer_order') ?? false
  const number = { kind: 'identifier', inputmode: 'numeric', t, form } as const
  return (
    <>
      <SelectField
        {...{ t, form }}
        name="station_id"
        label={t('drafts.fir_station')}
        hint={t('checks.station.hint')}
        value={station_id}
        choices={stations.map(({ id, name }) => ({ value: id, label: name[t.language] }))}
      />
      <TextField
        {...number}
        name="fir_number"
        size={6}
        label={t('drafts.fir_number')}
        value={textOf(asked.fir_number)}
      />
      <TextField
        {...number}
        name="fir_year"
        size={4}
        label={t('drafts.fir_year')}
        value={textOf(asked.fir_year)}
      />
      {(needs_order || has_fault || asked.transfer_order) && (
        <TextField
          {...{ t, form }}
          name="transfer_order"
          label={t('checks.transfer_order')}
          hint={t('checks.transfer_order.hint')}
          value={asked.transfer_order}
        />
      )}
    </>
  )
}

const Sections = ({ t, form, asked }: CheckProps) => {
  const choices = listOffenceChoices().map(({ key, is_repealed }) => ({
    value: key,
    label: `${offenceWords(key, t)}${is_repealed ? `${between(t)}${t('drafts.repealed')}` : ''}`,
  }))
  const typed = asked.offences.filter((key) => !findOffenceChoice(key))
  return (
    <>
      <ChoiceField
        {...{ t, form, choices }}
        name="offences"
        label={t('checks.sections')}
        hint={t('checks.sections.hint')}
        values={asked.offences.filter((key) => findOffenceChoice(key))}
        is_many
      />
      <TextField
        {...{ t, form }}
        name="other_sections"
        label={t('checks.other_sections')}
        hint={t('drafts.other_sections.hint')}
        value={typed.join('; ')}
        is_optional
      />
    </>
  )
}
