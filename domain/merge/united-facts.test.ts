import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findPack } from '../../law/packs.ts'
import { type CaseResult, evaluate } from '../duty/evaluate.ts'
import { exampleConviction, exampleFacts } from '../duty/example-facts.ts'
import { duty_names } from '../duty/facts.ts'
import { convictionOf } from '../eligibility/judgment.ts'
import { type Link, membersOf, mergeLinks, replay, splitLinks } from './identities.ts'
import { type RecordFacts, uniteFacts } from './united-facts.ts'

const ON = '2026-11-26'
const pack = findPack('pk-assumed')
assert.ok(pack)
const used = pack

const { on: _, pack: __, convictions: ___, ...example } = exampleFacts
const { offence, ...judgment } = exampleConviction
const desk = { station_id: 'pb_multan_saddar', from_on: null, closed_desks: [], outages: [] }
const record = (more: Partial<RecordFacts> = {}): RecordFacts => ({
  ...{ ...example, judgments: [{ ...judgment, offences: [offence] }], desks: [desk] },
  ...more,
})

function dutiesOf(records: readonly RecordFacts[]): CaseResult {
  const { judgments, desks, ...facts } = uniteFacts(records)
  const convictions = judgments.map((one) => convictionOf(one, facts.person, used, ON))
  return evaluate({ ...facts, on: ON, pack: used.pack, convictions }, used, [], desks)
}
const owed = ({ duties }: CaseResult) => duties.map(({ duty, due_on, state }) => [duty, due_on, state])

/** The same person written down again elsewhere: other ids, the same life. */
const again = (one: RecordFacts, tag: string): RecordFacts => ({
  ...one,
  case_id: `${one.case_id}${tag}`,
  judgments: one.judgments.map((each) => ({ ...each, conviction_id: `${each.conviction_id}${tag}` })),
  changes: one.changes.map((each) => ({ ...each, change_id: `${each.change_id}${tag}` })),
  trips: one.trips.map((each) => ({ ...each, trip_id: `${each.trip_id}${tag}` })),
  notices: one.notices.map((each) => ({
    ...each,
    notice_id: `${each.notice_id}${tag}`,
    about: each.about === null ? null : `${each.about}${tag}`,
  })),
})

