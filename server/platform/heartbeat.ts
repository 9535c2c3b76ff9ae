/**
 * Says once a minute that the register runs. The database keeps the last beat and makes an outage of a gap, so that
 * the register's own down-time moves dates without anybody typing it in (migration 0050, decision 0037).
 */
import { asGate, type Database, send } from './database.ts'

const BEAT = { name: 'beat', text: 'select sec.beat() as was_down' }
const EVERY_MS = 60_000

/** One beat; whether a gap before it became an outage. */
export async function beat(database: Database): Promise<boolean> {
  const [row] = await asGate(database, (tx) => send<{ was_down: boolean }>(tx, BEAT, []))
  return row?.was_down ?? false
}

/** Beats now and every minute. A beat that fails is itself a sign of down-time: the next one tells the gap. */
export async function startHeartbeat(database: Database): Promise<{ was_down: boolean; stop: () => void }> {
  const was_down = await beat(database)
  const timer = setInterval(() => void beat(database).catch(() => undefined), EVERY_MS)
  timer.unref()
  return { was_down, stop: () => clearInterval(timer) }
}
