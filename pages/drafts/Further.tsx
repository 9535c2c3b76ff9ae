import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { type DraftProps, versionOf } from './DraftFrame.tsx'

/** Whose further conviction this is, where the officer said so, and the way to take that back. */
export const Further = (props: DraftProps) => {
  const { t, further_of_record, draft_id, is_open } = props
  if (further_of_record === null) return null
  return (
    <>
      <p>
        {t('drafts.further')}: <Identifier>{further_of_record}</Identifier>
      </p>
      {is_open && (
        <Form
          action={paths.draftAct(draft_id, 'further-convictions')}
          hidden={{ ...versionOf(props), person_id: '' }}
        >
          <Button kind="plain">{t('drafts.further.take_back')}</Button>
        </Form>
      )}
    </>
  )
}
