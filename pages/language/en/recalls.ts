// Copies that are called back.
import type { Messages } from '../message.ts'

export const recalls = {
  'recalls.title': 'Copies called back',
  'recalls.lead':
    'What was given out is wrong now, or may not be kept. Destroy every copy, also those in files and on computers, and say so here.',
  'recalls.lists': 'Lists',
  'recalls.list.open': 'Not confirmed',
  'recalls.list.late': 'Late',
  'recalls.list.gone': 'Gone',
  'recalls.due': 'Until',
  'recalls.late': 'Late: the last day was {on}',
  'recalls.none.late': 'No copy is late.',
  'recalls.none.gone': 'None was confirmed gone yet.',
  'recalls.none.open': 'No copy waits to be confirmed gone.',
  'recalls.copy': 'Copy',
  'recalls.answer': 'Answer to a check request',
  'recalls.fir': 'FIR',
  'recalls.why': 'Why',
  'recalls.since': 'Called back',
  'recalls.gone': 'Is it gone?',
  'recalls.open': 'Not yet confirmed',
  'recalls.say.destroyed': 'I destroyed it',
  'recalls.say.returned': 'I returned it',
  'recalls.say.never_kept': 'I kept none',
  'recalls.said.destroyed': 'Destroyed',
  'recalls.said.returned': 'Returned',
  'recalls.said.never_kept': 'None was kept',
} as const satisfies Messages<'recalls'>
