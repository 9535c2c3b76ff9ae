// The facts of a person as they would be with one notice more: what a preview computes and what saving must give.
import type { Facts, NoticeFact } from '../duty/facts.ts'
import type { ReadNotice } from './read-notice.ts'

type Told = Pick<Facts, 'changes' | 'trips' | 'notices'>

/**
 * Adds the notice, and the change or trip it tells of where that is not known yet.
 * @param ids of the notice and of the change or trip; `about_id` is not used by an attendance
 * @law RULES §1 (the later in the list counts as the later)
 */
export function withNotice<F extends Told>(
  facts: F,
  { duty, received_at, facts: told }: ReadNotice,
  ids: { readonly notice_id: string; readonly about_id: string },
): F {
  const about = told.kind === 'attendance' ? null : told.kind === 'known' ? told.about_id : ids.about_id
  const notice: NoticeFact = { notice_id: ids.notice_id, duty, about, received_at }
  const more = { ...facts, notices: [...facts.notices, notice] }
  switch (told.kind) {
    case 'attendance':
    case 'known':
      return more
    case 'address':
    case 'name':
      return {
        ...more,
        changes: [...facts.changes, { change_id: ids.about_id, kind: told.kind, on: told.changed_on }],
      }
    case 'trip': {
      const { trip: kind, departs_at, returns_at } = told
      const trip = { trip_id: ids.about_id, kind, departs_at, returns_at, cancelled_at: null }
      return { ...more, trips: [...facts.trips, trip] }
    }
  }
}

/** A change or trip of which nobody has told. */
export interface Untold {
  readonly about_id: string
  readonly duty: Exclude<NoticeFact['duty'], 'confirm_in_person'>
  /** Day of the change, or instant of the departure. */
  readonly happens: string
}

/**
 * Changes and trips not called off, of which no notice tells.
 * @example untold({ changes: [{ change_id: 'a1', kind: 'name', on: '2025-06-10' }], trips: [], notices: [] })[0].duty // 'notify_name_change'
 */
export function untold({ changes, trips, notices }: Told): readonly Untold[] {
  const told = new Set(notices.map(({ about }) => about))
  const all: Untold[] = [
    ...changes.map(
      ({ change_id, kind, on }): Untold => ({
        about_id: change_id,
        duty: `notify_${kind}_change`,
        happens: on,
      }),
    ),
    ...trips
      .filter(({ cancelled_at }) => cancelled_at === null)
      .map(
        ({ trip_id, kind, departs_at }): Untold => ({
          ...{ about_id: trip_id, happens: departs_at },
          duty: kind === 'abroad' ? 'notify_travel_abroad' : 'notify_absence',
        }),
      ),
  ]
  return all.filter(({ about_id }) => !told.has(about_id))
}

/**
 * Whether the person has a change or trip of that id for that duty; another person's is none.
 * @example isAbout({ changes: [], trips: [], notices: [] }, 'notify_absence', 't1') // false
 */
export const isAbout = (facts: Told, duty: NoticeFact['duty'], about_id: string): boolean =>
  untold({ ...facts, notices: [] }).some((one) => one.about_id === about_id && one.duty === duty)
