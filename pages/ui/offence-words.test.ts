import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { translator } from '../language/translator.ts'
import { offenceWords, sectionWords } from './offence-words.ts'

const [en, ur] = [translator('en'), translator('ur')]
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '')

describe('an offence in words', () => {
  it('is its act and section with what it is about, never its key', () => {
    assert.equal(plain(offenceWords('PPC-376', en)), 'section 376 PPC (Punishment for rape)')
    assert.equal(plain(offenceWords('PPC-376', ur)), 'دفعہ ۳۷۶ تعزیراتِ پاکستان (زنا بالجبر کی سزا)')
  })
  it('has Urdu digits and the Urdu name of the letter in Urdu', () => {
    assert.equal(plain(sectionWords('PPC-377B', ur)), 'دفعہ ۳۷۷-بی تعزیراتِ پاکستان')
    assert.equal(plain(sectionWords('PECA-22A', ur)), 'دفعہ ۲۲-اے پیکا')
  })
  it('stays as it was typed outside the catalogue', () => {
    assert.equal(plain(offenceWords('34 PPC', ur)), '34 PPC')
    assert.equal(plain(offenceWords('PPC-302', en)), 'PPC-302')
  })
})
