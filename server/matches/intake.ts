/**
 * A record is compared with the register in the transaction that enters or corrects it, by the search's own index and
 * score. Likely pairs go to the queue. Records are joined here only where the CNIC, the name and the father agree and
 * no pair between the two people forbids it; on names alone, never.
 */
import type { PersonFacts } from '../../domain/matching/evidence.ts'
import { MOST_BY_NUMBER } from '../../domain/merge/doubts.ts'
import { mergeLinks } from '../../domain/merge/identities.ts'
import { factsOfCard } from '../../domain/search/match-card.ts'
import { openSlipsBetween } from '../clearances/cleared.ts'
import { refreshDuties } from '../duties/project.ts'
import { listGroup } from '../people/linked.ts'
import { parseOnce } from '../people/name-index.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Applying, Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import type { Found } from '../searches/candidates.ts'
import { findPeople } from '../searches/find.ts'
import { readScale } from '../searches/scale.ts'
import { findDoubts } from './compare.ts'
import { addLinks, lockIdentities, readIdentities } from './identities.ts'
import { lockAlike } from './lock-alike.ts'
import { pairOf, weighAgain } from './queries.ts'
import { numberedOf, type OpenCard, openCards } from './sides.ts'

/** Pairs that one record may add to the queue; the likeliest. Assumed. */
const MOST_PAIRS = 20

type Given = Pick<Applying<unknown, unknown>, 'tx' | 'program' | 'session' | 'now' | 'also' | 'proposal'>

/** Puts whoever else the record may be into the queue, and joins it to who it is by its number. */
export async function compareWithRegister(given: Given, person_id: string): Promise<void> {
  const { tx, program, now } = given
  const [own] = await openCards(tx, program, [person_id])
  if (!own) return
  const asked = factsOfCard(own.card, parseOnce, { district_id: null, birth: null })
  const scale = await readScale(tx, program.keyring)
  // Of two entries of one man approved at once, the second finds the first.
  await lockAlike(tx, program.keyring, { card: own.card, asked, scale })
  const others = await findOthers(tx, program, own, asked)
  // One act on identities at a time; before rows are written, as whoever merges does.
  if (others.some(({ score }) => score.verdict === 'same')) await lockIdentities(tx)
  for (const { person_id: other, score } of others) {
    const pair = await pairOf(tx, person_id, other, { weight: score.milli_bits, found_at: now.toString() })
    if (pair.is_new) given.also({ subject_kind: 'match_pair', subject_id: pair.match_pair_id })
    else if (pair.decision === null) await weighAgain(tx, pair.match_pair_id, score.milli_bits, now)
    if (score.verdict === 'same' && pair.decision === null) await joinByNumber(given, person_id, other)
  }
}

/** The likeliest of those who may be the person of a record, without those who are known to be, or not to be. */
async function findOthers(
  tx: RegisterTx,
  program: Program,
  own: OpenCard,
  asked: PersonFacts,
): Promise<Found[]> {
  const { person_id } = own
  const [found, group, told_apart] = await Promise.all([
    findPeople(tx, program.keyring, asked),
    listGroup(tx, person_id),
    listToldApart(tx, person_id),
  ])
  const known = new Set([...group.map((one) => one.person_id), ...told_apart])
  const likely = found.filter(
    ({ person_id: other, score }) => score.verdict !== 'different' && !known.has(other),
  )
  const slipBetween = await openSlipsBetween(tx, program.keyring, [
    numberedOf(own),
    ...likely.map(({ person_id: id, facts }) => ({ id, kind: 'record' as const, cnics: facts.cnics })),
  ])
  return likely
    .filter(({ person_id: other }) => slipBetween(person_id, other) !== 'stands')
    .slice(0, MOST_PAIRS)
}

/** Those of whom it was said, while the record was still a draft, that they are not its person. */
async function listToldApart(tx: RegisterTx, person_id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('register.match_pair as m')
    .innerJoin('register.draft as d', 'd.draft_id', 'm.draft_id')
    .select('m.person_b_id')
    .where('d.entered_person_id', '=', person_id)
    .where('m.decision', '=', 'different')
    .execute()
  return rows.map(({ person_b_id }) => person_b_id)
}

async function joinByNumber(
  { tx, program, session, now, also, proposal }: Given,
  one: string,
  other: string,
) {
  const { doubts } = await findDoubts(tx, program, { one, other, most: MOST_BY_NUMBER })
  if (doubts.length > 0) return
  const { state, older } = await readIdentities(tx, [one, other])
  const links = mergeLinks(state, one, other, older)
  for (const { person_id } of links) {
    if (person_id === one) continue // its event stands with the entry or the correction
    const row_before = await recordHash(tx, 'person', person_id)
    also({ subject_kind: 'person', subject_id: person_id, second_id: one, row_before })
  }
  await addLinks(tx, links, {
    ...{ act: 'number', approval_id: proposal.approval_id },
    ...{ linked_by: session.officer_id, linked_at: now.toString() },
  })
  const group = await listGroup(tx, one)
  await refreshDuties(
    tx,
    group.map(({ person_id }) => person_id),
    now,
  )
}