describe('a person of several records', () => {
  it('is on the register for the longest of his periods, and owes each duty once', () => {
    const served = duty_names.map((duty) => ({ duty, at: '2025-03-03T10:00:00+05:00', language: 'ur' }))
    const changes = [{ change_id: 'a1', kind: 'address' as const, on: '2026-06-10' }]
    const first = record({ served, changes })
    const second = again(
      record({
        ...{ served, changes },
        judgments: [
          { ...judgment, offences: [offence], offence_on: '2024-01-05', convicted_on: '2024-06-01' },
        ],
        custody: [{ from_on: '2024-06-01', to_on: '2026-03-03' }],
      }),
      'b',
    )
    const [one, other, both] = [dutiesOf([first]), dutiesOf([second]), dutiesOf([first, second])]
    // Custody of either is his: 3 Mar 2024 to 3 Mar 2026 is one time inside, and nothing fell due in it.
    assert.deepEqual([one.registration.ends_on, other.registration.ends_on], ['2035-03-03', '2036-03-03'])
    assert.equal(both.registration.ends_on, '2036-03-03')
    assert.equal(both.registration.starts_on, '2024-02-12')
    const confirmations = both.duties.filter(({ duty }) => duty === 'confirm_in_person')
    assert.equal(new Set(confirmations.map(({ due_on }) => due_on)).size, confirmations.length)
    const moved = both.duties.filter(({ duty }) => duty === 'notify_address_change')
    assert.equal(moved.length, 1)
  })
  it('has told what he told at either station', () => {
    const untold = record({ notices: [] })
    const told = again(record(), 'b')
    assert.ok(owed(dutiesOf([untold])).some(([, , state]) => state === 'overdue'))
    assert.deepEqual(owed(dutiesOf([untold, told])), owed(dutiesOf([record()])))
  })
  it('written down twice owes what he owes once, whoever wrote first', () => {
    fc.assert(
      fc.property(life, (facts) => {
        const alone = dutiesOf([facts])
        const twice = dutiesOf([facts, again(facts, 'b')])
        assert.deepEqual(owed(twice), owed(alone))
        assert.deepEqual(
          dutiesOf([again(facts, 'b'), facts]).registration.ends_on,
          alone.registration.ends_on,
        )
        assert.equal(twice.standing, alone.standing)
        for (const key of ['status', 'starts_on', 'released_on', 'ends_on'] as const)
          assert.equal(twice.registration[key], alone.registration[key])
      }),
      { numRuns: 150 },
    )
  })
  it('owes after any merges and splits what he would owe had his records always been together', () => {
    const ids = ['a', 'b', 'c', 'd']
    const older = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
    const step = fc.record({
      is_merge: fc.boolean(),
      of: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 }),
    })
    fc.assert(
      fc.property(
        fc.array(life, { minLength: 4, maxLength: 4 }),
        fc.array(step, { maxLength: 10 }),
        (lives, steps) => {
          const recordOf = new Map(ids.map((id, at) => [id, again(lives[at] ?? record(), id)]))
          const owedBy = (state: ReadonlyMap<string, string>, id: string) => {
            const members = membersOf(state, id, older)
            return { members, result: dutiesOf(members.flatMap((of) => recordOf.get(of) ?? [])) }
          }
          const alone = new Map(ids.map((id) => [id, dutiesOf([recordOf.get(id) ?? record()])]))
          const links: Link[] = []
          const seen = new Map<string, CaseResult>()
          for (const { is_merge, of } of steps) {
            const [one = '', other = ''] = of
            const state = replay(links)
            links.push(
              ...(is_merge ? mergeLinks(state, one, other, older) : (splitLinks(state, [one], older) ?? [])),
            )
            for (const id of ids) {
              const { members, result } = owedBy(replay(links), id)
              // Whichever way they came together: the same records owe the same.
              const before = seen.get(members.join(' '))
              if (before) assert.deepEqual(result, before)
              seen.set(members.join(' '), result)
              if (members.length === 1) assert.deepEqual(result, alone.get(id))
            }
          }
          // Taken apart again, everybody owes exactly what he owed.
          for (const id of ids) links.push(...(splitLinks(replay(links), [id], older) ?? []))
          for (const id of ids) assert.deepEqual(owedBy(replay(links), id).result, alone.get(id))
        },
      ),
      { numRuns: 60 },
    )
  })
})

const day = fc
  .integer({ min: 0, max: 1000 })
  .map((days) => Temporal.PlainDate.from('2024-02-12').add({ days }).toString())
const instant = fc
  .integer({ min: 0, max: 1000 * 24 })
  .map((hours) =>
    Temporal.Instant.from('2024-02-12T03:00:00Z').add({ hours }).toString({ smallestUnit: 'millisecond' }),
  )
const life = fc
  .record({
    convicted_on: day,
    out_after: fc.integer({ min: 0, max: 400 }),
    served_at: instant,
    changes: fc.uniqueArray(
      fc.record({ kind: fc.constantFrom('name' as const, 'address' as const), on: day }),
      {
        ...{ maxLength: 3, selector: ({ kind, on }: { kind: string; on: string }) => `${kind} ${on}` },
      },
    ),
    trips: fc.uniqueArray(instant, { maxLength: 2 }),
    notices: fc.array(
      fc.record({
        duty: fc.constantFrom(...duty_names),
        about: fc.constantFrom('c0', 'c1', 't0', 't1'),
        received_at: instant,
      }),
      { maxLength: 5 },
    ),
  })
  .map((drawn): RecordFacts => {
    const { convicted_on, out_after, served_at } = drawn
    const to_on = Temporal.PlainDate.from(convicted_on).add({ days: out_after }).toString()
    return record({
      case_id: 'r',
      judgments: [{ ...judgment, offences: [offence], appeal: [], convicted_on }],
      custody: [{ from_on: convicted_on, to_on }],
      served: duty_names.map((duty) => ({ duty, at: served_at, language: 'ur' })),
      changes: drawn.changes.map((one, at) => ({ change_id: `c${at}`, ...one })),
      trips: drawn.trips.map((departs_at, at) => ({
        ...{ trip_id: `t${at}`, kind: 'abroad' as const, departs_at, returns_at: null, cancelled_at: null },
      })),
      notices: drawn.notices.map((one, at) => ({
        ...{ ...one, notice_id: `n${at}` },
        about: one.duty === 'confirm_in_person' ? null : one.about,
      })),
      visits: [],
    })
  })
