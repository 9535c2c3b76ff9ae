import type { CheckAsked, Suspect } from '../../contract/checks.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import type { Fact } from '../ui/Facts.tsx'
import { Identifier } from '../ui/Identifier.tsx'
import { Name } from '../ui/Name.tsx'
import { offenceWords } from '../ui/offence-words.ts'
import { TypedText } from '../ui/TypedText.tsx'
import { firWords } from './words.ts'

type Options = { asked: CheckAsked; t: T; f: F }

export const namesOf = ({ names }: Suspect, kind: 'name' | 'father') => {
  const of = (script: string) =>
    names.find((name) => name.kind === kind && name.script === script)?.text ?? null
  return { latin: of('Latn'), ur: of('Arab') }
}

/** The case: which FIR, which sections, how the suspect stands in it. */
export const caseFacts = ({ asked, t }: Options): Fact[] => [
  { label: t('checks.fir'), value: firWords(asked, t) },
  {
    label: t('checks.sections'),
    value: asked.offences.map((key) => <div key={key}>{offenceWords(key, t)}</div>),
  },
  ...(asked.transfer_order
    ? [{ label: t('checks.transfer_order'), value: <TypedText>{asked.transfer_order}</TypedText> }]
    : []),
  ...(asked.relevance
    ? [{ label: t('checks.relevance'), value: t(`checks.relevance.${asked.relevance}`) }]
    : []),
  ...(asked.reasons ? [{ label: t('checks.reasons'), value: <TypedText>{asked.reasons}</TypedText> }] : []),
]

/** Who is asked about, as far as the officer knows him. */
export function suspectFacts({ asked, t, f }: Options): Fact[] {
  const { suspect, suspect_district } = asked
  if (!suspect) return [{ label: t('checks.suspect'), value: t('checks.suspect.gone') }]
  const aliases = suspect.names.filter(({ kind }) => kind === 'alias')
  const unknown = <span class="muted">{t('ui.not_known')}</span>
  return [
    { label: t('drafts.names'), value: <Name name={namesOf(suspect, 'name')} t={t} /> },
    { label: t('drafts.fathers'), value: <Name name={namesOf(suspect, 'father')} t={t} /> },
    ...(aliases.length > 0
      ? [
          {
            label: t('drafts.aliases'),
            value: aliases.map(({ text }) => (
              <div key={text}>
                <TypedText>{text}</TypedText>
              </div>
            )),
          },
        ]
      : []),
    { label: t('drafts.sex'), value: suspect.sex ? t(`drafts.sex.${suspect.sex}`) : unknown },
    { label: t('checks.born'), value: suspect.born_year ? f.year(suspect.born_year) : unknown },
    {
      label: t('drafts.cnic'),
      value: suspect.cnic ? <Identifier>{f.cnic(suspect.cnic)}</Identifier> : unknown,
    },
    { label: t('checks.district'), value: suspect_district?.[t.language] ?? unknown },
    ...(suspect.slip_number
      ? [{ label: t('checks.slip_number'), value: <Identifier>{suspect.slip_number}</Identifier> }]
      : []),
  ]
}

/** The papers by their fingerprints. */
export const paperFacts = ({ asked, t }: Options): Fact[] => {
  const hash = (value: string | null) =>
    value ? <Identifier>{value}</Identifier> : <span class="muted">{t('ui.not_given')}</span>
  return [
    { label: t('checks.fir_hash'), value: hash(asked.fir_hash) },
    { label: t('checks.annexure_hash'), value: hash(asked.annexure_hash) },
  ]
}
