import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Draw, drawFor } from '../invented/draw.ts'
import { tableBuilder } from './build-table.ts'
import { parseColumns } from './columns.ts'
import type { Sample } from './estimate.ts'
import { fitSession } from './fit-session.ts'
import { passKeys } from './keys.ts'
import { DIFFERENT, EXACT, LEVEL_COUNT } from './kinds.ts'
import { learn } from './learn.ts'
import { type Model, PARENT_UNKNOWN, rateAt, sameForAll, standingAlone } from './model.ts'
import { pairScorer } from './pair-scorer.ts'
import { edgesOf, settledShare } from './refine.ts'
import { fillKeys, runPass } from './run-pass.ts'
import { weightsOf } from './weights.ts'

const row = (exact: number): Float64Array => {
  const rates = new Float64Array(LEVEL_COUNT)
  rates[EXACT] = exact
  rates[DIFFERENT] = 1 - exact
  return rates
}

describe('expectation and maximisation', () => {
  const planted = { share: 0.3, m: [0.9, 0.7, 0.8, 0.6], u: [0.05, 0.1, 0.02, 0.2] }
  const columns = parseColumns({ a: 'category', b: 'category', c: 'category', d: 'category' })
  const builder = tableBuilder(columns)
  const draw = drawFor(1, 2, 3)
  const count = 20_000
  const levels = new Uint8Array(count * columns.length)
  for (let pair = 0; pair < count; pair++) {
    const rates = draw.chance(planted.share) ? planted.m : planted.u
    for (const [at, rate] of rates.entries()) levels[pair * 4 + at] = draw.chance(rate) ? EXACT : DIFFERENT
  }
  const sample: Sample = { count, width: 4, levels }
  const model: Model = {
    ...{ order: [0, 1, 2, 3], ...standingAlone(4), share: 0.5 },
    ...{ m: planted.u.map(() => sameForAll(row(0.5))), u: planted.u.map((rate) => sameForAll(row(rate))) },
  }

  it('finds the planted share and rates, from pairs alone', () => {
    const { share, m, is_sound } = fitSession(model, { columns: [], found: count, sample }, builder.finish(0))
    assert.equal(is_sound, true)
    assert.ok(Math.abs(share - planted.share) < 0.03, `share ${share}`)
    for (const [at, rate] of planted.m.entries())
      assert.ok(Math.abs((m[at]?.[EXACT] ?? 0) - rate) < 0.04, `m of ${at}: ${m[at]?.[EXACT]}`)
  })

  it('takes no street for a person: pairs that agree on one column alone are not believed', () => {
    const street = levels.slice()
    for (let pair = 0; pair < count; pair++)
      for (const [at, rate] of planted.u.entries())
        street[pair * 4 + at] = at === 2 || draw.chance(rate) ? EXACT : DIFFERENT
    const session = { columns: [], found: count, sample: { ...sample, levels: street } }
    const { share, is_sound } = fitSession(model, session, builder.finish(0))
    assert.ok(share > 0.5, `share ${share}`)
    assert.equal(is_sound, false)
  })

  it('does not learn a column from pairs that were found by one that leans on it', () => {
    const leaning = { ...model, parents: [-1, -1, 1, -1] }
    const { left_out } = fitSession(leaning, { columns: [2], found: count, sample }, builder.finish(0))
    assert.deepEqual([...left_out], [1, 2])
  })
})

it('the share of pairs settles where the probabilities add up to it', () => {
  const weights = Int32Array.from({ length: 1000 }, (_, at) => (at < 400 ? 40_000 : -10_000))
  assert.ok(Math.abs(settledShare(weights, 0.001, 400_000) - 0.001) < 1e-5)
  assert.ok(Math.abs(settledShare(weights, 0.002, 400_000) - 0.001) < 1e-5)
})

const syllables = ['ba', 'ni', 'mur', 'tal', 'ke', 'sho', 'ran', 'di', 'vel', 'gu', 'pir', 'zo']
const word = (draw: Draw) => draw.pick(syllables) + draw.pick(syllables) + draw.pick(syllables)

