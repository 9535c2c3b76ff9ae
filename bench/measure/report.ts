/** What every benchmark prints: one JSON object a line, with the machine it ran on. */
import { cpus, loadavg } from 'node:os'

export type Figures = {
  bench: string
  case: string
  people: number
  connections: number
  per_second: number
  p50_ms: number
  p99_ms: number
  /** What it is compared with, in the same run. */
  baseline: string
  /** This case's per_second over the baseline's. */
  ratio: number
  peak_rss_mb: number
  [more: string]: string | number
}

/** Prints a line of figures with machine, load and versions. */
export function report(figures: Figures, postgres: string): void {
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([k, v]) => [k, typeof v === 'number' ? Math.round(v * 1000) / 1000 : v]),
  )
  const machine = {
    load_average: loadavg()[0]?.toFixed(2),
    cpu: `${cpus().length} × ${cpus()[0]?.model}`,
    node: process.version,
    postgres,
  }
  process.stdout.write(`${JSON.stringify({ ...rounded, ...machine })}\n`)
}

/** The value below which a share of the sorted samples lies. */
export function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
