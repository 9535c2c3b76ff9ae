import type { OfficerList } from '../../contract/officers.ts'
import { paths } from '../../contract/paths.ts'
import { POSTABLE_ROLES } from '../../domain/access/actor.ts'
import { dayInPakistan } from '../../domain/calendar/dates.ts'
import { ButtonLink, Buttons } from '../ui/Button.tsx'
import { SelectField } from '../ui/Fields.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Name } from '../ui/Name.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { OfficerState } from './OfficerState.tsx'

type Row = OfficerList['officers'][number]

/** S24: who may sign in, as what, and whether he can. */
export const OfficersPage = (props: PageProps<OfficerList & { now: string }>) => {
  const { t, officers, role, next, viewer } = props
  return (
    <Page {...props} title={t('officers.title')} part="navigation.officers">
      <h1>{t('officers.title')}</h1>
      {viewer?.role === 'administrator' && (
        <Buttons>
          <ButtonLink href={paths.newOfficer()}>{t('officers.add')}</ButtonLink>
        </Buttons>
      )}
      <form method="get" action={paths.officers()} autocomplete="off">
        <SelectField
          name="role"
          label={t('officers.role')}
          value={role}
          is_optional
          choices={POSTABLE_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
          t={t}
        />
        <button type="submit" class="button plain">
          {t('ui.apply')}
        </button>
      </form>
      <Table
        caption={t('officers.title')}
        is_caption_hidden
        rows={officers}
        empty={t('officers.none')}
        columns={columnsOf(props)}
      />
      {next && (
        <a href={`${paths.officers()}?after=${next}${role ? `&role=${role}` : ''}`}>{t('ui.pager.next')}</a>
      )}
    </Page>
  )
}

const columnsOf = ({ t, now }: PageProps<{ now: string }>): Column<Row>[] => [
  {
    head: t('officers.name'),
    is_name: true,
    cell: (o) => (
      <a href={paths.officer(o.officer_id)}>
        <Name name={{ latin: o.name_en, ur: o.name_ur }} t={t} />
      </a>
    ),
  },
  { head: t('officers.badge'), cell: (o) => <Identifier>{o.badge}</Identifier> },
  {
    head: t('officers.postings'),
    cell: ({ postings }) =>
      postings
        .filter((posting) => posting.to_on === null || posting.to_on > dayInPakistan(now))
        .map((posting) => (
          <div key={posting.posting_id}>
            {t(`roles.${posting.role}`)} <span class="small">{posting.unit[t.language]}</span>
          </div>
        )),
  },
  { head: t('officers.state'), cell: (o) => <OfficerState officer={o} today={dayInPakistan(now)} t={t} /> },
]
