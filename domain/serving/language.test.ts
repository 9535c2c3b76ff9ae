import assert from 'node:assert/strict'
import { it } from 'node:test'
import { paperLanguageOf, spoken_languages } from './language.ts'

it('writes English to who speaks English, and Urdu to everybody else', () => {
  assert.deepEqual(
    spoken_languages.filter((language) => paperLanguageOf(language) === 'en'),
    ['en'],
  )
})
