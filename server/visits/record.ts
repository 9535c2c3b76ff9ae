/** A visit: what it would change, and its row. */
import { randomUUID } from 'node:crypto'
import type { VisitMade } from '../../contract/visits.ts'
import { survivorDoubt } from '../../domain/imports/survivor.ts'
import { assertSeen, computeEffect, type EffectOf } from '../duties/effect.ts'
import { refreshDuties } from '../duties/project.ts'
import { rowHash } from '../platform/audit.ts'
import { pakistanDay } from '../platform/clock.ts'
import type { RegisterTx } from '../platform/database.ts'
import { type DataKey, seal } from '../platform/keys.ts'
import { invalid } from '../platform/problem.ts'
import { notePlace } from './queries.ts'

type Visiting = { tx: RegisterTx; now: Temporal.Instant; person_id: string }

/** What the visit would change; refused where it cannot be one. */
export async function effectOfVisit({ tx, now, person_id }: Visiting, visit: VisitMade): Promise<EffectOf> {
  const { visited_on, result, address_id, note } = visit
  if (visited_on > pakistanDay(now)) throw invalid('visited_on', 'in_future')
  if (note && survivorDoubt('sentence', note)) throw invalid('note', 'stays.fault.survivor')
  if (address_id) await assertHis(tx, person_id, address_id)
  return computeEffect(tx, person_id, now, (rows) => ({
    ...rows,
    // Of two visits on one day the later in the list counts as the later, and this one is recorded last.
    visits: [...rows.visits.filter(({ on }) => on <= visited_on), { on: visited_on, result }].concat(
      rows.visits.filter(({ on }) => on > visited_on),
    ),
  }))
}

async function assertHis(tx: RegisterTx, person_id: string, address_id: string) {
  const row = await tx
    .selectFrom('register.person_address')
    .select('address_id')
    .where('address_id', '=', address_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst()
  if (!row) throw invalid('address_id', 'visits.fault.not_his')
}

/** Writes the visit that was seen; returns its id and its row's hash. */
export async function recordVisit(
  visiting: Visiting & { key: DataKey; officer_id: string; station_id: string | null },
  visit: VisitMade,
) {
  const { tx, now, person_id, key, officer_id, station_id } = visiting
  assertSeen(visit, await effectOfVisit(visiting, visit))
  const visit_id = randomUUID()
  const { visited_on, result, address_id = null, note } = visit
  const row = {
    ...{ visit_id, person_id, visited_on, result, address_id, station_id },
    note_enc: note ? seal(key, notePlace(visit_id), note) : null,
    ...{ recorded_at: now.toString(), recorded_by: officer_id },
  }
  await tx.insertInto('register.visit').values(row).execute()
  await refreshDuties(tx, [person_id], now)
  return { visit_id, row_after: rowHash(row) }
}
