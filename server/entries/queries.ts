import { sql } from 'kysely'
import type { EntryQueue } from '../../contract/entries.ts'
import type { FactsOf } from '../../domain/access/actions.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { entryClock } from '../../domain/entry/clock.ts'
import { flagsOf } from '../../domain/entry/flags.ts'
import type { Pack } from '../../law/packs.ts'
import { hasConflict } from '../approvals/queries.ts'
import { getPackInForce } from '../duties/packs.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Keyring } from '../platform/keys.ts'
import type { Places } from '../platform/places.ts'
import { Problem } from '../platform/problem.ts'
import { findDraft } from './draft-row.ts'
import { candidatesOf, findHolders } from './holders.ts'

/** What the decision must know of a proposed entry; undefined when none is visible, or its draft was erased. */
export async function factsForEntry(
  tx: RegisterTx,
  { keyring, places }: { keyring: Keyring; places: Places },
  actor: Actor,
  draft_id: string,
): Promise<FactsOf<'entry'> | undefined> {
  const draft = await findDraft(tx, keyring, draft_id)
  if (!draft?.approval_id) return undefined
  // A conflict about the held person is one about this entry too.
  const held = await findHolders(tx, keyring, candidatesOf(keyring, draft))
  const subjects = [draft_id, draft.approval_id, ...held.map(({ person_id }) => person_id)]
  const approval = await tx
    .selectFrom('register.approval')
    .select('proposed_by')
    .where('approval_id', '=', draft.approval_id)
    .executeTakeFirst()
  if (!approval) return undefined
  return {
    kind: 'entry',
    place: places.ofDistrict(draft.district_id),
    // A colleague of the author may have submitted it: neither of them decides.
    is_own_proposal: [draft.author_id, approval.proposed_by].includes(actor.officer_id),
    has_conflict: await hasConflict(tx, actor.officer_id, subjects),
  }
}

export const QUEUE_LENGTH = 50

/** Undecided entries at the Bureau, longest waiting first, after the given one; one more than are shown. */
const listWaiting = (tx: RegisterTx, after: string | undefined) =>
  tx
    .selectFrom('register.draft as d')
    .innerJoin('register.approval as a', 'a.approval_id', 'd.approval_id')
    .select([
      'd.draft_id',
      'd.district_id',
      'd.convicted_on',
      'd.origin',
      'd.identity_outcome',
      'd.eligibility',
    ])
    .select('a.proposed_at')
    .where('d.stage', '=', 'bureau')
    // Compared in the database, where instants are finer than here.
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(a.proposed_at, d.draft_id) > (select b.proposed_at, e.draft_id from register.draft e
          join register.approval b on b.approval_id = e.approval_id where e.draft_id = ${after})`,
      ),
    )
    .orderBy('a.proposed_at')
    .orderBy('d.draft_id')
    .limit(QUEUE_LENGTH + 1)
    .execute()

/** The queue as it is shown; a draft whose key was destroyed is left out. */
export async function listEntries(
  tx: RegisterTx,
  { keyring, places, now }: { keyring: Keyring; places: Places; now: Temporal.Instant },
  after: string | undefined,
): Promise<EntryQueue> {
  const today = pakistanDay(now)
  const [pack, rows] = await Promise.all([getPackInForce(tx, today), listWaiting(tx, after)])
  const entries: EntryQueue['entries'] = []
  for (const { district_id, identity_outcome, eligibility, ...row } of rows.slice(0, QUEUE_LENGTH)) {
    const draft = await findDraft(tx, keyring, row.draft_id)
    if (!draft) continue
    const { tests_differ } = eligibility as { tests_differ: boolean }
    entries.push({
      ...row,
      name: nameOf(draft.body.person.names, 'name'),
      district: districtOf(places, district_id),
      clock: clockOf(row.convicted_on, today, pack),
      flags: flagsOf({ identity_outcome, tests_differ }),
    })
  }
  return { entries, next: rows.length > QUEUE_LENGTH ? (rows[QUEUE_LENGTH - 1]?.draft_id ?? null) : null }
}

/** The first spelling in each script. */
export function nameOf(names: readonly { kind: string; script: string; text: string }[], kind: string) {
  const first = (script: string) => names.find((n) => n.kind === kind && n.script === script)?.text ?? null
  return { latin: first('Latn'), ur: first('Arab') }
}

export function districtOf(places: Places, district_id: string) {
  const district = places.districts.get(district_id)
  return { en: district?.name_en ?? district_id, ur: district?.name_ur ?? district_id }
}

/** The clock of an entry on a day by the working days of a pack; null while the day of judgment is not known. */
export const clockOf = (convicted_on: string | null, on: string, pack: Pack) =>
  convicted_on === null ? null : entryClock(convicted_on, on, pack)

/** The proposal of a draft that waits at the Bureau or was decided there. */
export async function getProposal(tx: RegisterTx, draft_id: string): Promise<{ approval_id: string }> {
  const { approval_id } = await tx
    .selectFrom('register.draft')
    .select('approval_id')
    .where('draft_id', '=', draft_id)
    .executeTakeFirstOrThrow()
  if (approval_id === null) throw new Problem('not_found')
  return { approval_id }
}

/** The person an entry became; new, unless the Bureau tied the draft to one held before. */
export async function getEntered(tx: RegisterTx, draft_id: string) {
  const { held_person_id, ...person } = await tx
    .selectFrom('register.draft as d')
    .innerJoin('register.person as p', 'p.person_id', 'd.entered_person_id')
    .select(['p.person_id', 'p.record_number', 'd.held_person_id'])
    .where('d.draft_id', '=', draft_id)
    .executeTakeFirstOrThrow()
  return { ...person, is_new_person: held_person_id === null }
}
