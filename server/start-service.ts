/** Puts the service together on a database of its own: examined first, then sequencer, jobs and site. */

import { createApp } from './app.ts'
import { sequencePending, startSequencer } from './audit/sequencer.ts'
import { openProgram } from './open-program.ts'
import { type Config, ConfigRefused } from './platform/config.ts'
import { examineDatabase } from './platform/examine-database.ts'

const REQUESTS_PER_MINUTE = 600

export type Service = { address: string; stop: () => Promise<void> }

/** Starts everything or nothing; throws `ConfigRefused` when the database is not safe to open on. */
export async function startService(config: Config, say: (line: string) => void): Promise<Service> {
  const faults = await examineDatabase(config.urls)
  if (faults.length > 0) throw new ConfigRefused(faults)
  const closers: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close()
  }
  try {
    return { address: await openAll(config, say, closers), stop }
  } catch (fault) {
    await stop()
    throw fault
  }
}

/** What is opened first is closed last: requests end, then jobs, then the log takes the last events. */
async function openAll(config: Config, say: (line: string) => void, closers: (() => Promise<void>)[]) {
  const { urls, keyring, paper_signer, origin, identity, reminders, oidc, agencies } = config
  const { signer, last_signed_file } = config
  const log = { url: urls.sequencer, signer, last_signed_file }
  const tell = (of: string) => (fault: unknown) =>
    say(`${of}: ${fault instanceof Error ? fault.stack : fault}`)
  const sequencer = startSequencer(log, tell('audit log'))
  closers.push(async () => {
    await sequencer.stop()
    await sequencePending(log)
  })
  const opened = await openProgram({
    urls,
    keyring,
    paper_signer,
    origin,
    is_demo: false,
    identity,
    reminders,
    oidc,
    agencies,
  })
  closers.push(opened.close)
  const app = await createApp(opened.program, {
    requests_per_minute: REQUESTS_PER_MINUTE,
    onFault: (fault, request_id) => tell(`fault ${request_id}`)(fault),
  })
  closers.push(() => app.close())
  await opened.startJobs()
  return app.listen({ host: config.host, port: config.port })
}
