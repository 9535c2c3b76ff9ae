/** How long one paper takes in the press, each with other data: a receipt, on one thread, as the site prints it. */
import { performance } from 'node:perf_hooks'
import { setImmediate as breathe } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openPress, RECEIPT } from '../server/platform/paper.ts'
import { EXAMPLE } from '../tests/support/given-paper.ts'
import { percentile, report } from './measure/report.ts'

const HELP = `npm run bench -- papers [--prints 200]: the first print of a new press, one paper again and again, and
papers that all differ in number, code, name and time.`

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const WARM_PRINTS = 5

/** The receipt of another man: nothing that varies between two receipts is the same in both. */
function otherReceipt(index: number): typeof EXAMPLE {
  const serial = String(index).padStart(6, '0')
  const rotated = [...EXAMPLE.token].map((_, at) => LETTERS[(at * 7 + index * (at + 3)) % LETTERS.length])
  return {
    head: { ...EXAMPLE.head, print_number: `P-2026-${serial}` },
    content: {
      ...EXAMPLE.content,
      notice_number: `N-2026-${serial}`,
      record_number: `NSOR-2026-${serial}`,
      name: { latin: `Farzi Naam ${index}`, urdu: `فرضی نام ${index}` },
    },
    token: rotated.join(''),
    printed_at: EXAMPLE.printed_at.add({ seconds: index }),
  }
}

/** Milliseconds of each print, sorted. Between two the program breathes, as the site does: memory is given back then. */
async function time(print: (index: number) => unknown, count: number): Promise<Float64Array> {
  const samples = new Float64Array(count)
  for (let index = 0; index < count; index++) {
    const begun = performance.now()
    print(index)
    samples[index] = performance.now() - begun
    await breathe()
  }
  return samples.sort()
}

export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { prints: { type: 'string', default: '200' }, help: { type: 'boolean', default: false } },
  })
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return
  }
  const prints = Number(values.prints)
  const first = await time(() => openPress().print(RECEIPT, EXAMPLE), 1)
  const press = openPress()
  await time((index) => press.print(RECEIPT, otherReceipt(prints + index)), WARM_PRINTS)
  const others = await time((index) => press.print(RECEIPT, otherReceipt(index)), prints)
  const same = await time(() => press.print(RECEIPT, EXAMPLE), prints)
  const baseline = percentile(same, 0.5)
  for (const [name, samples] of [
    ['first print of a press', first],
    ['the same paper again', same],
    ['papers that differ', others],
  ] as const) {
    const p50_ms = percentile(samples, 0.5)
    report(
      {
        ...{ bench: 'papers', case: name, people: 0, connections: 1, per_second: 1000 / p50_ms, p50_ms },
        ...{ p99_ms: percentile(samples, 0.99), least_ms: samples[0] ?? Number.NaN },
        ...{ baseline: 'the same paper again', ratio: baseline / p50_ms },
        peak_rss_mb: process.resourceUsage().maxRSS / 1024,
      },
      'none',
    )
  }
}
