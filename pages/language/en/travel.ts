// Journeys, and the dates they move.
import type { Messages } from '../message.ts'

export const travel = {
  'travel.none': 'No journey is known.',
  'travel.heading.abroad': 'Abroad from {day}',
  'travel.heading.inside': 'Away from home from {day}',
  'travel.where': 'Where to',
  'travel.returns_at': 'Return',
  'travel.return_unknown': 'Not known',
  'travel.cancelled': 'cancelled',
  'travel.cancelled_at': 'Cancelled',
  'travel.told': 'Told beforehand',
  'travel.no_duty': 'Nothing had to be told of this journey.',
  'travel.versions': 'Versions',
  'travel.versions.count': { one: '{count} version', other: '{count} versions; the latest is shown' },
  'travel.moved': 'Dates that this journey moved',
  'travel.moved.none': 'None: no date lay within it, or it was not told in time.',
} as const satisfies Messages<'travel'>
