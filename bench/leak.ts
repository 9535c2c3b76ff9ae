/**
 * What the index gives away to somebody who copied it out, knows how common each name and pair of names is (a public
 * list), and has no key: he lays the commonest keys beside the commonest pairs, rank by rank, and takes them for those.
 * Counted beside it: the same guess against an index of single names, which is what a plain blind index would be.
 */
import { parseArgs } from 'node:util'
import { parseName } from '../domain/names/parse.ts'
import { pairsOf } from '../domain/search/pairs.ts'
import { MOST_HOLDERS } from '../server/people/name-index.ts'
import { inventedPeople } from './measure/invented-finding.ts'
import { report } from './measure/report.ts'

const HELP = `npm run bench -- leak [--people 100000]
Half of the people are the register, the other half the public list; neither knows the other's counts.`

type Counts = Map<string, number>
const add = (counts: Counts, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
const byCount = (counts: Counts) => [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))

type Half = { pairs: Counts; singles: Counts; people: number }

function countHalf(people: number, parity: number): Half {
  const half: Half = { pairs: new Map(), singles: new Map(), people: 0 }
  let order = 0
  for (const { card } of inventedPeople(people)) {
    order += 1
    if (order % 2 !== parity) continue
    half.people += 1
    const { pairs, singles } = pairsOf(card, parseName)
    for (const pair of pairs) add(half.pairs, pair)
    for (const single of singles) add(half.singles, single)
  }
  return half
}

/** Rows named rightly by laying ranks beside ranks, over all rows that he can see. */
function guess(seen: Counts, known: Counts) {
  const listed = byCount(known)
  let rows = 0
  let right = 0
  let keys_right = 0
  for (const [rank, [key, count]] of byCount(seen).entries()) {
    rows += count
    if (listed[rank]?.[0] !== key) continue
    keys_right += 1
    right += count
  }
  return { rows, right, keys: seen.size, keys_right }
}

/** What stands in the database: pairs, and single names while they are rare; none that too many hold. */
function kept({ pairs, singles, people }: Half): Counts {
  const most = Math.max(20, Math.round((MOST_HOLDERS * people) / 1e6))
  return new Map([...pairs, ...singles].filter(([, count]) => count <= most))
}

export async function run(args: string[]): Promise<void> {
  const options = {
    people: { type: 'string', default: '100000' },
    help: { type: 'boolean', default: false },
  } as const
  const { values } = parseArgs({ args, options })
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return
  }
  const people = Number(values.people)
  const begun = performance.now()
  const [register, list] = [countHalf(people, 0), countHalf(people, 1)]
  const plain = guess(register.singles, list.singles)
  const ours = guess(kept(register), kept(list))
  const took = performance.now() - begun
  for (const [name, { rows, right, keys, keys_right }] of [
    ['single names, hashed', plain],
    ['pairs, as the register keeps them', ours],
  ] as const)
    report(
      {
        ...{ bench: 'leak', case: name, people: register.people, connections: 0, per_second: 0 },
        ...{ p50_ms: took, p99_ms: took, baseline: 'single names, hashed' },
        ratio: rows === 0 ? 0 : right / rows / (plain.right / plain.rows),
        ...{
          rows,
          rows_named_rightly: right,
          share_of_rows: right / rows,
          keys,
          keys_named_rightly: keys_right,
        },
        peak_rss_mb: process.resourceUsage().maxRSS / 1024,
      },
      'none',
    )
}
