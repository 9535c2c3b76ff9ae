/** Confirms a return in one transaction: one expectation and one draft a conviction (or the one on the screen), or nothing. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { listMissing } from '../../domain/draft/completeness.ts'
import { ruleOnDraft } from '../../domain/draft/judgment.ts'
import { nextStage, type Stage } from '../../domain/draft/stage.ts'
import { proposeStation } from '../../domain/draft/station.ts'
import { draftOfRow, needsLook } from '../../domain/imports/draft-body.ts'
import type { Pack } from '../../law/packs.ts'
import { createDrafts, type DraftStart } from '../drafts/queries.ts'
import { getPackInForce } from '../duties/packs.ts'
import { findOnScreen, keepMatches, matchIndexes } from '../expectations/queries.ts'
import { pakistanDay } from '../platform/clock.ts'
import { type RegisterTx, type Session, send } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { findImport, type ImportRecord, listRows, moveImport } from './queries.ts'
import type { KeptRow } from './rows.ts'

type Confirming = {
  tx: RegisterTx
  program: Program
  session: Session
  now: Temporal.Instant
  import_row: ImportRecord
  /** Told how many rows are done. */
  tell: (count: number) => Promise<void>
}

/** Rows turned into drafts at a time: few enough to be dropped while young, or the process grows by half. */
const PAGE = 100

/**
 * Returns of one district are confirmed one after the other, and no draft of the screen is submitted meanwhile
 * (drafts/submit.ts takes the same lock shared), so that no two of them enter the same conviction.
 */
const ONE_AT_A_TIME = {
  name: 'import_confirm_lock',
  text: `select pg_advisory_xact_lock(hashtextextended('import.confirm ' || $1, 0))`,
}
const MARK_KNOWN = {
  name: 'import_mark_known',
  text: `with told as (
           select distinct r.line, r.outcome
             from register.import_key k
             join register.expectation_key e on e.district_id = $2 and e.conviction_index = k.conviction_index
             join register.import_row r on r.import_id = k.import_id and r.line = k.line
            where k.import_id = $1 and r.outcome in ('accepted', 'warned'))
         update register.import_row r set outcome = 'repeated', problem_codes = r.problem_codes || array['conviction_known']
           from told where r.import_id = $1 and r.line = told.line
         returning told.outcome`,
}
const MARK_ENTERED = {
  name: 'import_mark_entered',
  text: `update register.import_row set outcome = 'repeated', problem_codes = problem_codes || array['conviction_entered']
          where import_id = $1 and line = any($2::int[])`,
}
const EXPECT = {
  name: 'import_expect',
  text: `insert into register.expectation (expectation_id, district_id, import_id, convicted_on, draft_id)
         select expectation_id, $1, $2, convicted_on, draft_id
           from unnest($3::uuid[], $4::date[], $5::uuid[]) as t(expectation_id, convicted_on, draft_id)`,
}
const EXPECT_BY_KEYS = {
  name: 'import_expect_by_keys',
  text: `insert into register.expectation_key (district_id, conviction_index, expectation_id)
         select $1, k.conviction_index, t.expectation_id
           from unnest($3::uuid[], $4::int[]) as t(expectation_id, line)
          cross join lateral (select conviction_index from register.import_key where import_id = $2 and line = t.line offset 0) k`,
}

/**
 * Makes the drafts of a return that is to be confirmed. Throws a Problem, and so makes nothing, when it is not, or has
 * no row to make one of. The return's own row is written last: until then others tell the progress there.
 */
export async function confirmImport(confirming: Confirming) {
  const { tx, program, session, now, import_row, tell } = confirming
  const { import_id, district_id } = import_row
  await send(tx, ONE_AT_A_TIME, [district_id])
  const known = await markKnown(tx, import_row)
  const today = pakistanDay(now)
  const rules = { pack: await getPackInForce(tx, today), today }
  let draft_count = 0
  const met: Told[] = []
  let waits_for_identity = false
  for await (const rows of pagesOf(confirming)) {
    const made = await makeDrafts(confirming, rules, rows)
    waits_for_identity ||= made.stages.includes('identity')
    draft_count += made.stages.length
    met.push(...made.met)
    await tell(draft_count + met.length)
  }
  if (!(await moveImport(tx, import_id, ['confirming'], 'confirmed', now.toString())))
    throw new Problem('import_not_ready')
  if (draft_count + met.length === 0) throw new Problem('nothing_to_confirm')
  await countKnown(tx, import_id, [...known, ...met])
  // Asked for before the commit, so that a program killed in between loses nothing; the job waits for the commit.
  if (waits_for_identity)
    await program.jobs.add('import.verify', { id: import_id, posting_id: session.posting_id }, 1)
  return { import_id, draft_count, repeated_count: known.length + met.length }
}

/** After a confirmation that made nothing: the rows that are known by now say so, and the return waits as before. */
export async function markAllKnown(tx: RegisterTx, import_id: string): Promise<void> {
  const import_row = await getImport(tx, import_id)
  if (!(await moveImport(tx, import_id, ['confirming'], 'read'))) return
  await countKnown(tx, import_id, await markKnown(tx, import_row))
}

/** The rows to make drafts of, page by page. */
async function* pagesOf({ tx, program, import_row }: Confirming) {
  for (const outcome of ['accepted', 'warned'] as const) {
    for (let after = 0; ; ) {
      const rows = await listRows(tx, program.keyring, import_row, { outcome, after, limit: PAGE })
      const last = rows.at(-1)
      if (!last) break
      yield rows
      after = last.line
    }
  }
}

