import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DICTIONARY, type Key } from './dictionary.ts'
import { namesOf, textRows } from './review.ts'

describe('the two dictionaries', () => {
  it('have the same keys', () => {
    assert.deepEqual(Object.keys(DICTIONARY.ur).sort(), Object.keys(DICTIONARY.en).sort())
  })

  it('name the same values in both languages', () => {
    const differing = textRows().filter(({ english, urdu }) => namesOf(english) !== namesOf(urdu))
    assert.deepEqual(differing, [])
  })

  it('have a plural in Urdu wherever English has one', () => {
    const keys = Object.keys(DICTIONARY.en) as Key[]
    const differing = keys.filter((key) => typeof DICTIONARY.en[key] !== typeof DICTIONARY.ur[key])
    assert.deepEqual(differing, [])
  })

  it('write Urdu with Urdu letters: no Arabic yeh or kaf, no Arabic digits or comma of another script', () => {
    const wrong = textRows().filter(({ urdu }) => /[يىك٠-٩]|[؀-ۿ],/.test(urdu))
    assert.deepEqual(wrong, [])
  })

  it('isolate a number with hyphens in Urdu, whose letters would turn its parts about', () => {
    const wrong = textRows().filter(({ urdu }) => /(?<![\u2068\w-])\d+-\d/.test(urdu))
    assert.deepEqual(wrong, [])
  })

  it('leave no text empty', () => {
    assert.deepEqual(
      textRows().filter(({ english, urdu }) => english.trim() === '' || urdu.trim() === ''),
      [],
    )
  })
})
