import type { ConvictionShown } from '../../contract/people.ts'
import type { F } from '../language/formatter.ts'
import type { T } from '../language/translator.ts'
import { offenceWords } from '../ui/offence-words.ts'

const MONTHS_A_YEAR = 12

const wordsOf = ({ key, title }: ConvictionShown['offences'][number], t: T): string =>
  title ? offenceWords(key, t) : `${key} (${t('people.conviction.outside')})`

export const offencesWords = ({ offences }: ConvictionShown, t: T, f: F): string =>
  f.list(offences.map((offence) => wordsOf(offence, t)))

/** Imprisonment in whole years where it is that, and the fine. */
export function sentenceWords(
  { sentence: { months, is_life, fine_pkr } }: ConvictionShown,
  t: T,
  f: F,
): string {
  const years = months !== null && months % MONTHS_A_YEAR === 0
  const prison = is_life
    ? [t('people.sentence.life')]
    : months === null || months === 0
      ? []
      : years
        ? [t('people.sentence.years', { count: months / MONTHS_A_YEAR })]
        : [t('people.sentence.months', { count: months })]
  const fine = fine_pkr ? [t('people.sentence.fine', { rupees: fine_pkr })] : []
  const parts = [...prison, ...fine]
  return parts.length === 0 ? t('people.sentence.none') : f.list(parts)
}

/** The last thing that a court of appeal did, as far as the register was told. */
export function appealWords({ appeals }: ConvictionShown, t: T, f: F): string {
  const last = appeals.at(-1)
  return last
    ? `${t(`people.event.appeal_${last.event}`)}, ${f.date(last.happened_on)}`
    : t('people.appeal.none')
}

/** Where a fact comes from, in words, with its day. */
export function sourceWords(source: { source_kind: string; source_on: string | null }, t: T, f: F): string {
  const name = t.find(`people.source.${source.source_kind}`) ?? source.source_kind
  return source.source_on
    ? t('people.source_line', { source: name, day: f.date(source.source_on) })
    : t('people.source_undated', { source: name })
}
