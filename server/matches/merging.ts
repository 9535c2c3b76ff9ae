/** Records made one person, or taken apart: proposed by one officer of the Bureau, decided by another. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type MergeShown, MergeShown as MergeShownContract } from '../../contract/merges.ts'
import { None } from '../../contract/shape.ts'
import { MOST_RECORDS } from '../../domain/merge/doubts.ts'
import { type Link, mergeLinks, splitLinks } from '../../domain/merge/identities.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import { hasConflict, propose } from '../approvals/queries.ts'
import { refreshDuties } from '../duties/project.ts'
import { followSplit } from '../exits/follow.ts'
import { listGroup, type Member } from '../people/linked.ts'
import type { RegisterTx, Session } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { readScale } from '../searches/scale.ts'
import { findDoubts, scoreCards } from './compare.ts'
import { addLinks, lockIdentities, readIdentities } from './identities.ts'
import { addDecision, pairOf } from './queries.ts'
import { openCards } from './sides.ts'

/** Days it may wait for its second officer; assumed. */
const EXPIRES_DAYS = 30
const MILLI = 1000

export const mergeApproval = approvalNoun<typeof MergeShownContract, typeof None>({
  ...{ kind: 'merge', audience: 'bureau', expires_days: EXPIRES_DAYS },
  ...{ shown: MergeShownContract, input: None, apply },
})

type Proposing = { tx: RegisterTx; program: Program; session: Session; now: Temporal.Instant }
type Why = Pick<MergeShown, 'reason_code' | 'reason'>

const numbersOf = (members: readonly Member[]) => members.map(({ record_number }) => record_number)

/** The proposal about a record or a pair that waits for its second officer; null: none. */
export async function findWaiting(
  tx: RegisterTx,
  subject_id: string,
  now: Temporal.Instant,
): Promise<string | null> {
  const row = await tx
    .selectFrom('register.approval as a')
    .leftJoin('register.approval_decision as d', 'd.approval_id', 'a.approval_id')
    .select('a.approval_id')
    .where('a.kind', '=', 'merge')
    .where('a.subject_id', '=', subject_id)
    .where('a.expires_at', '>', now.toString())
    .where('d.approval_id', 'is', null)
    .executeTakeFirst()
  return row?.approval_id ?? null
}

/** Proposes that the people of two records be one; refused with what stands against it. Returns the approval's id. */
export async function proposeMerge(
  { tx, program, session, now }: Proposing,
  {
    match_pair_id,
    one,
    other,
    weight,
    ...why
  }: Why & { match_pair_id: string; one: string; other: string; weight: number },
): Promise<string> {
  const [ones, others] = [await listGroup(tx, one), await listGroup(tx, other)]
  const shown: MergeShown = {
    ...{
      merge_id: randomUUID(),
      act: 'merge',
      bits: String(weight / MILLI),
      reason_code: why.reason_code,
      reason: why.reason,
    },
    ...{ one_records: numbersOf(ones), other_records: numbersOf(others) },
  }
  return propose(tx, program.keyring, session, mergeApproval, {
    ...{ subject_id: match_pair_id, district_id: null, shown, now },
  })
}

/** Papers and answers made of these records since they became one person, the oldest first. */
export async function listPapersSince(tx: RegisterTx, members: readonly Member[]) {
  const since_at = members.flatMap((one) => one.since_at ?? []).sort()[0]
  if (since_at === undefined) return []
  const ids = members.map(({ person_id }) => person_id)
  const { rows } = await sql<{
    kind: 'print' | 'disclosure'
    number: string | null
    record_number: string
    made_at: string
  }>`
    select m.kind, m.number, p.record_number, m.made_at from (
      select 'print' as kind, print_number as number, person_id, printed_at as made_at from register.print
      union all
      select 'disclosure', null, person_id, disclosed_at from register.disclosure) m
      join register.person p on p.person_id = m.person_id
     where m.person_id = any(${ids}::uuid[]) and m.made_at >= ${since_at}
     order by m.made_at, m.kind, m.number`.execute(tx)
  return rows
}

