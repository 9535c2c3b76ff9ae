import { directionOf, type Language } from '../language/language.ts'
import { isolated, type T } from '../language/translator.ts'

/** A name as it is written in each script; null where that spelling is not known. */
export type NamePair = { ur: string | null; latin: string | null }

const Spelling = ({ text, language, kind }: { text: string; language: Language; kind?: string }) => (
  <bdi lang={language} dir={directionOf(language)} class={kind}>
    {text}
  </bdi>
)

/** A name where no element may stand, as beside a choice: in the reader's script, or else in the other. */
export const nameText = ({ ur, latin }: NamePair, t: T): string =>
  isolated((t.language === 'ur' ? (ur ?? latin) : (latin ?? ur)) ?? t('ui.not_known'))

/** A name in both scripts, the reader's own first. */
export const Name = ({ name, t }: { name: NamePair; t: T }) => {
  const spellings = [
    { language: 'ur' as const, text: name.ur },
    { language: 'en' as const, text: name.latin },
  ].flatMap(({ language, text }) => (text ? [{ language, text }] : []))
  const [first, second] = spellings.sort((a) => (a.language === t.language ? -1 : 1))
  if (!first) return <span class="muted">{t('ui.not_known')}</span>
  return (
    <span class="name">
      <Spelling {...first} />
      {second && (
        <>
          {' '}
          <Spelling {...second} kind="other-script" />
        </>
      )}
    </span>
  )
}
