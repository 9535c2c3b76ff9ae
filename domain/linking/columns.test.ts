import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { NotLinkable, parseColumns, placesOf } from './columns.ts'
import { dateOrder, packedDate } from './dates.ts'

describe('a map of columns', () => {
  it('has a short form and a long one', () => {
    const [name, born] = parseColumns({
      ' surname ': 'Person name',
      dob: { comparator: 'date', right: 'born_on', term_frequency: false },
    })
    assert.deepEqual(name, {
      ...{ name: 'surname', right_name: 'surname', kind: 'person_name', has_frequencies: true },
    })
    assert.deepEqual(born, { name: 'dob', right_name: 'born_on', kind: 'date', has_frequencies: false })
  })

  const refused: readonly (readonly [unknown, RegExp])[] = [
    [[], /must be a JSON object/],
    [{}, /names no column/],
    [{ dob: 'birthday' }, /column "dob": unknown comparator "birthday"; known are name, person_name/],
    [{ dob: null }, /column "dob": give a comparator/],
    [{ dob: { comparator: 'date', weight: 3 } }, /column "dob": unknown option "weight"/],
    [{ dob: { comparator: 'date', right: 3 } }, /column "dob": "right" must be a heading/],
    [
      { dob: { comparator: 'date', term_frequency: 'yes' } },
      /column "dob": "term_frequency" must be true or false/,
    ],
  ]
  for (const [map, message] of refused)
    it(`is refused with one line: ${message.source}`, () => {
      assert.throws(() => parseColumns(map), { message })
      assert.throws(() => parseColumns(map), NotLinkable)
    })

  it('must name columns of the file', () => {
    assert.deepEqual(placesOf(['id', 'dob'], ['dob', 'id'], 'a.csv'), [1, 0])
    assert.throws(
      () => placesOf(['id', 'dob'], ['born'], 'a.csv'),
      /a\.csv has no column "born"; its columns are id, dob/,
    )
  })
})

describe('a date of any file', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['1990-04-03', 19900403],
    ['1990/4/3', 19900403],
    ['03.04.1990', 19900403],
    ['3-4-90', 19900403],
    ['03041990', 19900403],
    ['19900403', 19900403],
    ['1990-04-03 00:00:00', 19900403],
    ['3 apr 1990', 19900403],
    ['april 3, 1990', 19900403],
    ['04/1990', 19900400],
    ['1990', 19900000],
    ['12/31/1990', 19901231],
    ['yesterday', 0],
  ]
  for (const [text, date] of cases)
    it(`is read from ‘${text}’`, () => assert.equal(packedDate(text, 'day_first'), date))

  it('has the month first where the column shows it', () => {
    assert.equal(dateOrder(['01/02/1990', '12/31/1990']), 'month_first')
    assert.equal(dateOrder(['01/02/1990', '31/12/1990']), 'day_first')
    assert.equal(packedDate('01/02/1990', 'month_first'), 19900102)
  })
})
