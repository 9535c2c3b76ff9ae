// Two calculators, written apart from one text: where they differ, one of them is wrong.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import pg from 'pg'
import { decodeFacts } from '../../domain/duty/decode.ts'
import { evaluate } from '../../domain/duty/evaluate.ts'
import type { Facts } from '../../domain/duty/facts.ts'
import { hard_cases } from '../../domain/duty/hard-cases.ts'
import { likelyFacts, unlikelyFacts } from '../../domain/invented/duty-facts.ts'
import { defaultPack, listPacks, type Pack, type PackContent } from '../../law/packs.ts'
import { openTestRegister } from '../../tests/support/register.ts'
import { firstAnswer } from './first-answer.ts'
import { answerCases, type PackSet, prepareSecond } from './second-calculator.ts'

const register = await openTestRegister()
const shipped: readonly PackSet[] = listPacks().map((pack) => ({ name: pack.pack, packs: [pack] }))

/** The default pack with some values changed, in force from a day. */
function changed(pack: string, in_force_from: string | null, values: Partial<PackContent>): Pack {
  const given = Object.entries(values).map(([name, value]) => [
    name,
    { ...defaultPack().values[name as keyof PackContent], value },
  ])
  return {
    ...defaultPack(),
    pack,
    in_force_from,
    values: { ...defaultPack().values, ...Object.fromEntries(given) },
  }
}
const quarterly = changed('quarterly', '2025-05-15', {
  ...{
    confirm_every_months: 3,
    notify_address_change_days: 3,
    notify_travel_abroad_days: 21,
    abroad_cap_days: 30,
  },
  ...{ after_pause_days: 14, confirm_window_days: 30, closed_weekdays: ['friday', 'saturday'] },
  ...{ notify_absence_hours: 48, desk_hours: { opens: '09:30', closes: '13:00' } },
})
const strict = changed('strict', '2026-08-01', {
  ...{ eligibility_policy: 'both', period_years: 2, custody_extends_period: false, appeal_effect: 'suspend' },
  ...{ surrender_days: 0, confirm_after_no_fixed_abode_months: 2, holidays: [], due_soon_days: 60 },
})
const yearly = changed('yearly', '2026-02-01', { confirm_every_months: 12 })
const suspending = changed('suspending', null, { appeal_effect: 'suspend', notify_absence_hours: 200 })
const successions: readonly PackSet[] = [
  { name: 'two', packs: [defaultPack(), quarterly] },
  { name: 'three', packs: [defaultPack(), quarterly, strict] },
  { name: 'longer', packs: [defaultPack(), yearly] },
  { name: 'suspending', packs: [suspending] },
  { name: 'suspending, then not', packs: [suspending, quarterly] },
]

async function second(sets: readonly PackSet[], facts: readonly Facts[]): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: register.url('postgres') })
  await client.connect()
  try {
    await prepareSecond(client, sets)
    return await answerCases(client, sets, facts)
  } finally {
    await client.end()
  }
}

/** By the packs in force on the day asked; of those, the last decides. */
function first(sets: readonly PackSet[], facts: Facts): string {
  const packs = sets.find(({ name }) => name === facts.pack)?.packs ?? []
  const known = packs.filter(({ in_force_from }, at) => at === 0 || (in_force_from ?? '') <= facts.on)
  const pack = known.at(-1)
  if (pack === undefined) throw new RangeError(facts.pack)
  return firstAnswer(evaluate(facts, pack, known.slice(0, -1)))
}

async function assertAgreed(sets: readonly PackSet[], facts: readonly Facts[]) {
  const answers = await second(sets, facts)
  for (const [at, one] of facts.entries()) assert.equal(answers[at], first(sets, one), JSON.stringify(one))
  return answers
}
const many = (count: number, make: (index: number) => Facts) =>
  Array.from({ length: count }, (_, at) => make(at))

const folder = new URL('../../../shared/data/duties/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n')

describe('the second calculator', () => {
  it('comes out as expected in each worked case', {
    skip: !existsSync(folder) && 'no cases beside',
  }, async () => {
    const cases = read('facts.jsonl').map((line): Facts => {
      const decoded = decodeFacts(JSON.parse(line))
      assert.ok(decoded.ok)
      return decoded.facts
    })
    const answers = await second(shipped, cases)
    const expected = read('expected.jsonl').map((line) => firstAnswer(JSON.parse(line)))
    assert.deepEqual(answers, expected)
  })
  it('agrees with the first where a date hangs by a day or a second', async () => {
    await assertAgreed(
      shipped,
      hard_cases.map(({ facts }) => facts),
    )
  })
  it('agrees with the first on likely people', async () => {
    await assertAgreed(
      shipped,
      many(2000, (at) => likelyFacts(2, at)),
    )
  })
  it('agrees with the first on unlikely people, among whom every state and standing appears', async () => {
    const answers = await assertAgreed(
      shipped,
      many(4000, (at) => unlikelyFacts(3, at)),
    )
    for (const word of [
      ...['met', 'met_late', 'unmet', 'paused', 'overdue', 'due', 'not_due'].map((state) => `,${state},`),
      ...['in_custody', 'abroad', 'whereabouts_unknown', 'late', 'compliant'].map(
        (standing) => `|${standing}|`,
      ),
      ...['active', 'ended', 'review', 'void', 'not_registrable'].map((status) => `|${status}|`),
    ])
      assert.ok(
        answers.some((answer) => answer.includes(word)),
        word,
      )
  })
  it('agrees with the first while packs follow one another', async () => {
    const named = (at: number) => successions[at % successions.length]?.name ?? ''
    const answers = await assertAgreed(
      successions,
      many(4000, (at) => ({ ...unlikelyFacts(4, at), pack: named(at) })),
    )
    // A longer interval counts again what was counted before.
    assert.ok(answers.some((answer) => /confirm_in_person,\d+\.\d+-2,/.test(answer)))
  })
  it('would be seen to differ', async () => {
    const facts = many(50, (at) => unlikelyFacts(3, at))
    const other = [{ name: 'pk-assumed', packs: [quarterly] }, ...shipped.slice(1)]
    const answers = await second(other, facts)
    assert.ok(facts.some((one, at) => answers[at] !== first(shipped, one)))
  })
})
