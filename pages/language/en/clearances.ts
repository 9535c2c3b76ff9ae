// Clearances: that a man is not the one of a record, at his own request, and the slip that says so.
import type { Messages } from '../message.ts'

export const clearances = {
  'clearances.title': 'Clearance slips',
  'clearances.what':
    'For men who were taken for another of their name and asked for a slip themselves. One officer passes the request on, another issues it; checks, searches, entries and comparisons then keep to it.',
  'clearances.lists': 'Lists',
  'clearances.list.waiting': 'To issue',
  'clearances.list.issued': 'Issued',
  'clearances.none.waiting': 'No slip waits to be issued.',
  'clearances.none.issued': 'No slip was issued yet.',
  'clearances.one': 'Clearance slip',
  'clearances.request': 'Request',
  'clearances.cause': 'Found out by',
  'clearances.cause.check': 'a check request: the officer said that it is not him',
  'clearances.cause.match': 'a comparison of two records: not the same',
  'clearances.cause.earlier': 'an earlier clearance, without a slip',
  'clearances.asked_on': 'Day he asked for it',
  'clearances.asked_by': 'Passed on by',
  'clearances.issued_at': 'Issued',
  'clearances.holder': 'Whose slip it is',
  'clearances.cnic_tail': 'CNIC ends in',
  'clearances.why': 'Why',
  'clearances.not_of': 'He is not the person of record',
  'clearances.slip': 'The slip',
  'clearances.issued': 'Issued as {number}',
  'clearances.print': 'The slip as a paper (PDF)',
  'clearances.waits': 'Waits to be issued',
  'clearances.issue': 'Issue the slip',
  'clearances.issue.what':
    'Look at the cause first. The slip names this man alone, and nobody of the register; from now on he is not taken for the person of that record.',
  'clearances.own': 'You passed this request on. Another officer of the Bureau issues the slip.',
  'clearances.cnic': 'CNIC on his own card',
  'clearances.asked_himself': 'He asked for it himself, and I have seen his card',
  'clearances.ask': 'Keep his request',
  'clearances.ask.what':
    'The two are not the same. If the man of one of them asks for it himself, he gets a slip, so that he is not taken for the other again. Another officer issues it.',
  'clearances.side': 'Who asks?',
  'clearances.side.one': 'The man of the one',
  'clearances.side.other': 'The man of the other',
  'clearances.known': 'A clearance slip says that these two are not the same',
  'clearances.known.what': 'It was made at the man’s own request, with his card, and issued by two officers.',
  'clearances.fault.not_asked': 'A slip is made only at his own request.',
  'clearances.fault.another_card':
    'His record holds no such CNIC. Correct the record first, or check the card.',
  'clearances.fault.not_a_record': 'The other is no record yet: nobody needs to be cleared of it.',
} as const satisfies Messages<'clearances'>
