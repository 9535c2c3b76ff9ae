// Addresses, how far each can be relied on, and the visits of the police.
import type { Freshness } from '../../../domain/address/freshness.ts'
import type { Messages } from '../message.ts'

export const visits = {
  'visits.addresses': 'Addresses',
  'visits.addresses.none': 'No address is known.',
  'visits.since': 'Since',
  'visits.until': 'until {day}',
  'visits.grade': 'How far to rely on it',
  'visits.grade.within_3': 'verified within 3 months',
  'visits.grade.within_6': 'verified within 6 months',
  'visits.grade.within_12': 'verified within 12 months',
  'visits.grade.older': 'verified more than 12 months ago',
  'visits.grade.assumed': 'assumed: told, never verified',
  'visits.grade.what':
    'An address is verified when an officer finds the person there; a judgment or a notice only tells of it. The months are our own choice (assumed).',
  'visits.verified': 'found there on {day}',
  'visits.not_found_since': 'not found there on {day}',
  'visits.title': 'Visits',
  'visits.none': 'No visit is recorded.',
  'visits.record': 'Record a visit',
  'visits.title.new': 'Record a visit',
  'visits.on': 'Day of the visit',
  'visits.result': 'Result',
  'visits.result.found': 'Found at the address',
  'visits.result.not_at_address': 'Not at the address',
  'visits.address': 'Which address',
  'visits.address.none': 'No address of the record',
  'visits.note': 'What was seen',
  'visits.note.hint': 'In a few words. No name of anybody else, no number, nothing about a survivor.',
  'visits.by': 'Station and officer',
  'visits.old': 'Earlier addresses',
  'visits.live': 'Present address',
  'visits.fault.not_his': 'This address is not one of this person’s.',
} as const satisfies Messages<'visits'> & Record<`visits.grade.${Freshness}`, string>
