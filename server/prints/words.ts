/** Words of a paper in both languages at once: a paper leaves neither out. */
import { type F, formatter } from '../../pages/language/formatter.ts'
import { type T, translator } from '../../pages/language/translator.ts'

export type Both = { en: string; ur: string }

/** Says one thing in both languages. */
export const inBoth = (say: (t: T, f: F) => string): Both => ({
  en: say(translator('en'), formatter('en')),
  ur: say(translator('ur'), formatter('ur')),
})

/** An instant in both languages, as Pakistan's date and time. */
export const bothInstant = (at: Temporal.Instant): Both => inBoth((_, f) => f.dateTime(at.toString()))
