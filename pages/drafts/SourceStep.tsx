import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { DraftFrame, type DraftProps, versionOf } from './DraftFrame.tsx'

export const SourceStep = (props: DraftProps) => {
  const { t, form, body, draft_id } = props
  const shared = { t, form }
  return (
    <DraftFrame draft={props} step="source" labels={{ judgment_hash: t('drafts.hash') }}>
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
    </DraftFrame>
  )
}
