import { ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Checker, type CheckerOptions } from './Checker.tsx'

export type VerifyData = Pick<CheckerOptions, 'keys' | 'answer' | 'typed'>

/** For anybody who holds a paper: is its code the register's? Tells of the print, and of no person. */
export const VerifyPage = (props: PageProps<VerifyData>) => {
  const { t, keys } = props
  return (
    <Page {...props} title={t('verify.title')} islands={['verify.js']} is_public>
      <h1>{t('verify.title')}</h1>
      <p>{t('verify.what')}</p>
      <Checker {...props} />
      <Card heading={t('verify.offline')}>
        <p>{t('verify.offline.what')}</p>
        <Buttons>
          <ButtonLink href="/verify/offline.html">{t('verify.offline.save')}</ButtonLink>
        </Buttons>
      </Card>
      <Card heading={t('verify.keys')}>
        <ul>
          {keys.map(({ key_id, public_key }) => (
            <li key={key_id}>
              <Identifier>{key_id}</Identifier> <Identifier>{public_key}</Identifier>
            </li>
          ))}
        </ul>
        <a href="/.well-known/amanat-keys">{t('verify.keys.file')}</a>
      </Card>
    </Page>
  )
}
