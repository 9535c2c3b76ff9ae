import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readDescription } from './description.ts'

const read = (typed: string) => {
  const { facts, places } = readDescription(typed, '2026-11-26')
  const text = (all: typeof facts.names) => all[0]?.parts.map((part) => part.text).join(' ') ?? null
  return [text(facts.names), text(facts.fathers), facts.birth, facts.cnics[0] ?? null, places.join(' · ')]
}
const age = (years: number) => ({ kind: 'age', years, on: '2026-11-26' })

describe('a line about a person', () => {
  const cases = [
    ['Ch. Md Aslam @ Achoo s/o Akram, about 40, Kasur', ['aslam', 'akram', age(40), null, 'kasur']],
    ['محمد اسلم ولد محمد اکرم عمر ۴۰ سال سکنہ قصور', ['اسلم', 'اکرم', age(40), null, 'قصور']],
    ['Aslam 91234-5678901-3', ['aslam', null, null, '9123456789013', '']],
    ['Aslam CNIC 912345678901', ['aslam', null, null, '912345678901', '']],
    [
      'Aslam, born 1986, r/o Chunian, Kasur',
      ['aslam', null, { kind: 'year', year: 1986 }, null, 'chunian · kasur'],
    ],
    ['Aslam 4/3/1986', ['aslam', null, { kind: 'day', on: '1986-03-04' }, null, '']],
    ['Aslam 41/3/1986', ['aslam', null, { kind: 'year', year: 1986 }, null, '']],
    ['9123456789013', [null, null, null, '9123456789013', '']],
    ['Nasreen Bibi w/o Aslam', ['nasreen', 'aslam', null, null, '']],
    ['', [null, null, null, null, '']],
  ] as const
  for (const [typed, expected] of cases) it(`‘${typed}’`, () => assert.deepEqual(read(typed), expected))
})
