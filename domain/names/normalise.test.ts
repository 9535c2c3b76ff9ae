import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { normaliseName, normaliseUrdu } from './normalise.ts'

describe('Urdu text', () => {
  const cases = [
    ['of an Arabic keyboard takes Urdu letters', 'كريم علي', 'کریم علی'],
    ['in presentation forms is letters again', 'ﻻﻝ', 'لال'],
    ['keeps a mark typed beside its letter as one letter', 'س\u06dbاہد', 'شاہد'],
    ['has the heh of its place', 'هادي شاه', 'ھادی شاہ'],
    ['has noon ghunna at the end of a word only', 'خاں ںور', 'خاں نور'],
    ['has ye with hamza in one letter', 'آزادی\u0654', 'آزادئ'],
    ['loses joiners that are not seen', 'آغا\u200dز', 'آغاز'],
    ['keeps its harakat', 'أَفْرَاد', 'أَفْرَاد'],
  ] as const
  for (const [what, typed, expected] of cases)
    it(what, () => assert.equal(normaliseUrdu(typed), expected.normalize('NFC')))
})

describe('a name to be compared', () => {
  const cases = [
    ['loses harakat and keeps alef madda', 'مُحَمَّد آصِف', 'محمد آصف'],
    ['has the long a that a dagger alef stands for', 'رحمٰن مصطفیٰ', 'رحمان مصطفا'],
    ['has it on either side of the last letter', 'سلمٰی عیسیٰ', 'سلما عیسا'],
    ['has a blank where the article was joined to a long a', 'ثناءاللہ بہاءالدین', 'ثنا اللہ بہا الدین'],
    ['writes Allah in one way', 'اللّٰه', 'اللہ'],
    ['has Urdu neighbours for Pashto letters', 'ښایسته ګل', 'خایستہ گل'],
    ['has Urdu neighbours for Sindhi letters', 'ڪريم بخش ڀٽو', 'کریم بخش بھٹو'],
    ['keeps ڻ of Urdu apart from that of Sindhi', 'ڻیپو', 'ٹیپو'],
    ['has ہ where ھ aspirates nothing', 'شاھد', 'شاہد'],
    ['is small and without marks in Roman letters', 'ʿAlī Ḥasan Müller', 'ali hasan muller'],
    ['has plain letters for those of other Latin alphabets', 'Łukasz Strauß', 'lukasz strauss'],
    ['has no apostrophes', "Sa'eed Ja`far", 'saeed jafar'],
  ] as const
  for (const [what, typed, expected] of cases) it(what, () => assert.equal(normaliseName(typed), expected))

  it('stays what it is when it is normalised again', () => {
    const letters = fc.constantFrom(...'abkhZé۔- كيهةؤئآاںھڀڄټګ\u0651\u0670محمدعلی')
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 20 }), (typed) => {
        const once = normaliseName(typed.join(''))
        assert.equal(normaliseName(once), once)
      }),
    )
  })
})
