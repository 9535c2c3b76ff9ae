import { SEXES } from '../../contract/draft-body.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceField, DateField, TextArea, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { BureauCompares, DraftFrame, type DraftProps, versionOf } from './DraftFrame.tsx'
import { Further } from './Further.tsx'
import { isLookup, LookupForm } from './LookupForm.tsx'

/** Who was convicted: the look-up first, then the details. */
export const PersonStep = (props: DraftProps) => {
  const { t, is_searched, form } = props
  const labels = {
    ...{
      cnic: t('drafts.cnic'),
      passport: t('drafts.passport'),
      has_no_number: t('drafts.no_number'),
      name_latin: t('drafts.name_latin'),
    },
    ...{ name_urdu: t('drafts.name_urdu'), born_on: t('drafts.born_on'), address: t('drafts.address') },
  }
  return (
    <DraftFrame draft={props} step="person" labels={labels}>
      <section class="card">
        {is_searched ? (
          <>
            <Numbers {...props} />
            <details open={isLookup(form)}>
              <summary>{t('drafts.lookup.again')}</summary>
              <LookupForm {...props} />
            </details>
          </>
        ) : (
          <>
            <h2>{t('drafts.lookup')}</h2>
            <p>{t('drafts.lookup.what')}</p>
            <LookupForm {...props} />
          </>
        )}
      </section>
      {is_searched && <Details {...props} />}
    </DraftFrame>
  )
}

const Numbers = (props: DraftProps) => {
  const { t, f, body } = props
  const numbers = body.person.documents.filter(({ kind }) => kind !== 'other')
  return (
    <>
      {numbers.length === 0 && <p>{t('drafts.no_number')}</p>}
      {numbers.map(({ kind, number }) => (
        <p key={kind}>
          {t(kind === 'cnic' ? 'drafts.cnic' : 'drafts.passport')}:{' '}
          <Identifier>{kind === 'cnic' ? f.cnic(number) : number}</Identifier>
        </p>
      ))}
      <Further {...props} />
    </>
  )
}

const Details = (props: DraftProps) => {
  const { t, body, draft_id } = props
  const form = isLookup(props.form) ? undefined : props.form
  const { sex, born_on, born_year, address, documents } = body.person
  return (
    <>
      <BureauCompares t={t} />
      <section class="card">
        <Form action={paths.draftStep(draft_id, 'person')} hidden={versionOf(props)}>
          <Names {...props} />
          <ChoiceField
            {...{ t, form }}
            name="sex"
            label={t('drafts.sex')}
            choices={SEXES.map((value) => ({ value, label: t(`drafts.sex.${value}`) }))}
            value={sex}
          />
          <DateField
            {...{ t, form }}
            name="born_on"
            label={t('drafts.born_on')}
            value={born_on}
            is_optional
          />
          <TextField
            {...{ t, form }}
            name="born_year"
            kind="identifier"
            size={4}
            inputmode="numeric"
            label={t('drafts.born_year')}
            hint={t('drafts.born_year.hint')}
            value={born_on === null && born_year !== null ? String(born_year) : null}
            is_optional
          />
          <TextField
            {...{ t, form }}
            name="other_document"
            kind="identifier"
            label={t('drafts.other_document')}
            value={documents.find(({ kind }) => kind === 'other')?.number ?? null}
            is_optional
          />
          <TextArea
            {...{ t, form }}
            name="address"
            rows={3}
            label={t('drafts.address')}
            hint={t('drafts.address.hint')}
            value={address}
            is_optional
          />
          <Button>{t('ui.continue')}</Button>
        </Form>
      </section>
    </>
  )
}

const Names = (props: DraftProps) => {
  const { t, body } = props
  const form = isLookup(props.form) ? undefined : props.form
  const named = (kind: string, script: string) =>
    body.person.names.find((name) => name.kind === kind && name.script === script)?.text ?? null
  const aliases = body.person.names.flatMap(({ kind, text }) => (kind === 'alias' ? [`@ ${text}`] : []))
  const shared = { t, form }
  return (
    <>
      <TextField
        {...shared}
        name="name_urdu"
        kind="urdu"
        label={t('drafts.name_urdu')}
        hint={t('drafts.name.hint')}
        value={named('name', 'Arab')}
      />
      <TextField
        {...shared}
        name="name_latin"
        kind="latin"
        label={t('drafts.name_latin')}
        value={named('name', 'Latn')}
      />
      <TextField
        {...shared}
        name="father_name_urdu"
        kind="urdu"
        label={t('drafts.father_urdu')}
        value={named('father', 'Arab')}
        is_optional
      />
      <TextField
        {...shared}
        name="father_name_latin"
        kind="latin"
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
