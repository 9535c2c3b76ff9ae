import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { printPackValue } from '../../domain/law/pack-value.ts'
import { findPack } from '../../law/packs.ts'
import { formatter } from '../language/formatter.ts'
import { translator } from '../language/translator.ts'
import { packChangeWords, packValueWords } from './pack-values.ts'

const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '')
const said = (language: 'en' | 'ur', name: string, value: string) =>
  plain(packValueWords(name, value, translator(language), formatter(language)))

describe('a value of the rules in words', () => {
  it('is a number, a day or hours as the language writes them', () => {
    assert.equal(said('ur', 'period_years', '10'), '۱۰')
    assert.equal(said('ur', 'entries_from', '2024-01-01'), '۱ جنوری ۲۰۲۴ء')
    assert.equal(said('en', 'holidays', '02-05, 12-25'), '5 Feb and 25 Dec')
    assert.equal(said('ur', 'desk_hours', '08:00–16:00'), '۰۸:۰۰–۱۶:۰۰')
  })
  it('is a word and not its code', () => {
    assert.equal(said('en', 'eligibility_policy', 'either'), 'either of the two tests')
    assert.equal(said('ur', 's24_victims', 'woman, child'), 'خاتون اور ۱۸ سال سے کم عمر بچہ')
    assert.equal(said('ur', 'custody_extends_period', 'true'), 'ہاں')
  })
  it('bears its law and how sure it is where it is proposed', () =>
    assert.equal(
      plain(
        packChangeWords('period_years', '10 (SOR-RULES-2023, assumed)', translator('ur'), formatter('ur')),
      ),
      '۱۰ (قواعدِ رجسٹر ۲۰۲۳ء، مفروضہ)',
    ))
  it('has words in both languages for every code of the rules that were shipped', () => {
    for (const [name, { value }] of Object.entries(findPack('pk-assumed')?.values ?? {}))
      for (const one of printPackValue(value).split(', '))
        if (/^[a-z_]+$/.test(one)) assert.doesNotMatch(said('ur', name, one), /[a-z]/, `${name} ${one}`)
  })
})
