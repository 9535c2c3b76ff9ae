// Legal instruments, and the desks that they open.
import type { Messages } from '../message.ts'

export const instruments = {
  'instruments.title': 'Legal instrument for a closed desk',
  'instruments.lead':
    'A desk outside the register stays closed until an instrument in force opens it. Two supervisors of the Bureau approve it, one after the other; it is repealed the same way.',
  'instruments.act': 'What it does',
  'instruments.act.open': 'Opens the desk',
  'instruments.act.repeal': 'Closes it again',
  'instruments.fault.not_open': 'This desk is not open on that day.',
  'instruments.desk': 'Desk',
  'instruments.desk.court': 'Court',
  'instruments.desk.prison': 'Prison',
  'instruments.desk.border': 'Border control',
  'instruments.number': 'Number of the instrument',
  'instruments.dated_on': 'Date of the instrument',
  'instruments.from_on': 'In force from',
  'instruments.hash': 'SHA-256 of the text',
  'instruments.hash.hint': '64 characters, of the text as it was published.',
  'instruments.propose': 'Propose',
  'instruments.open': 'This desk is open by the instrument below.',
} as const satisfies Messages<'instruments'>
