/** Linking without examples: FEBRL 3, fake_1000, families, and 1.1 million invented rows. `npm run bench -- link` */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { linkFiles } from '../bin/linking/link-files.ts'
import { parseColumns } from '../domain/linking/columns.ts'
import { family_columns, writeFamilyRows } from './measure/family-rows.ts'
import { judgedF1, type Quality, qualityOf, readRows, truePairs } from './measure/found-pairs.ts'
import { invented_columns, inventedPersonOf, writeInventedRows } from './measure/invented-rows.ts'
import { report } from './measure/report.ts'

const HELP = `npm run bench -- link [--case febrl_3|fake_1000|families|invented] [--rows 1100000] [--duplicates 100855] [--seed 1]
                     [--samples ../shared/data/names] [--keep FOLDER]

Links each data set with the link program as it is, from its file to its edges, and prints F1, precision and recall at
the default threshold, recall at 99.9 % precision, seconds and memory. A sample that is not there is passed over.
Each case runs in a process of its own. --keep leaves the invented rows and the edges in a folder.`

const OPTIONS = {
  case: { type: 'string' },
  rows: { type: 'string', default: '1100000' },
  duplicates: { type: 'string', default: '100855' },
  seed: { type: 'string', default: '1' },
  samples: { type: 'string', default: '../shared/data/names' },
  keep: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

type Case = {
  readonly file: string
  readonly id: string
  readonly columns: Record<string, string>
  readonly true_pairs: number
  readonly personOf: (id: string) => string | undefined
  readonly labels?: string
}

const febrl = (samples: string): Case => {
  const file = join(samples, 'febrl_dataset3.csv')
  const personOf = (id: string) => /^rec-(\d+)-/.exec(id)?.[1]
  return {
    ...{ file, id: 'rec_id', personOf },
    true_pairs: truePairs(readRows(file).map(({ rec_id = '' }) => personOf(rec_id) ?? rec_id)),
    columns: {
      ...{ given_name: 'name', surname: 'name', street_number: 'id', address_1: 'text', address_2: 'text' },
      ...{ suburb: 'text', postcode: 'id', state: 'category', date_of_birth: 'date', soc_sec_id: 'id' },
    },
  }
}

const fake = (samples: string): Case => {
  const file = join(samples, 'fake_1000.csv')
  const cluster_of = new Map(readRows(file).map(({ unique_id = '', cluster = '' }) => [unique_id, cluster]))
  return {
    ...{
      file,
      id: 'unique_id',
      personOf: (id) => cluster_of.get(id),
      true_pairs: truePairs(cluster_of.values()),
    },
    columns: { first_name: 'name', surname: 'name', dob: 'date', city: 'category', email: 'id' },
    labels: join(samples, 'fake_1000_labels.csv'),
  }
}

async function invented(folder: string, rows: number, duplicates: number, seed: number): Promise<Case> {
  const file = join(folder, 'invented.csv')
  await writeInventedRows(file, rows, duplicates, seed)
  const people = (function* () {
    for (let at = 0; at < duplicates; at++) yield String(Math.floor((at * (rows - duplicates)) / duplicates))
  })()
  // A person has one first record, and as many pairs with it as second ones; those are spread one to a person.
  const true_pairs = duplicates + truePairs(people)
  return { file, id: 'id', columns: invented_columns, personOf: inventedPersonOf, true_pairs }
}

/** Rows of families of a hospital, say, where brothers outnumber those who came twice. */
async function families(folder: string, seed: number): Promise<Case> {
  const file = join(folder, 'families.csv')
  const true_pairs = await writeFamilyRows(file, FAMILY_ROWS, seed)
  return { file, id: 'id', columns: family_columns, personOf: inventedPersonOf, true_pairs }
}

async function measure(name: string, of: Case, out: string): Promise<void> {
  const { file, id, columns, personOf, true_pairs, labels } = of
  const threads = availableParallelism()
  const before = process.cpuUsage()
  const linked = await linkFiles({
    ...{ left: file, right: null, id, right_id: id, columns: parseColumns(columns), out, threads },
    ...{ threshold: 0.5, beginning: 'anew' as const, say: (what) => process.stderr.write(`${what}\n`) },
  })
  const { user, system } = process.cpuUsage(before)
  const peak_rss_mb = process.resourceUsage().maxRSS / 1000
  const quality: Quality = await qualityOf(out, personOf, true_pairs)
  report(
    {
      ...{ bench: 'link', case: name, people: linked.rows, connections: threads },
      ...{ per_second: linked.rows / linked.seconds, p50_ms: Number.NaN, p99_ms: Number.NaN },
      ...{ baseline: 'none', ratio: Number.NaN, peak_rss_mb, seconds: linked.seconds },
      ...{ cpu_seconds: (user + system) / 1e6, compared: linked.compared, ...quality },
      ...(labels && existsSync(labels) ? { judged_f1: judgedF1(out, labels) } : {}),
    },
    'none',
  )
}

const FAMILY_ROWS = 40_000
const CASES = ['febrl_3', 'fake_1000', 'families', 'invented']

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: OPTIONS })
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return
  }
  if (!values.case) {
    for (const name of CASES) inOwnProcess([...args, '--case', name])
    return
  }
  if (!CASES.includes(values.case)) throw new Error(`--case ${values.case}: one of ${CASES.join(', ')}`)
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'amanat-link-'))
  mkdirSync(folder, { recursive: true })
  try {
    const of = await caseOf(values.case, values, folder)
    if (existsSync(of.file)) await measure(values.case, of, join(folder, `${values.case}-edges.csv`))
  } finally {
    if (!values.keep) rmSync(folder, { recursive: true, force: true })
  }
}

async function caseOf(
  name: string,
  values: { samples: string; rows: string; duplicates: string; seed: string },
  folder: string,
): Promise<Case> {
  const { samples, rows, duplicates, seed } = values
  if (name === 'invented') return invented(folder, Number(rows), Number(duplicates), Number(seed))
  if (name === 'families') return families(folder, Number(seed))
  if (!existsSync(samples))
    return { file: join(samples, name), id: '', columns: {}, true_pairs: 0, personOf: () => '' }
  return name === 'febrl_3' ? febrl(samples) : fake(samples)
}

/** So that the memory printed is that of one case. */
const inOwnProcess = (args: string[]) =>
  execFileSync(process.execPath, [...process.execArgv, 'bin/bench.ts', 'link', ...args], { stdio: 'inherit' })
