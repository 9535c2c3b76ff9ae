import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { frequenciesOf } from '../names/frequencies.ts'
import { parseName } from '../names/parse.ts'
import { commonness } from './commonness.ts'

const [aslam, akram] = [parseName('Muhammad Aslam'), parseName('Muhammad Akram')]
const keyOf = (name: typeof aslam) => name.parts[0]?.common_key ?? ''
const frequencies = frequenciesOf({
  ...{ rarest_per_million: 100, typical_per_million: 9000 },
  per_million: { [keyOf(aslam)]: 20_000, [keyOf(akram)]: 10_000 },
})

describe('how common a name is', () => {
  it('multiplies the shares of the name and the father’s; Muhammad counts for nothing', () => {
    assert.deepEqual(commonness([aslam], [akram], frequencies), {
      ...{ name: 'Muhammad Aslam', father: 'Muhammad Akram', one_in: 5000 },
    })
    assert.deepEqual(commonness([aslam], [], frequencies), {
      name: 'Muhammad Aslam',
      father: null,
      one_in: 50,
    })
  })
  it('keeps two figures, ends at ten thousand million, and says nothing without a name of one’s own', () => {
    const three = frequenciesOf({ rarest_per_million: 30_100, typical_per_million: 1, per_million: {} })
    assert.equal(commonness([aslam], [], three)?.one_in, 33)
    const long = parseName('Aslam Akram Bashir Nadeem')
    assert.equal(
      commonness(
        [long],
        [],
        frequenciesOf({ rarest_per_million: 1, typical_per_million: 1, per_million: {} }),
      )?.one_in,
      1e10,
    )
    assert.equal(commonness([parseName('Muhammad')], [akram], frequencies), null)
  })
})
