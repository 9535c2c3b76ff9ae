import type { T } from '../language/translator.ts'

/** What stands between two parts of a line. No dot in Urdu: beside a number it is read as its zero, which is a dot. */
export const between = (t: T): string => (t.language === 'ur' ? '، ' : ' · ')
