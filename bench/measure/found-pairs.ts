/** How good a list of edges is, where it is known which rows are of one person. */
import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parse } from 'csv-parse/sync'

export type Quality = {
  readonly edges: number
  readonly true_pairs: number
  readonly f1: number
  readonly precision: number
  readonly recall: number
  /** Recall of the heaviest edges of which 99.9 % are right. */
  readonly recall_at_999: number
}

/** Reads edges, the heaviest first, and holds them against the truth. */
export async function qualityOf(
  edges: string,
  personOf: (id: string) => string | undefined,
  true_pairs: number,
): Promise<Quality> {
  let [count, right, recall_at_999] = [-1, 0, 0]
  for await (const line of createInterface({ input: createReadStream(edges) })) {
    count++
    if (count === 0) continue
    const [left = '', other = ''] = line.split(',', 2)
    if (personOf(left) === personOf(other)) right++
    if (right / count >= 0.999) recall_at_999 = right / true_pairs
  }
  const [precision, recall] = [right / Math.max(1, count), right / true_pairs]
  const f1 = (2 * right) / (count + true_pairs)
  return { edges: count, true_pairs, f1, precision, recall, recall_at_999 }
}

/** How many pairs of rows are of one person, by the person of each row. */
export function truePairs(people: Iterable<string>): number {
  const counts = new Map<string, number>()
  let pairs = 0
  for (const person of people) {
    const count = counts.get(person) ?? 0
    pairs += count
    counts.set(person, count + 1)
  }
  return pairs
}

/** Rows of a small CSV file by heading. */
export const readRows = (file: string): Record<string, string>[] =>
  parse(readFileSync(file), { columns: true, bom: true, trim: true })

/** F1 on pairs that people have judged: columns unique_id_l, unique_id_r, clerical_match_score. */
export function judgedF1(edges: string, labels: string): number {
  const found = new Set(readRows(edges).map(({ left_id, right_id }) => `${left_id}-${right_id}`))
  let [right, given, true_pairs] = [0, 0, 0]
  for (const { unique_id_l: one, unique_id_r: two, clerical_match_score: score } of readRows(labels)) {
    const is_found = found.has(`${one}-${two}`) || found.has(`${two}-${one}`)
    const is_true = Number(score) >= 0.5
    if (is_found) given++
    if (is_true) true_pairs++
    if (is_found && is_true) right++
  }
  return (2 * right) / (given + true_pairs)
}
