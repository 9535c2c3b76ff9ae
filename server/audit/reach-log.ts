/** Finds the database of a data folder for a look from outside: the running one, or one started for the time. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { DATABASE } from '../platform/local-register.ts'

export type ReachedLog = { url: string; stop: () => Promise<void> }

/** Address for the superuser of the cluster in `folder`, so that nothing is hidden from the look. */
export async function reachLog(folder: string): Promise<ReachedLog> {
  if (!existsSync(join(folder, 'pg', 'PG_VERSION'))) throw new Error(`there is no register in ${folder}`)
  const address = (socket_dir: string, password: string) =>
    `postgres://postgres:${password}@/${DATABASE}?host=${socket_dir}`
  const running = runningSocket(join(folder, 'pg', 'postmaster.pid'))
  if (running)
    return {
      url: address(running, readFileSync(join(folder, 'superuser'), 'utf8')),
      stop: async () => undefined,
    }
  const started = await startEmbeddedPostgres({ folder })
  return { url: address(started.socket_dir, started.superuser_password), stop: started.stop }
}

/** The socket folder that a live PostgreSQL wrote down (line 1: process, line 5: socket folder). */
function runningSocket(pid_file: string): string | undefined {
  if (!existsSync(pid_file)) return undefined
  const lines = readFileSync(pid_file, 'utf8').split('\n')
  const socket_dir = lines[4]?.trim()
  if (!socket_dir || !existsSync(join(socket_dir, '.s.PGSQL.5432'))) return undefined
  try {
    process.kill(Number(lines[0]), 0)
    return socket_dir
  } catch {
    return undefined
  }
}
