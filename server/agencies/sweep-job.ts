/**
 * The background work `agency_calls.sweep`: once an hour, what a day ago was over and nobody needs is deleted. Kept calls of agencies'
 * systems with their replies, the sessions that such calls and jobs had open (the log keeps who acted in which), and refused forms
 * with what was typed into them.
 */
import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { auditActorOf } from '../platform/actor.ts'
import { recordEvent } from '../platform/audit.ts'
import type { Job } from '../platform/jobs.ts'
import { demandNightWork } from './tell-job.ts'

const KEPT_HOURS = 24

type Swept = { calls_count: number; sessions_count: number; forms_count: number }
const sweep = (before: string): RawBuilder<Swept> => sql<Swept>`
  select register.sweep_agency_calls(${before}::timestamptz) as calls_count, t.sessions_count, t.forms_count
    from register.sweep_traces(${before}::timestamptz) t`

export const sweepAgencyCalls: Job = async ({ program, as }) =>
  as(async (tx, session) => {
    demandNightWork(session)
    const before = program.clock.now().subtract({ hours: KEPT_HOURS }).toString()
    const { rows } = await sweep(before).execute(tx)
    const [swept] = rows
    if (!swept || Object.values(swept).every((count) => count === 0)) return
    await recordEvent(tx, program.keyring, auditActorOf(session, randomUUID()), {
      ...{ action: 'agency.calls_swept', outcome: 'done', detail: swept },
    })
  })
