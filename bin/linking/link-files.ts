/** Links the rows of one file, or of two: reads, learns, compares pass after pass, and writes edges. Never merges. */
import { NotLinkable } from '../../domain/linking/columns.ts'
import { passName } from '../../domain/linking/keys.ts'
import type { Column } from '../../domain/linking/kinds.ts'
import { type Learnt, learn } from '../../domain/linking/learn.ts'
import { oddsBits } from '../../domain/linking/model.ts'
import { type Edges, edgesOf, refined } from '../../domain/linking/refine.ts'
import type { Kept } from '../../domain/linking/run-pass.ts'
import type { Table } from '../../domain/linking/table.ts'
import { weightsOf } from '../../domain/linking/weights.ts'
import { describeRun } from './asked-run.ts'
import { readInThreads } from './read-in-threads.ts'
import { type Beginning, mayResume, openState, type State } from './state.ts'
import { startThreads, type Threads } from './work-in-threads.ts'
import { writeEdges } from './write-edges.ts'

export type Asked = {
  readonly left: string
  readonly right: string | null
  readonly id: string
  readonly right_id: string
  readonly columns: readonly Column[]
  readonly out: string
  /** Probability below which an edge is not written. */
  readonly threshold: number
  readonly beginning: Beginning
  readonly threads: number
  readonly say: (what: string) => void
  readonly signal?: AbortSignal
}
export type Linked = {
  readonly rows: number
  readonly compared: number
  readonly edges: number
  /** Pairs expected to be of one person. */
  readonly matches: number
  readonly seconds: number
}

/** A pair is kept while passes run when it could still come to this share of the threshold. */
const KEPT_SHARE = 0.04

function keepFrom(learnt: Learnt, threshold: number): number {
  const least = Math.min(0.5, Math.max(threshold, 1e-6)) * KEPT_SHARE
  return Math.floor(1000 * (oddsBits(least) - oddsBits(learnt.model.share)))
}

const stateOf = (out: string) => `${out}.state`

/**
 * Links as asked, and tells what was done.
 * @throws NotLinkable or NotResumable with one line for the person who asked
 */
export async function linkFiles(asked: Asked): Promise<Linked> {
  const begun = performance.now()
  const { left, right, columns, out, say } = asked
  const inputs = [
    { file: left, id: asked.id, is_right: false },
    ...(right === null ? [] : [{ file: right, id: asked.right_id, is_right: true }]),
  ]
  // Before hours of reading are lost on a refusal, and before anything of the earlier run is touched.
  const run = await describeRun(asked)
  const is_resumed = mayResume(stateOf(out), run, asked.beginning, say)
  say('reading')
  const { table, ids, unread } = await readInThreads(inputs, columns, asked.threads)
  sayUnread(columns, unread, say)
  say(`${table.row_count} rows read`)
  const state = openState(stateOf(out), run, is_resumed)
  const learnt = state.loadLearnt() ?? learn(table, say)
  state.saveLearnt(learnt)
  sayLearnt(learnt, table, say)
  const kept = await comparePasses(table, learnt, state, asked)
  say('weighing what was found')
  const model = refined(table, learnt.model, kept)
  const edges: Edges = edgesOf(table, model, kept, asked.threshold)
  await writeEdges(out, edges, ids, columns)
  state.remove()
  const matches = edges.probabilities.reduce((sum, one) => sum + one, 0)
  const seconds = (performance.now() - begun) / 1000
  return { rows: table.row_count, compared: kept.compared, edges: edges.left.length, matches, seconds }
}

function sayUnread(columns: readonly Column[], unread: readonly number[], say: (what: string) => void): void {
  for (const [at, count] of unread.entries())
    if (count > 0) say(`column "${columns[at]?.name}": ${count} cells are no date and count as missing`)
}

function sayLearnt({ sessions, passes, model }: Learnt, table: Table, say: (what: string) => void): void {
  if (!sessions.some(({ is_sound }) => is_sound))
    say('too few pairs agree on rare values to learn from: usual rates are taken')
  say(`about 1 pair in ${Math.round(1 / model.share)} is expected to be of one person`)
  for (const [at, pass] of passes.entries()) say(`pass ${at + 1}: ${passName(pass, table)}`)
}

