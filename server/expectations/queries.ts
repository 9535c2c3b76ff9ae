import { sql } from 'kysely'
import type { DraftBody } from '../../contract/draft-body.ts'
import type { ExpectationState } from '../../contract/expectations.ts'
import type { Draft } from '../../domain/draft/draft.ts'
import { matchKeys } from '../../domain/expectation/match.ts'
import { bodyPlace } from '../entries/draft-row.ts'
import { type RegisterTx, send } from '../platform/database.ts'
import { blindIndex, type Keyring, open, openDataKey } from '../platform/keys.ts'

export const PAGE_ROWS = 50

/** By what a conviction and what was expected recognise each other, as stored. */
export const matchIndexes = (keyring: Keyring, draft: Draft): Buffer[] =>
  matchKeys(draft).map((key) => blindIndex(keyring, 'expectation', key))

const KEEP_MATCHES = {
  name: 'expectation_matches',
  text: `insert into register.expectation_match (expectation_id, district_id, match_index)
         select expectation_id, $1, match_index from unnest($2::uuid[], $3::bytea[]) as t(expectation_id, match_index)`,
}

/** Keeps by what expected convictions are recognised later on, many in one statement. */
export async function keepMatches(
  tx: RegisterTx,
  district_id: string,
  expected: readonly { expectation_id: string; indexes: readonly Buffer[] }[],
): Promise<void> {
  const rows = expected.flatMap(({ expectation_id, indexes }) =>
    indexes.map((index) => ({ expectation_id, index })),
  )
  const values = [district_id, rows.map((row) => row.expectation_id), rows.map(({ index }) => index)]
  await send(tx, KEEP_MATCHES, values)
}

type Answering = { draft_id: string; district_id: string; body: DraftBody }

/**
 * Lets a draft of the screen answer what a return expects: one open expectation of its district, and only if none is
 * answered by it yet. `submitted`: one that no draft is under way for; `entered`: whatever else is under way.
 * Where several fit (one judgment told of in several rows) the oldest is met.
 */
export async function meetExpectation(
  tx: RegisterTx,
  keyring: Keyring,
  { draft_id, district_id, body }: Answering,
  when: 'submitted' | 'entered',
): Promise<string | undefined> {
  const indexes = matchIndexes(keyring, body)
  if (indexes.length === 0) return undefined
  const standing = when === 'entered' ? ['entered'] : STANDING
  const { rows } = await sql<{ expectation_id: string }>`
    update register.expectation set draft_id = ${draft_id}
     where not exists (select from register.expectation x where x.draft_id = ${draft_id})
       and expectation_id = (
         select e.expectation_id from register.expectation e
           join register.expectation_match m on m.expectation_id = e.expectation_id
           left join register.draft d on d.draft_id = e.draft_id
          where m.district_id = ${district_id} and m.match_index = any(${indexes})
            and (d.draft_id is null or d.stage <> all(${standing}))
          order by e.created_at, e.expectation_id limit 1 for update of e)
    returning expectation_id`.execute(tx)
  return rows[0]?.expectation_id
}

const KEEP_DRAFT_MATCHES = {
  name: 'draft_matches',
  text: `insert into register.draft_match (draft_id, district_id, body_version, match_index)
         select $1, $2, $3, match_index from unnest($4::bytea[]) as t(match_index) on conflict do nothing`,
}

/** Keeps by what a draft of the screen, as it is submitted, is recognised when a return tells of the same conviction. */
export async function keepDraftMatches(
  tx: RegisterTx,
  keyring: Keyring,
  { draft_id, district_id, body_version, body }: Answering & { body_version: number },
): Promise<void> {
  await send(tx, KEEP_DRAFT_MATCHES, [draft_id, district_id, body_version, matchIndexes(keyring, body)])
}

