// The rates of a model as whole milli-bits, so that the rows of an edge sum to its weight exactly.
import { EXACT, isSwappable, LEVEL_COUNT, MISSING, SWAPPED } from './kinds.ts'
import { type Leans, type Model, PARENT_UNKNOWN, rateAt, STATES } from './model.ts'
import { exactByChance, type Table } from './table.ts'

export type Weights = Leans & {
  readonly order: readonly number[]
  /** For each column and state of its parent a row of milli-bits by level. */
  readonly levels: readonly Int32Array[]
  /** For each column, by value: milli-bits that agreeing on it says more, or less, than agreeing on the usual one. */
  readonly rarity: readonly Int32Array[]
  /** For each column and state of its parent, the share of `rarity` that counts, in 1/1024. */
  readonly rarity_share: readonly Int32Array[]
}

/** No single level says more than this, in bits: data is never that sure. */
const MOST_BITS = 24
const LEAST_BITS = -16

const milliBits = (bits: number): number => Math.round(1000 * Math.min(MOST_BITS, Math.max(LEAST_BITS, bits)))

/** The milli-bits of a model for a table. */
export function weightsOf(model: Model, table: Table): Weights {
  return {
    ...{ order: model.order, parents: model.parents, seconds: model.seconds, close: model.close },
    levels: table.columns.map((column, at) => levelWeights(model, at, isSwappable(column.kind))),
    rarity: table.columns.map((_, at) => rarityOf(model, table, at)),
    rarity_share: table.columns.map((column, at) => rarityShares(model, at, column.has_frequencies)),
  }
}

function levelWeights(model: Model, column: number, is_swappable: boolean): Int32Array {
  const weights = new Int32Array(STATES * LEVEL_COUNT)
  for (let state = 0; state < STATES; state++)
    for (let level = 0; level < LEVEL_COUNT; level++) {
      const [m, u] = [model.m[column], model.u[column]].map((rates) =>
        rates ? rateAt(rates, state, level) : 0,
      )
      if (level === MISSING || !m || !u) continue
      // Two columns that are swapped are one event: each tells half of it.
      const part = level === SWAPPED && is_swappable ? 0.5 : 1
      weights[state * LEVEL_COUNT + level] = milliBits(Math.log2(m / u) * part)
    }
  return weights
}

/** log2 of the usual chance of agreeing over the chance of this value, by value. */
function rarityOf(model: Model, table: Table, column: number): Int32Array {
  const counts = table.frequencies[column] ?? new Uint32Array(0)
  const rarity = new Int32Array(counts.length)
  const rows = table.row_count - (counts[0] ?? 0)
  const rates = model.u[column]
  const usual = Math.max(exactByChance(table, column), rates ? rateAt(rates, PARENT_UNKNOWN, EXACT) : 0)
  if (usual === 0) return rarity
  for (let value = 1; value < counts.length; value++)
    if (counts[value]) rarity[value] = milliBits(Math.log2((usual * rows) / (counts[value] as number)))
  return rarity
}

/** Where a parent that agrees makes agreement likely anyhow, the value's own rarity says less. */
function rarityShares(model: Model, column: number, has_frequencies: boolean): Int32Array {
  const shares = new Int32Array(STATES)
  const rates = model.u[column]
  if (!has_frequencies || !rates) return shares
  const usual = Math.log2(rateAt(rates, PARENT_UNKNOWN, EXACT))
  for (let state = 0; state < STATES; state++) {
    const share = Math.log2(rateAt(rates, state, EXACT)) / usual
    shares[state] = Math.round(1024 * Math.min(1, Math.max(0, share)))
  }
  return shares
}
