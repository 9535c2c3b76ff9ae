/** Drafting a pack, value by value, and proposing the day from which it is to hold. */
import { randomUUID } from 'node:crypto'
import type { PackBegun, PackShown, PackValueChanged } from '../../contract/packs.ts'
import { canonicalHash } from '../../domain/approval/canonical.ts'
import { parsePackValue, printPackValue } from '../../domain/law/pack-value.ts'
import { packProblems } from '../../law/pack-schema.ts'
import { propose } from '../approvals/queries.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { packApproval } from './approval.ts'
import { type AnyValues, findPackHead, getValues, isBroughtIntoForce, listInForce } from './queries.ts'
import { findSimulated, NOT_SIMULATED } from './simulated.ts'

export type Drafting = { tx: RegisterTx; program: Program; session: Session; now: Temporal.Instant }

/** Begins a pack as a copy of another. */
export async function beginPack({ tx, session }: Drafting, begun: PackBegun): Promise<string> {
  const base = await findPackHead(tx, begun.based_on_id)
  if (!base) throw invalid('based_on_id', 'not_understood')
  const taken = await tx
    .selectFrom('register.pack')
    .select('pack')
    .where('pack', '=', begun.pack)
    .executeTakeFirst()
  if (taken) throw invalid('pack', 'packs.fault.taken')
  const pack_id = randomUUID()
  const content = JSON.stringify(await getValues(tx, base.pack_id))
  await tx
    .insertInto('register.pack')
    .values({ ...begun, pack_id, content, drafted_by: session.officer_id })
    .execute()
  return pack_id
}

/** Changes one value of a draft; without a text it rests on, in bounds and with reasons, it is refused by its field. */
export async function changeValue(
  { tx, session, now }: Drafting,
  pack_id: string,
  { name, section = null, value: typed, ...said }: PackValueChanged,
): Promise<void> {
  await assertDraft(tx, pack_id)
  const held = (await getValues(tx, pack_id))[name]
  if (!held) throw invalid('name', 'not_understood')
  const value = { value: parsePackValue(typed, held.value), section, ...said }
  const [problem] = packProblems({ values: { [name]: value } }, false)
  if (problem !== undefined) throw invalid(fieldOf(problem), 'packs.fault.not_allowed')
  await tx
    .insertInto('register.pack_value')
    .values({
      ...{ value_id: randomUUID(), pack_id, name, value: JSON.stringify(value) },
      ...{ changed_by: session.officer_id, changed_at: now.toString() },
    })
    .execute()
}

/** The form's field of a problem such as `period_years.basis: no such text`. */
const fieldOf = (problem: string): string => /^\w+\.(\w+):/.exec(problem)?.[1] ?? 'value'

async function assertDraft(tx: RegisterTx, pack_id: string) {
  const head = await findPackHead(tx, pack_id)
  if (!head) throw new Problem('not_found')
  if (head.drafted_by === null || (await isBroughtIntoForce(tx, pack_id))) throw new Problem('draft_closed')
  return head
}

/** Proposes that a draft holds from a day after today, on what its newest simulation found. */
export async function proposePack(
  { tx, program, session, now }: Drafting,
  pack_id: string,
  { from_on, reason }: { from_on: string; reason: string },
): Promise<string> {
  const head = await assertDraft(tx, pack_id)
  if (from_on <= pakistanDay(now)) throw invalid('from_on', 'packs.fault.past')
  const [values, base, simulated] = await Promise.all([
    getValues(tx, pack_id),
    head.based_on_id === null ? {} : getValues(tx, head.based_on_id),
    findSimulated(tx, { pack_id, from_on, now }),
  ])
  if ('why' in simulated) throw invalid('from_on', `packs.fault.${simulated.why}`)
  const shown: PackShown = {
    ...{ act: 'bring_into_force', pack_id, in_force_id: null, pack: head.pack, from_on, reason },
    ...{ title_en: head.title_en, title_ur: head.title_ur },
    ...{ ...simulated, content_hash: canonicalHash(values).toString('hex'), ...differences(base, values) },
  }
  return propose(tx, program.keyring, session, packApproval, {
    subject_id: pack_id,
    district_id: null,
    shown,
    now,
  })
}

/** Proposes to undo a pack's coming into force; the one a register began with stays. */
export async function proposeReversal(
  { tx, program, session, now }: Drafting,
  pack_id: string,
  { in_force_id, reason }: { in_force_id: string; reason: string },
): Promise<string> {
  const head = await findPackHead(tx, pack_id)
  const found = (await listInForce(tx)).find(
    (row) => row.in_force_id === in_force_id && row.pack_id === pack_id,
  )
  if (!head || !found) throw new Problem('not_found')
  if (found.is_reversed || found.from_on === null) throw invalid('in_force_id', 'packs.fault.not_reversible')
  const shown: PackShown = {
    ...{ act: 'reverse', pack_id, in_force_id, pack: head.pack, from_on: found.from_on, reason },
    ...{ title_en: head.title_en, title_ur: head.title_ur, content_hash: '', ...NOT_SIMULATED },
    ...{ before: {}, after: {} },
  }
  return propose(tx, program.keyring, session, packApproval, {
    subject_id: pack_id,
    district_id: null,
    shown,
    now,
  })
}

/** What changes, by the name of the value: the value with the text it rests on. */
function differences(base: AnyValues, values: AnyValues) {
  const before: Record<string, string> = {}
  const after: Record<string, string> = {}
  for (const [name, now] of Object.entries(values)) {
    const old = base[name]
    const told = (one: typeof now) => `${printPackValue(one.value)} (${one.basis}, ${one.status})`
    if (old && told(old) === told(now)) continue
    if (old) before[name] = told(old)
    after[name] = told(now)
  }
  return { before, after }
}
