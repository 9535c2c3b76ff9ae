import { randomUUID } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import type { DraftBody } from '../../contract/draft-body.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { canonicalJson } from '../../domain/approval/canonical.ts'
import type { Stage } from '../../domain/draft/stage.ts'
import { hasConflict } from '../approvals/queries.ts'
import { bodyPlace, findDraft, type OpenDraft } from '../entries/draft-row.ts'
import { type RegisterTx, type Session, send } from '../platform/database.ts'
import { type DataKey, type Keyring, newDataKey, open, openDataKey, seal } from '../platform/keys.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import type { Tables } from '../platform/tables.ts'

/** Where a draft comes from: typed on the screen, or a line of a return. */
export type DraftOrigin = { origin: 'screen' } | { origin: 'return'; import_id: string; line: number }

const sealBody = (key: DataKey, draft_id: string, version: number, body: DraftBody): Buffer =>
  seal(key, bodyPlace(draft_id, version), canonicalJson(body))

/** The draft, held until the transaction ends, or the problem that there is none. */
export async function getDraft(tx: RegisterTx, keyring: Keyring, draft_id: string): Promise<OpenDraft> {
  const draft = await findDraft(tx, keyring, draft_id, { lock: true })
  if (!draft) throw new Problem('not_found')
  return draft
}

/** What the policy must know of a draft. Undefined: not visible. */
export async function factsForDraft(
  program: Program,
  { params, actor, tx }: { params: { draft_id: string }; actor: Actor; tx: RegisterTx },
): Promise<FactsOf<'draft'> | undefined> {
  const row = await tx
    .selectFrom('register.draft as d')
    .innerJoin('access.posting as p', 'p.posting_id', 'd.posting_id')
    .select(['d.district_id', 'd.author_id', 'p.unit_id', 'p.officer_id as holder_id'])
    .where('d.draft_id', '=', params.draft_id)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    kind: 'draft',
    place: program.places.ofDistrict(row.district_id),
    is_own_unit: isOwnDraft(row, actor),
    is_own_proposal: row.author_id === actor.officer_id,
    has_conflict: await hasConflict(tx, actor.officer_id, [params.draft_id]),
  }
}

/**
 * Whether the actor's office may change the draft. At the Bureau his colleague is the second officer, so there only
 * the author may, or who took it over from him: nobody approves what he helped to write.
 */
export const isOwnDraft = (
  draft: { unit_id: string; author_id: string; holder_id: string },
  actor: Actor,
): boolean =>
  draft.unit_id === actor.unit_id &&
  (actor.place.district !== null || [draft.author_id, draft.holder_id].includes(actor.officer_id))

/** A draft that does not exist yet, in the district asked for or else the actor's own place. */
export function factsForNewDraft(
  program: Program,
  actor: Actor,
  district_id: string | null = null,
): FactsOf<'draft'> {
  const is_known = district_id !== null && program.places.districts.has(district_id)
  return {
    kind: 'draft',
    place: is_known ? program.places.ofDistrict(district_id) : actor.place,
    ...{ is_own_unit: true, is_own_proposal: true, has_conflict: false },
  }
}

/** The district a new draft belongs to: the officer's own, or at the Bureau the one he chose. */
export function getDistrict(program: Program, session: Session, chosen: string | null): string {
  const district_id = session.district_id ?? chosen
  if (district_id === null) throw invalid('district_id', 'required')
  const is_his = session.district_id === null || chosen === null || chosen === session.district_id
  if (!is_his || !program.places.districts.has(district_id)) throw invalid('district_id', 'not_a_choice')
  return district_id
}

/** The list of drafts of the actor's place; its rows are scoped by the database. */
export const factsForDrafts = (actor: Actor): FactsOf<'draft'> => ({
  kind: 'draft',
  place: actor.place,
  ...{ is_own_unit: true, is_own_proposal: false, has_conflict: false },
})

/** Where a draft begins that is complete from the start; one on the screen begins at its first step. */
export type DraftStart = { stage: Stage; eligibility: string | null; submitted_at: string | null }

type NewDraft = {
  district_id: string
  body: DraftBody
  from: DraftOrigin
  start?: (draft_id: string) => DraftStart
}

function rowOf(keyring: Keyring, session: Session, { district_id, body, from, start }: NewDraft) {
  const draft_id = randomUUID()
  const key = newDataKey(keyring, draft_id)
  return {
    ...{ draft_id, district_id, author_id: session.officer_id },
    ...{ posting_id: session.posting_id, origin: from.origin },
    ...(start?.(draft_id) ?? { stage: 'collecting' as const, eligibility: null, submitted_at: null }),
    import_id: from.origin === 'return' ? from.import_id : null,
    import_line: from.origin === 'return' ? from.line : null,
    ...{ wrapped_key: key.wrapped_key, kek_id: key.kek_id },
    body_enc: sealBody(key, draft_id, 1, body),
    convicted_on: body.conviction.convicted_on,
  } satisfies Insertable<Tables['register.draft']>
}

const INSERT_DRAFTS = {
  name: 'insert_drafts',
  text: `insert into register.draft (author_id, posting_id, kek_id, draft_id, district_id, origin, import_id, import_line, stage, eligibility, submitted_at, wrapped_key, body_enc, convicted_on)
         select $1, $2, $3, t.* from unnest($4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::int[], $9::text[], $10::jsonb[], $11::timestamptz[], $12::bytea[], $13::bytea[], $14::date[]) as t`,
}

