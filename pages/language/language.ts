// The two languages of the register, and which way each is written.

export const LANGUAGES = ['en', 'ur'] as const
export type Language = (typeof LANGUAGES)[number]

export const isLanguage = (text: unknown): text is Language => text === 'en' || text === 'ur'

export const directionOf = (language: Language) => (language === 'ur' ? 'rtl' : 'ltr')

/** Each language by its own name, as in the language switch. */
export const OWN_NAME: Record<Language, string> = { en: 'English', ur: 'اردو' }

/** A thing named in both languages, as units and officers are. */
export type InBoth = { en: string; ur: string }
