import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mayBeMisread } from './misread.ts'

describe('a word may be misread', () => {
  const cases = [
    ['خالد', 'حالد', true],
    ['بشیر', 'پشیر', true],
    ['شمشیر', 'سمشیر', true],
    ['گلزار', 'کلزار', true],
    ['mahmood', 'mahrnood', true],
    ['sajid', 'sajicl', true],
    ['latif', 'iatlf', true],
    ['waqar', 'vvaqar', true],
    ['rasheed', 'rashee', true],
    ['محمود', 'محمو', true],
    ['hayat', 'hayta', true],
    ['imran', 'irman', true],
    ['عارف', 'عافر', true],
    ['بشیر', 'شبیر', false],
    // A vowel more makes a daughter's name, and one in another place another name; short words are other names.
    ['khalid', 'khalida', false],
    ['khalid', 'khalidah', false],
    ['saima', 'samia', false],
    ['sana', 'sanam', false],
    ['اسل', 'اسلم', false],
    ['akram', 'khalid', false],
    // A single dot tells short words apart, and the end of a word shows which letter it is.
    ['خان', 'جان', false],
    ['حسین', 'حسیب', false],
    ['حسن', 'حسین', false],
    ['بشیر', 'بشیر', false],
    ['اسلم', 'اکرم', false],
    ['akram', 'akbar', false],
    ['خالد', 'khalid', false],
    // Three letters misread are another word.
    ['تبسم', 'ننشم', false],
  ] as const
  for (const [one, other, expected] of cases)
    it(`‘${one}’ for ‘${other}’: ${expected ? 'yes' : 'no'}, from either side`, () => {
      assert.equal(mayBeMisread(one, other), expected)
      assert.equal(mayBeMisread(other, one), expected)
    })
})