type Told = { outcome: string }

/** Another return may have told of the same convictions since this one was read. */
const markKnown = (tx: RegisterTx, { import_id, district_id }: ImportRecord) =>
  send<Told>(tx, MARK_KNOWN, [import_id, district_id])

async function countKnown(tx: RegisterTx, import_id: string, told: readonly Told[]): Promise<void> {
  const was = (outcome: string) => told.filter((row) => row.outcome === outcome).length
  if (told.length > 0)
    await tx
      .updateTable('register.import')
      .set({
        accepted_count: sql`accepted_count - ${was('accepted')}`,
        warned_count: sql`warned_count - ${was('warned')}`,
        repeated_count: sql`repeated_count + ${told.length}`,
      })
      .where('import_id', '=', import_id)
      .execute()
}

type Line = KeptRow & { line: number; outcome: string }
/** The pack that judges the rows, read once for the whole return, and the day. */
type Rules = { pack: Pack; today: string }

/** Makes a draft of each line but those already entered on the screen; every line is expected. */
async function makeDrafts(confirming: Confirming, rules: Rules, lines: readonly Line[]) {
  const { tx, program, session, now, import_row } = confirming
  const { import_id, district_id } = import_row
  const told = await toldOf(confirming, lines)
  const stages: Stage[] = []
  const start = (one: Conviction) => (draft_id: string) => {
    const begun = startOf(draft_id, one, { ...rules, now })
    stages.push(begun.stage)
    return begun
  }
  const fresh = told.filter(({ on_screen }) => on_screen === undefined)
  const made_ids = await createDrafts(
    ...([tx, program, session] as const),
    fresh.map((one) => ({
      ...{ district_id, body: one.body, from: { origin: 'return' as const, import_id, line: one.line } },
      start: start(one),
    })),
  )
  const ids = new Map(fresh.map(({ line }, at) => [line, made_ids[at] as string]))
  await expect(
    confirming,
    told.map((one) => ({ ...one, draft_id: one.on_screen ?? (ids.get(one.line) as string) })),
  )
  const met = told.filter(({ on_screen }) => on_screen !== undefined)
  const met_lines = met.map(({ line }) => line)
  if (met.length > 0) await send(tx, MARK_ENTERED, [import_id, met_lines])
  return { stages, met }
}

type Conviction = {
  line: number
  outcome: string
  body: ReturnType<typeof draftOfRow>
  needs_look: boolean
  judged_on: string
  indexes: readonly Buffer[]
  /** The draft of the screen that was submitted for it. */
  on_screen: string | undefined
}

/** What each line tells of, and whether somebody entered it on the screen meanwhile. */
async function toldOf(
  { tx, program, import_row }: Confirming,
  lines: readonly Line[],
): Promise<Conviction[]> {
  const { district_id } = import_row
  const told = lines.flatMap(({ line, outcome, row, problems }) => {
    if (!row) return []
    const body = draftOfRow(row, {
      jurisdiction: program.places.districts.get(district_id)?.province_iso ?? 'PK',
      station_id: stationFor(program, row.district_id, row.fir_station),
    })
    const indexes = matchIndexes(program.keyring, body)
    const needs_look = needsLook(row, problems, body)
    return [{ line, outcome, body, needs_look, judged_on: row.judgment_on, indexes }]
  })
  const entered = await findOnScreen(
    tx,
    district_id,
    told.map(({ indexes }) => indexes),
  )
  return told.map((one, at) => ({ ...one, on_screen: entered[at] }))
}

/** An entry is owed for each; the draft that answers it is known from the start. */
async function expect(
  { tx, import_row: { import_id, district_id } }: Confirming,
  told: readonly (Conviction & { draft_id: string })[],
): Promise<void> {
  const expected = told.map(({ indexes }) => ({ expectation_id: randomUUID(), indexes }))
  const ids = expected.map(({ expectation_id }) => expectation_id)
  const [judged_on, draft_ids] = [told.map((one) => one.judged_on), told.map((one) => one.draft_id)]
  await Promise.all([
    send(tx, EXPECT, [district_id, import_id, ids, judged_on, draft_ids]),
    send(tx, EXPECT_BY_KEYS, [district_id, import_id, ids, told.map(({ line }) => line)]),
    keepMatches(tx, district_id, expected),
  ])
}

const stationFor = (program: Program, district_id: string, fir_station: string): string | null =>
  proposeStation(program.places.stationsOf(district_id), fir_station)?.station_id ?? null

/** Where a draft begins: further on, when the row gave all it needs; the return itself is the source, not a judgment's copy. */
function startOf(
  draft_id: string,
  { body, needs_look }: { body: ReturnType<typeof draftOfRow>; needs_look: boolean },
  { pack, today, now }: Rules & Pick<Confirming, 'now'>,
): DraftStart {
  const missing = listMissing(body).filter((field) => field !== 'judgment_hash')
  const ruling = ruleOnDraft(draft_id, body, pack, today)
  if (needs_look || missing.length > 0 || !ruling)
    return { stage: 'collecting', eligibility: null, submitted_at: null }
  const { eligibility } = ruling
  const stage = nextStage({ ...eligibility, legal: null, identity: null })
  return { stage, eligibility: JSON.stringify(eligibility), submitted_at: now.toString() }
}

/** The return, or the problem that there is none. */
export async function getImport(tx: RegisterTx, import_id: string): Promise<ImportRecord> {
  const row = await findImport(tx, import_id)
  if (!row) throw new Problem('not_found')
  return row
}
