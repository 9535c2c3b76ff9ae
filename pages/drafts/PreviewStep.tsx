import { paths } from '../../contract/paths.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { DraftFrame, type DraftProps, versionOf } from './DraftFrame.tsx'
import { MissingFields } from './MissingFields.tsx'
import { Ruling } from './Ruling.tsx'

/** What the law says of these facts: it goes on, it waits for a legal officer, or it ends here with its reasons. */
export const PreviewStep = (props: DraftProps) => {
  const { t, f, ruling, missing } = props
  return (
    <DraftFrame draft={props} step="preview">
      {ruling ? (
        <>
          {isRefused(props) && (
            <Notice kind="warning" t={t} heading={t('drafts.preview.no')}>
              {t('drafts.preview.no.what')}
            </Notice>
          )}
          <Ruling ruling={ruling} legal={props.legal} t={t} f={f} />
          <Onwards {...props} />
        </>
      ) : (
        <MissingFields
          {...props}
          heading={t('drafts.preview.missing')}
          missing={missing.filter(({ step }) => step === 'conviction' || step === 'sentence')}
        />
      )}
    </DraftFrame>
  )
}

/** Neither a `yes` nor a doubt that a legal officer may settle. */
const isRefused = ({ ruling }: DraftProps) =>
  ruling !== null && ruling.tests.outcome !== 'yes' && !ruling.needs_legal_decision

const Onwards = (props: DraftProps) => {
  const { t, ruling, draft_id, missing } = props
  if (!isRefused(props)) {
    return (
      <>
        {ruling?.tests.outcome === 'review' && <p>{t('drafts.preview.legal')}</p>}
        <ButtonLink href={paths.draftStep(draft_id, 'station')} kind="main">
          {t('ui.continue')}
        </ButtonLink>
      </>
    )
  }
  const lacking = missing.filter(({ field }) => field !== 'station_id')
  if (lacking.length > 0)
    return <MissingFields {...props} heading={t('drafts.check.missing')} missing={lacking} />
  return (
    <Form action={paths.draftAct(draft_id, 'submissions')} hidden={versionOf(props)}>
      <Button kind="danger">{t('drafts.close')}</Button>
    </Form>
  )
}
