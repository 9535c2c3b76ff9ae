// The numbers that a CNIC with one slip of the fingers may have been meant for.

const DIGITS = '0123456789'
const FULL_LENGTH = 13

const splice = (digits: string, at: number, removed: number, put: string) =>
  digits.slice(0, at) + put + digits.slice(at + removed)

/** Every way of changing one digit, and of changing over two neighbours. */
function ofFullLength(digits: string): string[] {
  const places = Array.from(digits, (_, at) => at)
  return [
    ...places.flatMap((at) => Array.from(DIGITS, (digit) => splice(digits, at, 1, digit))),
    ...places.slice(1).map((at) => splice(digits, at - 1, 2, `${digits[at]}${digits[at - 1]}`)),
  ]
}

/**
 * The CNIC itself and each that is one wrong, missing, added or turned-round digit away: 130, asked for in one flight
 * as their keyed hashes, so that nothing about digits need be indexed.
 * @param digits 12 to 14 digits; of another length there are no variants
 * @example cnicVariants('9123456789013').length // 130
 */
export function cnicVariants(digits: string): string[] {
  const places = Array.from({ length: digits.length + 1 }, (_, at) => at)
  const meant =
    digits.length === FULL_LENGTH
      ? ofFullLength(digits)
      : digits.length === FULL_LENGTH - 1
        ? places.flatMap((at) => Array.from(DIGITS, (digit) => splice(digits, at, 0, digit)))
        : digits.length === FULL_LENGTH + 1
          ? places.slice(1).map((at) => splice(digits, at - 1, 1, ''))
          : []
  return [...new Set([...(digits.length === FULL_LENGTH ? [digits] : []), ...meant])]
}
