// What a file says about itself: a last row such as `TOTAL,123`, compared with what was read.
import { type Problem, problem } from './problems.ts'
import { asciiDigits, squeezed } from './text.ts'

const total_words = new Set(
  [
    'total',
    'grand total',
    'total rows',
    'total convictions',
    'total records',
    'count',
    'کل',
    'ٹوٹل',
    'میزان',
    'کل تعداد',
    'کل میزان',
    'کل سزائیں',
  ].map(squeezed),
)

/**
 * The number of rows that a closing row states; undefined for any other row.
 * @example statedTotal(['کل', '', '۱۲۳']) // 123
 */
export function statedTotal(cells: readonly string[]): number | undefined {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (filled.length === 0 || filled.length > 2) return undefined
  const [, words = '', number = ''] =
    /^(\D+?)[\s:=.۔-]*(\d[\d,]*)$/u.exec(asciiDigits(filled.join(' '))) ?? []
  return total_words.has(squeezed(words)) ? Number(number.replaceAll(',', '')) : undefined
}

/**
 * The file's own count against ours: nothing is changed, a difference is shown.
 * @param read rows that were read, refused ones included
 * @example checkTotal(124, 123)?.code // 'count_differs'
 */
export const checkTotal = (stated: number, read: number): Problem | null =>
  stated === read ? null : problem('count_differs', null, String(stated))
