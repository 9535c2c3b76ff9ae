import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { emptyDraftBody } from '../../contract/draft-body.ts'
import type { Draft } from '../draft/draft.ts'
import { matchKeys } from './match.ts'

const empty: Draft = emptyDraftBody()
const draft = (
  person: Partial<Draft['person']> = {},
  conviction: Partial<Draft['conviction']> = {},
): Draft => ({
  ...empty,
  person: {
    ...empty.person,
    names: [
      { kind: 'name', script: 'Latn', text: 'Muhammad Bashir' },
      { kind: 'father', script: 'Latn', text: 'Allah Ditta' },
      { kind: 'alias', script: 'Latn', text: 'Sheeda' },
    ],
    ...person,
  },
  conviction: {
    ...empty.conviction,
    ...{ fir_station: 'Saddar Multan', fir_year: 2024, fir_number: 117, convicted_on: '2025-02-11' },
    ...conviction,
  },
})
const meets = (a: Draft, b: Draft) => matchKeys(a).some((key) => matchKeys(b).includes(key))
const CNIC = { documents: [{ kind: 'cnic', number: '9123456789013' }] } as const

describe('an expected conviction is met', () => {
  const same: [what: string, other: Draft][] = [
    ['by the same facts', draft()],
    [
      'when the station is spelt with other spaces and capitals',
      draft({}, { fir_station: 'saddar  MULTAN' }),
    ],
    ['when other sections were written', draft({}, { offences: ['PPC-376', 'PPC-506'] })],
    ['when one of the two gives a CNIC and both give the name', draft(CNIC)],
  ]
  for (const [what, other] of same) it(what, () => assert.ok(meets(draft(), other)))
  it('by the CNIC, whatever the name', () => {
    assert.ok(meets(draft({ ...CNIC, names: [] }), draft(CNIC)))
  })
})

describe('an expected conviction is not met', () => {
  const others: [what: string, other: Draft][] = [
    [
      'by another accused of the same FIR',
      draft({ names: [{ kind: 'name', script: 'Latn', text: 'Akram' }] }),
    ],
    ['by a man of the same name with another father', draft({ names: draft().person.names.slice(0, 1) })],
    ['by another FIR', draft({}, { fir_number: 118 })],
    ['by another judgment', draft({}, { convicted_on: '2025-02-12' })],
  ]
  for (const [what, other] of others) it(what, () => assert.ok(!meets(draft(), other)))
  it('while the FIR, the judgment or the person is not known', () => {
    for (const field of ['fir_station', 'fir_year', 'fir_number', 'convicted_on'])
      assert.deepEqual(matchKeys(draft({}, { [field]: null })), [])
    assert.deepEqual(matchKeys(draft({ names: [] })), [])
  })
})