/** A slip in a word now and then: two letters swapped, or one lost. */
function slipped(draw: Draw, text: string): string {
  if (!draw.chance(0.15)) return text
  const at = draw.below(text.length - 1)
  return draw.chance(0.5)
    ? text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
    : text.slice(0, at) + text.slice(at + 1)
}

describe('a table of rows, some of one person', () => {
  const columns = parseColumns({
    given: 'name',
    family: 'name',
    born: 'date',
    town: 'category',
    number: 'id',
  })
  const builder = tableBuilder(columns)
  const draw = drawFor(4, 5, 6)
  const orders = columns.map(() => 'day_first' as const)
  const people = 2200
  for (let at = 0; at < people; at++) {
    const born = `${draw.between(1940, 2005)}-${String(draw.between(1, 12)).padStart(2, '0')}-${draw.between(10, 28)}`
    const cells = [word(draw), word(draw), born, draw.pick(syllables), String(draw.below(10 ** 9))]
    builder.add(cells, orders)
    if (at % 4 > 0) continue
    const number = draw.chance(0.3) ? '' : slipped(draw, cells[4] ?? '')
    const again = [slipped(draw, cells[0] ?? ''), slipped(draw, cells[1] ?? ''), born, cells[3] ?? '', number]
    builder.add(again, orders)
  }
  const table = builder.finish(0)
  const truth = (left: number, right: number) => right === left + 1 && left % 5 === 0
  const { model, passes } = learn(table, () => undefined)
  const keys = new Int32Array(table.row_count * passes.length)
  const known = new Map()
  for (const at of passes.keys()) fillKeys(table, passes, at, keys, known)
  const task = { pass_count: passes.length, part: 0, part_count: 1, by_rows: false, keep: 0 }
  const scorer = pairScorer(table, weightsOf(model, table))
  const kept = passes.map((_, pass) => runPass(table, keys, scorer, { ...task, pass }))

  it('tells how often one person’s records agree', () => {
    const exact = (column: number) => rateAt(model.m[column] ?? new Float64Array(30), PARENT_UNKNOWN, EXACT)
    assert.ok(Math.abs(exact(0) - 0.85) < 0.06, `given ${exact(0)}`)
    assert.ok(exact(2) > 0.97, `born ${exact(2)}`)
    const expected = (model.share * table.row_count * (table.row_count - 1)) / 2
    assert.ok(expected > 450 && expected < 650, `${expected} of 550 pairs`)
  })

  it('is compared by passes that bring nearly every such pair together, in few pairs, none of them twice', () => {
    const keysOf = passes.map((pass) => passKeys(table, pass, known))
    let met = 0
    for (let left = 0; left + 1 < table.row_count; left += 5)
      if (keysOf.some((key) => key(left) !== 0 && key(left) === key(left + 1))) met++
    assert.ok(met > 540, `${met} of 550`)
    const compared = kept.reduce((sum, one) => sum + one.compared, 0)
    assert.ok(compared < 600_000, `${compared} pairs`)
    const pairs = kept.flatMap(({ left, right }) => [...left].map((one, at) => `${one}-${right[at]}`))
    assert.equal(new Set(pairs).size, pairs.length)
  })

  it('gives the pairs of one person as edges, the heaviest first, their weight the sum of their columns’', () => {
    const found = kept.reduce((most, one) => (one.left.length > most.left.length ? one : most))
    const { left, right, weights, probabilities } = edgesOf(table, model, found, 0.5)
    const right_ones = [...left].filter((one, at) => truth(one, right[at] ?? 0)).length
    assert.ok(left.length > 100 && right_ones / left.length > 0.98, `${right_ones} of ${left.length}`)
    assert.deepEqual(
      weights,
      weights.toSorted((a, b) => b - a),
    )
    assert.ok(probabilities.every((one) => one >= 0.5))
    for (const [at, one] of left.slice(0, 20).entries())
      assert.equal(scorer.score(one, right[at] ?? 0, -0x7fffffff), weights[at])
  })
})
