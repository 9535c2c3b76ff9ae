// Convictions that returns told of, and what became of them.
import type { Messages } from '../message.ts'

export const expectations = {
  'expectations.title': 'Expected entries',
  'expectations.what':
    'Every conviction that a confirmed return told of is expected in the register, once. It is met when its draft, or one begun on the screen for the same conviction, has been entered.',
  'expectations.states': 'Expected entries by state',
  'expectations.open': 'Still to be entered',
  'expectations.open.what': 'The longest awaited first.',
  'expectations.met': 'Entered',
  'expectations.met.what': 'Each was met once, by the draft named here.',
  'expectations.closed': 'Not registrable',
  'expectations.closed.what':
    'The draft was closed because the law does not put this conviction on the register.',
  'expectations.none': 'There is none.',
  'expectations.draft': 'Draft',
  'expectations.no_draft': 'No draft: it was discarded. Enter the conviction anew.',
  'expectations.stage': 'Where it stands',
  'expectations.origin.return': 'made from the return',
  'expectations.origin.screen': 'begun on the screen',
  'expectations.convicted_on': 'Judgment',
  'expectations.age': 'Awaited for',
  'expectations.district': 'District',
  'expectations.return': 'Told of in the return of',
} as const satisfies Messages<'expectations'>
