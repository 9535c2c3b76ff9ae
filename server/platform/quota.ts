/** What a refused officer is told; where a quota stood in the way, which. */
import type { Refusal } from '../../domain/access/decision.ts'
import { type QuotaAct, type QuotaLevel, quotaGloss } from '../../domain/access/quota.ts'
import { type RegisterTx, send } from './database.ts'
import { type Gloss, Problem } from './problem.ts'

type Refused = { level: QuotaLevel | null; most: number | null; until_at: string | null }

const REFUSED = { name: 'quota_refused', text: 'select level, most, until_at from sec.quota_refused($1)' }

/** In both languages: which, until when, and who can raise it; undefined without a session. */
export async function quotaRefused(tx: RegisterTx, act: QuotaAct): Promise<Gloss | undefined> {
  const [row] = await send<Refused>(tx, REFUSED, [act])
  if (!row || row.level === null || row.most === null || row.until_at === null) return undefined
  return quotaGloss(row.level, act, row.most, row.until_at)
}

/** What lies outside his scope or role must look as if it did not exist: no gloss, though the event names the policy. */
export async function problemOfRefusal(
  tx: RegisterTx,
  decision: Refusal,
  { act, has_quota }: { act: QuotaAct | undefined; has_quota: boolean | undefined },
): Promise<Problem> {
  const policy = decision.policy ?? 'no-permit'
  if (decision.is_hidden) return new Problem('not_found', { policy })
  if (decision.needs === 'step_up') return new Problem('step_up_needed', { gloss: decision.gloss, policy })
  const is_used = has_quota === false && policy === 'forbid-out-of-quota'
  const gloss = is_used && act ? await quotaRefused(tx, act) : undefined
  return new Problem(is_used ? 'quota_used' : 'refused', { gloss: gloss ?? decision.gloss, policy })
}
