import type { Static } from 'typebox'
import type { PhotoForm } from '../../contract/entries.ts'
import { paths } from '../../contract/paths.ts'
import { Button, ButtonLink, Buttons } from '../ui/Button.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { DateField, FileField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'

/** Adds a photograph to a record. The day stands before the file, so that it is read with it. */
export const AddPhotoPage = (props: PageProps<Static<typeof PhotoForm>>) => {
  const { t, form, person_id, record_number } = props
  const labels = { photo: t('entries.photo.file'), taken_on: t('entries.photo.taken_on') }
  return (
    <Page {...props} title={t('entries.photo')}>
      <h1>{t('entries.photo')}</h1>
      <p>
        <Identifier>{record_number}</Identifier>
      </p>
      <ErrorSummary form={form} labels={labels} t={t} />
      <Form action={paths.photos(person_id)} has_file>
        <DateField name="taken_on" label={labels.taken_on} is_optional {...{ form, t }} />
        <FileField
          name="photo"
          label={labels.photo}
          hint={t('entries.photo.hint')}
          accept="image/jpeg,image/png,image/webp"
          limit_mb={2}
          {...{ form, t }}
        />
        <Buttons>
          <Button>{t('entries.photo.add')}</Button>
          <ButtonLink href={paths.person(person_id)}>{t('ui.cancel')}</ButtonLink>
        </Buttons>
      </Form>
    </Page>
  )
}
