import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findOffence, listOffences } from './offences.ts'
import { packProblems } from './pack-schema.ts'
import { defaultPack, findPack, listPacks } from './packs.ts'
import { findSource, listSources } from './sources.ts'

const hasOnce = (keys: readonly string[]) => assert.equal(new Set(keys).size, keys.length)

describe('the law as data', () => {
  it('names each source and each offence once', () => {
    hasOnce(listSources().map(({ key }) => key))
    hasOnce(listOffences().map(({ key }) => key))
    hasOnce(listPacks().map(({ pack }) => pack))
  })

  it('rests every offence on a text, and spells its key from act and section', () => {
    for (const offence of listOffences()) {
      assert.ok(findSource(offence.basis), offence.key)
      assert.equal(offence.key, `${offence.act}-${offence.section}`)
      assert.ok(offence.title_en && offence.title_ur, offence.key)
    }
  })

  it('knows that 292B and 292C were repealed in 2023', () => {
    const until = listOffences().filter(({ in_force_until }) => in_force_until !== null)
    assert.deepEqual(
      until.map(({ key, in_force_until }) => [key, in_force_until]),
      [
        ['PPC-292B', '2023-01-01'],
        ['PPC-292C', '2023-01-01'],
      ],
    )
    assert.equal(findOffence('PPC-379'), undefined)
  })
})

describe('a rule pack', () => {
  it('gives every value with a text that exists, a status and its reason', () => {
    for (const pack of listPacks()) assert.deepEqual(packProblems(pack, true), [], pack.pack)
  })

  it('says of every value that no text gives that it is assumed', () => {
    for (const { pack, values } of listPacks()) {
      for (const [name, { basis, status }] of Object.entries(values)) {
        const state = findSource(basis)?.state
        if (state !== 'read') assert.equal(status, 'assumed', `${pack} ${name}`)
      }
    }
  })

  it('applies the lists of offences as the statute prints them', () => {
    const { values, pack } = defaultPack()
    assert.equal(pack, 'pk-assumed')
    const listed = (list: 's2h' | 's24_extra') =>
      listOffences().flatMap(({ key, lists }) => (lists.includes(list) ? [key] : []))
    assert.deepEqual(values.s2h_offences.value, listed('s2h'))
    assert.deepEqual(values.s24_extra_offences.value, listed('s24_extra'))
    assert.deepEqual([listed('s2h').length, listed('s24_extra').length], [13, 8])
  })

  it('takes what it does not say from the pack it extends', () => {
    const assumed = defaultPack().values
    const bill = findPack('pk-bill-2022')?.values
    assert.ok(bill)
    const differing = Object.entries(bill).flatMap(([name, value]) =>
      Object.entries(assumed).some(([of, its]) => of === name && its === value) ? [] : [name],
    )
    assert.deepEqual(differing, ['notify_absence_hours', 'absence_over_hours'])
  })
})

describe('a drafted pack is refused', () => {
  const good = defaultPack().values.period_years
  const refusals: readonly (readonly [string, unknown, string])[] = [
    ['without a basis', { period_years: { ...good, basis: undefined } }, 'period_years.basis: no such text'],
    [
      'with a basis nobody knows',
      { period_years: { ...good, basis: 'X-1' } },
      'period_years.basis: no such text',
    ],
    [
      'with an unknown status',
      { period_years: { ...good, status: 'law' } },
      'period_years.status: not allowed',
    ],
    ['with half a year', { period_years: { ...good, value: 0.5 } }, 'period_years.value: not allowed'],
    [
      'with an empty section',
      { period_years: { ...good, section: '' } },
      'period_years.section: not allowed',
    ],
    [
      'without the Urdu reason',
      { period_years: { ...good, reason_ur: '' } },
      'period_years: a reason in both languages is due',
    ],
    ['with an extra key', { period_years: { ...good, note: 'x' } }, 'period_years.note: unknown'],
    [
      'with a bare value',
      { period_years: 10 },
      'period_years: must be an object with value, basis and status',
    ],
    ['with a value nobody reads', { periods: good }, 'periods: no value of this name'],
    ['with 30 February', { holidays: { ...good, value: ['02-30'] } }, 'holidays.value: not allowed'],
    ['with a day twice', { holidays: { ...good, value: ['02-05', '02-05'] } }, 'holidays.value: not allowed'],
    [
      'with a closed desk',
      { desk_hours: { ...good, value: { opens: '16:00', closes: '08:00' } } },
      'desk_hours.value: not allowed',
    ],
    [
      'with an offence outside the catalogue',
      { s2h_offences: { ...good, value: ['PPC-1'] } },
      's2h_offences.value: not allowed',
    ],
  ]
  for (const [what, values, problem] of refusals) {
    it(what, () => assert.deepEqual(packProblems({ values }, false), [problem]))
  }
  it('without values, or with one missing', () => {
    assert.deepEqual(packProblems({}, false), ['values: missing'])
    const { period_years: _, ...others } = defaultPack().values
    assert.deepEqual(packProblems({ values: others }, true), ['period_years: missing'])
  })
})
