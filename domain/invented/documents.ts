// Numbers that belong to nobody: see docs/decisions/0010-invented-people.md for the ranges and why they are safe.
import { type Draw, mix } from './draw.ts'
import type { InventedDocument, Sex } from './invented-person.ts'

/** Share of people without any document. */
const UNDOCUMENTED = 0.12

/** Free digits of a CNIC between the leading 9 and the last one. */
const CNIC_SPACE = 10n ** 11n
/** Coprime to 10, so that the steps visit every number; near the golden section, so that neighbours lie far apart. */
const CNIC_STEP = 61_803_398_877n
const PASSPORT_SPACE = 10 ** 7
const PASSPORT_STEP = 6_180_339

/** Written `#####-#######-#`. */
const dashed = (digits: string): string => `${digits.slice(0, 5)}-${digits.slice(5, 12)}-${digits.slice(12)}`

/**
 * The CNIC of an index: first digit 9, which no province uses; last digit odd for men, even for women.
 * @example cnicOf(1, 7, 'female') // begins with 9, ends in an even digit
 * No two indexes share one: the eleven digits between are a one-to-one step through their range.
 */
export function cnicOf(seed: number, index: number, sex: Sex): string {
  const middle = (BigInt(index) * CNIC_STEP + BigInt(mix(seed, 0x0c41c))) % CNIC_SPACE
  const last = (mix(seed, index) % 5) * 2 + (sex === 'male' ? 1 : 0)
  return dashed(`9${String(middle).padStart(11, '0')}${last}`)
}

/** A passport of the series ZZ; no two of the first 10 million indexes share one. */
export const passportOf = (seed: number, index: number): string =>
  `ZZ${String((index * PASSPORT_STEP + mix(seed, 0x9a55)) % PASSPORT_SPACE).padStart(7, '0')}`

/** The documents a person holds: none, a CNIC, sometimes a passport with it or alone. */
export function drawDocuments(draw: Draw, seed: number, index: number, sex: Sex): InventedDocument[] {
  if (draw.chance(UNDOCUMENTED)) return []
  const cnic: InventedDocument = { kind: 'cnic', number: cnicOf(seed, index, sex) }
  if (!draw.chance(0.07)) return [cnic]
  const passport: InventedDocument = { kind: 'passport', number: passportOf(seed, index) }
  return draw.chance(0.15) ? [passport] : [cnic, passport]
}

/** The documents as a second office has them: the same, none, or one digit of the CNIC wrong or two swapped. */
export function documentsAgain(draw: Draw, documents: readonly InventedDocument[]): InventedDocument[] {
  const how = draw.below(100)
  if (how < 40) return [...documents]
  if (how < 65) return []
  return documents.map((document) =>
    document.kind === 'cnic' ? { ...document, number: miscopied(draw, document.number) } : document,
  )
}

/** One of the eleven middle digits wrong, or swapped with the next; the first and the last stay. */
function miscopied(draw: Draw, cnic: string): string {
  const digits = cnic.replaceAll('-', '')
  const at = draw.between(1, 10)
  const [digit, next] = [digits.charAt(at), digits.charAt(at + 1)]
  const swapped = draw.chance(0.3) && digit !== next
  const wrong = swapped ? next + digit : `${(Number(digit) + draw.between(1, 9)) % 10}${next}`
  return dashed(digits.slice(0, at) + wrong + digits.slice(at + 2))
}

/** A mobile number in 0399, a range without an operator; every fifth person has none. */
export const drawPhone = (draw: Draw): string | null =>
  draw.chance(0.2) ? null : `0399-${String(draw.below(10 ** 7)).padStart(7, '0')}`
