// How fast a return is read and checked, without a database. One JSON object a line.
// node bench/reading.ts [--rows 300000]
import { execFileSync } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse'
import { columns, templateHeading } from '../domain/imports/columns.ts'
import { readingContext, readRow } from '../domain/imports/row.ts'
import { convictionKeys, rowFingerprint } from '../domain/imports/same-row.ts'
import { openReturn, readLines } from '../server/imports/reading/read-return.ts'
import { xlsx_rows } from '../server/imports/reading/read-xlsx.ts'
import { csvLine } from '../server/imports/reading/write-return.ts'
import { writeWorkbook } from '../server/imports/reading/write-xlsx.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '300000' },
    // for the processes that this one starts
    case: { type: 'string', default: '' },
    file: { type: 'string', default: '' },
    baseline: { type: 'string', default: '' },
  },
})
const row_count = Number(values.rows)
const headings = columns.map(templateHeading)
const context = readingContext({
  catalogue: [{ key: 'PPC-376' }, { key: 'PECA-21' }],
  districts: [{ district_id: 'pb_multan', name_en: 'Multan', name_ur: 'ملتان' }],
  today: '2026-12-31',
  cnic_first_digits: '123456789',
})

/** Row `index` of an invented return: every seventh is refused for its date, every tenth has a quoted break. */
function inventedRow(index: number): string[] {
  const cells: Record<string, string> = Object.fromEntries(
    columns.map(({ column, example }) => [column, example]),
  )
  cells.name_latin = `Ghulam Rasool ${'abcdefghij'.charAt(index % 10)}`
  cells.cnic = `9${String(index).padStart(11, '0')}${(index % 5) * 2 + 1}`.replace(/^(.{5})(.{7})/, '$1-$2-')
  cells.fir_number = `${(index % 9999) + 1}/23`
  if (index % 7 === 0) cells.judgment_on = '31/02/2024'
  if (index % 10 === 0) cells.address = 'Chak 112,\r\nnear "Grain" Market'
  return columns.map(({ column }) => cells[column] ?? '')
}

async function writeCsv(path: string) {
  await using file = await open(path, 'w')
  await file.write(`\ufeff${csvLine(headings)}`)
  for (let from = 0; from < row_count; from += 5000) {
    const count = Math.min(5000, row_count - from)
    await file.write(Array.from({ length: count }, (_, index) => csvLine(inventedRow(from + index))).join(''))
  }
}

async function bareParse(path: string): Promise<number> {
  let rows = 0
  for await (const _ of createReadStream(path).pipe(parse({ bom: true }))) rows++
  return rows - 1
}

async function readOnly(path: string): Promise<number> {
  let rows = 0
  for await (const _ of readLines(await openReturn(path))) rows++
  return rows
}

async function readAndCheck(path: string): Promise<number> {
  let rows = 0
  for await (const line of readLines(await openReturn(path))) {
    if (line.kind !== 'row') continue
    const { row } = readRow(line.cells, context, line.problems)
    if (row) {
      rowFingerprint(row)
      convictionKeys(row)
    }
    rows++
  }
  return rows
}

async function measure(
  name: string,
  path: string,
  read: (path: string) => Promise<number>,
  baseline: number | null,
) {
  let peak_rss = 0
  const watch = setInterval(() => {
    peak_rss = Math.max(peak_rss, process.memoryUsage.rss())
  }, 50)
  const started = performance.now()
  const rows = await read(path)
  const seconds = (performance.now() - started) / 1000
  clearInterval(watch)
  const per_second = Math.round(rows / seconds)
  const result = {
    ...{ bench: 'reading', case: name, rows, file_mb: Math.round((await stat(path)).size / 1e6), per_second },
    ...{
      rows_per_minute: per_second * 60,
      baseline,
      ratio: baseline && Number((per_second / baseline).toFixed(2)),
    },
    ...{
      peak_rss_mb: Math.round(peak_rss / 1e6),
      load_average: loadavg()[0],
      cpu: cpus()[0]?.model,
      node: process.version,
    },
  }
  console.log(JSON.stringify(result))
}

const cases: Record<string, (path: string) => Promise<number>> = {
  'csv-parse alone': bareParse,
  'csv read': readOnly,
  'csv read, checked and hashed': readAndCheck,
  'xlsx read, checked and hashed': readAndCheck,
}

/** Each case in a process of its own, so that the memory printed is its own. */
function inOwnProcess(name: string, path: string, baseline: number | null): number {
  const given = ['--case', name, '--file', path, '--baseline', String(baseline ?? '')]
  const output = execFileSync(process.execPath, [import.meta.filename, ...given], { encoding: 'utf8' })
  process.stdout.write(output)
  return (JSON.parse(output) as { per_second: number }).per_second
}

async function runAll() {
  const folder = await mkdtemp(join(tmpdir(), 'reading-'))
  try {
    const [csv, xlsx] = [join(folder, 'return.csv'), join(folder, 'return.xlsx')]
    await writeCsv(csv)
    const rows = Array.from({ length: Math.min(row_count, xlsx_rows) }, (_, index) => inventedRow(index))
    await writeFile(xlsx, writeWorkbook('en', [{ name: 'Return', rows: [headings, ...rows] }]))
    const bare = inOwnProcess('csv-parse alone', csv, null)
    inOwnProcess('csv read', csv, bare)
    inOwnProcess('csv read, checked and hashed', csv, bare)
    inOwnProcess('xlsx read, checked and hashed', xlsx, null)
  } finally {
    await rm(folder, { recursive: true })
  }
}

const read = cases[values.case]
if (read) await measure(values.case, values.file, read, Number(values.baseline) || null)
else await runAll()
