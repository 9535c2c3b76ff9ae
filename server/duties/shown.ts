/** The duties of a person as pages and JSON show them: state with days, inputs, steps, the notice that met each. */
import type { Static } from 'typebox'
import type { DutyShown, LawNamed, ServingShown } from '../../contract/duties.ts'
import { dayOf } from '../../domain/calendar/dates.ts'
import type { Duty } from '../../domain/duty/evaluate.ts'
import { pausedSince } from '../../domain/duty/standing-reason.ts'
import { findSource } from '../../law/sources.ts'
import type { RegisterTx } from '../platform/database.ts'
import type { Places } from '../platform/places.ts'
import type { Computed } from './compute.ts'
import { packNamed } from './packs.ts'
import { dateOf } from './project.ts'

/** Every listed duty of a computed person. */
export function shownDuties({ facts, result, packs }: Computed): DutyShown[] {
  const since = pausedSince(facts)
  const received = new Map(facts.notices.map(({ notice_id, received_at }) => [notice_id, received_at]))
  return result.duties.map((duty) => {
    const at = duty.notice_id === null ? undefined : received.get(duty.notice_id)
    return {
      ...{ duty: duty.duty, key: duty.key, due_on: duty.due_on, due_at: duty.due_at ?? null },
      ...{ state: duty.state, days: daysOf(duty, facts.on, since), law: duty.law, status: duty.status },
      steps: structuredClone(duty.steps) as DutyShown['steps'],
      inputs: inputsOf(duty, { facts, result }),
      pack: packNamed(packs.find(({ in_force_from }) => in_force_from === duty.ruled_from) ?? packs[0]),
      notice: duty.notice_id !== null && at ? { notice_id: duty.notice_id, received_at: at } : null,
    }
  })
}

/** Days to the date (negative once past), or since the pause began; null where neither is meant. */
function daysOf(duty: Duty, on: string, paused_since: string | null): number | null {
  if (duty.state === 'paused') return paused_since === null ? null : dayOf(on) - dayOf(paused_since)
  const date = dateOf(duty)
  return date === null ? null : dayOf(date) - dayOf(on)
}

function inputsOf({ duty, key }: Duty, { facts, result }: Pick<Computed, 'facts' | 'result'>) {
  const change = facts.changes.find(({ change_id }) => change_id === key)
  const trip = facts.trips.find(({ trip_id }) => trip_id === key)
  const told = facts.served.filter((served) => served.duty === duty).map(({ at }) => at)
  return {
    released_on: result.registration.released_on,
    served_at: told.sort()[0] ?? null,
    changed_on: change?.on ?? null,
    ...{ departs_at: trip?.departs_at ?? null, returns_at: trip?.returns_at ?? null },
  }
}

const OPEN = ['overdue', 'due', 'not_due', 'paused']

/** What is owed next: the overdue first, then by date; at most `most`. */
export const nextDuties = (computed: Computed, most: number) =>
  shownDuties(computed)
    .filter(({ state }) => OPEN.includes(state))
    .slice(0, most)
    .map(({ duty, due_on, due_at, state, days, law, status }) => ({
      ...{ duty, due_on, due_at, state, days, law, status },
    }))

/** The laws that steps name, each with its title, in the order of first mention. */
export function namedLaws(steps: readonly { law: string }[]): Static<typeof LawNamed>[] {
  return [...new Set(steps.map(({ law }) => law))].flatMap((law) => {
    const source = findSource(law)
    if (!source) return []
    const title = { en: source.title_en, ur: source.title_ur }
    return [{ key: law, title, reference: { en: source.reference_en, ur: source.reference_ur } }]
  })
}

/** Every proof that the duties were explained to him, newest first; those struck out are left out. */
export async function listServings(
  tx: RegisterTx,
  { stations }: Places,
  person_id: string,
): Promise<Static<typeof ServingShown>[]> {
  const rows = await tx
    .selectFrom('register.serving as s')
    .innerJoin('access.officer as o', 'o.officer_id', 's.recorded_by')
    .select(['s.serving_id', 's.duties', 's.served_at', 's.language', 's.proof', 's.station_id'])
    .select(['o.name_en', 'o.name_ur'])
    .where('s.person_id', '=', person_id)
    .where('s.superseded_at', 'is', null)
    .orderBy('s.served_at', 'desc')
    .orderBy('s.serving_id')
    .execute()
  return rows.map(({ station_id, name_en, name_ur, duties, ...row }) => {
    const station = station_id === null ? undefined : stations.get(station_id)
    return {
      ...{
        ...row,
        duties: duties as Static<typeof ServingShown>['duties'],
        by: { en: name_en, ur: name_ur },
      },
      station: station ? { en: station.name_en, ur: station.name_ur } : null,
    }
  })
}
