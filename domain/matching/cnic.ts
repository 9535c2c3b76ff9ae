// Two CNICs: the same, one slip of the fingers apart, or two people's.
import type { RowCode } from './evidence.ts'

type CnicCode = Extract<RowCode, `cnic_${string}`>
const FULL_LENGTH = 13

function differences(one: string, other: string): number[] {
  return [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]))
}

function isOneLeftOut(short: string, long: string): boolean {
  const at = [...short].findIndex((digit, index) => digit !== long[index])
  return at < 0 || short.slice(at) === long.slice(at + 1)
}

/**
 * How two numbers of digits alone differ: the classes of slips made in typing a CNIC.
 * @example compareCnics('9123456789013', '9123456780913') // 'cnic_swapped'
 */
export function compareCnics(one: string, other: string): CnicCode {
  if (one === other) return 'cnic_same'
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length === long.length - 1 && long.length <= FULL_LENGTH + 1)
    return isOneLeftOut(short, long) ? 'cnic_digit_missing' : 'cnic_differs'
  if (short.length !== long.length) return 'cnic_differs'
  const at = differences(one, other)
  const [first = 0, second = 0] = at
  if (at.length === 1) return 'cnic_one_digit'
  if (at.length !== 2) return 'cnic_differs'
  const is_swapped = one[first] === other[second] && one[second] === other[first]
  return is_swapped && second === first + 1 ? 'cnic_swapped' : 'cnic_two_digits'
}

/** Slips after which two numbers may be one; two digits are beyond what counts as a slip. */
export const isSlip = (code: CnicCode) =>
  code === 'cnic_one_digit' || code === 'cnic_swapped' || code === 'cnic_digit_missing'
