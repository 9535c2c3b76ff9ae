// Digits as officers type them: Urdu, Arabic or ASCII.

/**
 * The text with every Urdu (۰–۹) and Arabic (٠–٩) digit as 0–9; nothing else changes.
 * @example asciiDigits('۱۲٣4') // '1234'
 */
export const asciiDigits = (text: string) =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

/**
 * The text with every ASCII digit as an Urdu one; for reading only, never stored.
 * @example urduDigits('20') // '۲۰'
 */
export const urduDigits = (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)))
