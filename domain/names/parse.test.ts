import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { commonKey, consonantKey, consonantKeys } from './key.ts'
import { joinedKeys, nameKeys } from './name-keys.ts'
import { parseName } from './parse.ts'
import type { ParsedName } from './parsed-name.ts'

const texts = (name: ParsedName | null | undefined) => name?.parts.map(({ text }) => text)

describe('the parts of a name', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Muhammad Aslam', ['aslam']],
    ['Mohd. Aslam', ['aslam']],
    ['M. Aslam', ['aslam']],
    ['M.A. Khan', ['a', 'khan']],
    ['ایم اے خان', ['a', 'خان']],
    ['MuhammadAslam', ['aslam']],
    ['محمداسلم', ['اسلم']],
    ['Ch. Aslam', ['aslam']],
    ['Malik M. Ramzan', ['ramzan']],
    ['Haji Malik Aslam Khan', ['aslam', 'khan']],
    ['Malik Khan', ['malik', 'khan']],
    ['Sardar Begum', ['sardar']],
    ['Dr.', ['dr']],
    ['Syed Muhammad', []],
    ['Khan, Imran', ['imran', 'khan']],
    ['Abdul Rehman', ['abd rehman']],
    ['Abdur-Rahman', ['abd rahman']],
    ['Abd ul Latif', ['abd latif']],
    ['Abdussattar', ['abd ssattar']],
    ['A. Rehman', ['abd rehman']],
    ['عبدالرحمٰن', ['عبد رحمان']],
    ['عبد الستار', ['عبد ستار']],
    ['Abdulatif', ['abd latif']],
    ['ABDULLAH', ['abdullah']],
    ['عبد اللہ', ['عبداللہ']],
    ['Abd Allah', ['abdullah']],
    ['عبداللہ', ['عبداللہ']],
    ['Habib Ullah', ['habib allah']],
    ['Sanaullah', ['sana allah']],
    ['Habib Ulla', ['habib allah']],
    ['Haji Alla Ditta', ['alla', 'ditta']],
    ['Haji Allah Ditta', ['allah', 'ditta']],
    ['ملک اللہ یار', ['اللہ', 'یار']],
    ['Ghulam Allah Bakhsh', ['ghulam', 'allah', 'bakhsh']],
    ['Hafiz Allah Khan', ['hafiz allah', 'khan']],
    ['Habib Allah Niazi', ['habib allah', 'niazi']],
    ['اللہدتہ', ['اللہ', 'دتہ']],
    ['Allahditta', ['allah', 'ditta']],
    ['ابدالعزیز', ['عبد عزیز']],
    ['عبد ا لغفور', ['عبد غفور']],
    ['جمال دین', ['جمال', 'دین']],
    ['غلاممرتضی', ['غلاممرتضا']],
    ['Mohmand Khan', ['mohmand', 'khan']],
    ['Mmuhammad Aslam', ['aslam']],
    ['Chaudhaary Aslam', ['aslam']],
    ['Mawlawi Aslam', ['aslam']],
    ['Raamadan', ['ramzan']],
    ['Muhammad Sayeed', ['sayeed']],
    ['Mohamemd Aslam', ['aslam']],
    ['Muhmamad Aslam', ['aslam']],
    ['Mahmood Aslam', ['mahmood', 'aslam']],
    ['Mhamood Aslam', ['mhamood', 'aslam']],
    ['Tajmuhammaad', ['taj']],
    ['حبیب اللہ', ['حبیب اللہ']],
    ['حبیباللہ', ['حبیب اللہ']],
    ['Zia-ul-Haq', ['zia haq']],
    ['Ziaul Haq', ['zia haq']],
    ['ضیاء الحق', ['ضیا حق']],
    ['ضیاءالحق', ['ضیا حق']],
    ['Salah uddin', ['salah din']],
    ['Noorulhassan', ['noor hassan']],
    ['Zaib un Nisa', ['zaib nisa']],
    ['محمد الطاف', ['الطاف']],
    ['Noor-e-Sahar', ['noor sahar']],
    ['Bin Yamin', ['bin', 'yamin']],
    ['Imran محمد', ['imran']],
    ['王小明', ['王小明']],
    ['', []],
    ['@@@ ۱۲۳', []],
  ]
  for (const [typed, expected] of cases)
    it(`of ‘${typed}’ are ${expected.join(' · ') || 'none'}`, () =>
      assert.deepEqual(texts(parseName(typed)), expected))
})

