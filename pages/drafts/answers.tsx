// All that a draft holds, as answers to be read once more.

import { paths } from '../../contract/paths.ts'
import { findOffenceChoice } from '../../domain/draft/catalogue.ts'
import type { DraftStep } from '../../domain/draft/completeness.ts'
import type { Answer } from '../ui/CheckAnswers.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Name } from '../ui/Name.tsx'
import { offenceWords } from '../ui/offence-words.ts'
import { spanHeld } from '../ui/span-held.ts'
import { TypedText } from '../ui/TypedText.tsx'
import type { DraftProps } from './DraftFrame.tsx'

type Change = (step: DraftStep) => { change_href?: string }

/** Every answer of a draft; with the way back to its step while it may be changed. */
export function answersOf(draft: DraftProps): Answer[] {
  const { is_open, draft_id } = draft
  const change: Change = (step) => (is_open ? { change_href: paths.draftStep(draft_id, step) } : {})
  return [
    ...sourceAnswers(draft, change),
    ...personAnswers(draft, change),
    ...convictionAnswers(draft, change),
    ...sentenceAnswers(draft, change),
    stationAnswer(draft, change),
  ]
}

/** What the tests read, for the legal officer: birth, conviction, sentence; not who it is. */
export function legalAnswersOf(draft: DraftProps): Answer[] {
  const { t, body } = draft
  const none: Change = () => ({})
  return [
    { label: t('drafts.reference'), value: typed(body.judgment_reference) },
    ...birthAnswers(draft, {}),
    ...convictionAnswers(draft, none),
    ...sentenceAnswers(draft, none),
  ]
}

const typed = (text: string | null | undefined) => (text ? <TypedText>{text}</TypedText> : null)
const identifier = (text: string | null) => (text ? <Identifier>{text}</Identifier> : null)

function sourceAnswers({ t, body }: DraftProps, change: Change): Answer[] {
  return [
    { label: t('drafts.hash'), value: identifier(body.judgment_hash), ...change('source') },
    { label: t('drafts.reference'), value: typed(body.judgment_reference), ...change('source') },
  ]
}

function personAnswers(draft: DraftProps, change: Change): Answer[] {
  const {
    t,
    f,
    body: { person },
    further_of_record,
  } = draft
  const named = (kind: string, script: string) =>
    person.names.find((name) => name.kind === kind && name.script === script)?.text ?? null
  const pair = (kind: string) => ({ latin: named(kind, 'Latn'), ur: named(kind, 'Arab') })
  const aliases = person.names.filter(({ kind }) => kind === 'alias')
  const numbers = person.documents.map(({ kind, number }) => (kind === 'cnic' ? f.cnic(number) : number))
  const on = change('person')
  return [
    { label: t('drafts.names'), value: <Name name={pair('name')} t={t} />, ...on },
    { label: t('drafts.fathers'), value: <Name name={pair('father')} t={t} />, ...on },
    ...(aliases.length > 0
      ? [
          {
            label: t('drafts.aliases'),
            value: aliases.map(({ text }) => <p key={text}>{typed(text)}</p>),
            ...on,
          },
        ]
      : []),
    {
      label: t('drafts.documents'),
      value: numbers.length === 0 ? null : numbers.map((number) => <p key={number}>{identifier(number)}</p>),
      ...on,
    },
    ...(further_of_record
      ? [{ label: t('drafts.further'), value: identifier(further_of_record), ...on }]
      : []),
    ...birthAnswers(draft, on),
    { label: t('drafts.address'), value: typed(person.address), ...on },
  ]
}

function birthAnswers({ t, f, body: { person } }: DraftProps, on: { change_href?: string }): Answer[] {
  const born = person.born_on ? f.date(person.born_on) : person.born_year ? f.year(person.born_year) : null
  return [
    { label: t('drafts.sex'), value: person.sex && t(`drafts.sex.${person.sex}`), ...on },
    { label: t('drafts.born'), value: born, ...on },
  ]
}

function convictionAnswers(
  { t, f, body: { conviction }, jurisdictions }: DraftProps,
  change: Change,
): Answer[] {
  const { fir_station, fir_year, fir_number, offences, offence_on, convicted_on, victim } = conviction
  const fir = fir_number === null && fir_year === null ? null : `${fir_number ?? '?'}/${fir_year ?? '?'}`
  const place = jurisdictions.find(({ code }) => code === conviction.jurisdiction)
  const on = change('conviction')
  return [
    { label: t('drafts.fir'), value: identifier(fir && f.digits(fir)), ...on },
    { label: t('drafts.fir_station'), value: typed(fir_station), ...on },
    { label: t('drafts.court'), value: typed(conviction.court), ...on },
    { label: t('drafts.case_number'), value: typed(conviction.case_number), ...on },
    {
      label: t('drafts.offences'),
      value: offences.length === 0 ? null : offences.map((key) => <Section key={key} section={key} t={t} />),
      ...on,
    },
    { label: t('drafts.offence_on'), value: offence_on && f.date(offence_on), ...on },
    { label: t('drafts.convicted_on'), value: convicted_on && f.date(convicted_on), ...on },
    { label: t('drafts.victim'), value: victim && t(`drafts.victim.${victim}`), ...on },
    {
      label: t('drafts.jurisdiction'),
      value: place ? place.name[t.language] : identifier(conviction.country),
      ...on,
    },
    { label: t('drafts.juvenile'), value: t(conviction.juvenile ? 'ui.yes' : 'ui.no'), ...on },
  ]
}

const Section = ({ section, t }: { section: string } & Pick<DraftProps, 't'>) => {
  return <p>{findOffenceChoice(section) ? offenceWords(section, t) : <TypedText>{section}</TypedText>}</p>
}

const MONTHS_A_YEAR = 12

function sentenceAnswers(
  { t, f, body: { conviction }, held_districts }: DraftProps,
  change: Change,
): Answer[] {
  const { disposal, sentence, custody } = conviction
  const { months, is_life, fine_pkr } = sentence
  const [years, rest] =
    months === null ? [0, 0] : [Math.floor(months / MONTHS_A_YEAR), months % MONTHS_A_YEAR]
  const parts = [
    ...(is_life ? [t('drafts.is_life')] : []),
    ...(years > 0 ? [t('drafts.sentence.years', { count: years })] : []),
    ...(rest > 0 ? [t('drafts.sentence.months', { count: rest })] : []),
    ...(fine_pkr === null ? [] : [t('drafts.sentence.fine', { amount: fine_pkr })]),
  ]
  const spans = custody.map((one) => {
    const { from_on, to_on } = one
    const span =
      to_on === null
        ? t('drafts.custody.since', { from: f.date(from_on) })
        : t('drafts.custody.span', { from: f.date(from_on), to: f.date(to_on) })
    return spanHeld({ ...one, span }, held_districts, t)
  })
  const on = change('sentence')
  return [
    { label: t('drafts.disposal'), value: disposal && t(`drafts.disposal.${disposal}`), ...on },
    { label: t('drafts.sentence'), value: parts.length === 0 ? null : f.list(parts), ...on },
    {
      label: t('drafts.custody'),
      value: spans.length === 0 ? null : spans.map((span) => <p key={span}>{span}</p>),
      ...on,
    },
  ]
}

function stationAnswer({ t, body, stations }: DraftProps, change: Change): Answer {
  const station = stations.find(({ station_id }) => station_id === body.station_id)
  return {
    label: t('drafts.station'),
    value: station ? station.name[t.language] : null,
    ...change('station'),
  }
}