/** Proposes that some records of a person be another's; the papers made meanwhile stand in the proposal. */
export async function proposeSplit(
  { tx, program, session, now }: Proposing,
  { person_id, leaving, ...why }: Why & { person_id: string; leaving: readonly string[] },
) {
  const group = await listGroup(tx, person_id)
  const [leave, stay] = [true, false].map((leaves) =>
    group.filter(({ record_number }) => leaving.includes(record_number) === leaves),
  ) as [Member[], Member[]]
  if (leave.length !== leaving.length || stay.length === 0) throw new Problem('merge_not_possible')
  const subject_id = group[0]?.person_id ?? person_id
  if (await findWaiting(tx, subject_id, now)) throw new Problem('merge_proposed')
  const papers = await listPapersSince(tx, group)
  const merge_id = randomUUID()
  const shown: MergeShown = {
    ...{ merge_id, act: 'split', reason_code: why.reason_code, reason: why.reason },
    ...{ one_records: numbersOf(stay), other_records: numbersOf(leave) },
    papers: papers.map((one) =>
      [one.kind, one.number ?? one.record_number, one.made_at.slice(0, 10)].join(' '),
    ),
  }
  const about = { subject_id, district_id: null, shown, now }
  return { merge_id, approval_id: await propose(tx, program.keyring, session, mergeApproval, about) }
}

type Deciding = Applying<MergeShown, object>

/** Writes the links, if the records are still those that were shown and nothing stands against it by now. */
async function apply(given: Deciding): Promise<void> {
  const { tx, shown, session } = given
  await lockIdentities(tx)
  const [ones, others] = [await idsOf(tx, shown.one_records), await idsOf(tx, shown.other_records)]
  if (await hasConflict(tx, session.officer_id, [...ones, ...others]))
    throw new Problem('refused', { policy: 'forbid-conflict' })
  const links =
    shown.act === 'merge' ? await linksOfMerge(given, ones, others) : await linksOfSplit(given, ones, others)
  for (const { person_id } of links) {
    const row_before = await recordHash(tx, 'person', person_id)
    given.also({ subject_kind: 'person', subject_id: person_id, second_id: shown.merge_id, row_before })
  }
  await addLinks(tx, links, {
    ...{ act: shown.act, approval_id: given.proposal.approval_id },
    ...{ linked_by: session.officer_id, linked_at: given.now.toString() },
  })
  const computed = await refreshDuties(tx, [...ones, ...others], given.now)
  if (shown.act !== 'split') return
  await tellApart(given, ones, others)
  // Whom only a conviction of the other kept on the register leaves it now.
  const { officer_id } = session
  const noted = new Set(links.map(({ person_id }) => person_id))
  const following = { tx, program: given.program, now: given.now, officer_id, also: given.also, noted }
  for (const [first = ''] of [ones, others]) {
    const part = computed.get(first)
    if (part) await followSplit({ ...following, approval_id: given.proposal.approval_id }, part)
  }
}

async function idsOf(tx: RegisterTx, record_numbers: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('register.person')
    .select('person_id')
    .where('record_number', 'in', record_numbers)
    .orderBy('entered_at')
    .orderBy('person_id')
    .execute()
  if (rows.length !== record_numbers.length) throw new Problem('approval_changed')
  return rows.map(({ person_id }) => person_id)
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((id) => other.includes(id))

async function linksOfMerge({ tx, program }: Deciding, ones: string[], others: string[]): Promise<Link[]> {
  const [one = '', other = ''] = [ones[0], others[0]]
  const found = await findDoubts(tx, program, { one, other, most: MOST_RECORDS })
  if (!isSame(found.ones, ones) || !isSame(found.others, others)) throw new Problem('approval_changed')
  if (found.doubts.length > 0) throw new Problem('merge_not_possible')
  const { state, older } = await readIdentities(tx, [one, other])
  return mergeLinks(state, one, other, older)
}

async function linksOfSplit({ tx }: Deciding, stay: string[], leave: string[]): Promise<Link[]> {
  const { state, older, groupOf } = await readIdentities(tx, [stay[0] ?? ''])
  if (!isSame(groupOf(stay[0] ?? ''), [...stay, ...leave])) throw new Problem('approval_changed')
  const links = splitLinks(state, leave, older)
  if (!links) throw new Problem('approval_changed')
  return links
}

/** What was taken apart is not joined again by a number: every pair between the two is said to be different. */
async function tellApart({ tx, program, session, now, shown }: Deciding, ones: string[], others: string[]) {
  const scale = await readScale(tx, program.keyring)
  const cards = new Map(
    (await openCards(tx, program, [...ones, ...others])).map(({ person_id, card }) => [person_id, card]),
  )
  const at = now.toString()
  for (const one of ones)
    for (const other of others) {
      const [a, b] = [cards.get(one), cards.get(other)]
      if (!a || !b) continue
      const score = scoreCards(a, b, scale)
      const pair = await pairOf(tx, one, other, { weight: score.milli_bits, found_at: at })
      await addDecision(tx, program.keyring, {
        ...{ match_pair_id: pair.match_pair_id, decision: 'different', score },
        ...{ reason_code: shown.reason_code, reason: shown.reason },
        ...{ decided_by: session.officer_id, decided_at: at },
      })
    }
}
