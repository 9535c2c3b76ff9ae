import type { ServingForm } from '../../contract/servings.ts'
import { directionOf } from '../language/language.ts'
import { translator } from '../language/translator.ts'
import { Basis } from '../ui/Basis.tsx'
import { between } from '../ui/between.ts'

type Told = Pick<ServingForm, 'told' | 'language'>

/** The duties in the person's language, whatever language the officer reads: this is read out to him. */
export const ToldDuties = ({ told, language }: Told) => {
  const t = translator(language)
  return (
    <div class="told" lang={language} dir={directionOf(language)}>
      <p>{t('servings.told.intro')}</p>
      <ol>
        {told.map(({ duty, rules }) => (
          <li key={duty}>
            <strong>{t(`servings.told.${duty}`)}</strong>
            {rules.map(({ rule, count }) => (
              <div key={rule}>{t(`servings.rule.${rule}`, { count })}</div>
            ))}
            <div class="small">
              {t('servings.basis')}: <Bases rules={rules} t={t} />
            </div>
          </li>
        ))}
      </ol>
      <p>{t('servings.told.closed')}</p>
      <p>{t('servings.told.receipt')}</p>
      <p>{t('servings.told.object')}</p>
    </div>
  )
}

type Rule = Told['told'][number]['rules'][number]

/** Each text the rules of a duty rest on, once. */
const Bases = ({ rules, t }: { rules: readonly Rule[]; t: ReturnType<typeof translator> }) => {
  const bases = new Map(
    rules.map(({ law, section, status }) => [`${law} ${section} ${status}`, { law, section, status }]),
  )
  return (
    <>
      {[...bases].map(([key, basis], at) => (
        <span key={key}>
          {at > 0 && between(t)}
          <Basis {...basis} t={t} />
        </span>
      ))}
    </>
  )
}
