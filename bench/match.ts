/** The matcher without a database: pairs a second, verdicts on real given names, Nisaba's cases. `npm run bench -- match` */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { inventPerson, originalOf } from '../domain/invented/person.ts'
import { matchLine } from '../domain/matching/match-line.ts'
import { MODEL } from '../domain/matching/model.ts'
import { compareTwoNames } from '../domain/matching/same-name.ts'
import { joinedKeys, nameKeys } from '../domain/names/name-keys.ts'
import { normaliseUrdu } from '../domain/names/normalise.ts'
import { parseName } from '../domain/names/parse.ts'
import { worldOf } from '../server/invented/world.ts'
import { report } from './measure/report.ts'

const HELP = `npm run bench -- match [--pairs 100000] [--seed 7] [--nisaba FOLDER]

Pairs of invented people a second (half of them second records of one person, in both scripts); verdicts on
tests/names/real-name-pairs.tsv, and the three outside-name-pairs.tsv (each written by somebody who had not read the
matcher), by half;
with --nisaba, the cases for Urdu of Nisaba's testdata_*.textproto.`
const OF_TODAY = '2026-11-26'

const blank = {
  ...{
    bench: 'match',
    people: 0,
    connections: 0,
    per_second: 0,
    p50_ms: 0,
    p99_ms: 0,
    baseline: '',
    ratio: 0,
  },
  peak_rss_mb: 0,
}
const print = (figures: Record<string, string | number> & { case: string }) =>
  report({ ...blank, ...figures, peak_rss_mb: process.memoryUsage.rss() / 1e6 }, 'none')

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

/** Names of invented people, each beside another record's: their own second one, or a stranger's. */
function inventedPairs(count: number, seed: number): { line: string; is_one: boolean }[] {
  const world = worldOf(OF_TODAY)
  const nameOf = (index: number, script: string) =>
    inventPerson(seed, index, world).names.find((name) => name.kind === 'name' && name.script === script)
      ?.text ?? ''
  const scripts = ['Latn', 'Arab']
  const pairs = []
  for (let index = 1; pairs.length < count; index += 1) {
    const original = originalOf(seed, index)
    const is_one = original !== null
    if (!is_one && index % 33 !== 0) continue
    const other = is_one ? original : index + 1
    const [one, another] = [scripts[index % 2] ?? '', scripts[Math.floor(index / 2) % 2] ?? '']
    pairs.push({ line: `${nameOf(index, one)}\t${nameOf(other, another)}`, is_one })
  }
  return pairs
}

function timeInvented(count: number, seed: number) {
  const pairs = inventedPairs(count, seed)
  const begun = performance.now()
  const cpu = process.cpuUsage()
  const verdicts = pairs.map(({ line }) => JSON.parse(matchLine(line, MODEL)).verdict as string | undefined)
  const seconds = (performance.now() - begun) / 1000
  const cpu_seconds = process.cpuUsage(cpu).user / 1e6
  const of = (is_one: boolean, verdict: string) =>
    share(
      pairs.filter((pair, at) => pair.is_one === is_one && verdicts[at] === verdict).length,
      pairs.filter((pair) => pair.is_one === is_one).length,
    )
  print({
    ...{ case: 'invented people', people: pairs.length, per_second: pairs.length / seconds },
    per_cpu_second: pairs.length / cpu_seconds,
    ...{ one_person_same: of(true, 'same'), one_person_possible: of(true, 'possible') },
    ...{ strangers_same: of(false, 'same'), strangers_possible: of(false, 'possible') },
  })
}

function judgeHalf(named: string, half: string, pairs_file: string) {
  const file = new URL(`../tests/names/${pairs_file}`, import.meta.url)
  const pairs = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([of_half]) => of_half === half)
    .map(([, label, , one = '', other = '']) => {
      const [a, b] = [parseName(one), parseName(other)]
      const [keys_a, keys_b] = [a, b].map((name) => [...nameKeys(name), ...joinedKeys(name)])
      const shares_key = keys_a?.some((key) => keys_b?.includes(key)) ?? false
      return { label, verdict: compareTwoNames(a, b, MODEL).verdict, shares_key }
    })
  const count = (label: string, verdict: string) =>
    pairs.filter((pair) => pair.label === label && pair.verdict === verdict).length
  const same = pairs.filter(({ label }) => label === 'same')
  print({
    ...{ case: `${named}, ${half} half`, people: pairs.length },
    ...{ same_same: count('same', 'same'), same_possible: count('same', 'possible') },
    ...{ same_different: count('same', 'different'), different_same: count('different', 'same') },
    ...{
      different_possible: count('different', 'possible'),
      different_different: count('different', 'different'),
    },
    precision_of_same: share(count('same', 'same'), count('same', 'same') + count('different', 'same')),
    recall_of_same: share(count('same', 'same'), same.length),
    shares_a_key: share(same.filter(({ shares_key }) => shares_key).length, same.length),
  })
}

function judgeNisaba(folder: string) {
  const files = ['visual_norm', 'reading_norm', 'nfc'].map((name) =>
    join(folder, `testdata_${name}.textproto`),
  )
  const text = files.map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')).join('\n')
  const cases = [...text.matchAll(/rule: "UR" input: "(.*?)" output: "(.*?)"/g)]
  const right = cases.filter(([, input = '', output]) => normaliseUrdu(input) === output)
  print({ case: 'nisaba, Urdu', people: cases.length, right: right.length })
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      pairs: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '7' },
      nisaba: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return
  }
  for (const half of ['look', 'kept', 'later']) judgeHalf('real given names', half, 'real-name-pairs.tsv')
  for (const half of ['look', 'kept']) {
    judgeHalf('names from outside', half, 'outside-name-pairs.tsv')
    judgeHalf('names from a second outside judge', half, 'second-outside-name-pairs.tsv')
    judgeHalf('names from a third outside judge', half, 'third-outside-name-pairs.tsv')
  }
  if (values.nisaba) judgeNisaba(values.nisaba)
  timeInvented(Number(values.pairs), Number(values.seed))
}
