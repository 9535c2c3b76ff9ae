/** A legal instrument: proposed by a legal officer, approved by a supervisor; the only thing that opens a closed desk. */
import { randomUUID } from 'node:crypto'
import { type DeskShown, type InstrumentAsked, InstrumentShown } from '../../contract/instruments.ts'
import { None } from '../../contract/shape.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import { propose } from '../approvals/queries.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { invalid } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'

/** Days an instrument may wait for its second officer; assumed. */
const EXPIRES_DAYS = 30

export const instrumentApproval = approvalNoun<typeof InstrumentShown, typeof None>({
  ...{ kind: 'instrument', audience: 'bureau', expires_days: EXPIRES_DAYS },
  ...{ shown: InstrumentShown, input: None },
  async apply({ tx, shown, proposal }: Applying<InstrumentShown, object>) {
    const { text_sha256, ...row } = shown.after
    await tx
      .insertInto('register.legal_instrument')
      .values({
        ...{ ...row, instrument_id: shown.instrument_id, approval_id: proposal.approval_id },
        text_hash: Buffer.from(text_sha256, 'hex'),
      })
      .execute()
  },
})

type Proposing = { tx: RegisterTx; program: Program; session: Session; now: Temporal.Instant }

/** Proposes an instrument; refused when its desk would open before it was made. */
export async function proposeInstrument(proposing: Proposing, asked: InstrumentAsked): Promise<string> {
  const { tx, program, session, now } = proposing
  const { reason, ...after } = asked
  if (after.from_on < after.dated_on) throw invalid('from_on', 'not_a_choice')
  const instrument_id = randomUUID()
  const shown: InstrumentShown = { instrument_id, reason, after }
  return propose(tx, program.keyring, session, instrumentApproval, {
    ...{ subject_id: instrument_id, district_id: null, shown, now },
  })
}

/** The instrument by which a desk is open on a day; undefined: the desk is closed, and its address does not exist. */
export async function findInForce(
  tx: RegisterTx,
  desk: DeskShown['desk'],
  today: string,
): Promise<DeskShown | undefined> {
  const row = await tx
    .selectFrom('register.legal_instrument')
    .select(['desk', 'instrument_number', 'dated_on', 'from_on', 'text_hash'])
    .where('desk', '=', desk)
    .where('from_on', '<=', today)
    .orderBy('from_on', 'desc')
    .orderBy('instrument_id')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { text_hash, ...rest } = row
  return { ...rest, text_sha256: text_hash.toString('hex') }
}
