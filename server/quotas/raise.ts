/** A limit raised for some days by two people. */
import { randomUUID } from 'node:crypto'
import { type QuotaRaising, QuotaShown } from '../../contract/quotas.ts'
import { None } from '../../contract/shape.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import { propose } from '../approvals/queries.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { invalid } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'

/** Days a proposal may wait; the need that it answers is of the day. Assumed. */
const EXPIRES_DAYS = 3

export const quotaApproval = approvalNoun<typeof QuotaShown, typeof None>({
  ...{ kind: 'quota', audience: 'bureau', expires_days: EXPIRES_DAYS, shown: QuotaShown, input: None },
  async apply({ tx, shown, proposal }: Applying<QuotaShown, object>) {
    const { raise_id, level, subject_id: subject, act, after } = shown
    await tx
      .insertInto('register.quota_raise')
      .values({ raise_id, level, subject, act, ...after, approval_id: proposal.approval_id })
      .execute()
  },
})

type Proposing = { tx: RegisterTx; program: Program; session: Session; now: Temporal.Instant }

const findPosted = (tx: RegisterTx, badge: string, today: string) =>
  tx
    .selectFrom('access.officer as o')
    .innerJoin('access.posting as p', 'p.officer_id', 'o.officer_id')
    .select(['o.officer_id', 'o.name_en', 'o.name_ur', 'p.unit_id', 'p.role'])
    .where('o.badge', '=', badge)
    .where('p.from_on', '<=', today)
    .where((eb) => eb.or([eb('p.to_on', 'is', null), eb('p.to_on', '>', today)]))
    .orderBy('p.from_on', 'desc')
    .orderBy('p.posting_id')
    .executeTakeFirst()

type Posted = NonNullable<Awaited<ReturnType<typeof findPosted>>>

/** Acts a day as the limit stands, without earlier raises. */
async function limitOf(tx: RegisterTx, { level, act }: QuotaRaising, posted: Posted | undefined) {
  const row =
    level === 'officer'
      ? await tx
          .selectFrom('register.quota_limit')
          .select('per_day')
          .where('act', '=', act)
          .where('role', '=', posted?.role ?? '')
          .executeTakeFirst()
      : await tx
          .selectFrom('register.quota_pool_limit')
          .select('per_day')
          .where('act', '=', act)
          .where('level', '=', level)
          .executeTakeFirst()
  return row?.per_day
}

/** Proposes a raise from today on; refused where there is no such officer, or no limit that it would raise. */
export async function proposeRaise(proposing: Proposing, asked: QuotaRaising): Promise<string> {
  const { tx, program, session, now } = proposing
  const { level, badge = '', act, per_day, days, reason } = asked
  const today = pakistanDay(now)
  const posted = level === 'nation' ? undefined : await findPosted(tx, badge, today)
  if (level !== 'nation' && !posted) throw invalid('badge', 'not_a_choice')
  const limit = await limitOf(tx, asked, posted)
  if (limit === undefined) throw invalid('act', 'not_a_choice')
  if (per_day <= limit) throw invalid('per_day', 'not_a_choice')
  const unit = program.places.units.get(posted?.unit_id ?? '')
  const raise_id = randomUUID()
  const to_on = Temporal.PlainDate.from(today).add({ days }).toString()
  const is_officer = level === 'officer'
  const shown: QuotaShown = {
    ...{ raise_id, level, act, reason, badge: posted ? badge : null },
    subject_id: posted ? (is_officer ? posted.officer_id : posted.unit_id) : '',
    ...{ name_en: is_officer ? (posted?.name_en ?? null) : null },
    ...{ name_ur: is_officer ? (posted?.name_ur ?? null) : null },
    ...{ unit_en: unit?.name_en ?? null, unit_ur: unit?.name_ur ?? null },
    ...{ before: { per_day: limit }, after: { per_day, from_on: today, to_on } },
  }
  return propose(tx, program.keyring, session, quotaApproval, {
    ...{ subject_id: raise_id, district_id: null, shown, now },
  })
}
