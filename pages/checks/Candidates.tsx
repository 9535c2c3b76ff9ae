import type { Candidate, CandidateRecord, CheckDesk } from '../../contract/check-answers.ts'
import { paths } from '../../contract/paths.ts'
import { fitOf } from '../../domain/search/answer.ts'
import { between } from '../ui/between.ts'
import { Card } from '../ui/Card.tsx'
import { TextField } from '../ui/Fields.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag, type Tone } from '../ui/Light.tsx'
import { Name } from '../ui/Name.tsx'
import type { PageProps } from '../ui/page-props.ts'
import { Table } from '../ui/Table.tsx'

type Props = PageProps<CheckDesk>

const TONES: Record<Candidate['compared'][number]['agreement'], Tone> = {
  same: 'green',
  near: 'amber',
  differs: 'red',
  unknown: 'grey',
}

const MILLI = 1000

/** How well he fits, as a search says it; the weight itself is in the pair that is compared. */
const fitWords = (bits: number, t: Props['t']) => {
  const fit = fitOf(bits * MILLI)
  return t(fit ? `searches.fit.${fit}` : 'checks.fits_not')
}

const foundWords = ({ found_by, bits }: CandidateRecord, t: Props['t']) =>
  [t(`checks.found_by.${found_by}`), ...(bits === null ? [] : [fitWords(bits, t)])].join(between(t))

/** Those who may be meant, each with what agrees and what does not; and the way to name one more. */
export const Candidates = (props: Props) => {
  const { t, f, candidates } = props
  return (
    <Card heading={t('checks.candidates')}>
      <p class="small">{t('checks.candidates.what')}</p>
      <Table
        caption={t('checks.candidates')}
        is_caption_hidden
        rows={candidates}
        empty={t('checks.candidates.none')}
        columns={[
          {
            head: t('drafts.names'),
            is_name: true,
            cell: (one) => (
              <>
                <Name name={one.name} t={t} />
                <div class="small">
                  <Identifier>{one.record_number}</Identifier>
                  {between(t)}
                  {foundWords(one, t)}
                </div>
                <Others {...{ one, t, f }} />
              </>
            ),
          },
          { head: t('drafts.fathers'), cell: (one) => <Name name={one.father} t={t} /> },
          {
            head: t('checks.born'),
            cell: (one) => (one.born_year ? f.year(one.born_year) : t('ui.not_known')),
          },
          { head: t('checks.record.district'), cell: (one) => one.district[t.language] },
          { head: t('checks.compared'), cell: (one) => <Agreements {...{ one, t }} /> },
          { head: t('checks.counts'), cell: (one) => <Counts {...{ one, t }} /> },
        ]}
      />
      <OneMore {...props} />
    </Card>
  )
}

/** The other records of the same person, each with what agrees on it: an answer never tells of them. */
const Others = ({ one, t, f }: { one: Candidate } & Pick<Props, 't' | 'f'>) =>
  one.records.length === 0 ? null : (
    <details>
      <summary>{t('checks.other_records')}</summary>
      {one.records.map((record) => (
        <div key={record.record_number}>
          <Name name={record.name} t={t} />
          <div class="small">
            {[
              <Identifier key="number">{record.record_number}</Identifier>,
              record.district[t.language],
              record.born_year ? f.year(record.born_year) : t('ui.not_known'),
              foundWords(record, t),
            ].flatMap((part, at) => (at === 0 ? [part] : [between(t), part]))}
          </div>
          <Agreements one={record} t={t} />
        </div>
      ))}
    </details>
  )

const Agreements = ({ one, t }: { one: CandidateRecord; t: Props['t'] }) => (
  <>
    {one.compared.map(({ field, agreement }) => (
      <div key={field}>
        <Flag tone={TONES[agreement]}>
          {t('checks.compared.value', {
            field: t(`checks.field.${field}`),
            agreement: t(`checks.agreement.${agreement}`),
          })}
        </Flag>
      </div>
    ))}
  </>
)

const Counts = ({ one, t }: { one: Candidate; t: Props['t'] }) => (
  <>
    <Flag tone={one.is_active ? 'amber' : 'grey'}>
      {t(one.is_active ? 'checks.counts.yes' : 'checks.counts.no')}
    </Flag>
    {one.is_cleared && <Flag tone="green">{t('checks.cleared')}</Flag>}
  </>
)

const OneMore = ({ check_id, record, stage, t }: Props) =>
  stage === 'forwarded' ? (
    <form method="get" action={paths.checkDesk(check_id)} autocomplete="off">
      <TextField
        t={t}
        name="record"
        kind="identifier"
        size={20}
        label={t('checks.one_more')}
        hint={t('checks.one_more.hint')}
        value={record}
        is_optional
      />
      <button type="submit" class="button plain">
        {t('checks.one_more.show')}
      </button>
    </form>
  ) : null
