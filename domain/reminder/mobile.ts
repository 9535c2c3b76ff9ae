// Mobile numbers of Pakistan: 03 and nine digits, whoever typed them.
import { asciiDigits } from '../text/digits.ts'

const MOBILE = /^(?:\+92|0092|92|0)?(3\d{9})$/

/**
 * A mobile number in its one spelling, digits of any script and dashes allowed; undefined when it is none.
 * @law DESIGN §9 (one spelling for the keyed index)
 * @example readMobile('0300-1234567') // '+923001234567'
 */
export function readMobile(typed: string): string | undefined {
  const found = MOBILE.exec(asciiDigits(typed).replace(/[\s().-]/g, ''))
  return found ? `+92${found[1]}` : undefined
}
