// In which language a person is spoken to, and in which of the two the register writes to him.

/** Languages a person may be asked for; what is not among them is `other`. */
export const spoken_languages = ['ur', 'pa', 'skr', 'sd', 'ps', 'bal', 'en', 'other'] as const
export type SpokenLanguage = (typeof spoken_languages)[number]

/**
 * The language of papers and messages for somebody of that language: they are written in two, and read out.
 * @law SOR-RULES-2023 (duties are explained in his language; which papers there are is assumed)
 * @example paperLanguageOf('skr') // 'ur'
 */
export const paperLanguageOf = (spoken: SpokenLanguage): 'ur' | 'en' => (spoken === 'en' ? 'en' : 'ur')