describe('what stands beside a name', () => {
  it('is told apart: title, short form, alias, father, age and place', () => {
    const name = parseName('Ch. Md Aslam @ Achoo s/o Akram, about 40, Kasur')
    assert.deepEqual(
      [texts(name), texts(name.aliases[0]), texts(name.father), name.relation, name.muhammad, name.styles],
      [['aslam'], ['achoo'], ['akram'], 'child', 'before', ['chaudhry']],
    )
    assert.equal(name.rest, 'about 40, kasur')
  })
  const fathers: readonly (readonly [string, string | undefined])[] = [
    ['محمد اسلم ولد محمد اکرم', 'اکرم'],
    ['Aslam son of Akram', 'akram'],
    ['اسلم بن اکرم', 'اکرم'],
    ['Aslam S / O Akram r/o Kasur', 'akram'],
    ['s/o Akram', 'akram'],
    ['Aslam s/o', undefined],
    ['Aslam Akram', undefined],
  ]
  for (const [typed, father] of fathers)
    it(`has ‘${father ?? 'nobody'}’ as father in ‘${typed}’`, () =>
      assert.equal(texts(parseName(typed).father)?.[0], father))
  it('tells a woman by wife of, by Mst. and by Bibi', () => {
    for (const typed of ['Nasreen w/o Aslam', 'Mst. Nasreen', 'نسرین بی بی', 'Syeda Nasreen'])
      assert.equal(parseName(typed).sex, 'female', typed)
    assert.equal(parseName('Mr. Aslam').sex, 'male')
    assert.equal(parseName('Nasreen Akhtar').sex, null)
  })
  it('may be an alias in brackets, or behind عرف', () => {
    assert.deepEqual(texts(parseName('Bilal (Bila) Khan').aliases[0]), ['bila'])
    assert.deepEqual(texts(parseName('رشید عرف شیدا').aliases[0]), ['شیدا'])
    assert.deepEqual(texts(parseName('s/o Akram @ Kala').aliases[0]), ['kala'])
  })
  it('says where Muhammad stood', () => {
    assert.equal(parseName('Ali Muhammad').muhammad, 'after')
    assert.equal(parseName('علی').muhammad, 'none')
    assert.equal(parseName('Syed Ali').is_syed, true)
  })
})

describe('a name of any letters', () => {
  it('is read without failing, and what was typed is kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        assert.equal(parseName(typed).typed, typed)
      }),
    )
    assert.ok(parseName('علی '.repeat(100_000)).parts.length <= 12)
    assert.equal(parseName('x'.repeat(1_000_000)).parts.length, 1)
  })
})

describe('the consonant key', () => {
  const alike = [
    ['aslam', 'اسلم', 'ASLM'],
    ['mehmood', 'محمود', 'MMD'],
    ['khan', 'خان', 'KN'],
    ['bakhsh', 'بخش', 'BKS'],
    ['shoaib', 'شعیب', 'SB'],
    ['zulfiqar', 'ذوالفقار', 'ZLFKR'],
    ['wasim', 'وسیم', 'VSM'],
    ['christina', 'کرسٹینا', 'KRSTN'],
    ['cecilia', 'سسیلیا', 'SSL'],
    ['siddique', 'صدیق', 'SDK'],
    ['sumbal', 'سنبل', 'SMBL'],
    ['alexander', 'الیگزینڈر', 'ALKSNDR'],
  ] as const
  for (const [roman, urdu, key] of alike)
    it(`is ${key} for ${roman} and ${urdu}`, () =>
      assert.deepEqual([consonantKey(roman), consonantKey(urdu)], [key, key]))
  it('gives each reading of th, dh, ph and of s between vowels', () => {
    assert.deepEqual(consonantKeys('uthman'), ['ATMN', 'ASMN'])
    assert.deepEqual(consonantKeys('joseph'), ['JSF', 'JSP', 'JZF'])
    assert.deepEqual(consonantKeys('王'), [])
    for (let again = 0; again < 3; again += 1) assert.deepEqual(consonantKeys('yousaf'), ['YSF', 'YZF'])
  })
  it('of a name leaves out Muhammad and titles, and gives a compound whole and by its core', () => {
    assert.deepEqual(nameKeys(parseName('Ch. Md Aslam Khan')), ['ASLM'])
    assert.deepEqual(nameKeys(parseName('عبدالرحمٰن')), ['ABDRMN', 'RMN'])
    assert.deepEqual(nameKeys(parseName('Muhammad Khan')), ['KN'])
    assert.deepEqual(nameKeys(parseName('Abdul Rehman')), nameKeys(parseName('عبدالرحمٰن')))
    assert.deepEqual(joinedKeys(parseName('Ghulam Rasool')), nameKeys(parseName('Ghulamrasool')))
  })
  it('by which commonness is counted keeps kh, sh, h and a final a', () => {
    for (const [one, other] of [
      ['khalida', 'خالدہ'],
      ['shahid', 'شاہد'],
      ['ghulam', 'غلام'],
      ['salah', 'صلاح'],
      ['hamid', 'حامد'],
    ] as const)
      assert.equal(commonKey(one), commonKey(other), one)
    assert.notEqual(commonKey('khalid'), commonKey('khalida'))
  })
})
