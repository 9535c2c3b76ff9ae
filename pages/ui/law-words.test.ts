import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listSources } from '../../law/sources.ts'
import { translator } from '../language/translator.ts'
import { clauseWords, lawWords } from './law-words.ts'

const [en, ur] = [translator('en'), translator('ur')]
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '')

describe('a section in words', () => {
  const cases: [typed: string, english: string, urdu: string][] = [
    ['s.2(1)(h)', 'section 2(1)(h)', 'دفعہ ۲(۱)(ایچ)'],
    ['24(1)', 'section 24(1)', 'دفعہ ۲۴(۱)'],
    ['s.2(1)(h), s.24', 'section 2(1)(h), section 24', 'دفعہ ۲(۱)(ایچ)، دفعہ ۲۴'],
    ['s.2(1)(g),(k)', 'section 2(1)(g), (k)', 'دفعہ ۲(۱)(جی)، (کے)'],
    [
      's.24 Explanation, s.2(1)(g), Schedules',
      'section 24 (Explanation), section 2(1)(g), Schedules',
      'دفعہ ۲۴ (تشریح)، دفعہ ۲(۱)(جی)، جدول',
    ],
    ['Art. 9', 'Article 9', 'آرٹیکل ۹'],
    ['Art. 10A', 'Article 10A', 'آرٹیکل ۱۰-اے'],
    ['s.376-A', 'section 376-A', 'دفعہ ۳۷۶-اے'],
    ['Form IV', 'Form IV', 'Form IV'],
  ]
  for (const [typed, english, urdu] of cases)
    it(`${typed} is as courts write it`, () => {
      assert.equal(plain(clauseWords(typed, en)), english)
      assert.equal(plain(clauseWords(typed, ur)), urdu)
    })
})

describe('a law in words', () => {
  it('has its short name before the section', () => {
    assert.equal(plain(lawWords('ARITA-2021', '24(1)', en)), 'Anti-Rape Act 2021, section 24(1)')
    assert.equal(plain(lawWords('ARITA-2021', '24(1)', ur)), 'انسدادِ زنا بالجبر ایکٹ ۲۰۲۱ء، دفعہ ۲۴(۱)')
  })
  it('has a name in both languages for every source that a value may rest on', () => {
    for (const { key } of listSources())
      for (const t of [en, ur]) {
        assert.notEqual(plain(lawWords(key, null, t)), key)
        if (t === ur) assert.doesNotMatch(lawWords(key, null, t), /[A-Za-z\d]/)
      }
  })
  it('stays as it is where no source has the key', () => {
    assert.equal(plain(lawWords('NO-SUCH-LAW', null, ur)), 'NO-SUCH-LAW')
  })
})
