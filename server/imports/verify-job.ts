/** The background act `import.verify`: asks for the identity check of every draft of a confirmed return that waits for one. */
import type { AsJob, Job } from '../platform/jobs.ts'

const PAGE = 1_000
/** The job may be taken up before the confirmation has committed; one that is still not there was undone. */
const ATTEMPTS_UNTIL_COMMITTED = 8

/** Run again after a kill it asks again, which changes nothing: a draft has one job, and one answered needs none. */
export const verifyImport: Job = async ({ program, payload, as, attempt, signal }) => {
  const is_confirmed = await as(async (tx) => {
    const row = await tx
      .selectFrom('register.import')
      .select('state')
      .where('import_id', '=', payload.id)
      .executeTakeFirst()
    return row?.state === 'confirmed'
  })
  if (!is_confirmed && attempt < ATTEMPTS_UNTIL_COMMITTED) throw new Error('the return is not confirmed yet')
  for (let after = ''; is_confirmed; ) {
    if (signal.aborted) throw new Error('the program stops; the next one goes on')
    const draft_ids = await waitingDrafts(as, payload.id, after)
    const last = draft_ids.at(-1)
    if (last === undefined) return
    await program.jobs.addAll(
      'identity.verify',
      draft_ids.map((id) => ({ id, posting_id: payload.posting_id })),
    )
    after = last
  }
}

const waitingDrafts = (as: AsJob, import_id: string, after: string) =>
  as(async (tx) => {
    const rows = await tx
      .selectFrom('register.draft')
      .select('draft_id')
      .where('import_id', '=', import_id)
      .where('stage', '=', 'identity')
      .where('identity_outcome', 'is', null)
      .$if(after !== '', (q) => q.where('draft_id', '>', after))
      .orderBy('draft_id')
      .limit(PAGE)
      .execute()
    return rows.map(({ draft_id }) => draft_id)
  })
