// Striking out a dated event that is wrong.
import type { Messages } from '../message.ts'

export const strikeouts = {
  'strikeouts.propose': 'Strike out as wrong',
  'strikeouts.title': 'Strike out a wrong event',
  'strikeouts.what':
    'It stays to be seen and counts no longer. A second officer, at the Bureau, decides; he is shown what changes.',
  'strikeouts.event': 'The event',
  'strikeouts.noun.custody': 'Custody',
  'strikeouts.noun.stay': 'Stay',
  'strikeouts.noun.visit': 'Visit',
  'strikeouts.noun.serving': 'Serving of duties',
  'strikeouts.noun.appeal_event': 'Event of an appeal',
  'strikeouts.reason': 'Why it is wrong',
  'strikeouts.reason.hint': 'What was mixed up, and what shows it. Nothing about a survivor.',
  'strikeouts.send': 'Send to a second officer',
} as const satisfies Messages<'strikeouts'>
