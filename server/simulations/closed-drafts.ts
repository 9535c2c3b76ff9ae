/** Compares the entries that were closed as not registrable: what a draft of the rules would have taken up again. */
import { Value } from 'typebox/value'
import { DraftBody } from '../../contract/draft-body.ts'
import { ruleOnDraft } from '../../domain/draft/judgment.ts'
import type { LegalDecision } from '../../domain/draft/stage.ts'
import { type ClosedChange, compareClosed } from '../../domain/simulation/closed-draft.ts'
import { tallyOne } from '../../domain/simulation/tally.ts'
import { bodyPlace } from '../entries/draft-row.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type Keyring, open, openDataKey } from '../platform/keys.ts'
import { type As, type ChangedRow, type Comparing, keepBatch, lockPart } from './compare-part.ts'
import { CLOSED_PART } from './queries.ts'

/** Each is opened with a key of its own, here and not in a thread, which is given no keys. */
const BATCH_DRAFTS = 500

const listClosed = (tx: RegisterTx, after: string | null) =>
  tx
    .selectFrom('register.draft as d')
    .select(['d.draft_id', 'd.district_id', 'd.body_enc', 'd.body_version', 'd.wrapped_key', 'd.kek_id'])
    .select((eb) =>
      eb
        .selectFrom('register.legal_decision as l')
        .whereRef('l.draft_id', '=', 'd.draft_id')
        .select('l.decision')
        .orderBy('l.decided_at', 'desc')
        .limit(1)
        .as('legal'),
    )
    .where('d.stage', '=', 'not_registrable')
    .$if(after !== null, (q) => q.where('d.draft_id', '>', after ?? ''))
    .orderBy('d.draft_id')
    .limit(BATCH_DRAFTS)
    .execute()

type Closed = Awaited<ReturnType<typeof listClosed>>[number]

/** What both successions make of a closed entry; undefined where a fact that a test reads is not held. */
function compareEntry(
  keyring: Keyring,
  row: Closed,
  { on, before, after }: Comparing,
): ClosedChange | undefined {
  const key = openDataKey(keyring, row.draft_id, row)
  const body: unknown = key && JSON.parse(open(key, bodyPlace(row.draft_id, row.body_version), row.body_enc))
  if (!Value.Check(DraftBody, body)) return undefined
  const rule = (packs: Comparing['before']) => {
    const pack = packs.at(-1)
    return pack && ruleOnDraft(row.draft_id, body, pack, on)?.eligibility
  }
  const [was, will] = [rule(before), rule(after)]
  return was && will && compareClosed(was, will, row.legal as LegalDecision | null)
}

/** Compares them all, batch by batch; false when the simulation was stopped. */
export async function compareClosedDrafts(
  as: As,
  keyring: Keyring,
  comparing: Comparing,
  goOn: () => boolean,
): Promise<boolean> {
  for (;;) {
    if (!goOn()) return false
    const found = await as((tx) => compareBatch(tx, keyring, comparing))
    if (found !== 'more') return found === 'done'
  }
}

async function compareBatch(tx: RegisterTx, keyring: Keyring, comparing: Comparing) {
  const { simulation_id } = comparing
  const held = await lockPart(tx, simulation_id, CLOSED_PART)
  if (!held) return 'stopped'
  const drafts = await listClosed(tx, held.last_id)
  const rows: ChangedRow[] = []
  for (const draft of drafts) {
    const change = compareEntry(keyring, draft, comparing)
    const name = change?.class ?? 'unchanged'
    tallyOne(held.tally, draft.district_id, name)
    if (change && name !== 'unchanged') rows.push(rowOf(draft, change))
  }
  const is_done = drafts.length < BATCH_DRAFTS
  const batch = { last_id: drafts.at(-1)?.draft_id ?? null, count: drafts.length, open_ends: 0, rows }
  await keepBatch(tx, { simulation_id, part: CLOSED_PART, held }, batch, is_done)
  return is_done ? 'done' : 'more'
}

const rowOf = (
  { draft_id, district_id }: Closed,
  { before, after, class: name }: ClosedChange,
): ChangedRow => ({
  ...{ subject_id: draft_id, subject_kind: 'draft', district_id, class: name, duty_count: 0 },
  before: { status: before, standing: null, ends_on: null },
  after: { status: after, standing: null, ends_on: null },
})
