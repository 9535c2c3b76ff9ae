import { paths } from '../../contract/paths.ts'
import type { PhotoShown } from '../../contract/people.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { PersonFrame } from './PersonFrame.tsx'

/** The photograph, once, after a recorded click. It stands in the page itself, so that no second address serves it. */
export const PhotoPage = (props: PageProps<PhotoShown>) => {
  const { person, media_type, image_base64, taken_on, t, f } = props
  return (
    <PersonFrame {...props} tab={null} title={t('people.title.photo')}>
      <Card heading={t('people.photo')}>
        <p>
          <img src={`data:${media_type};base64,${image_base64}`} alt={t('people.photo.alt')} width="240" />
        </p>
        {taken_on && <p class="small">{t('people.photo.taken', { day: f.date(taken_on) })}</p>}
        <Notice kind="info" t={t}>
          {t('people.photo.once')}
        </Notice>
        <ButtonLink href={paths.person(person.person_id)}>{t('people.back')}</ButtonLink>
      </Card>
    </PersonFrame>
  )
}
