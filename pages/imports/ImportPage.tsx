import type { ImportView } from '../../contract/imports.ts'
import { paths } from '../../contract/paths.ts'
import { between } from '../ui/between.ts'
import { Card, Tile, Tiles } from '../ui/Card.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { FileName } from './FileName.tsx'
import { ImportActs } from './ImportActs.tsx'
import { ImportRows } from './ImportRows.tsx'
import { readingProblemText } from './problem-text.ts'

/** One return: where it stands, what was read of it, and what can be done with it. */
export const ImportPage = (props: PageProps<ImportView>) => {
  const { t, form, state, rows_read } = props
  const labels = { is_difference_seen: t('imports.confirm') }
  return (
    <Page {...props} title={t('imports.one')} part="navigation.returns">
      <p>
        <a href={paths.imports()}>{t('imports.back')}</a>
      </p>
      <h1>{t('imports.one')}</h1>
      <ErrorSummary form={form} labels={labels} t={t} />
      <State {...props} />
      {state !== 'cancelled' && rows_read > 0 && <Counts {...props} />}
      <ImportActs {...props} />
      {state !== 'cancelled' && rows_read > 0 && <ImportRows {...props} />}
      <About {...props} />
    </Page>
  )
}

const State = (props: PageProps<ImportView>) => {
  const { t, state, is_known, draft_count } = props
  return (
    <>
      {is_known && (
        <Notice kind="info" t={t}>
          {t('imports.known')}
        </Notice>
      )}
      {state === 'reading' && <Progress {...props} />}
      {state === 'confirming' && <Confirming {...props} />}
      {state === 'failed' && <Failed {...props} />}
      {state === 'stopped' && (
        <Notice kind="warning" t={t}>
          {t('imports.stopped')}
        </Notice>
      )}
      {state === 'cancelled' && (
        <Notice kind="info" t={t}>
          {t('imports.cancelled')}
        </Notice>
      )}
      {state === 'confirmed' && (
        <Notice kind="success" t={t}>
          {t('imports.confirmed', { count: draft_count })} <a href={paths.drafts()}>{t('imports.drafts')}</a>
        </Notice>
      )}
    </>
  )
}

/** A workbook has no place in its bytes to tell how far the reading is. */
const Progress = ({ t, f, rows_read, bytes_read, byte_count }: PageProps<ImportView>) => (
  <Notice kind="info" t={t} heading={t('imports.reading')}>
    <p>
      {bytes_read > 0
        ? t('imports.reading.progress', { count: rows_read, percent: f.percent(bytes_read / byte_count) })
        : t('imports.reading.rows', { count: rows_read })}
    </p>
    {bytes_read > 0 && <progress max={byte_count} value={bytes_read} aria-label={t('imports.reading')} />}
    <p class="small">{t('imports.reading.leave')}</p>
  </Notice>
)

/** All drafts appear together, so only their number is told before. */
const Confirming = ({ t, counts, confirmed_count }: PageProps<ImportView>) => {
  const all = counts.accepted + counts.warned
  return (
    <Notice kind="info" t={t} heading={t('imports.confirming')}>
      <p>{t('imports.confirming.progress', { done: confirmed_count, all })}</p>
      <progress max={all} value={confirmed_count} aria-label={t('imports.confirming')} />
      <p class="small">{t('imports.confirming.leave')}</p>
    </Notice>
  )
}

const Failed = ({ t, problems }: PageProps<ImportView>) => (
  <Notice kind="warning" t={t} heading={t('imports.failed')}>
    <ul>
      {problems.map((one) => (
        <li key={`${one.code} ${one.value}`}>{readingProblemText(one, t.language)}</li>
      ))}
    </ul>
    <p>{t('imports.failed.next')}</p>
  </Notice>
)

const Counts = ({ t, f, rows_read, counts, stated_count, is_count_different }: PageProps<ImportView>) => (
  <Tiles>
    <Tile
      label={t('imports.count.read')}
      figure={f.number(rows_read)}
      note={
        stated_count === null
          ? undefined
          : is_count_different
            ? t('imports.count.stated', { stated: stated_count })
            : t('imports.count.agrees')
      }
    />
    {(['accepted', 'warned', 'refused', 'repeated'] as const).map((outcome) => (
      <Tile key={outcome} label={t(`imports.outcome.${outcome}`)} figure={f.number(counts[outcome])} />
    ))}
  </Tiles>
)

const About = ({
  t,
  f,
  file_name,
  byte_count,
  uploaded_at,
  uploaded_by,
  district,
  state,
}: PageProps<ImportView>) => (
  <Card heading={t('imports.file')}>
    <Facts
      facts={[
        { label: t('imports.file_name'), value: <FileName name={file_name} t={t} /> },
        { label: t('imports.size'), value: t('imports.bytes', { count: Math.ceil(byte_count / 1024) }) },
        {
          label: t('imports.uploaded'),
          value: f.dateTime(uploaded_at),
          note: `${uploaded_by[t.language]}${between(t)}${district[t.language]}`,
        },
        { label: t('imports.state'), value: t(`imports.state.${state}`) },
      ]}
    />
  </Card>
)
