import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { CheckField, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import type { RefusedForm } from '../ui/page-props.ts'
import { type DraftProps, versionOf } from './DraftFrame.tsx'

/** Whether a refused form is the look-up's, where two stand on one page. */
export const isLookup = (form: RefusedForm | undefined): boolean =>
  form !== undefined && 'has_no_number' in form.values

/** The look-up that comes before the entry: by number, or saying that none is known. */
export const LookupForm = (props: DraftProps) => {
  const { t, body, draft_id, is_searched } = props
  const form = isLookup(props.form) ? props.form : undefined
  const numberOf = (wanted: string) =>
    body.person.documents.find(({ kind }) => kind === wanted)?.number ?? null
  const has_none = is_searched && numberOf('cnic') === null && numberOf('passport') === null
  return (
    <Form action={paths.draftAct(draft_id, 'lookups')} hidden={versionOf(props)}>
      <TextField
        {...{ t, form }}
        name="cnic"
        kind="identifier"
        size={16}
        inputmode="numeric"
        label={t('drafts.cnic')}
        hint={t('drafts.cnic.hint')}
        value={numberOf('cnic')}
        is_optional
      />
      <TextField
        {...{ t, form }}
        name="passport"
        kind="identifier"
        size={12}
        label={t('drafts.passport')}
        value={numberOf('passport')}
        is_optional
      />
      <CheckField {...{ t, form }} name="has_no_number" label={t('drafts.no_number')} is_checked={has_none} />
      <Button kind={is_searched ? 'plain' : 'main'}>{t('drafts.lookup.go')}</Button>
    </Form>
  )
}
