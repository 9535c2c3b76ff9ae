import { paths } from '../../contract/paths.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import { type DraftProps, versionOf } from './DraftFrame.tsx'

/** A step of its own, because a discarded draft does not come back. */
export const DiscardPage = (props: DraftProps) => {
  const { t, form, draft_id } = props
  return (
    <Page {...props} title={t('drafts.discard')} part="navigation.drafts">
      <ErrorSummary form={form} labels={{}} t={t} />
      <h1>{t('drafts.discard')}</h1>
      <p>{t('drafts.discard.what')}</p>
      <Buttons>
        <Form action={paths.draftAct(draft_id, 'discards')} hidden={versionOf(props)}>
          <Button kind="danger">{t('drafts.discard.yes')}</Button>
        </Form>
        <ButtonLink href={paths.draft(draft_id)}>{t('ui.cancel')}</ButtonLink>
      </Buttons>
    </Page>
  )
}
