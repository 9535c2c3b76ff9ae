import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { DISCLOSED_FIELDS } from '../../law/checks.ts'
import { EMERGENCIES } from '../../law/emergencies.ts'
import { findSource } from '../../law/sources.ts'
import { followUpFault, isEscalated, reviewClock } from './review.ts'
import { isReadable, type Post, readExactNumber, referenceFaults } from './use.ts'

const { disclosure, ...values } = EMERGENCIES

describe('the law of the emergency access', () => {
  it('gives whole numbers above nothing, each assumed, with its reason in both languages', () => {
    for (const [name, { value, basis, status, reason_en, reason_ur }] of Object.entries(values)) {
      assert.ok(Number.isInteger(value) && value > 0, name)
      assert.deepEqual([status, findSource(basis) !== undefined], ['assumed', true], name)
      assert.match(reason_en, /\.$/, name)
      assert.match(reason_ur, /۔$/, name)
    }
  })
  it('shows less than an answer may: no court, no day, and nothing outside the closed list', () => {
    assert.ok(findSource(disclosure.basis))
    assert.ok(disclosure.fields.every((field) => DISCLOSED_FIELDS.includes(field)))
    assert.ok(!disclosure.fields.some((field) => field === 'court' || field === 'convicted_on'))
  })
})

describe('a number that names one person', () => {
  const read = (typed: string) => readExactNumber(typed, 2026)
  it('is a whole CNIC, passport or record number in any digits', () => {
    assert.deepEqual(read('۹۱۲۳۴-۵۶۷۸۹۰۱-۳'), { kind: 'cnic', number: '9123456789013' })
    assert.deepEqual(read('ab 1234567'), { kind: 'passport', number: 'AB1234567' })
    assert.deepEqual(read('NSOR-2026-000123'), { kind: 'record_number', number: 'NSOR-2026-000123' })
  })
  it('is no name, no FIR, no bare serial and no part of a CNIC, whatever is typed', () => {
    for (const typed of [
      '',
      'Muhammad Bashir',
      'محمد بشیر',
      'FIR 117/24 Saddar Multan',
      '123',
      '91234-5678901',
    ])
      assert.equal(read(typed), undefined, typed)
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const found = read(typed)
        return found === undefined || /\d{6}/.test(found.number)
      }),
    )
  })
})

describe('the paper of a use', () => {
  const rules = (
    reference: Partial<Parameters<typeof referenceFaults>[0]>,
    district: string | null,
    post: Partial<Post>,
  ) =>
    referenceFaults(
      { kind: 'diary', station_id: 'saddar', on: '2026-03-10', ...reference },
      district,
      { role: 'investigator', district_id: 'multan', station_id: null, ...post },
      '2026-03-10',
    ).map(({ rule }) => rule)
  const head = { role: 'station_head' as const, station_id: 'saddar' }
  const bureau = { role: 'bureau_officer' as const, district_id: null }
  const CASES: [string, string[], string[]][] = [
    ['an own district’s paper is a ground', rules({}, 'multan', {}), []],
    ['another district’s is none', rules({}, 'vehari', {}), ['other_place']],
    ['a station that does not exist is none', rules({}, null, {}), ['other_place']],
    ['an investigator names the station', rules({ station_id: null }, null, {}), ['station_needed']],
    ['a station head has his own', rules({}, 'multan', head), []],
    ['and no other of his district', rules({ station_id: 'cantt' }, 'multan', head), ['other_place']],
    ['the Bureau has its own diary', rules({ station_id: null }, null, bureau), []],
    ['and no station’s', rules({}, 'multan', bureau), ['other_place']],
    ['nor an FIR', rules({ station_id: null, kind: 'fir' }, null, bureau), ['diary_only']],
    ['a diary entry is of today or two days before', rules({ on: '2026-03-08' }, 'multan', {}), []],
    ['not of three', rules({ on: '2026-03-07' }, 'multan', {}), ['too_old']],
    ['an FIR may be old', rules({ kind: 'fir', on: '2025-03-07' }, 'multan', {}), []],
    ['but not of tomorrow', rules({ kind: 'fir', on: '2026-03-11' }, 'multan', {}), ['in_future']],
  ]
  for (const [name, found, wanted] of CASES) it(name, () => assert.deepEqual(found, wanted))
})

describe('the clock of a review', () => {
  const at = (now: string, is_reviewed = false) =>
    reviewClock({ used_at: '2026-03-10T10:00:00Z', is_reviewed }, now)
  it('runs 72 hours, is near on the last day, and late after it', () => {
    assert.deepEqual(
      [at('2026-03-12T10:00:00Z')?.is_near, at('2026-03-12T10:00:01Z')?.is_near],
      [false, true],
    )
    assert.deepEqual(
      [at('2026-03-13T10:00:00Z')?.is_late, at('2026-03-13T10:00:01Z')?.is_late],
      [false, true],
    )
    assert.equal(at('2026-03-13T10:00:01Z')?.is_near, false)
    assert.equal(at('2026-03-13T10:00:01Z', true), null)
  })
  it('decides with two other facts whether the Bureau’s supervisor reviews', () => {
    const all = [true, false]
    for (const is_of_bureau of all)
      for (const has_district_officer of all)
        for (const is_late of all)
          assert.equal(
            isEscalated({ is_of_bureau, has_district_officer, is_late }),
            is_of_bureau || is_late || !has_district_officer,
          )
  })
})

it('what was opened is read up to half an hour, not at its end, and not once it was found without reason', () => {
  const at = (now: string, finding: string | null = null) =>
    isReadable({ until_at: '2026-03-10T10:30:00Z', finding }, now)
  assert.equal(at('2026-03-10T10:29:59.999Z'), true)
  assert.equal(at('2026-03-10T10:30:00Z'), false)
  assert.deepEqual(
    [at('2026-03-10T10:01:00Z', 'justified'), at('2026-03-10T10:01:00Z', 'not_justified')],
    [true, false],
  )
})

it('what an administrator says was done must have been done', () => {
  const officer = { is_suspended: false, has_posting: true }
  assert.equal(followUpFault('suspended', officer), 'not_suspended')
  assert.equal(followUpFault('suspended', { ...officer, is_suspended: true }), null)
  assert.equal(followUpFault('posting_ended', officer), 'posting_goes_on')
  assert.equal(followUpFault('posting_ended', { ...officer, has_posting: false }), null)
  assert.equal(followUpFault('kept', officer), null)
})
