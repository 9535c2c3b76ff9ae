/** Asks over a fixed number of connections, one request in flight on each, and times every answer. */
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from './report.ts'

export type Load = {
  per_second: number
  p50_ms: number
  p99_ms: number
  asked: number
  wrong: number
  /** Processor time an answer of each meter that was given, microseconds. */
  cpu_us: Record<string, number>
}

export type Loading = {
  port: number
  connections: number
  seconds: number
  /** Not counted: caches and plans warm up. */
  warm_up_seconds: number
  /** The whole HTTP request of the n-th question. */
  request: (n: number) => Buffer
  /** The status a good answer has, and words that stand in it. */
  status: number
  says: string
  /** Processor time used until now, microseconds; read after the warm-up and at the end. */
  meters?: Record<string, () => number>
}

/** One connection: sends, reads the answer by its content-length, notes the time, sends again. */
function asker(
  loading: Loading,
  next: () => number,
  until: number,
  note: (ms: number, is_good: boolean) => void,
): Promise<void> {
  return new Promise((done, fail) => {
    const socket: Socket = connect(loading.port, 'localhost')
    let begun = 0
    let held: Buffer = Buffer.alloc(0)
    const ask = () => {
      if (performance.now() > until) return socket.end()
      begun = performance.now()
      return socket.write(loading.request(next()))
    }
    socket.setNoDelay(true)
    socket.on('connect', ask)
    socket.on('error', fail)
    socket.on('close', () => done())
    socket.on('data', (chunk: Buffer) => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
      const end = held.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = held.toString('latin1', 0, end)
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
      if (held.length < end + 4 + length) return
      const is_good = head.startsWith(`HTTP/1.1 ${loading.status}`) && held.includes(loading.says)
      note(performance.now() - begun, is_good)
      held = Buffer.alloc(0)
      ask()
    })
  })
}

/** Runs the load and says how fast and how late the answers were. */
export async function load(loading: Loading): Promise<Load> {
  let n = 0
  const samples: number[] = []
  let wrong = 0
  const start = performance.now() + loading.warm_up_seconds * 1000
  const until = start + loading.seconds * 1000
  const note = (ms: number, is_good: boolean) => {
    if (performance.now() < start) return
    samples.push(ms)
    if (!is_good) wrong += 1
  }
  const asking = Array.from({ length: loading.connections }, () => asker(loading, () => n++, until, note))
  await wait(start - performance.now())
  const before = read(loading.meters)
  await Promise.all(asking)
  const after = read(loading.meters)
  const sorted = Float64Array.from(samples).sort()
  return {
    per_second: samples.length / loading.seconds,
    p50_ms: percentile(sorted, 0.5),
    p99_ms: percentile(sorted, 0.99),
    asked: samples.length,
    wrong,
    cpu_us: Object.fromEntries(
      Object.entries(after).map(([k, used]) => [k, (used - (before[k] ?? 0)) / samples.length]),
    ),
  }
}

const read = (meters: Loading['meters']): Record<string, number> =>
  Object.fromEntries(Object.entries(meters ?? {}).map(([name, meter]) => [name, meter()]))
