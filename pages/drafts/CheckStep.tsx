import { paths } from '../../contract/paths.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { CheckAnswers } from '../ui/CheckAnswers.tsx'
import { Form } from '../ui/Form.tsx'
import { answersOf } from './answers.tsx'
import { Doubts } from './Doubts.tsx'
import { BureauCompares, DraftFrame, type DraftProps, versionOf } from './DraftFrame.tsx'
import { MissingFields } from './MissingFields.tsx'

/** All answers once more, what is missing, what looks odd, and the submission. */
export const CheckStep = (props: DraftProps) => {
  const { t, missing, is_searched, draft_id } = props
  const is_ready = missing.length === 0 && is_searched
  return (
    <DraftFrame draft={props} step="check">
      {missing.length > 0 && (
        <MissingFields {...props} heading={t('drafts.check.missing')} missing={missing} />
      )}
      {!is_searched && (
        <p>
          <a href={paths.draftStep(draft_id, 'person')}>{t('errors.draft_not_searched')}</a>
        </p>
      )}
      <Doubts {...props} />
      <p>{t('drafts.check.what')}</p>
      <section class="card">
        <CheckAnswers answers={answersOf(props)} t={t} />
      </section>
      <BureauCompares t={t} />
      <Buttons>
        {is_ready && (
          <Form action={paths.draftAct(draft_id, 'submissions')} hidden={versionOf(props)}>
            <Button>{t('drafts.submit')}</Button>
          </Form>
        )}
        <ButtonLink href={paths.draftAct(draft_id, 'discard')}>{t('drafts.discard')}</ButtonLink>
      </Buttons>
    </DraftFrame>
  )
}
