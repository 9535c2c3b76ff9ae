/** What becomes of a proposed correction: a new version beside the old one, which is marked as replaced. */
import { CorrectionShown } from '../../contract/corrections.ts'
import { None } from '../../contract/shape.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import { recallCopies } from '../disclosures/record.ts'
import { compareWithRegister } from '../matches/intake.ts'
import { refreshCard } from '../people/card.ts'
import type { RegisterTx } from '../platform/database.ts'
import { openDataKey } from '../platform/keys.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { insertVersion, listLive, supersede } from './versions.ts'

/** Days a correction may wait for its second officer; assumed. */
const EXPIRES_DAYS = 30

export const correctionApproval = approvalNoun<typeof CorrectionShown, typeof None>({
  ...{ kind: 'correction', audience: 'bureau', expires_days: EXPIRES_DAYS },
  ...{ shown: CorrectionShown, input: None, apply },
})

/** Refused when the version to be replaced is no longer the live one, or no longer says what was shown. */
async function apply(given: Applying<CorrectionShown, object>): Promise<void> {
  const { tx, program, now, proposal, shown, record, also } = given
  const { correction_id, person_id, field, target_id, after: value } = shown
  const row_before = await recordHash(tx, 'person', person_id)
  also({ subject_kind: 'person', subject_id: person_id, second_id: correction_id, row_before })
  const key = await keyOf(tx, program, person_id)
  const versions = await listLive(tx, key, person_id, field)
  const before = versions.find((v) => v.target_id === target_id)
  if (target_id !== null && before?.text !== shown.before) throw new Problem('approval_changed')
  const added_at = now.toString()
  if (target_id !== null) await supersede(tx, field, target_id, added_at)
  const source = {
    ...{ source_kind: 'correction' as const, source_on: shown.source_on },
    ...{ added_by: proposal.proposed_by, added_at },
  }
  const { keyring } = program
  await insertVersion({ tx, keyring, key, correction_id, person_id, field, value, before, source })
  await refreshCard(tx, keyring, key, person_id)
  await recallCopies(tx, also, { correction_id, field })
  await compareWithRegister(given, person_id)
  record({ second_id: person_id })
}

/** The person's key; an erased person cannot be corrected. */
export async function keyOf(tx: RegisterTx, { keyring }: Program, person_id: string) {
  const row = await tx
    .selectFrom('register.person')
    .select(['wrapped_key', 'kek_id'])
    .where('person_id', '=', person_id)
    .executeTakeFirst()
  const key = row && openDataKey(keyring, person_id, row)
  if (!key) throw new Problem('not_found')
  return key
}
