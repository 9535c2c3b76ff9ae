import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { InventedConviction, InventedPerson } from './invented-person.ts'
import { inventPeople, inventPerson, originalOf, recordAgain } from './person.ts'
import { type InventedDistrict, type InventedStation, inventedWorld } from './world.ts'

/** The rows of a reference file; those read here quote nothing. */
function reference(file: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../../database/reference/${file}`, import.meta.url), 'utf8')
  assert.ok(!text.includes('"'))
  const [head = '', ...lines] = text.trim().split('\n')
  const columns = head.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? '']))
  })
}

const districts = reference('districts.csv').map(
  (row) =>
    ({ ...row, pop_2023: row['pop_2023'] ? Number(row['pop_2023']) : null }) as unknown as InventedDistrict,
)
const stations = reference('stations.csv') as unknown as InventedStation[]
const today = '2026-11-23'
const world = inventedWorld({ districts, stations, today })
const people = [...inventPeople(1, 0, 2_000, world)]
const any_index = fc.integer({ min: 0, max: 5_000_000 })
const any_seed = fc.integer({ min: 0, max: 2 ** 31 })

const share = (part: number, whole: number): number => part / whole
const main = (person: InventedPerson, script: string): string =>
  person.names.find(({ kind, script: its }) => kind === 'name' && its === script)?.text ?? ''

describe('an invented person', () => {
  it('is the same whoever makes it, alone or after a million others', () => {
    fc.assert(
      fc.property(any_seed, any_index, (seed, index) => {
        assert.deepEqual(inventPerson(seed, index, world), inventPerson(seed, index, world))
      }),
      { numRuns: 50 },
    )
    assert.deepEqual(inventPerson(1, 1_234, world), people[1_234])
  })

  it('is another person under another seed', () => {
    const others = [...inventPeople(2, 0, 2_000, world)]
    const alike = people.filter(
      (person, index) => main(person, 'Arab') === main(others[index] ?? person, 'Arab'),
    )
    assert.ok(alike.length < 100, `${alike.length} of 2,000 names agree`)
  })

  it('has its name in Urdu and in Roman letters, and most have further spellings', () => {
    for (const person of people) {
      assert.match(main(person, 'Arab'), /^[\u0600-\u06ff ]+$/)
      assert.match(main(person, 'Latn'), /^[A-Za-z.\- ]+$/)
    }
    const several = people.filter(({ names }) => names.filter((n) => n.kind === 'name').length > 2)
    assert.ok(share(several.length, people.length) > 0.8)
  })

  it('is entered a second time in 3 of 100 records, always as somebody recorded earlier', () => {
    const second = people.filter(({ duplicate_of }) => duplicate_of !== null)
    assert.ok(Math.abs(share(second.length, people.length) - 0.03) <= 0.005)
    for (const { index, duplicate_of } of second) {
      assert.equal(originalOf(1, index), duplicate_of)
      assert.ok(duplicate_of !== null && duplicate_of < index && originalOf(1, duplicate_of) === null)
    }
  })

  it('keeps its sex and, where a number stays, all but one or two digits of it in the second record', () => {
    const kept = { same: 0, wrong: 0, missing: 0 }
    for (const again of people.filter(({ duplicate_of }) => duplicate_of !== null)) {
      const first = people[again.duplicate_of ?? 0]
      assert.equal(again.sex, first?.sex)
      const [was, is] = [first, again].map(
        (person) => person?.documents.find(({ kind }) => kind === 'cnic')?.number,
      )
      if (was && is) {
        const differing = [...was].filter((digit, place) => digit !== is[place]).length
        assert.ok(differing <= 2)
        kept[differing === 0 ? 'same' : 'wrong'] += 1
      } else if (was) kept.missing += 1
    }
    assert.ok(kept.same > 0 && kept.wrong > 0 && kept.missing > 0, JSON.stringify(kept))
  })

  it('can be recorded once more by any other office, as a query whose answer is known', () => {
    const again = recordAgain(1, 3_000_007, 7, world)
    assert.equal(again.duplicate_of, 7)
    assert.equal(again.sex, people[7]?.sex)
  })
})

describe('documents of invented people', () => {
  const cnics = people.flatMap(({ documents, sex, duplicate_of }) =>
    documents.filter(({ kind }) => kind === 'cnic').map(({ number }) => ({ number, sex, duplicate_of })),
  )

  it('are CNICs that begin with 9, which no province uses, and end odd for men and even for women', () => {
    for (const { number, sex } of cnics) {
      assert.match(number, /^9\d{4}-\d{7}-\d$/)
      assert.equal(Number(number.at(-1)) % 2, sex === 'male' ? 1 : 0)
    }
  })

  it('are never shared by two people', () => {
    const originals = cnics.filter(({ duplicate_of }) => duplicate_of === null)
    assert.equal(new Set(originals.map(({ number }) => number)).size, originals.length)
  })

  it('are missing for about 12 of 100, and passports are of the series ZZ', () => {
    const without = people.filter((p) => p.duplicate_of === null && p.documents.length === 0).length
    assert.ok(Math.abs(share(without, people.length) - 0.12) < 0.025, `${without} without`)
    const passports = people.flatMap(({ documents }) => documents.filter(({ kind }) => kind === 'passport'))
    assert.ok(passports.length > 0)
    for (const { number } of passports) assert.match(number, /^ZZ\d{7}$/)
  })

  it('come with phones of a range without an operator, or none', () => {
    for (const { phone } of people) assert.ok(phone === null || /^0399-\d{7}$/.test(phone))
    assert.ok(people.some(({ phone }) => phone === null))
  })
})

describe('names of invented people', () => {
  it('are skewed: Muhammad opens a fifth or more, the ten most common words make up over a third of all', () => {
    const words = people.flatMap((person) => main(person, 'Arab').split(' '))
    const counts = [...Map.groupBy(words, (word) => word).entries()]
      .map(([word, all]) => ({ word, count: all.length }))
      .sort((a, b) => b.count - a.count)
    assert.equal(counts[0]?.word, 'محمد')
    assert.ok(share(counts[0].count, people.length) > 0.2)
    const top = counts.slice(0, 10).reduce((sum, { count }) => sum + count, 0)
    assert.ok(share(top, words.length) > 1 / 3, `${top} of ${words.length}`)
    assert.ok(counts.filter(({ count }) => count < 10).length > 60, 'and many words are rare')
  })

  it("carry a father's or a husband's name unless a second office forgot it, and '@' names for some", () => {
    const kinless = people.filter(
      ({ names }) => !names.some(({ kind }) => kind === 'father' || kind === 'husband'),
    )
    assert.ok(kinless.every(({ duplicate_of }) => duplicate_of !== null))
    const aliased = people.filter(({ names }) => names.some(({ kind }) => kind === 'alias'))
    assert.ok(aliased.length > 200 && aliased.length < 800)
  })
})

describe('the first 2,000 invented people', () => {
  it('live in every current district, each under a station of his own district', () => {
    const lived_in = new Set(people.map(({ district_id }) => district_id))
    const current = districts.filter(({ status }) => status === 'current')
    assert.deepEqual(
      current.filter(({ district_id }) => !lived_in.has(district_id)),
      [],
    )
    const district_of = new Map(stations.map((station) => [station.station_id, station.district_id]))
    for (const { station_id, district_id } of people) assert.equal(district_of.get(station_id), district_id)
  })

  const both_tests =
    'PPC-292A PPC-371A PPC-371B PPC-375 PPC-375A PPC-376 PPC-377 PPC-377A PPC-377B PECA-21 PECA-22'
  const repealed = 'PPC-292B PPC-292C'
  const s24_only = 'PPC-336A PPC-336B PPC-354 PPC-354A PPC-365B PPC-366A PPC-366B PPC-367A'
  const s2h = new Set(`${both_tests} ${repealed}`.split(' '))
  const s24 = new Set([...s2h, ...s24_only.split(' ')])
  const last = ({ appeal }: InventedConviction) => appeal.at(-1)?.event
  const eighteenBy = (person: InventedPerson, on: string) =>
    person.born_on === null || `${Number(person.born_on.slice(0, 4)) + 18}${person.born_on.slice(4)}` <= on

  type Seen = (conviction: InventedConviction, person: InventedPerson) => boolean
  const states: Record<string, Seen> = {
    'both tests': ({ offence, victim }) => s2h.has(offence) && victim !== 'other',
    'only s2h': ({ offence, victim }) => s2h.has(offence) && victim === 'other',
    'only s24': ({ offence, victim }) => !s2h.has(offence) && s24.has(offence) && victim !== 'other',
    'outside the catalogue': ({ offence }) => !s24.has(offence),
    'juvenile by birth date': ({ offence_on }, person) => !eighteenBy(person, offence_on),
    'juvenile by flag, birth date unknown': ({ juvenile }, { born_on }) => juvenile && born_on === null,
    'foreign, without FIR': ({ country, fir }) => country !== 'PK' && fir === null,
    'Azad Jammu and Kashmir': ({ jurisdiction }) => jurisdiction === 'PK-JK',
    'Gilgit-Baltistan': ({ jurisdiction }) => jurisdiction === 'PK-GB',
    probation: ({ disposal }) => disposal === 'probation',
    'conditional discharge': ({ disposal }) => disposal === 'conditional_discharge',
    fine: ({ disposal, sentence }) => disposal === 'fine' && sentence.fine_pkr > 0,
    life: ({ sentence }) => sentence.life,
    'before entries start': ({ convicted_on }) => convicted_on < '2024-01-01',
    acquitted: (conviction) => last(conviction) === 'acquitted',
    'set aside': (conviction) => last(conviction) === 'set_aside',
    restored: (conviction) => last(conviction) === 'restored',
    'appeal pending': (conviction) => last(conviction) === 'filed',
    'appeal dismissed': (conviction) => last(conviction) === 'dismissed',
    'appeal withdrawn': (conviction) => last(conviction) === 'withdrawn',
    'repealed after the offence': (c) => repealed.includes(c.offence) && c.offence_on < '2023-01-01',
    'repealed before the offence': (c) => repealed.includes(c.offence) && c.offence_on >= '2023-01-01',
    'not released': (_, { custody }) => custody.at(-1)?.to_on === null,
    released: (c, { custody }) =>
      custody.some(({ to_on }) => to_on !== null && to_on >= c.convicted_on && to_on <= today),
    'custody after release': (_, { custody }) => custody.length > 1,
    'surrendered after the judgment': (c, { custody }) => (custody[0]?.from_on ?? '') > c.convicted_on,
    'a second conviction': ({ conviction_id }) => conviction_id === 'k2',
    'in hospital': (_, { hospital }) => hospital.length > 0,
    abroad: (_, { abroad }) => abroad.length > 0,
    'no fixed abode': (_, { no_fixed_abode }) => no_fixed_abode.length > 0,
  }
  for (const [state, seen] of Object.entries(states)) {
    it(`show the state: ${state}`, () => {
      assert.ok(people.some((person) => person.convictions.some((conviction) => seen(conviction, person))))
    })
  }

  it('are convicted of every offence that either test names', () => {
    const offences = new Set(people.flatMap(({ convictions }) => convictions.map(({ offence }) => offence)))
    assert.deepEqual(
      [...s24].filter((offence) => !offences.has(offence)),
      [],
    )
  })

  it('have left the register in part once ten years have passed since a release', () => {
    const later = inventedWorld({ districts, stations, today: '2040-01-01' })
    const ended = [...inventPeople(1, 0, 2_000, later)].filter(({ convictions, custody }) => {
      const release = custody.at(-1)?.to_on
      return convictions.every((c) => c.convicted_on >= '2024-01-01') && release && release < '2030-01-01'
    })
    assert.ok(ended.length > 10)
  })
})

describe('an invented history', () => {
  it('runs forward: offence, judgment and appeals in order, nothing decided after today, custody in order', () => {
    const any_day = fc
      .integer({ min: 0, max: 6_000 })
      .map((days) => new Date(Date.UTC(2025, 6, 1 + days)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(any_seed, any_index, any_day, (seed, index, day) => {
        const person = inventPerson(seed, index, inventedWorld({ districts, stations, today: day }))
        for (const { offence_on, convicted_on, appeal } of person.convictions) {
          const days = [offence_on, convicted_on, ...appeal.map(({ on }) => on)]
          assert.deepEqual(days, days.toSorted())
          assert.ok(offence_on < convicted_on && (days.at(-1) ?? '') <= day, `${days} on ${day}`)
        }
        const bounds = person.custody.flatMap(({ from_on, to_on }) => [from_on, to_on ?? '9999-12-31'])
        assert.deepEqual(bounds, bounds.toSorted())
        assert.ok(person.born_on !== null || (person.age_years !== null && person.age_years >= 13))
      }),
      { numRuns: 200 },
    )
  })

  it('is refused for a day before which appeals of the first judgments could not be decided', () => {
    assert.throws(() => inventedWorld({ districts, stations, today: '2025-06-30' }), RangeError)
  })
})
