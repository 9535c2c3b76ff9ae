// The code on a paper: 32 letters and digits that no hand confuses (Crockford), in any case, with or without gaps.
import { asciiDigits } from '../text/digits.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP = 8

/**
 * Bytes as text for a square and for a keyboard; whole groups of 5 bytes.
 * @example toToken(new Uint8Array(5)) // '00000000'
 */
export function toToken(bytes: Uint8Array): string {
  if (bytes.length % 5 !== 0) throw new Error('a code is made of groups of 5 bytes')
  let [text, held, bits] = ['', 0, 0]
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    for (; bits >= 5; bits -= 5) text += ALPHABET[(held >> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return text
}

/**
 * The letters of a code as typed: O is 0, I and L are 1, gaps and hyphens are nothing.
 * @example lettersOf('oooo - 1l2') // '0000112'
 */
export const lettersOf = (typed: string): string =>
  asciiDigits(typed.normalize('NFKC'))
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')

/**
 * Reads a code as typed. Undefined: a letter stands in it that no code has, or it is not made of whole groups.
 * @example fromToken('oooo-oooo') // five zero bytes
 */
export function fromToken(typed: string): Uint8Array | undefined {
  const plain = lettersOf(typed)
  if (plain.length === 0 || plain.length % 8 !== 0) return undefined
  const bytes = new Uint8Array((plain.length * 5) / 8)
  let [at, held, bits] = [0, 0, 0]
  for (const letter of plain) {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) return undefined
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = held >> bits
      held &= (1 << bits) - 1
    }
  }
  return bytes
}

/**
 * A code in groups of eight for print.
 * @example groupsOf('0000000011111111') // ['00000000', '11111111']
 */
export const groupsOf = (token: string): string[] => token.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []
