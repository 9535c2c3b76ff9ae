/** The printed notice of duties: the words of the page, in the person's language, for the press. */
import type { DutiesPaper } from '../../contract/papers.ts'
import type { PersonHead } from '../../contract/people.ts'
import { dutiesTold, type ToldRule } from '../../domain/duty/told.ts'
import type { Pack } from '../../law/packs.ts'
import { type T, translator } from '../../pages/language/translator.ts'

/** What is printed for this person under the pack in force. */
export function dutiesPaper(person: PersonHead, language: 'ur' | 'en', pack: Pack): DutiesPaper {
  const t = translator(language)
  return {
    language,
    ...{ station: person.station, record_number: person.record_number },
    name: { latin: person.name.latin, urdu: person.name.ur },
    father: { latin: person.father.latin, urdu: person.father.ur },
    intro: t('servings.told.intro'),
    duties: dutiesTold(pack).map(({ duty, rules }) => ({
      title: t(`servings.told.${duty}`),
      rules: rules.map(({ rule, count }) => t(`servings.rule.${rule}`, { count })),
      basis: `${t('servings.basis')}: ${basesOf(rules, t)}`,
    })),
    closing: [t('servings.told.closed'), t('servings.told.receipt'), t('servings.told.object')],
  }
}

/** Each text the rules rest on, once, with how sure it is. */
function basesOf(rules: readonly ToldRule[], t: T): string {
  const said = rules.map(
    ({ law, section, status }) => `${section ? `${law} ${section}` : law} (${t(`ui.basis.${status}`)})`,
  )
  return [...new Set(said)].join(' · ')
}