/** Begins drafts, many in one statement; returns their ids in the order given. */
export async function createDrafts(
  tx: RegisterTx,
  program: Program,
  session: Session,
  list: readonly NewDraft[],
): Promise<string[]> {
  const rows = list.map((one) => rowOf(program.keyring, session, one))
  const columns = [
    ...(['draft_id', 'district_id', 'origin', 'import_id', 'import_line', 'stage', 'eligibility'] as const),
    ...(['submitted_at', 'wrapped_key', 'body_enc', 'convicted_on'] as const),
  ] as const
  await send(tx, INSERT_DRAFTS, [
    ...[session.officer_id, session.posting_id, program.keyring.kek_id],
    ...columns.map((column) => rows.map((row) => row[column])),
  ])
  return rows.map(({ draft_id }) => draft_id)
}

/** Begins one draft; returns its id. */
export async function createDraftFrom(
  tx: RegisterTx,
  program: Program,
  session: Session,
  draft: NewDraft,
): Promise<string> {
  const row = rowOf(program.keyring, session, draft)
  await tx.insertInto('register.draft').values(row).execute()
  return row.draft_id
}

/** Stages in which the author's office may still change a draft. */
export const isOpenStage = (stage: Stage): boolean => stage === 'collecting'

/** The draft, if it may be changed and is still as the officer saw it; a problem otherwise. */
export function demandVersion(draft: OpenDraft, body_version: number): void {
  if (!isOpenStage(draft.stage)) throw new Problem('draft_closed')
  if (draft.body_version !== body_version) throw new Problem('draft_changed')
}

/** Refused while somebody in scope is probably the same person, and the officer has not said whether he is. */
export function demandAnswer({ stopped_search_id, body }: OpenDraft): void {
  if (stopped_search_id !== null && body.further_of === null) throw new Problem('draft_duplicate')
}

/** Lets the draft stand still on account of a look-up, or go on. */
export const stopDraft = (tx: RegisterTx, draft_id: string, stopped_search_id: string | null) =>
  tx
    .updateTable('register.draft')
    .set({ stopped_search_id })
    .where('draft_id', '=', draft_id)
    .where('stage', '=', 'collecting')
    .execute()

/**
 * Saves the body as the next version and returns that. The version is checked again by the statement itself, so of
 * two tabs that collide one is refused.
 */
export async function saveBody(
  tx: RegisterTx,
  draft: OpenDraft,
  body: DraftBody,
  more: { searched_at?: string | null } = {},
): Promise<number> {
  const body_version = draft.body_version + 1
  const { numUpdatedRows } = await tx
    .updateTable('register.draft')
    .set((eb) => ({
      ...{ body_version, body_enc: sealBody(draft.key, draft.draft_id, body_version, body) },
      ...{ convicted_on: body.conviction.convicted_on, updated_at: eb.fn('now'), ...more },
    }))
    .where('draft_id', '=', draft.draft_id)
    .where('body_version', '=', draft.body_version)
    .where('stage', '=', 'collecting')
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Problem('draft_changed')
  return body_version
}

/** Moves a draft on from the stage and version it was read in; refused when another was faster. */
export async function moveDraft(
  tx: RegisterTx,
  draft: OpenDraft,
  stage: Stage,
  more: Partial<
    Pick<
      Insertable<Tables['register.draft']>,
      'eligibility' | 'identity_outcome' | 'submitted_at' | 'return_reason_enc' | 'posting_id'
    >
  > = {},
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('register.draft')
    .set((eb) => ({ stage, updated_at: eb.fn('now'), ...more }))
    .where('draft_id', '=', draft.draft_id)
    .where('body_version', '=', draft.body_version)
    .where('stage', '=', draft.stage)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Problem('draft_changed')
}

/** How many drafts stand at each stage, in the order of the alphabet. */
export const countStages = (tx: RegisterTx) =>
  tx
    .selectFrom('register.draft')
    .select((eb) => ['stage', eb.fn.countAll<number>().as('count')])
    .groupBy('stage')
    .orderBy('stage')
    .execute()

const PAGE_ROWS = 50

/** Stages in which a draft still waits for somebody. */
const WAITING: readonly Stage[] = ['collecting', 'identity', 'legal', 'bureau']

/** Drafts of a stage (all that still wait, unless said), the oldest first; at most 50, and after which to go on. No body: erased. */
export async function listDrafts(
  tx: RegisterTx,
  keyring: Keyring,
  { stage, after }: { stage: Stage | undefined; after: string | undefined },
) {
  const rows = await tx
    .selectFrom('register.draft as d')
    .innerJoin('access.posting as p', 'p.posting_id', 'd.posting_id')
    .select(['d.draft_id', 'd.stage', 'd.district_id', 'd.origin', 'd.created_at', 'd.updated_at'])
    .select(['d.convicted_on', 'd.body_version', 'd.body_enc', 'd.wrapped_key', 'd.kek_id'])
    .select(['p.unit_id', 'd.author_id', 'p.officer_id as holder_id'])
    .select(sql<boolean>`d.return_reason_enc is not null`.as('was_returned'))
    .where('d.stage', 'in', stage === undefined ? WAITING : [stage])
    // Compared in the database, where instants are finer than here: a return makes all its drafts at one.
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(d.created_at, d.draft_id) > (select a.created_at, a.draft_id from register.draft a where a.draft_id = ${after})`,
      ),
    )
    .orderBy('d.created_at')
    .orderBy('d.draft_id')
    .limit(PAGE_ROWS + 1)
    .execute()
  const shown = rows.slice(0, PAGE_ROWS)
  const drafts = shown.map(({ body_enc, wrapped_key, kek_id, body_version, ...row }) => {
    const key = openDataKey(keyring, row.draft_id, { wrapped_key, kek_id })
    const text = key && open(key, bodyPlace(row.draft_id, body_version), body_enc)
    return { ...row, body: text === undefined ? null : (JSON.parse(text) as DraftBody) }
  })
  return { drafts, next: rows.length > PAGE_ROWS ? (shown.at(-1)?.draft_id ?? null) : null }
}
