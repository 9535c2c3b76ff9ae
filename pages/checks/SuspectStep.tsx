import { SEXES } from '../../contract/draft-body.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceField, SelectField, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { CheckFrame, type CheckProps, versionOf } from './CheckFrame.tsx'

/** Who is asked about, as far as he is known. */
export const SuspectStep = (props: CheckProps) => {
  const { t, check_id } = props
  const labels = {
    ...{ name_latin: t('drafts.name_latin'), name_urdu: t('drafts.name_urdu'), cnic: t('drafts.cnic') },
    ...{ father_name_latin: t('drafts.father_latin'), father_name_urdu: t('drafts.father_urdu') },
    ...{ born_year: t('drafts.born_year'), age: t('checks.age'), aliases: t('drafts.aliases') },
    ...{ district_id: t('checks.district'), slip_number: t('checks.slip_number') },
  }
  return (
    <CheckFrame check={props} step="suspect" labels={labels}>
      <Notice kind="info" t={t} heading={t('checks.suspect.not_a_person')}>
        {t('checks.suspect.not_a_person.what')}
      </Notice>
      <section class="card">
        <Form action={paths.checkStep(check_id, 'suspect')} hidden={versionOf(props)}>
          <Names {...props} />
          <Details {...props} />
          <Button>{t('ui.continue')}</Button>
        </Form>
      </section>
    </CheckFrame>
  )
}

const Names = ({ t, form, asked }: CheckProps) => {
  const names = asked.suspect?.names ?? []
  const named = (kind: string, script: string) =>
    names.find((name) => name.kind === kind && name.script === script)?.text ?? null
  const aliases = names.flatMap(({ kind, text }) => (kind === 'alias' ? [`@ ${text}`] : []))
  const shared = { t, form }
  const [urdu, latin] = [{ ...shared, kind: 'urdu' } as const, { ...shared, kind: 'latin' } as const]
  return (
    <>
      <TextField
        {...urdu}
        name="name_urdu"
        label={t('drafts.name_urdu')}
        hint={t('checks.name.hint')}
        value={named('name', 'Arab')}
      />
      <TextField {...latin} name="name_latin" label={t('drafts.name_latin')} value={named('name', 'Latn')} />
      <TextField
        {...urdu}
        name="father_name_urdu"
        label={t('drafts.father_urdu')}
        value={named('father', 'Arab')}
        is_optional
      />
      <TextField
        {...latin}
        name="father_name_latin"
        label={t('drafts.father_latin')}
        value={named('father', 'Latn')}
        is_optional
      />
      <TextField
        {...shared}
        name="aliases"
        label={t('drafts.aliases')}
        hint={t('drafts.aliases.hint')}
        value={aliases.join(' ')}
        is_optional
      />
    </>
  )
}

const Details = ({ t, f, form, asked: { suspect }, districts }: CheckProps) => {
  const number = { kind: 'identifier', inputmode: 'numeric', t, form, is_optional: true } as const
  return (
    <>
      <ChoiceField
        {...{ t, form }}
        name="sex"
        label={t('drafts.sex')}
        choices={SEXES.map((value) => ({ value, label: t(`drafts.sex.${value}`) }))}
        value={suspect?.sex ?? null}
        is_optional
      />
      <TextField
        {...number}
        name="born_year"
        size={4}
        label={t('drafts.born_year')}
        value={suspect?.born_year ? String(suspect.born_year) : null}
      />
      <TextField {...number} name="age" size={3} label={t('checks.age')} hint={t('checks.age.hint')} />
      <TextField
        {...number}
        name="cnic"
        size={18}
        label={t('drafts.cnic')}
        hint={t('drafts.cnic.hint')}
        value={suspect?.cnic ? f.cnic(suspect.cnic) : null}
      />
      <SelectField
        {...{ t, form }}
        name="district_id"
        label={t('checks.district')}
        value={suspect?.district_id ?? null}
        choices={districts.map(({ id, name }) => ({ value: id, label: name[t.language] }))}
        is_optional
      />
      <TextField
        {...{ t, form }}
        name="slip_number"
        kind="identifier"
        size={16}
        label={t('checks.slip_number')}
        hint={t('checks.slip_number.hint')}
        value={suspect?.slip_number ?? null}
        is_optional
      />
    </>
  )
}
