import type { DisclosureList } from '../../contract/disclosures.ts'
import { paths } from '../../contract/paths.ts'
import { Card } from '../ui/Card.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Page } from '../ui/Page.tsx'
import { Pager } from '../ui/Pager.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { DisclosureTable } from './DisclosureTable.tsx'
import { DisclosureTabs } from './DisclosureTabs.tsx'

/** The register of disclosures, newest first: record numbers, no names. */
export const DisclosuresPage = (props: PageProps<DisclosureList>) => {
  const { t, f, disclosures, next } = props
  return (
    <Page {...props} title={t('disclosures.title')} part="navigation.checks">
      <h1>{t('disclosures.title')}</h1>
      <p class="lead">{t('disclosures.lead')}</p>
      <DisclosureTabs current="disclosures" t={t} />
      <Card>
        <DisclosureTable
          rows={disclosures}
          about={{
            head: t('disclosures.about'),
            cell: (one: DisclosureList['disclosures'][number]) => (
              <a href={paths.person(one.person_id)}>
                <Identifier>{one.record_number}</Identifier>
              </a>
            ),
          }}
          {...{ t, f }}
        />
        <Pager
          first_href={next ? paths.disclosures() : null}
          next_href={next && `${paths.disclosures()}?after=${next}`}
          shown_count={disclosures.length}
          t={t}
        />
      </Card>
    </Page>
  )
}
