import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { tableBuilder } from './build-table.ts'
import { parseColumns } from './columns.ts'
import { type Kind, LEVELS } from './kinds.ts'
import { sampleOf } from './samples.ts'

/** The level on which two cells of a kind agree. */
function levelOf(kind: Kind, left: string, right: string): string | undefined {
  const builder = tableBuilder(parseColumns({ column: kind }))
  for (const cell of [left, right]) builder.add([cell], ['day_first'])
  const { levels } = sampleOf(builder.finish(0), { left: Uint32Array.of(0), right: Uint32Array.of(1) })
  return LEVELS[kind][levels[0] ?? 0]
}

const cases: readonly (readonly [Kind, string, string, string])[] = [
  ['name', 'Mitchell', 'mitchell ', 'exact'],
  ['name', 'José', 'JOSE', 'exact'],
  ['name', 'Al-Amin', 'al amin', 'exact'],
  ['name', 'راشد', 'رَاشد', 'exact'],
  ['name', 'mitchell', 'mitchlel', 'near'],
  ['name', 'mitchell', 'mitchel', 'near'],
  ['name', 'stephen', 'stefan', 'sounds_alike'],
  ['name', 'Rashid', 'راشد', 'sounds_alike'],
  ['name', 'dunningham', 'cunnigham', 'similar'],
  ['name', 'robert', 'rob', 'short_form'],
  ['name', 'm', 'mohan', 'short_form'],
  ['name', 'amy', 'ann', 'different'],
  ['name', '', 'ann', 'missing'],
  ['name', 'N/A', 'ann', 'missing'],
  ['person_name', 'Saif Ullah', 'Saifullah', 'exact'],
  ['person_name', 'Tariq Mehmood', 'Mehmood Tariq', 'same_words'],
  ['person_name', 'Tariq Mehmood', 'Tariq Mahmud', 'same_words'],
  ['person_name', 'Tariq Mehmood', 'طارق محمود', 'same_words'],
  ['person_name', 'Tariq Mehmood', 'Bilal Zaman', 'different'],
  ['text', '12 Wallaby Place', '12, wallaby place', 'exact'],
  ['text', 'pridhamstreet', 'pridham street', 'exact'],
  ['text', 'hoseason street', 'hoseason stret', 'near'],
  ['text', 'house 9 noor colony', 'noor colony, house 9', 'same_words'],
  ['text', 'wallaby place', 'kent street', 'different'],
  ['date', '1990-04-03', '3/4/1990', 'exact'],
  ['date', '1990-04-03', '19900403', 'exact'],
  ['date', '3 April 1990', '1990-04-03', 'exact'],
  ['date', '۱۹۹۰-۰۴-۰۳', '1990-04-03', 'exact'],
  ['date', '1990-04-03', '1990-03-04', 'day_month_swapped'],
  ['date', '1990-04-03', '1991-04-03', 'one_digit'],
  ['date', '1990-04-13', '1990-04-31', 'one_digit'],
  ['date', '1990-04-03', '1990-04-25', 'same_month'],
  ['date', '1990-04-03', '1962-04-03', 'other_year'],
  ['date', '1990-04-03', '1990-11-25', 'same_year'],
  ['date', '1990-04-03', '1990', 'same_year'],
  ['date', '1990-10-03', '1991-03-25', 'within_year'],
  ['date', '1990-04-03', '1965-11-25', 'different'],
  ['date', '1990-04-03', 'not known', 'missing'],
  ['id', '91234-5678901-3', '9123456789013', 'exact'],
  ['id', '91234-5678901-3', '9123456789073', 'one_digit'],
  ['id', '91234-5678901-3', '912345678913', 'one_digit'],
  ['id', '91234-5678901-3', '9123456789031', 'one_digit'],
  ['id', '91234-5678901-3', '9223456789073', 'two_digits'],
  ['id', '91234-5678901-3', '91234567', 'part'],
  ['id', '177', '178', 'different'],
  ['number', '1,200', '1200.0', 'exact'],
  ['number', '1200', '1208', 'near'],
  ['number', '1200', '2200', 'one_digit'],
  ['number', '1200', '1290', 'one_digit'],
  ['number', '1234', '1297', 'close'],
  ['number', '1200', '70', 'different'],
  ['category', 'NSW', 'nsw', 'exact'],
  ['category', 'nsw', 'nws', 'near'],
  ['category', 'nsw', 'vic', 'different'],
]

describe('two cells of a column', () => {
  for (const [kind, left, right, level] of cases) {
    it(`agree as ${kind}s ‘${left}’ and ‘${right}’: ${level}`, () => {
      assert.equal(levelOf(kind, left, right), level)
      assert.equal(levelOf(kind, right, left), level)
    })
  }
})

it('names in each other’s column are swapped, with a slip in one of them too', () => {
  const builder = tableBuilder(parseColumns({ dob: 'date', given: 'name', family: 'name' }))
  for (const row of [
    ['', 'harley', 'mccarthy'],
    ['', 'mccarthy', 'harley'],
    ['', 'macarthy', 'harley'],
  ])
    builder.add(row, ['day_first', 'day_first', 'day_first'])
  const pairs = { left: Uint32Array.of(0, 0), right: Uint32Array.of(1, 2) }
  const { levels } = sampleOf(builder.finish(0), pairs)
  assert.deepEqual(
    [...levels].map((level) => LEVELS.name[level]),
    ['missing', 'swapped', 'swapped', 'missing', 'swapped', 'swapped'],
  )
})
