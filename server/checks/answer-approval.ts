/** The release of an answer: a second officer's act, the same whatever the answer says. */
import { type AnswerContent, AnswerProposed } from '../../contract/check-answers.ts'
import { None } from '../../contract/shape.ts'
import { canonicalJson } from '../../domain/approval/canonical.ts'
import { cutRecord } from '../../domain/check/minimum.ts'
import { CHECKS, DISCLOSURE } from '../../law/checks.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import { hasConflict } from '../approvals/queries.ts'
import { recordAnswer } from '../disclosures/record.ts'
import { type DataKey, open, seal } from '../platform/keys.ts'
import { Problem } from '../platform/problem.ts'
import { recordHash } from '../platform/record-hash.ts'
import { judgeAnswer } from './judging.ts'
import { insertStep } from './queries.ts'
import { getLive, type LiveCheck, moveCheck } from './row.ts'

/** Days a proposed answer may wait for its second officer; assumed. */
const EXPIRES_DAYS = 7
const HOURS_A_DAY = 24

export const checkApproval = approvalNoun<typeof AnswerProposed, typeof None>({
  ...{ kind: 'check', audience: 'bureau', expires_days: EXPIRES_DAYS },
  ...{ shown: AnswerProposed, input: None, apply, giveBack },
})

const contentPlace = (answer_id: string) => ({
  table: 'check_answer',
  row: answer_id,
  column: 'content_enc',
})
/** What the investigator reads, opened. */
export const openContent = (key: DataKey, answer_id: string, content_enc: Buffer): AnswerContent =>
  JSON.parse(open(key, contentPlace(answer_id), content_enc)) as AnswerContent

type Given = Pick<Applying<AnswerProposed, object>, 'tx' | 'program' | 'now' | 'shown' | 'session' | 'also'>

/** The request as it was when the answer was proposed; otherwise the answer is to another question. */
async function getAnswered({ tx, program, shown, also }: Given): Promise<LiveCheck> {
  const { check_id } = shown
  const row_before = await recordHash(tx, 'check', check_id)
  also({ subject_kind: 'check', subject_id: check_id, row_before })
  const check = await getLive(tx, program.keyring, check_id)
  if (check.stage !== 'proposed' || check.body_version !== shown.body_version)
    throw new Problem('approval_changed')
  return check
}

async function apply(given: Applying<AnswerProposed, object>): Promise<void> {
  const { tx, now, shown, session, proposal } = given
  const check = await getAnswered(given)
  await assertStillTrue(given, check)
  const { check_id, answer_id, content } = shown
  const at = now.toString()
  const opens_until_at = now.add({ hours: HOURS_A_DAY * CHECKS.opens_days.value }).toString()
  await tx
    .insertInto('register.check_answer')
    .values({
      ...{ answer_id, check_id, outcome: content.outcome, needs: content.needs, opens_until_at },
      content_enc: seal(check.key, contentPlace(answer_id), canonicalJson(content)),
      ...{ approval_id: proposal.approval_id, opens_count: CHECKS.opens_count.value },
      ...{ released_at: at, released_by: session.officer_id },
    })
    .execute()
  await disclose(given, check, opens_until_at)
  await moveCheck(tx, check, 'released', at, { released_at: at })
  await insertStep(tx, { check, act: 'released', done_by: session.officer_id, at })
}

/**
 * Refused when the answer could not be given any more: he left the register meanwhile or a slip says that it is not him;
 * somebody on it bears the number by now; or his record no longer says what was shown.
 */
async function assertStillTrue(
  { tx, program, session, now, shown }: Applying<AnswerProposed, object>,
  { body }: LiveCheck,
) {
  const { person_id, content, fields } = shown
  // Whom it names he saw only now: nobody releases an answer about somebody whom he is partial about.
  if (person_id !== null && (await hasConflict(tx, session.officer_id, [person_id])))
    throw new Problem('refused', { policy: 'forbid-conflict' })
  const answer = { outcome: content.outcome, person_id, needs: content.needs }
  const { fault, opened } = await judgeAnswer(tx, program, body.suspect, { answer, now })
  if (fault) throw new Problem('approval_changed')
  if (content.outcome !== 'record_exists' || !opened) return
  if (canonicalJson(cutRecord(opened.full, fields)) !== canonicalJson(content.record))
    throw new Problem('approval_changed')
}

async function disclose(
  { tx, shown, now, session, also }: Applying<AnswerProposed, object>,
  check: LiveCheck,
  until_at: string,
): Promise<void> {
  const { person_id, check_id, answer_id, fields, content } = shown
  if (person_id === null || content.outcome !== 'record_exists') return
  const row_before = await recordHash(tx, 'person', person_id)
  also({ subject_kind: 'person', subject_id: person_id, second_id: check_id, row_before })
  await recordAnswer(tx, {
    ...{ person_id, check_id, answer_id, fields, until_at, given_to: check.asked_by },
    ...{ given_by: session.officer_id, basis: DISCLOSURE.basis, at: now.toString() },
  })
}

/** Back to the Bureau's desk: sent back by the second officer, or withdrawn by who proposed it. */
async function giveBack(given: Given & { decision: string }): Promise<void> {
  const { tx, now, session, decision } = given
  const check = await getAnswered(given)
  const at = now.toString()
  await moveCheck(tx, check, 'forwarded', at)
  const reason = decision === 'withdrawn' ? 'withdrawn' : null
  await insertStep(tx, { check, act: 'sent_back', done_by: session.officer_id, at }, { reason })
}
