// All that is learnt of a table before its pairs are compared: the model, and the passes that bring pairs together.
import { choosePasses, type LikelyPairs } from './choose-passes.ts'
import {
  combineSessions,
  expectedMatches,
  type Fitted,
  parentsOf,
  posteriors,
  ratesOfOthers,
  type Sample,
} from './estimate.ts'
import { fitSession } from './fit-session.ts'
import { leanOnHousehold } from './households.ts'
import type { Pass } from './keys.ts'
import { expectedOfMatches, type Model, orderOf, sameForAll, standingAlone } from './model.ts'
import { randomPairs, type SeededSession, sampleOf, sessionsOf } from './samples.ts'
import { filled, pairCount, type Table } from './table.ts'

export type Learnt = {
  readonly model: Model
  readonly passes: readonly Pass[]
  /** Columns of each session, and the share of its pairs that were taken for one person's. */
  readonly sessions: readonly {
    columns: readonly number[]
    found: number
    share: number
    is_sound: boolean
  }[]
}

/** Pairs of one person expected for each row where nothing could be learnt, and the least expected at all. */
const USUAL_MATCHES = 0.005
const LEAST_MATCHES = 1
/** Pairs by which passes are chosen are of one person at least so probably. */
const LIKELY = 0.9
const MOST_LIKELY = 12_000

/**
 * Learns model and passes from the rows alone.
 * @param say told what is being done, in a few words
 */
export function learn(table: Table, say: (what: string) => void): Learnt {
  say('comparing random pairs')
  const random = sampleOf(table, randomPairs(table))
  // What columns tell of each other by chance must be known before pairs that agree on some are looked at.
  const first = leanModel(table, random, firstModel(table, random))
  say('comparing pairs that agree on rare values')
  const sessions = sessionsOf(table, first.parents)
  let model = first
  let fitted: Fitted[] = []
  // Twice: the first round tells which random pairs are of one person, and which columns lean on which.
  for (let round = 0; round < 2; round++) {
    const now = model
    fitted = sessions.map((session) => fitSession(now, session, table))
    const m = combineSessions(table, sessions, fitted)
    const fill = table.columns.map((_, at) => filled(table, at))
    const learnt = expectedMatches(sessions, fitted, m, fill)
    const matches = Math.max(LEAST_MATCHES, learnt || USUAL_MATCHES * table.row_count)
    const share = Math.min(0.5, matches / pairCount(table))
    model = leanModel(table, random, { ...model, m: m.map(sameForAll), share })
  }
  model = leanOnHousehold(table, model, random, sessions, fitted)
  say('choosing passes')
  const passes = choosePasses(table, likelyPairs(model, sessions))
  return {
    ...{ model, passes },
    sessions: sessions.map(({ columns, found }, at) => ({
      ...{ columns, found, share: fitted[at]?.share ?? 0, is_sound: fitted[at]?.is_sound ?? false },
    })),
  }
}

/** A model without any data of one person's pairs: usual rates. */
function firstModel(table: Table, random: Sample): Model {
  const order = orderOf(table.columns)
  const leans = standingAlone(order.length)
  const all = new Float64Array(random.count).fill(1)
  const share = Math.min(0.5, table.row_count / pairCount(table) / 10)
  return {
    ...{ order, share, ...leans },
    m: table.columns.map((column) => sameForAll(expectedOfMatches(column))),
    u: ratesOfOthers(table, random, all, leans),
  }
}

/** The model with its rates of two people anew, now that one person's pairs among the random ones are known. */
function leanModel(table: Table, random: Sample, model: Model): Model {
  const others = posteriors(model, random).map((likely) => 1 - likely)
  const parents = parentsOf(random, others, model.order)
  return { ...model, parents, u: ratesOfOthers(table, random, others, { ...model, parents }) }
}

/** Pairs of the sessions that the model takes for one person's. */
function likelyPairs(model: Model, sessions: readonly SeededSession[]): LikelyPairs {
  const [left, right, found_by]: [number[], number[], (readonly number[])[]] = [[], [], []]
  const most = Math.ceil(MOST_LIKELY / Math.max(1, sessions.length))
  for (const { columns, pairs, sample } of sessions) {
    const likely = posteriors(model, sample)
    const kept = [...likely.keys()].filter((at) => (likely[at] as number) >= LIKELY)
    const step = Math.max(1, kept.length / most)
    for (let at = 0; at < kept.length; at += step) {
      const pair = kept[Math.floor(at)] as number
      left.push(pairs.left[pair] as number)
      right.push(pairs.right[pair] as number)
      found_by.push(columns)
    }
  }
  return { left: Uint32Array.from(left), right: Uint32Array.from(right), found_by }
}
