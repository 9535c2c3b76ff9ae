import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Draw, drawFor } from '../invented/draw.ts'
import { tableBuilder } from './build-table.ts'
import { parseColumns } from './columns.ts'
import { learn } from './learn.ts'
import { probabilityOf, standingAlone } from './model.ts'
import { pairScorer } from './pair-scorer.ts'
import { sessionsOf } from './samples.ts'
import { weightsOf } from './weights.ts'

const syllables = ['ba', 'ni', 'mur', 'tal', 'ke', 'sho', 'ran', 'di', 'vel', 'gu', 'pir', 'zo']
const word = (draw: Draw) => draw.pick(syllables) + draw.pick(syllables) + draw.pick(syllables)
const day = (draw: Draw) =>
  `${draw.between(1940, 2005)}-${String(draw.between(1, 12)).padStart(2, '0')}-${draw.between(10, 28)}`

const HOUSES = 300
const STRANGERS = 5000

const columns = parseColumns({
  given: 'name',
  father: 'name',
  born: 'date',
  telephone: 'id',
  address: 'text',
})

/**
 * Households of three, of each of which the first is written twice, among strangers; random pairs hardly see one.
 * `is_together`: they share a house and a telephone.
 */
function tableOf(is_together: boolean, members = 3, strangers = is_together ? STRANGERS : STRANGERS / 10) {
  const builder = tableBuilder(columns)
  const draw = drawFor(7, 8, 9)
  const orders = columns.map(() => 'day_first' as const)
  for (let house = 0; house < HOUSES; house++) {
    const shared = () => [word(draw), day(draw), String(draw.below(10 ** 9)), `${word(draw)} ${word(draw)}`]
    const [father = '', , telephone = '', address = ''] = shared()
    const household = Array.from({ length: members }, () => {
      const [own_father = '', born = '', own_telephone = '', own_address = ''] = shared()
      const own = [own_father, born, own_telephone, own_address]
      return [word(draw), ...(is_together ? [father, born, telephone, address] : own)]
    })
    // The second time the telephone is left out now and then, and a word of the address is.
    const again = [...(household[0] ?? [])]
    if (draw.chance(0.3)) again[3] = ''
    if (draw.chance(0.3)) again[4] = again[4]?.split(' ')[0] ?? ''
    for (const cells of [...household, again]) builder.add(cells, orders)
  }
  for (let stranger = 0; stranger < strangers; stranger++)
    builder.add(
      [word(draw), word(draw), day(draw), String(draw.below(10 ** 9)), `${word(draw)} ${word(draw)}`],
      orders,
    )
  return builder.finish(0)
}

describe('households so large that their address brings several pairs together for each row', () => {
  const MEMBERS = 7
  const table = tableOf(true, MEMBERS, 0)
  const houses = Array.from({ length: HOUSES }, (_, house) => house * (MEMBERS + 1))

  it('are learnt from by the address alone, which shows them best', () => {
    const sessions = sessionsOf(table, standingAlone(columns.length).parents)
    const [at] = [columns.findIndex(({ name }) => name === 'address')]
    assert.ok(sessions.some((session) => session.columns.join() === String(at)))
  })

  it('are known: brothers are two people, and one written twice is one', () => {
    const { model } = learn(table, () => undefined)
    const scorer = pairScorer(table, weightsOf(model, table))
    const takenWith = (apart: number) =>
      houses.filter(
        (house) => probabilityOf(scorer.score(house, house + apart, -0x7fffffff), model.share) >= 0.5,
      ).length
    assert.ok(takenWith(1) < 8, `${takenWith(1)} of ${HOUSES} brothers`)
    assert.ok(takenWith(MEMBERS) > 270, `${takenWith(MEMBERS)} of ${HOUSES} people`)
  })
})

describe('households', () => {
  const table = tableOf(true)
  const { model, sessions } = learn(table, () => undefined)
  const scorer = pairScorer(table, weightsOf(model, table))
  const probability = (left: number, right: number) =>
    probabilityOf(scorer.score(left, right, -0x7fffffff), model.share)
  const houses = Array.from({ length: HOUSES }, (_, house) => house * 4)

  it('brothers who share house, father and telephone are two people', () => {
    const taken = houses.filter((house) => probability(house, house + 1) >= 0.5)
    assert.ok(taken.length < 8, `${taken.length} of ${HOUSES} brothers`)
  })

  it('one of the household written twice is one person', () => {
    const found = houses.filter((house) => probability(house, house + 3) >= 0.5)
    assert.ok(found.length > 288, `${found.length} of ${HOUSES} people`)
  })

  it('as many pairs are expected as there are, and not the brothers too', () => {
    const expected = (model.share * table.row_count * (table.row_count - 1)) / 2
    assert.ok(expected > 240 && expected < 400, `${expected} of ${HOUSES} pairs`)
    assert.ok(sessions.some(({ is_sound }) => is_sound))
  })

  it('what a household shares leans on one column, which leans on none', () => {
    const [leaning] = [model.parents.filter((parent) => parent >= 0)]
    assert.equal(new Set(leaning).size, 1)
    assert.equal(model.parents[leaning[0] ?? 0], -1)
  })

  it('without households nothing leans on one', () => {
    const { model: apart } = learn(tableOf(false), () => undefined)
    assert.deepEqual(apart.close, standingAlone(columns.length).close)
    assert.deepEqual(apart.seconds, standingAlone(columns.length).seconds)
  })
})
