import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { decodeFacts } from './decode.ts'
import { exampleConviction, exampleFacts } from './example-facts.ts'
import { resultLine } from './line.ts'

const errorOf = (change: object) => {
  const decoded = decodeFacts({ ...exampleFacts, ...change })
  return decoded.ok ? null : [decoded.error.path, decoded.error.problem]
}
const [trip] = exampleFacts.trips
const [notice] = exampleFacts.notices
const interval = (from_on: unknown, to_on: unknown) => [{ from_on, to_on }]

describe('facts from outside', () => {
  it('are taken when every key is there and right', () => {
    const decoded = decodeFacts(exampleFacts)
    assert.ok(decoded.ok)
    assert.equal(decoded.pack.pack, 'pk-assumed')
    assert.equal(errorOf({ pack: 'pk-bill-2022', person: { born_on: null } }), null)
  })

  const refusals: readonly (readonly [string, object, string])[] = [
    ['an unknown key', { note: 'x' }, '$.note'],
    [
      'an unknown key deep down',
      { custody: [{ from_on: '2024-02-12', to_on: null, note: 1 }] },
      '$.custody[0].note',
    ],
    [
      'a missing key',
      { convictions: [{ ...exampleConviction, victim: undefined }] },
      '$.convictions[0].victim',
    ],
    ['a day the calendar lacks', { on: '2025-02-29' }, '$.on'],
    ['a number for a date', { on: 20250910 }, '$.on'],
    [
      'an interval that ends before it begins',
      { custody: interval('2024-02-12', '2024-02-11') },
      '$.custody[0].to_on',
    ],
    [
      'a date that is none in an interval',
      { hospital: interval('2024-02-12', 'soon') },
      '$.hospital[0].to_on',
    ],
    ['a null where none is allowed', { abroad: interval(null, null) }, '$.abroad[0].from_on'],
    ['an object for a list', { no_fixed_abode: {} }, '$.no_fixed_abode'],
    ['a list for an object', { person: [] }, '$.person'],
    ['an unknown pack', { pack: 'pk-other' }, '$.pack'],
    ['a pack that is no text', { pack: null }, '$.pack'],
    ['an empty case id', { case_id: '' }, '$.case_id'],
    [
      'an unknown duty',
      { served: [{ duty: 'confirm', at: '2025-03-03T10:00:00+05:00', language: 'ur' }] },
      '$.served[0].duty',
    ],
    [
      'an instant without its offset',
      { outages: [{ from_at: '2025-09-03T06:00:00', to_at: null }] },
      '$.outages[0].from_at',
    ],
    [
      'an outage that ends before it begins',
      { outages: [{ from_at: '2025-09-03T06:00:00+05:00', to_at: '2025-09-03T00:59:59Z' }] },
      '$.outages[0].to_at',
    ],
    [
      'a return before the departure',
      { trips: [{ ...trip, returns_at: '2025-12-20T03:59:59+05:00' }] },
      '$.trips[0].returns_at',
    ],
    ['an id given twice', { trips: [trip, { ...trip, kind: 'inside' }] }, '$.trips[1].trip_id'],
    ['a notice of a change that names none', { notices: [{ ...notice, about: null }] }, '$.notices[0].about'],
    [
      'a country in words',
      { convictions: [{ ...exampleConviction, country: 'Pakistan' }] },
      '$.convictions[0].country',
    ],
    [
      'a flag in words',
      { convictions: [{ ...exampleConviction, juvenile: 'no' }] },
      '$.convictions[0].juvenile',
    ],
    [
      'an unknown result of a visit',
      { visits: [{ on: '2025-07-01', result: 'away' }] },
      '$.visits[0].result',
    ],
  ]
  for (const [what, change, path] of refusals) {
    it(`are refused for ${what}, at ${path}`, () => assert.equal(errorOf(change)?.[0], path))
  }

  it('that are no object have no case id', () => {
    assert.deepEqual(decodeFacts([]), {
      ok: false,
      case_id: null,
      error: { path: '$', problem: 'must be an object' },
    })
    const nameless = decodeFacts({ ...exampleFacts, case_id: 7 })
    assert.ok(!nameless.ok && nameless.case_id === null)
  })

  it('are refused for the lack of any one key, and that key is named', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(exampleFacts)), (key) => {
        const { [key]: _, ...others } = { ...exampleFacts } as Record<string, unknown>
        const decoded = decodeFacts(others)
        assert.ok(!decoded.ok)
        assert.deepEqual(decoded.error, { path: `$.${key}`, problem: 'missing' })
      }),
    )
  })

  it('never break the reader, whatever they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) =>
        assert.ok('error' in JSON.parse(resultLine(JSON.stringify(value)))),
      ),
    )
  })
})

describe('a line', () => {
  it('that is not JSON gets an error of its own', () => {
    assert.equal(resultLine('{'), '{"case_id":null,"error":{"path":"$","problem":"not JSON"}}')
  })
  it('with a wrong value names its case and the place', () => {
    const line = JSON.stringify({ ...exampleFacts, custody: interval('2024-02-12', '2024-02-11') })
    assert.deepEqual(JSON.parse(resultLine(line)), {
      case_id: 'c1',
      error: { path: '$.custody[0].to_on', problem: 'before from_on' },
    })
  })
})
