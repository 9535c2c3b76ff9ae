/** The demo's site: what takes longest to be read, so that it is read while PostgreSQL begins (start.ts). */
import { createApp } from '../app.ts'
import type { Filled } from '../invented/filled.ts'
import { worldOf } from '../invented/world.ts'
import { openProgram } from '../open-program.ts'
import { pakistanDay, systemClock } from '../platform/clock.ts'
import type { LocalRegister } from '../platform/local-register.ts'
import type { Program } from '../platform/program.ts'
import type { Working } from './acting.ts'
import type { Closers, DemoOptions } from './start.ts'

export { doBackDatedWork, fillQueues } from './work.ts'

const REQUESTS_PER_MINUTE = 600
const MESSAGES_A_DAY = 100

/** What is asked of the officers of the demo. */
export function workFor(site: Pick<Working, 'program' | 'app'>, { seed, next_index }: Filled): Working {
  const today = pakistanDay(systemClock.now())
  return { ...site, world: worldOf(today), seed, from_index: next_index, today }
}

/** Opens the program and its site, and lets the jobs begin. */
export async function openSite(
  options: DemoOptions,
  local: LocalRegister,
  agencies: { identity: Program['identity']; messages: { url: string; secret: string } },
  closers: Closers,
) {
  const opened = await openProgram({
    urls: {
      app: local.url('amanat_app'),
      gate: local.url('amanat_gate'),
      worker: local.url('amanat_worker'),
    },
    keyring: local.keyring,
    paper_signer: local.paper_signer,
    origin: `http://localhost:${options.port}`,
    is_demo: true,
    identity: agencies.identity,
    reminders: { gateway: agencies.messages, daily_limit: MESSAGES_A_DAY },
  })
  closers.push(opened.close)
  const app = await createApp(opened.program, {
    requests_per_minute: REQUESTS_PER_MINUTE,
    onFault: (fault, request_id) =>
      options.say(`fault ${request_id}: ${fault instanceof Error ? fault.stack : fault}`),
  })
  closers.push(() => app.close())
  await opened.startJobs()
  return { program: opened.program, app }
}
