// How typed text is cleaned before it is read: digits of three scripts, letters of two keyboards, invisible marks.

/** Zero-width and direction marks, tatweel, harakat: they change how text looks, never what it says. */
const invisible =
  /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g

/** Letters that Arabic keyboards and Windows-1256 put in place of the Urdu ones. */
const urdu_letter: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ك: 'ک',
  ه: 'ہ',
  ة: 'ہ',
  ۃ: 'ہ',
  ۂ: 'ہ',
  ۀ: 'ہ',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ۓ: 'ے',
}
const foreign_letters = new RegExp(`[${Object.keys(urdu_letter).join('')}]`, 'g')
const ascii_only = /^[\x20-\x7e]*$/
const any_break = /\s+/g

/**
 * Digits of Urdu (۰–۹) and Arabic (٠–٩) as 0–9; nothing else changes.
 * @example asciiDigits('۱۲٣4') // '1234'
 */
export const asciiDigits = (text: string) =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

/**
 * A cell as it is kept: composed (NFC), on one line, without edge space, and without the apostrophe that
 * our own files put before a cell which a spreadsheet would take for a formula.
 * @example cleaned(" '@ Sheeda\n Pehlwan ") // '@ Sheeda Pehlwan'
 */
export function cleaned(text: string): string {
  const line = text
    .replace(any_break, ' ')
    .trim()
    .replace(/^'(?=[=+\-@\uff0b\uff0d\uff1d\uff20])/, '')
  return ascii_only.test(line)
    ? line
    : line
        .normalize('NFC')
        .replace(/[\ufeff\u202a-\u202e\u2066-\u2069]/g, '')
        .trim()
}

/**
 * Text for comparing: one case, one form of each letter and digit, single spaces. Never stored, never shown.
 * @example folded('  شناختي  كارڈ ۱ ') // 'شناختی کارڈ 1'
 */
export function folded(text: string): string {
  const plain = ascii_only.test(text)
    ? text
    : asciiDigits(text.normalize('NFKC'))
        .replace(invisible, '')
        .replace(foreign_letters, (letter) => `${urdu_letter[letter]}`)
  return plain.toLowerCase().replace(any_break, ' ').trim()
}

/**
 * Folded text with nothing but its letters and digits: how headings and words of a closed list are compared.
 * @example squeezed("Father's Name:") // 'fathersname'
 */
export const squeezed = (text: string) => folded(text).replace(/[^\p{L}\p{N}]/gu, '')

/**
 * The script most of the letters are in; `none` when there is no letter.
 * @example scriptOf('راشد') // 'urdu'
 */
export function scriptOf(text: string): 'urdu' | 'latin' | 'none' {
  const urdu = text.match(/\p{Script=Arabic}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (urdu + latin === 0) return 'none'
  return urdu > latin ? 'urdu' : 'latin'
}
