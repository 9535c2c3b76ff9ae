import type { CheckList, CheckRow } from '../../contract/checks.ts'
import { paths } from '../../contract/paths.ts'
import { ButtonLink, Buttons } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Flag } from '../ui/Light.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { clockTone, clockWords, firWords } from './words.ts'

type Props = PageProps<CheckList>

/** S5: what waits at the officer's desk, then the others that he may see. */
export const ChecksPage = (props: Props) => {
  const { t, may, waiting, others } = props
  return (
    <Page {...props} title={t('checks.title')} part="navigation.checks">
      <h1>{t('checks.title')}</h1>
      <p>{t.find(`checks.what.${props.viewer?.role}`) ?? t('checks.what')}</p>
      {may.ask && (
        <Buttons>
          <ButtonLink href={paths.newCheck()} kind="main">
            {t('checks.new')}
          </ButtonLink>
        </Buttons>
      )}
      {may.name_deputy && (
        <Buttons>
          <ButtonLink href={paths.checkDeputies()}>{t('checks.deputies')}</ButtonLink>
        </Buttons>
      )}
      {props.viewer?.role.startsWith('bureau') && (
        <p>
          <a href={paths.clearances()}>{t('clearances.title')}</a> ·{' '}
          <a href={paths.disclosures()}>{t('disclosures.title')}</a>
        </p>
      )}
      <Rows {...props} heading={t('checks.waiting')} rows={waiting} empty={t('checks.waiting.none')} />
      <Rows {...props} heading={t('checks.others')} rows={others} empty={t('checks.others.none')} />
    </Page>
  )
}

type RowsOptions = Props & { heading: string; rows: readonly CheckRow[]; empty: string }

const Rows = (props: RowsOptions) => (
  <Card heading={props.heading}>
    <Table
      caption={props.heading}
      is_caption_hidden
      rows={props.rows}
      empty={props.empty}
      columns={columnsOf(props)}
    />
  </Card>
)

function columnsOf({ t, f, viewer }: Props): Column<CheckRow>[] {
  const is_own = viewer?.role === 'investigator'
  return [
    {
      head: t('checks.fir'),
      is_name: true,
      cell: (row) => <a href={hrefOf(row, is_own)}>{firWords(row, t)}</a>,
    },
    { head: t('checks.stage'), cell: ({ stage }) => t(`checks.stage.${stage}`) },
    ...(is_own
      ? []
      : [{ head: t('checks.asked_by'), cell: ({ asked_by }: CheckRow) => asked_by[t.language] }]),
    {
      head: t('checks.asked_at'),
      cell: ({ asked_at }) => (asked_at ? f.dateTime(asked_at) : t('checks.not_asked')),
    },
    {
      head: t('checks.clock'),
      cell: ({ clock }) => clock && <Flag tone={clockTone(clock)}>{clockWords(clock, t, f)}</Flag>,
    },
  ]
}

/** A draft opens where it is written; what was sent, where it stands. */
const hrefOf = ({ check_id, desk }: CheckRow, is_own: boolean) =>
  is_own && desk === 'investigator' ? paths.checkStep(check_id, 'send') : paths.check(check_id)