async function comparePasses(table: Table, learnt: Learnt, state: State, asked: Asked): Promise<Kept> {
  const { passes, model } = learnt
  const done = passes.map((_, pass) => state.loadPass(pass))
  if (done.some((one) => one === undefined)) {
    const keys = new Int32Array(new SharedArrayBuffer(table.row_count * passes.length * 4))
    const start = { table, passes, keys, weights: weightsOf(model, table) }
    const threads = startThreads(asked.threads, start)
    try {
      await Promise.race([stopped(asked.signal), runPasses(threads, learnt, done, state, asked)])
    } finally {
      await threads.stop()
    }
  }
  return inOrder(together(done.flatMap((kept) => kept ?? [])), table.columns.length)
}

const stopped = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, refuse) => {
    const stop = () => refuse(new NotLinkable('stopped; --resume goes on after the last finished pass'))
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop)
  })

/** Runs the passes not done yet, each in as many parts as there are threads. */
async function runPasses(
  threads: Threads,
  { model, passes }: Learnt,
  done: (Kept | undefined)[],
  state: State,
  asked: Asked,
): Promise<void> {
  const open = [...passes.keys()].filter((pass) => done[pass] === undefined)
  await threads.run(
    passes.map((_, pass) => ({ keys_of: pass })),
    () => undefined,
  )
  const part_count = asked.threads
  const keep = keepFrom({ model, passes, sessions: [] }, asked.threshold)
  const tasks = open.flatMap((pass) =>
    Array.from({ length: part_count }, (_, part) => ({
      pass,
      ...{ pass_count: passes.length, part, part_count, keep },
      by_rows: passes[pass]?.length === 0,
    })),
  )
  const parts = new Map<number, Kept[]>()
  let compared = 0
  await threads.run<Kept>(
    tasks.map((task) => ({ task })),
    (kept, at) => {
      const pass = tasks[at]?.pass ?? 0
      const of = [...(parts.get(pass) ?? []), kept]
      parts.set(pass, of)
      compared += kept.compared
      if (of.length < part_count) return
      const whole = together(of)
      done[pass] = whole
      state.savePass(pass, whole)
      asked.say(
        `pass ${pass + 1} of ${passes.length} done: ${compared} pairs compared, ${whole.left.length} kept`,
      )
    },
  )
}

/** Pairs by their rows: sums over them come out the same whichever thread was done first. */
function inOrder(kept: Kept, width: number): Kept {
  const { left, right, weights, levels, compared } = kept
  const order = Uint32Array.from(left.keys()).sort(
    (a, b) => (left[a] as number) - (left[b] as number) || (right[a] as number) - (right[b] as number),
  )
  const sorted = new Uint8Array(levels.length)
  for (const [to, at] of order.entries())
    sorted.set(levels.subarray(at * width, (at + 1) * width), to * width)
  return {
    left: order.map((at) => left[at] as number),
    right: order.map((at) => right[at] as number),
    weights: Int32Array.from(order, (at) => weights[at] as number),
    ...{ levels: sorted, compared },
  }
}

/** What several parts kept, as one. */
function together(parts: readonly Kept[]): Kept {
  const count = parts.reduce((sum, { left }) => sum + left.length, 0)
  const width = parts.reduce((sum, { levels }) => sum + levels.length, 0)
  const [left, right, weights] = [new Uint32Array(count), new Uint32Array(count), new Int32Array(count)]
  const levels = new Uint8Array(width)
  let [at, level] = [0, 0]
  for (const part of parts) {
    left.set(part.left, at)
    right.set(part.right, at)
    weights.set(part.weights, at)
    levels.set(part.levels, level)
    at += part.left.length
    level += part.levels.length
  }
  return { left, right, weights, levels, compared: parts.reduce((sum, { compared }) => sum + compared, 0) }
}
