/** A legal instrument: proposed by a legal officer, approved by two supervisors; the only thing that opens or closes a desk. */
import { randomUUID } from 'node:crypto'
import { type DeskShown, type InstrumentAsked, InstrumentShown } from '../../contract/instruments.ts'
import { None } from '../../contract/shape.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import { listNames, propose } from '../approvals/queries.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'

/** Days an instrument may wait for its second officer; assumed. */
const EXPIRES_DAYS = 30

export const instrumentApproval = approvalNoun<typeof InstrumentShown, typeof None>({
  ...{ kind: 'instrument', audience: 'bureau', expires_days: EXPIRES_DAYS },
  ...{ shown: InstrumentShown, input: None, apply },
})

/** The first approval puts the same before a second supervisor; only his makes it stand. */
async function apply(given: Applying<InstrumentShown, object>): Promise<void> {
  const { tx, shown, proposal, session } = given
  // Whoever wrote it has no part in approving it, in whichever posting he sits by now.
  if (session.officer_id === shown.author_id) throw new Problem('refused', { policy: 'forbid-own-proposal' })
  if (shown.first_approval_id === null) return proposeAgain(given)
  const { text_sha256, ...row } = shown.after
  await tx
    .insertInto('register.legal_instrument')
    .values({
      ...{ ...row, instrument_id: shown.instrument_id, approval_id: shown.first_approval_id },
      ...{ second_approval_id: proposal.approval_id, text_hash: Buffer.from(text_sha256, 'hex') },
    })
    .execute()
}

/** The first supervisor is the author of what the second decides: so he cannot be the second. */
async function proposeAgain({
  tx,
  program,
  session,
  now,
  shown,
  proposal,
  also,
}: Applying<InstrumentShown, object>) {
  const names = await listNames(tx, [session.officer_id])
  const first = names.get(session.officer_id)
  const again: InstrumentShown = {
    ...{ ...shown, first_approval_id: proposal.approval_id },
    first_approved_by: first ? `${first.en} / ${first.ur}` : null,
  }
  const subject_id = await propose(tx, program.keyring, session, instrumentApproval, {
    ...{ subject_id: shown.instrument_id, district_id: null, shown: again, now },
  })
  also({ subject_kind: 'approval', subject_id, second_id: proposal.approval_id })
}

type Proposing = { tx: RegisterTx; program: Program; session: Session; now: Temporal.Instant }

/** Proposes an instrument; refused when its desk would open before it was made. */
export async function proposeInstrument(proposing: Proposing, asked: InstrumentAsked): Promise<string> {
  const { tx, program, session, now } = proposing
  const { reason, ...after } = asked
  if (after.from_on < after.dated_on) throw invalid('from_on', 'not_a_choice')
  if (after.act === 'repeal' && !(await findInForce(tx, after.desk, after.from_on)))
    throw invalid('act', 'instruments.fault.not_open')
  const instrument_id = randomUUID()
  const shown: InstrumentShown = {
    ...{ instrument_id, author_id: session.officer_id, first_approval_id: null, first_approved_by: null },
    ...{ reason, after },
  }
  return propose(tx, program.keyring, session, instrumentApproval, {
    ...{ subject_id: instrument_id, district_id: null, shown, now },
  })
}

/**
 * The instrument by which a desk is open on a day; undefined: the desk is closed, and its address does not exist. The
 * latest counts; of two of one day the repeal. One that only one officer approved opens nothing.
 */
export async function findInForce(
  tx: RegisterTx,
  desk: DeskShown['desk'],
  on: string,
): Promise<DeskShown | undefined> {
  const row = await tx
    .selectFrom('register.legal_instrument')
    .select(['act', 'desk', 'instrument_number', 'dated_on', 'from_on', 'text_hash'])
    .where('desk', '=', desk)
    .where('from_on', '<=', on)
    .where('second_approval_id', 'is not', null)
    .orderBy('from_on', 'desc')
    .orderBy('act', 'desc')
    .orderBy('instrument_id')
    .limit(1)
    .executeTakeFirst()
  if (!row || row.act === 'repeal') return undefined
  const { text_hash, act: _act, ...rest } = row
  return { ...rest, text_sha256: text_hash.toString('hex') }
}
