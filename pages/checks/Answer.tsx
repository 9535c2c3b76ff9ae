import type { AnswerContent, CutRecord } from '../../contract/check-answers.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { type Fact, Facts } from '../ui/Facts.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Flag, type Tone } from '../ui/Light.tsx'
import { Name } from '../ui/Name.tsx'
import { offenceWords } from '../ui/offence-words.ts'
import { TypedText } from '../ui/TypedText.tsx'

type Options = { content: AnswerContent; district: string | null; t: T; f: F }

const TONES: Record<AnswerContent['outcome'], Tone> = {
  no_record: 'green',
  record_exists: 'amber',
  unclear: 'grey',
}

/** An answer in words: always the outcome first, then what belongs to it. */
export const Answer = ({ content, district, t, f }: Options) => (
  <>
    <p>
      <Flag tone={TONES[content.outcome]}>{t(`checks.outcome.${content.outcome}`)}</Flag>
    </p>
    <p>{t(`checks.outcome.${content.outcome}.what`)}</p>
    {content.needs.length > 0 && (
      <ul>
        {content.needs.map((need) => (
          <li key={need}>{t(`checks.need.${need}`)}</li>
        ))}
      </ul>
    )}
    {content.record && <RecordFacts record={content.record} {...{ district, t, f }} />}
  </>
)

type RecordOptions = { record: CutRecord; district: string | null; t: T; f: F }

/** What a record cut to the least says. */
export const RecordFacts = ({ record, district, t, f }: RecordOptions) => (
  <Facts facts={recordFacts(record, district, t, f)} />
)

function recordFacts(record: CutRecord, district: string | null, t: T, f: F): Fact[] {
  const { record_number, name, father, born_year, cnic_tail, convictions } = record
  return [
    ...(record_number
      ? [{ label: t('checks.record'), value: <Identifier>{record_number}</Identifier> }]
      : []),
    ...(name ? [{ label: t('drafts.names'), value: <Name name={name} t={t} /> }] : []),
    ...(father ? [{ label: t('drafts.fathers'), value: <Name name={father} t={t} /> }] : []),
    ...(born_year ? [{ label: t('checks.born'), value: f.year(born_year) }] : []),
    ...(cnic_tail ? [{ label: t('checks.cnic_tail'), value: <Identifier>{cnic_tail}</Identifier> }] : []),
    ...(district ? [{ label: t('checks.record.district'), value: district }] : []),
    ...convictions.map(({ offences, convicted_on, court }) => ({
      label: t('checks.convicted'),
      value: offences.map((key) => <div key={key}>{offenceWords(key, t)}</div>),
      note: (convicted_on || court) && (
        <>
          {convicted_on && f.date(convicted_on)} {court && <TypedText>{court}</TypedText>}
        </>
      ),
    })),
  ]
}
