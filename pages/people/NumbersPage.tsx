import { paths } from '../../contract/paths.ts'
import type { NumbersShown } from '../../contract/people.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { PersonFrame } from './PersonFrame.tsx'

/** The full numbers, once, after a recorded click. */
export const NumbersPage = (props: PageProps<NumbersShown>) => {
  const { person, documents, t, f } = props
  return (
    <PersonFrame {...props} tab={null} title={t('people.title.numbers')}>
      <Card heading={t('people.numbers')}>
        <Facts
          facts={documents.map(({ kind, number }) => ({
            label: t(`people.document.${kind}`),
            value: <Identifier>{kind === 'cnic' ? f.cnic(number) : number}</Identifier>,
          }))}
        />
        <Notice kind="info" t={t}>
          {t('people.numbers.once')}
        </Notice>
        <ButtonLink href={paths.person(person.person_id)}>{t('people.back')}</ButtonLink>
      </Card>
    </PersonFrame>
  )
}
