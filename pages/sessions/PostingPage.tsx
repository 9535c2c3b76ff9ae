import type { Role } from '../../domain/access/actor.ts'
import { Button, Buttons } from '../ui/Button.tsx'
import { Form } from '../ui/Form.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

type PostingData = {
  postings: readonly { posting_id: string; role: Role; name_en: string; name_ur: string }[]
}

/** One button a posting: he acts in one at a time. */
export const PostingPage = (props: PageProps<PostingData>) => {
  const { t, postings } = props
  return (
    <Page {...props} title={t('sessions.choose_posting')}>
      <h1>{t('sessions.choose_posting')}</h1>
      <p>{t('sessions.choose_posting.what')}</p>
      <Form action="/sign-in/posting">
        <Buttons>
          {postings.map((posting) => (
            <Button key={posting.posting_id} kind="plain" name="posting_id" value={posting.posting_id}>
              {t('sessions.act_as', {
                role: t(`roles.${posting.role}`),
                unit: t.language === 'ur' ? posting.name_ur : posting.name_en,
              })}
            </Button>
          ))}
        </Buttons>
      </Form>
    </Page>
  )
}
