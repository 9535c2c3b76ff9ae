import { paths } from '../../contract/paths.ts'
import type { PersonIdentity } from '../../contract/people.ts'
import { directionOf } from '../language/language.ts'
import { Card } from '../ui/Card.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Name } from '../ui/Name.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { sourceWords } from './conviction-words.ts'
import { PersonFrame } from './PersonFrame.tsx'

type Props = PageProps<PersonIdentity>
type Version = {
  superseded_at: string | null
  source_kind: string
  source_on: string | null
  added_at: string
  added_by: { en: string; ur: string }
}
type Words = Pick<Props, 't' | 'f'>

/** S11 in part: every version of every name, document, detail and address, the replaced ones too. */
export const IdentityPage = (props: Props) => (
  <PersonFrame {...props} tab="identity" title={props.t('people.title.identity')}>
    <Civil {...props} />
    <Linked {...props} />
    <Names {...props} />
    <Documents {...props} />
    <Details {...props} />
    <Languages {...props} />
    <Addresses {...props} />
  </PersonFrame>
)

/** Where each version comes from, who added it, and whether it still holds. */
const sourceColumns = ({ t, f }: Words): Column<Version>[] => [
  { head: t('people.source'), cell: (v) => sourceWords(v, t, f) },
  {
    head: t('people.added'),
    cell: (v) => (
      <>
        {f.dateTime(v.added_at)}
        <div class="small">{v.added_by[t.language]}</div>
      </>
    ),
  },
  {
    head: t('people.version'),
    cell: (v) =>
      v.superseded_at ? (
        <span class="muted">{t('people.version.superseded', { day: f.dateTime(v.superseded_at) })}</span>
      ) : (
        t('people.version.live')
      ),
  },
]

/** What the civil register says and the record may not have yet. */
const Civil = ({ civil, t, f }: Props) =>
  civil.length === 0 ? null : (
    <Card heading={t('people.civil')}>
      <p>{t('people.civil.what')}</p>
      <Table
        caption={t('people.civil')}
        is_caption_hidden
        rows={civil}
        empty=""
        columns={[
          { head: t('people.kind'), is_name: true, cell: ({ kind }) => t(`people.civil.${kind}`) },
          {
            head: t('people.civil.new'),
            cell: ({ new_name, cnic_tail }) =>
              new_name ? (
                <Name name={new_name} t={t} />
              ) : (
                cnic_tail && <Identifier>{f.maskedCnic(cnic_tail)}</Identifier>
              ),
          },
          { head: t('people.civil.happened_on'), cell: ({ happened_on }) => f.date(happened_on) },
          { head: t('people.civil.read_at'), cell: ({ read_at }) => f.dateTime(read_at) },
        ]}
      />
    </Card>
  )

/** Other records of the same person, wherever they are kept: a number and a station. */
const Linked = ({ person, linked, viewer, t, f }: Props) =>
  linked.length === 0 ? null : (
    <Card
      heading={t('matches.linked')}
      beside={
        (viewer?.role === 'bureau_officer' || viewer?.role === 'bureau_supervisor') && (
          <a href={paths.newSplit(person.person_id)}>{t('matches.split')}</a>
        )
      }
    >
      <Table
        caption={t('matches.linked')}
        is_caption_hidden
        rows={linked}
        empty=""
        columns={[
          {
            head: t('matches.record'),
            is_name: true,
            cell: ({ record_number }) => <Identifier>{record_number}</Identifier>,
          },
          {
            head: t('matches.station'),
            cell: ({ station, district }) => (
              <>
                {station[t.language]}
                <div class="small">{district[t.language]}</div>
              </>
            ),
          },
          {
            head: t('matches.linked.since'),
            cell: ({ since_at }) => (since_at ? f.dateTime(since_at) : t('matches.linked.first')),
          },
        ]}
      />
    </Card>
  )

const Names = ({ names, t, f }: Props) => (
  <Card heading={t('people.names')}>
    <Table
      caption={t('people.names')}
      is_caption_hidden
      rows={names}
      empty={t('ui.not_known')}
      columns={[
        {
          head: t('people.name'),
          is_name: true,
          cell: ({ script, text }) => {
            const language = script === 'Arab' ? 'ur' : 'en'
            return (
              <bdi lang={language} dir={directionOf(language)}>
                {text}
              </bdi>
            )
          },
        },
        { head: t('people.kind'), cell: (v) => t(`people.name.${v.kind}`) },
        ...sourceColumns({ t, f }),
      ]}
    />
  </Card>
)

const Documents = ({ documents, t, f }: Props) => (
  <Card heading={t('people.documents')}>
    <Table
      caption={t('people.documents')}
      is_caption_hidden
      rows={documents}
      empty={t('people.documents.none')}
      columns={[
        { head: t('people.kind'), is_name: true, cell: (v) => t(`people.document.${v.kind}`) },
        {
          head: t('people.number'),
          cell: (v) => (
            <Identifier>
              {v.kind === 'cnic' ? f.maskedCnic(v.number_tail) : `••••••${v.number_tail}`}
            </Identifier>
          ),
        },
        ...sourceColumns({ t, f }),
      ]}
    />
  </Card>
)

const Details = ({ details, t, f }: Props) => (
  <Card heading={t('people.details')}>
    <Table
      caption={t('people.details')}
      is_caption_hidden
      rows={details}
      empty={t('ui.not_known')}
      columns={[
        {
          head: t('people.born'),
          is_name: true,
          cell: (v) =>
            v.born_on ? f.date(v.born_on) : v.born_year ? f.year(v.born_year) : t('ui.not_known'),
        },
        { head: t('people.sex'), cell: (v) => t(`people.sex.${v.sex}`) },
        ...sourceColumns({ t, f }),
      ]}
    />
  </Card>
)

const Languages = ({ languages, t, f }: Props) => (
  <Card heading={t('people.languages')}>
    <Table
      caption={t('people.languages')}
      is_caption_hidden
      rows={languages}
      empty={t('people.languages.none')}
      columns={[
        { head: t('people.language'), is_name: true, cell: (v) => t(`people.language.${v.language}`) },
        ...sourceColumns({ t, f }),
      ]}
    />
  </Card>
)

const Addresses = ({ addresses, t, f }: Props) => (
  <Card heading={t('people.addresses')}>
    <Table
      caption={t('people.addresses')}
      is_caption_hidden
      rows={addresses}
      empty={t('people.where.none')}
      columns={[
        {
          head: t('people.address'),
          is_name: true,
          cell: (v) => (
            <>
              <bdi>{v.text}</bdi>
              {v.from_on && <div class="small">{t('people.where.since', { day: f.date(v.from_on) })}</div>}
            </>
          ),
        },
        ...sourceColumns({ t, f }),
      ]}
    />
  </Card>
)
