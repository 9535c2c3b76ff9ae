/** Processor time that processes have used, from /proc: steadier than throughput while a machine has other work. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Linux counts in hundredths of a second. */
const TICK_US = 10_000

type Stat = { parent: number; own_us: number; of_ended_us: number }

/** Undefined when the process has ended, or where there is no /proc. */
function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number) // from field 3, the state
    const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15)
    return {
      parent: fields[1] ?? 0,
      own_us: (utime + stime) * TICK_US,
      of_ended_us: (cutime + cstime) * TICK_US,
    }
  } catch {
    return undefined
  }
}

/** Microseconds, user and system, of one process with its threads; NaN where they cannot be read. */
export const cpuOfProcess = (pid: number | undefined): number => statOf(pid ?? 0)?.own_us ?? Number.NaN

/** Microseconds of the PostgreSQL whose data lie in a folder: the server, its backends and those that have ended. */
export function cpuOfPostgres(data_dir: string): number {
  try {
    const server = Number(readFileSync(join(data_dir, 'postmaster.pid'), 'utf8').split('\n')[0])
    const pids = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
    const stats = pids.map((pid) => ({ pid, stat: statOf(pid) }))
    const own = stats.find((s) => s.pid === server)?.stat
    const backends = stats.filter((s) => s.stat?.parent === server)
    return backends.reduce(
      (sum, s) => sum + (s.stat?.own_us ?? 0),
      (own?.own_us ?? 0) + (own?.of_ended_us ?? 0),
    )
  } catch {
    return Number.NaN
  }
}
