/** The comparison a second officer decides on: the proposal, the return's row, the identity answer, people held already. */
import type { EntryComparison, EntryShown } from '../../contract/entries.ts'
import { proposeStation } from '../../domain/draft/station.ts'
import { flagsOf } from '../../domain/entry/flags.ts'
import { findApproval } from '../approvals/queries.ts'
import { heldDistricts } from '../drafts/view.ts'
import { getPackInForce, listPacksInForce, packNamed } from '../duties/packs.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { Problem } from '../platform/problem.ts'
import type { Program } from '../platform/program.ts'
import { findDraft } from './draft-row.ts'
import { candidatesOf, describeHolders, findHolders } from './holders.ts'
import { clockOf, districtOf } from './queries.ts'
import { findReturnRow } from './return-row.ts'

/** Everything beside everything; a decided entry has nothing to compare any more. */
export async function getComparison(
  tx: RegisterTx,
  program: Program,
  draft_id: string,
  now: Temporal.Instant,
): Promise<EntryComparison> {
  const { keyring, places } = program
  const today = pakistanDay(now)
  const draft = await findDraft(tx, keyring, draft_id)
  if (!draft?.approval_id) throw new Problem('not_found')
  if (draft.stage !== 'bureau') throw new Problem('already_decided')
  const approval = await findApproval(tx, keyring, draft.approval_id)
  if (!approval) throw new Problem('not_found')
  const shown = approval.shown as EntryShown
  const pack = await findPackOf(tx, shown.pack, draft.submitted_at ?? approval.proposed_at)
  const held = await findHolders(tx, keyring, candidatesOf(keyring, draft))
  return {
    ...{ draft_id, shown, approval_id: approval.approval_id, shown_hash: approval.shown_hash },
    pack,
    proposed_at: approval.proposed_at,
    author: await getOfficerName(tx, approval.proposed_by),
    district: districtOf(places, shown.district_id),
    flags: flagsOf({
      identity_outcome: shown.identity.outcome,
      tests_differ: shown.eligibility.tests_differ,
    }),
    clock: clockOf(shown.body.conviction.convicted_on, today, await getPackInForce(tx, today)),
    return_row: await findReturnRow(tx, keyring, draft),
    held: await describeHolders(tx, places, held),
    held_districts: heldDistricts(places, shown.body),
    ...stationsFor(program, shown, held[0]?.station_id),
  }
}

/** The pack that judged an entry on the day of its submission; null where it was undone since. */
async function findPackOf(tx: RegisterTx, pack: string, submitted_at: string) {
  const packs = await listPacksInForce(tx, pakistanDay(Temporal.Instant.from(submitted_at)))
  const found = packs.findLast((one) => one.pack === pack)
  return found ? packNamed(found) : null
}

/** The stations of the district and the one proposed: the held person's, else the author's choice, else the FIR's. */
function stationsFor({ places }: Program, shown: EntryShown, held_station_id: string | undefined) {
  const of_district = places.stationsOf(shown.district_id)
  const { station_id, conviction } = shown.body
  const wanted = places.stations.get(held_station_id ?? station_id ?? '')
  const proposed = wanted ?? proposeStation(of_district, conviction.fir_station)
  const offered = [...new Set([...(proposed ? [proposed] : []), ...of_district])]
  return {
    proposed_station_id: proposed?.station_id ?? null,
    stations: offered.map((s) => ({ station_id: s.station_id, name: { en: s.name_en, ur: s.name_ur } })),
  }
}

async function getOfficerName(tx: RegisterTx, officer_id: string) {
  const { name_en, name_ur } = await tx
    .selectFrom('access.officer')
    .select(['name_en', 'name_ur'])
    .where('officer_id', '=', officer_id)
    .executeTakeFirstOrThrow()
  return { en: name_en, ur: name_ur }
}
