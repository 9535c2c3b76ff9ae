import { paths } from '../../contract/paths.ts'
import { RELEVANCES } from '../../domain/check/ask.ts'
import { MOST_CHARACTERS } from '../../domain/check/relevance-text.ts'
import { Button } from '../ui/Button.tsx'
import { CheckField, ChoiceField, TextArea } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Notice } from '../ui/Notice.tsx'
import { CheckFrame, type CheckProps, versionOf } from './CheckFrame.tsx'

/** How the man stands in the case, and why his record matters: a code, and a few words that name nobody else. */
export const ReasonsStep = (props: CheckProps) => {
  const { t, form, check_id, asked, marked } = props
  const labels = {
    ...{ relevance: t('checks.relevance'), reasons: t('checks.reasons') },
    names_confirmed: t('checks.names_confirmed'),
  }
  const has_marks = marked.length > 0 || form?.fields.some(({ field }) => field === 'names_confirmed')
  return (
    <CheckFrame check={props} step="reasons" labels={labels}>
      <Notice kind="warning" t={t} heading={t('checks.survivor')}>
        {t('checks.survivor.what')}
      </Notice>
      <section class="card">
        <Form action={paths.checkStep(check_id, 'reasons')} hidden={versionOf(props)}>
          <ChoiceField
            {...{ t, form }}
            name="relevance"
            label={t('checks.relevance')}
            choices={RELEVANCES.map((value) => ({ value, label: t(`checks.relevance.${value}`) }))}
            value={asked.relevance}
          />
          <TextArea
            {...{ t, form }}
            name="reasons"
            rows={3}
            label={t('checks.reasons')}
            hint={t('checks.reasons.hint', { most: MOST_CHARACTERS })}
            value={asked.reasons}
          />
          {has_marks && (
            <CheckField {...{ t, form }} name="names_confirmed" label={t('checks.names_confirmed')} />
          )}
          <Button>{t('ui.continue')}</Button>
        </Form>
      </section>
    </CheckFrame>
  )
}
