// Conflicts of interest that an officer declares.
import type { Messages } from '../message.ts'

export const conflicts = {
  'conflicts.title': 'My conflicts of interest',
  'conflicts.what':
    'What you declare here you cannot open or decide any more. Only you see this list; that you declared it stands in the log.',
  'conflicts.none': 'You have declared none.',
  'conflicts.about': 'About',
  'conflicts.about.person': 'Person',
  'conflicts.about.draft': 'Draft',
  'conflicts.about.approval': 'Proposal',
  'conflicts.about.check': 'Check request',
  'conflicts.about.gone': 'Outside your posting now',
  'conflicts.district': 'District',
  'conflicts.declared_at': 'Declared',
  'conflicts.reason': 'Why',
  'conflicts.reason.relative': 'A relative or friend of mine is concerned',
  'conflicts.reason.case': 'I worked on the case',
  'conflicts.reason.other': 'Another reason',
  'conflicts.declare': 'Declare a conflict of interest',
  'conflicts.declare.person': 'You declare it about the person whose record you came from.',
  'conflicts.declare.draft': 'You declare it about the draft or entry you came from.',
  'conflicts.declare.check':
    'You declare it about the check request you came from: you will not screen, answer or release it, and another officer has it.',
  'conflicts.declare.approval': 'You declare it about the proposal you came from.',
  'conflicts.declare.what':
    'Another officer will act in your place. It is withdrawn only when a second officer agrees, so that nobody decides by taking it back.',
  'conflicts.declare.do': 'Declare',
  'conflicts.declared_already': 'You have declared this already.',
  'conflicts.standing': 'How it stands',
  'conflicts.standing.stands': 'stands',
  'conflicts.standing.withdrawn': 'Withdrawn {at}',
  'conflicts.standing.asked': 'A second officer was asked',
  'conflicts.withdrawal': 'Withdraw',
  'conflicts.withdrawal.title': 'Ask a second officer to withdraw it',
  'conflicts.withdrawal.reason': 'Why it is over, or was a slip',
  'conflicts.withdrawal.hint': 'A second officer, at the Bureau, decides. Until then it stands.',
  'conflicts.withdrawal.send': 'Send to a second officer',
  'conflicts.withdrawal.asked': 'A second officer was asked already.',
  'conflicts.record_number': 'Number of the record',
  'conflicts.record_number.hint': 'For example NSOR-2026-000123',
  'conflicts.no_record': 'There is no such record among those you may see.',
} as const satisfies Messages<'conflicts'>
