import { type Exit, HANDED_HOW } from '../../contract/exits.ts'
import { paths } from '../../contract/paths.ts'
import { Button } from '../ui/Button.tsx'
import { between } from '../ui/between.ts'
import { Card, Cards } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { ChoiceField, DateField } from '../ui/Fields.tsx'
import { Form } from '../ui/Form.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Name } from '../ui/Name.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

type Props = PageProps<Exit>

/** How a person left the register: the ground, the certificate, its handing over. */
export const ExitPage = (props: Props) => {
  const { t, f, handed, reversed_at, form } = props
  return (
    <Page {...props} title={t('exits.title.one')} part="navigation.day">
      <h1>{t('exits.title.one')}</h1>
      <ErrorSummary
        form={form}
        labels={{ handed_on: t('exits.handed_on'), handed_how: t('exits.handed_how') }}
        t={t}
      />
      {reversed_at && (
        <Notice kind="warning" t={t}>
          {t('exits.reversed', { at: f.dateTime(reversed_at) })}
        </Notice>
      )}
      {handed && (
        <Notice kind="success" t={t} heading={t('exits.handed')}>
          {`${f.date(handed.on)}${between(t)}${t(`exits.how.${handed.how}`)}${between(t)}${t('ui.by', { who: handed.by[t.language] })}`}
        </Notice>
      )}
      <Cards>
        <Who {...props} />
        <div class="column">
          <Certificate {...props} />
          <HandOver {...props} />
        </div>
      </Cards>
    </Page>
  )
}

const Who = ({ about, ground, left_on, station, begun_at, begun_by, person_id, may, t, f }: Props) => (
  <Card
    heading={t('exits.who')}
    beside={may.open_record && <a href={paths.person(person_id)}>{t('people.back')}</a>}
  >
    <Facts
      facts={[
        { label: t('exits.name'), value: <Name name={about.name} t={t} /> },
        { label: t('exits.father'), value: <Name name={about.father} t={t} /> },
        { label: t('people.record'), value: <Identifier>{about.record_number}</Identifier> },
        ...(about.language
          ? [
              {
                label: t('people.language'),
                value: t(`people.language.${about.language}`),
                note: t('exits.read_out'),
              },
            ]
          : []),
        { label: t('exits.ground'), value: t(`exits.ground.${ground}`) },
        { label: t('exits.left_on'), value: f.date(left_on) },
        ...(about.order_on
          ? [
              {
                label: t('exits.order'),
                value: <bdi>{`${about.court} · ${about.order_number}`}</bdi>,
                note: f.date(about.order_on),
              },
            ]
          : []),
        { label: t('exits.station'), value: station[t.language] },
        {
          label: t('exits.begun'),
          value: f.dateTime(begun_at),
          note: t('ui.by', { who: begun_by[t.language] }),
        },
      ]}
    />
  </Card>
)

const Certificate = ({ exit_id, prints, may, t, f }: Props) => (
  <Card heading={t('exits.certificate')}>
    <p>{t('exits.certificate.what')}</p>
    <Table
      caption={t('exits.certificate')}
      is_caption_hidden
      rows={prints}
      empty={t('exits.certificate.none')}
      columns={[
        {
          head: t('exits.print_number'),
          is_name: true,
          cell: ({ print_id, print_number }) => (
            <a href={`${paths.exit(exit_id)}/certificates/${print_id}`}>
              <Identifier>{print_number}</Identifier>
            </a>
          ),
        },
        {
          head: t('exits.printed'),
          cell: ({ printed_at, by }) => (
            <>
              {f.dateTime(printed_at)}
              <div class="small">{t('ui.by', { who: by[t.language] })}</div>
            </>
          ),
        },
      ]}
    />
    {may.certify && (
      <Form action={`${paths.exit(exit_id)}/certificates`}>
        <Button kind={prints.length === 0 ? 'main' : 'plain'}>
          {t(prints.length === 0 ? 'exits.print' : 'exits.print.again')}
        </Button>
      </Form>
    )}
  </Card>
)

const HandOver = ({ exit_id, may, form, t }: Props) =>
  may.hand_over ? (
    <Card heading={t('exits.hand_over')}>
      <p>{t('exits.hand_over.what')}</p>
      <Form action={`${paths.exit(exit_id)}/handovers`}>
        <DateField name="handed_on" label={t('exits.handed_on')} {...{ form, t }} />
        <ChoiceField
          name="handed_how"
          label={t('exits.handed_how')}
          choices={HANDED_HOW.map((value) => ({ value, label: t(`exits.how.${value}`) }))}
          {...{ form, t }}
        />
        <Button>{t('exits.hand_over')}</Button>
      </Form>
    </Card>
  ) : null
