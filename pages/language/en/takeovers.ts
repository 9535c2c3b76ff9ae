// Drafts that wait for an officer who may no longer act.
import type { Messages } from '../message.ts'

export const takeovers = {
  'takeovers.title': 'Drafts that wait for nobody',
  'takeovers.what':
    'These were submitted by an officer whose posting has ended, who is suspended, or whose vetting or training has run out. Nothing is asked in his name any more. An officer of the same office takes them over; from then on they go on in his name, and he cannot decide them.',
  'takeovers.none': 'There is none: every submitted draft has an officer who may act.',
  'takeovers.officer': 'Submitted by',
  'takeovers.unit': 'Office',
  'takeovers.drafts': 'Drafts',
  'takeovers.since': 'Oldest submitted',
  'takeovers.act': 'Take over',
  'takeovers.do': 'Take over in my name',
  'takeovers.by_office': 'for an officer of that office',
} as const satisfies Messages<'takeovers'>
