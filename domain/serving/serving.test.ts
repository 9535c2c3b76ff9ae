// When duties may be said to have been told.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultPack } from '../../law/packs.ts'
import { dutiesTold, told_rules } from '../duty/told.ts'
import { readServing, type Served, type ServingTyped } from './read-serving.ts'

const NOW = '2025-09-10T06:00:00.000Z'
const TODAY = '2025-09-10'
const OUT: Served = {
  ...{ starts_on: '2025-02-11', released_on: '2025-03-03' },
  custody: [{ from_on: '2024-02-01', to_on: '2025-03-03' }],
}
const read = (more: Partial<ServingTyped>, person: Served = OUT) =>
  readServing({ served_on: TODAY, served_time: '10:30', proof: 'signature', ...more }, person, NOW, TODAY)
const faults = (more: Partial<ServingTyped>, person?: Served) =>
  read(more, person).faults.map(({ field, code }) => `${field} ${code}`)
const reason = { back_dated_reason: 'Taken over from the prison book' }

describe('a serving', () => {
  it('is kept as typed, with its reason only where it is typed in later', () => {
    assert.deepEqual(read(reason).serving, {
      ...{ served_at: '2025-09-10T05:30:00.000Z', witness: null, back_dated_reason: null },
    })
    assert.equal(
      read({ served_on: '2025-09-09', ...reason }).serving?.back_dated_reason,
      reason.back_dated_reason,
    )
    assert.equal(
      read({ proof: 'refused_before_witnesses', witness: 'ASI Rafiq' }).serving?.witness,
      'ASI Rafiq',
    )
  })
  it('on the eve of release in prison is one, and so is one in a custody that lasts', () => {
    assert.deepEqual(faults({ served_on: '2025-03-02', ...reason }), [])
    const inside: Served = {
      starts_on: '2025-02-11',
      released_on: null,
      custody: [{ from_on: '2024-02-01', to_on: null }],
    }
    assert.deepEqual(faults({}, inside), [])
  })
  const never: Served = { starts_on: null, released_on: null, custody: [] }
  const REFUSED: [string, Partial<ServingTyped>, string[], Served?][] = [
    ['tomorrow', { served_on: '2025-09-11' }, ['served_on in_future']],
    ['in an hour', { served_time: '12:00' }, ['served_time in_future']],
    ['at no time', { served_time: 'x' }, ['served_time format_time']],
    [
      'late without a reason',
      { served_on: '2025-09-09' },
      ['back_dated_reason servings.fault.reason_needed'],
    ],
    ['refused without a witness', { proof: 'refused_before_witnesses' }, ['witness required']],
    [
      'before the registration',
      { served_on: '2025-02-10', ...reason },
      ['served_on servings.fault.before_registration'],
    ],
    ['before release and at liberty', {}, ['served_on servings.fault.before_release'], never],
    [
      'before release, after another custody',
      { served_on: '2025-02-20', ...reason },
      ['served_on servings.fault.before_release'],
      { ...OUT, custody: [{ from_on: '2025-03-01', to_on: '2025-03-03' }] },
    ],
  ]
  for (const [what, more, expected, person] of REFUSED)
    it(`is none ${what}`, () => assert.deepEqual(faults(more, person), expected))
})

describe('what is told', () => {
  it('is each duty with every value of the pack that dates it', () => {
    const told = dutiesTold(defaultPack())
    assert.deepEqual(
      told.flatMap(({ rules }) => rules.map(({ rule }) => rule)),
      told_rules,
    )
    assert.ok(told.every(({ rules }) => rules.every(({ law, status }) => law !== '' && status === 'assumed')))
  })
})
