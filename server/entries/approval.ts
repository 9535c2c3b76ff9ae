/** What becomes of a proposed entry when the second officer has decided: a person and his conviction, or the draft goes back. */
import { EntryInput, EntryShown } from '../../contract/entries.ts'
import { isComplete, NEEDED_OF_CONVICTION } from '../../domain/entry/complete.ts'
import { needsIdentityBasis } from '../../domain/entry/flags.ts'
import { type Applying, approvalNoun } from '../approvals/nouns.ts'
import { refreshDuties } from '../duties/project.ts'
import { keepDraftMatches, meetExpectation } from '../expectations/queries.ts'
import { compareWithRegister } from '../matches/intake.ts'
import { refreshCard } from '../people/card.ts'
import type { RegisterTx } from '../platform/database.ts'
import { invalid, Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { recordHash } from '../platform/record-hash.ts'
import { addConviction, addRegistration } from './conviction-rows.ts'
import { findDraft, type OpenDraft, sealReturnReason } from './draft-row.ts'
import { candidatesOf, findHolders, lockDocuments } from './holders.ts'
import { addDetail, addDocuments, addNames, insertPerson, type Writing } from './person-rows.ts'

/** Days an entry may wait for its second officer; assumed. Every waiting one stays in the queue of its district. */
const EXPIRES_DAYS = 90

type Entering = Applying<EntryShown, EntryInput>
type GivingBack = Omit<Applying<EntryShown, unknown>, 'input'> & { decision: string; reason: string }

export const entryApproval = approvalNoun<typeof EntryShown, typeof EntryInput>({
  ...{ kind: 'entry', audience: 'bureau', expires_days: EXPIRES_DAYS, shown: EntryShown, input: EntryInput },
  apply: enter,
  giveBack,
})

/** Puts the person on the register, or adds the conviction to the person who holds the document. */
async function enter(given: Entering): Promise<void> {
  const { tx, program, session, now, proposal, shown, input } = given
  await alsoDraft(given)
  const draft = await proposedDraft(tx, program, shown, proposal.approval_id)
  if (needsIdentityBasis(shown.identity.outcome) && !(input.basis_kind && input.basis_reference))
    throw new Problem('identity_basis_needed')
  const { person, conviction, judgment_hash } = shown.body
  if (!isComplete(conviction, NEEDED_OF_CONVICTION)) throw new Problem('draft_not_ready')
  const source = {
    ...{ source_kind: shown.origin === 'return' ? ('return' as const) : ('judgment' as const) },
    ...{ source_on: conviction.convicted_on, added_by: proposal.proposed_by, added_at: now.toString() },
  }
  const { is_new_person, ...whose } = await personOf(given, draft)
  const { person_id } = whose
  given.also({
    ...{ subject_kind: 'person', subject_id: person_id, second_id: shown.draft_id },
    row_before: await recordHash(tx, 'person', person_id),
  })
  const writing: Writing = { tx, keyring: program.keyring, source, ...whose }
  await addNames(writing, person.names)
  await addDocuments(writing, person.documents)
  if (is_new_person) {
    if (!isComplete(person, ['sex'])) throw new Problem('draft_not_ready')
    await addDetail(writing, person, draft.district_id)
  }
  await refreshCard(tx, program.keyring, writing.key, writing.person_id)
  const conviction_id = await addConviction(writing, conviction, { judgment_hash, origin: shown.origin })
  await addRegistration(writing, shown, input, {
    ...{ conviction_id, approval_id: proposal.approval_id, entered_by: session.officer_id },
  })
  await closeDraft(given, writing.person_id, is_new_person)
  // At once, and not in the night: his station has to tell him what he owes.
  await refreshDuties(tx, [writing.person_id], now)
  await compareWithRegister(given, writing.person_id)
  await meetExpectation(tx, program.keyring, draft, 'entered')
  // Again, for drafts that were submitted before these keys were kept.
  if (draft.origin === 'screen') await keepDraftMatches(tx, program.keyring, draft)
}

/** The draft changes with the decision on it, so its event stands beside the decision's. */
const alsoDraft = async ({ tx, shown: { draft_id }, also }: Pick<Entering, 'tx' | 'shown' | 'also'>) =>
  also({ subject_kind: 'draft', subject_id: draft_id, row_before: await recordHash(tx, 'draft', draft_id) })

/** The draft, still as proposed. */
async function proposedDraft(
  tx: RegisterTx,
  program: Program,
  shown: EntryShown,
  approval_id: string,
): Promise<OpenDraft> {
  const draft = await findDraft(tx, program.keyring, shown.draft_id, { lock: true })
  if (!draft) throw new Problem('not_found')
  const is_as_proposed =
    draft.stage === 'bureau' && draft.approval_id === approval_id && draft.body_version === shown.body_version
  if (!is_as_proposed) throw new Problem('approval_changed')
  return draft
}

/**
 * Whose conviction it is. The officer decided on the people he was shown; if others hold the document now, he looks
 * again. Who holds it is the person; whom the author named is so only by the officer's choice.
 */
async function personOf({ tx, program, now, input }: Entering, draft: OpenDraft) {
  const station = program.places.stations.get(input.station_id)
  if (!station) throw invalid('station_id', 'not_a_choice')
  const candidates = candidatesOf(program.keyring, draft)
  await lockDocuments(tx, candidates)
  const found = await findHolders(tx, program.keyring, candidates)
  const chosen = input.person_id ?? null
  const is_held = found.some(({ matched_by }) => matched_by.some((by) => by !== 'author'))
  if (!is_held && chosen === null) {
    const { station_id, district_id } = station
    const made = await insertPerson(tx, program.keyring, { station_id, district_id, now })
    return { ...made, is_new_person: true }
  }
  const held = found.find(({ person_id }) => person_id === chosen)
  if (!held) throw new Problem('approval_changed')
  // A person on the register moves to another station by a transfer, never by the way.
  if (held.station_id !== station.station_id) throw invalid('station_id', 'not_a_choice')
  return { person_id: held.person_id, key: held.key, is_new_person: false }
}

async function closeDraft({ tx, now, shown }: Entering, person_id: string, is_new_person: boolean) {
  await tx
    .updateTable('register.draft')
    .set({
      ...{ stage: 'entered', entered_person_id: person_id, updated_at: now.toString() },
      held_person_id: is_new_person ? null : person_id,
    })
    .where('draft_id', '=', shown.draft_id)
    .execute()
}

/** Back to its author with the reason; the identity is asked again when it comes back. */
async function giveBack(given: GivingBack): Promise<void> {
  const { tx, program, now, proposal, shown, reason } = given
  await alsoDraft(given)
  const draft = await proposedDraft(tx, program, shown, proposal.approval_id)
  await tx
    .updateTable('register.draft')
    .set({
      ...{ stage: 'collecting', approval_id: null, identity_outcome: null, updated_at: now.toString() },
      return_reason_enc: sealReturnReason(draft.key, draft.draft_id, reason),
    })
    .where('draft_id', '=', draft.draft_id)
    .execute()
}
