import type { Officer, Posting } from '../../contract/officers.ts'
import { paths } from '../../contract/paths.ts'
import { dayInPakistan } from '../../domain/calendar/dates.ts'
import { CHANGES } from '../../domain/officers/changes.ts'
import { ButtonLink, Buttons } from '../ui/Button.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { OfficerState } from './OfficerState.tsx'

/** One officer: standing, passkey, postings, and what can be proposed. */
export const OfficerPage = (props: PageProps<Officer & { now: string }>) => {
  const { t, viewer, is_self, postings } = props
  return (
    <Page {...props} title={t('officers.one')} part="navigation.officers">
      <h1>
        <Name name={{ latin: props.name_en, ur: props.name_ur }} t={t} />
      </h1>
      <Facts facts={factsOf(props)} />
      <Table
        caption={t('officers.postings')}
        rows={postings}
        empty={t('officers.no_postings')}
        columns={columnsOf(props)}
      />
      {viewer?.role === 'administrator' && (
        <>
          <h2>{t('officers.propose')}</h2>
          {is_self ? (
            <Notice kind="info" t={t}>
              {t('officers.not_oneself')}
            </Notice>
          ) : (
            <Buttons>
              {CHANGES.filter((change) => isPossible(change, props)).map((change) => (
                <ButtonLink key={change} href={paths.officerChange(props.officer_id, change)}>
                  {t(`officers.change.${change}`)}
                </ButtonLink>
              ))}
            </Buttons>
          )}
        </>
      )}
    </Page>
  )
}

function isPossible(change: (typeof CHANGES)[number], officer: Officer): boolean {
  if (change === 'suspend') return officer.suspended_at === null
  if (change === 'reinstate') return officer.suspended_at !== null
  return change !== 'end_posting' || officer.postings.length > 0
}

const factsOf = (props: PageProps<Officer & { now: string }>) => {
  const { t, f, badge, vetted_until, trained_until, has_passkey, now } = props
  return [
    { label: t('officers.badge'), value: <Identifier>{badge}</Identifier> },
    { label: t('officers.state'), value: <OfficerState officer={props} today={dayInPakistan(now)} t={t} /> },
    { label: t('officers.vetted_until'), value: vetted_until ? f.date(vetted_until) : t('ui.not_given') },
    { label: t('officers.trained_until'), value: trained_until ? f.date(trained_until) : t('ui.not_given') },
    { label: t('officers.passkey'), value: has_passkey ? t('ui.yes') : t('ui.no') },
  ]
}

const columnsOf = ({ t, f }: PageProps<object>): Column<Posting>[] => [
  { head: t('officers.role'), is_name: true, cell: (posting) => t(`roles.${posting.role}`) },
  { head: t('officers.unit'), cell: (posting) => posting.unit[t.language] },
  { head: t('officers.from_on'), cell: (posting) => f.date(posting.from_on) },
  {
    head: t('officers.to_on'),
    cell: (posting) => (posting.to_on ? f.date(posting.to_on) : t('officers.open')),
  },
]
