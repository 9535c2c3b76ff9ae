import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { FileField, TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { DraftFrame, type DraftProps, versionOf } from './DraftFrame.tsx'

const MOST_MEGABYTES = 64

export const SourceStep = (props: DraftProps) => {
  const { t, form, body, draft_id } = props
  // Two forms stand here: what was refused belongs to one of them.
  const shared = { t, form: form && 'judgment_reference' in form.values ? form : undefined }
  return (
    <DraftFrame
      draft={props}
      step="source"
      labels={{ judgment_hash: t('drafts.hash'), file: t('drafts.file') }}
    >
      <p>{t('drafts.source.what')}</p>
      <section class="card">
        <Form action={paths.draftStep(draft_id, 'source')} hidden={versionOf(props)}>
          <TextField
            {...shared}
            name="judgment_hash"
            kind="identifier"
            label={t('drafts.hash')}
            hint={t('drafts.hash.hint')}
            value={body.judgment_hash}
          />
          <TextField
            {...shared}
            name="judgment_reference"
            label={t('drafts.reference')}
            hint={t('drafts.reference.hint')}
            value={body.judgment_reference ?? null}
            is_optional
          />
          <Button>{t('ui.continue')}</Button>
        </Form>
      </section>
      <section class="card">
        <Form action={paths.draftAct(draft_id, 'judgment-files')} hidden={versionOf(props)} has_file>
          <FileField
            {...{ t, form }}
            name="file"
            label={t('drafts.file')}
            hint={t('drafts.file.hint')}
            limit_mb={MOST_MEGABYTES}
          />
          <Button kind="plain">{t('drafts.file.send')}</Button>
        </Form>
      </section>
    </DraftFrame>
  )
}