const FIND_ON_SCREEN = {
  name: 'find_on_screen',
  text: `select m.match_index, m.draft_id from register.draft_match m
           join register.draft d on d.draft_id = m.draft_id and d.body_version = m.body_version
          where m.district_id = $1 and m.match_index = any($2::bytea[]) and d.stage = any($3::text[])
            and not exists (select from register.expectation e where e.draft_id = m.draft_id)
          order by d.created_at, m.draft_id`,
}

/**
 * For each conviction of a return the draft of the screen that was submitted for it and answers no expectation yet;
 * undefined where there is none. No draft is named twice. None is being submitted meanwhile: both hold one lock.
 */
export async function findOnScreen(
  tx: RegisterTx,
  district_id: string,
  convictions: readonly (readonly Buffer[])[],
): Promise<(string | undefined)[]> {
  const rows = await send<{ match_index: Buffer; draft_id: string }>(tx, FIND_ON_SCREEN, [
    ...[district_id, convictions.flat(), STANDING],
  ])
  const drafts = Map.groupBy(rows, ({ match_index }) => match_index.toString('hex'))
  const taken = new Set<string>()
  return convictions.map((indexes) => {
    const fitting = indexes.flatMap((index) => drafts.get(index.toString('hex')) ?? [])
    const found = fitting.find(({ draft_id }) => !taken.has(draft_id))?.draft_id
    if (found !== undefined) taken.add(found)
    return found
  })
}

/** Stages of a draft that stands for its expectation; only a discarded one does not. */
const STANDING = ['collecting', 'identity', 'legal', 'bureau', 'entered', 'not_registrable']

/** Open: an entry is still owed. Met: it was made. Closed: the conviction turned out not to be registrable. */
const STATE = sql<ExpectationState>`case d.stage when 'entered' then 'met' when 'not_registrable' then 'closed' else 'open' end`

const expected = (tx: RegisterTx) =>
  tx.selectFrom('register.expectation as e').leftJoin('register.draft as d', 'd.draft_id', 'e.draft_id')

/** How many expectations of the officer's scope stand in each state. */
export async function countExpectations(tx: RegisterTx) {
  const rows = await expected(tx)
    .select((eb) => [STATE.as('state'), eb.fn.countAll<number>().as('count')])
    .groupBy(STATE)
    .execute()
  const of = (state: ExpectationState) => rows.find((row) => row.state === state)?.count ?? 0
  return { open: of('open'), met: of('met'), closed: of('closed') }
}

/** Expectations in a state, told of longest ago first, after the given one; one more than are shown. */
export const listExpectations = (
  tx: RegisterTx,
  { state, after, limit }: { state: ExpectationState; after: string | undefined; limit: number },
) =>
  expected(tx)
    .select(['e.expectation_id', 'e.district_id', 'e.convicted_on', 'e.created_at', 'e.import_id'])
    .select([
      'd.draft_id',
      'd.stage',
      'd.origin',
      'd.body_enc',
      'd.body_version',
      'd.wrapped_key',
      'd.kek_id',
    ])
    .where(STATE, '=', state)
    // Compared in the database, where instants are finer than here.
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(e.created_at, e.expectation_id) > (select a.created_at, a.expectation_id from register.expectation a where a.expectation_id = ${after})`,
      ),
    )
    .orderBy('e.created_at')
    .orderBy('e.expectation_id')
    .limit(limit)
    .execute()

type Listed = Awaited<ReturnType<typeof listExpectations>>[number]

/** The first name in each script of the draft that answers it; none when there is none, or it was discarded. */
export function nameOf(keyring: Keyring, { draft_id, body_enc, body_version, wrapped_key, kek_id }: Listed) {
  if (draft_id === null || body_enc === null || body_version === null || kek_id === null) return null
  const key = openDataKey(keyring, draft_id, { wrapped_key, kek_id })
  if (!key) return null
  const { person } = JSON.parse(open(key, bodyPlace(draft_id, body_version), body_enc)) as DraftBody
  const first = (script: string) =>
    person.names.find((name) => name.kind === 'name' && name.script === script)?.text ?? null
  return { latin: first('Latn'), ur: first('Arab') }
}
